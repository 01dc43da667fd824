"""Explains, with `xmlschema`, why a user's own XSD rejects a document: what was expected at which place.

For the JATS variants, our own code explains more, faster (docs/decisions/005-words-from-our-own-walk.md). A schema object takes
seconds to build and a fraction of one to unpickle, so it is kept in the user's cache folder. A pickle is code: it is loaded
only from a folder and a file that are the user's own and that nobody else may write to, and only whole and fresh.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import stat
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import xmlschema
from lxml import etree

from jats.errors import SchemaError
from jats.files.folders import cache_folder
from jats.validation import codes
from jats.validation.violation import Violation

_MOST = 1000
_FOR_OTHERS_TO_WRITE = stat.S_IWGRP | stat.S_IWOTH
_MADE_BY = [xmlschema.__version__, sys.version]


def explanations(root: etree._Element, schema: xmlschema.XMLSchema10) -> Iterator[Violation]:
    """What the schema expected at which place, one for each error in the document, at most a thousand."""
    document: Any = root  # xmlschema takes lxml's elements; its annotations name only those of the standard library
    for error in islice(schema.iter_errors(document), _MOST):
        element = error.elem if isinstance(error.elem, etree._Element) else root
        reason = " ".join((error.reason or "the schema refuses it").split())
        yield Violation(codes.as_the_schema_expects(reason, _expected(error)), element)


def _expected(error: Any) -> list[str]:
    """The names that are allowed there; particles have a prefixed name, tags are texts already."""
    found = getattr(error, "expected", None) or ()
    each = found if isinstance(found, list | tuple | set | frozenset) else (found,)
    return sorted({str(getattr(one, "prefixed_name", None) or one) for one in each})


def schema_at(path: Path) -> xmlschema.XMLSchema10:
    """A user's own XSD, from the cache or built; files that it includes are read from disk, never from a network."""
    kept = cache_path(path)
    found = load_schema(kept)
    if found is None:
        try:
            found = xmlschema.XMLSchema10(str(path), allow="local", defuse="always")
        except (xmlschema.XMLSchemaException, OSError) as error:
            raise SchemaError(f"{path} can't be loaded as a schema: {str(error).splitlines()[0]}") from error
        save_schema(found, kept)
    return found


def load_schema(kept: Path) -> xmlschema.XMLSchema10 | None:
    """The schema in a cache file; None if it is missing, unsafe to load or damaged, or if its sources have changed."""
    try:
        if not (_is_ours(kept.parent) and _is_ours(kept)):
            return None
        digest, header, pickled = kept.read_bytes().split(b"\n", 2)
        about = json.loads(header)
        if _digest(header + pickled) != digest.decode() or about["made_by"] != _MADE_BY:
            return None
        if any(_digest(Path(source).read_bytes()) != was for source, was in about["sources"].items()):
            return None
        found = pickle.loads(pickled)  # noqa: S301 - the file and its folder are this user's alone, see _is_ours
    except (OSError, pickle.PickleError, AttributeError, ImportError, EOFError, KeyError, TypeError, ValueError):
        return None
    return found if isinstance(found, xmlschema.XMLSchema10) else None


def save_schema(schema: xmlschema.XMLSchema10, kept: Path) -> None:
    """Write the schema to a cache file, completely or not at all; a cache that cannot be written is ignored."""
    try:
        sources = {path: _digest(Path(path).read_bytes()) for path in _sources(schema)}
        header = json.dumps({"made_by": _MADE_BY, "sources": sources}).encode()
        pickled = pickle.dumps(schema)
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(kept.parent):
            return
        with NamedTemporaryFile(dir=kept.parent, delete=False) as file:
            file.write(b"\n".join((_digest(header + pickled).encode(), header, pickled)))
        os.replace(file.name, kept)
    except (OSError, pickle.PickleError, TypeError):
        return


def _sources(schema: xmlschema.XMLSchema10) -> list[str]:
    """The files that the schema was built from."""
    addresses = (each.url for each in schema.maps.iter_schemas())
    return sorted({url2pathname(urlsplit(address).path) for address in addresses if address})


def cache_path(path: Path) -> Path:
    """The cache file of a schema file; there is one for each path."""
    return cache_folder() / f"{path.stem}-{_digest(str(path.resolve()).encode())[:16]}.pickle"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _is_ours(path: Path) -> bool:
    if not hasattr(os, "geteuid"):  # Windows: the folder is inside the user's profile, which others can't write to
        return path.exists()
    status = path.lstat()
    plain = stat.S_ISDIR(status.st_mode) or stat.S_ISREG(status.st_mode)
    return plain and status.st_uid == os.geteuid() and not status.st_mode & _FOR_OTHERS_TO_WRITE
