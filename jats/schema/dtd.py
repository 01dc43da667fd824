"""Loads schemas: the compiled DTDs by name, and any .dtd, .xsd or .rng file that the user names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from jats.errors import SchemaError
from jats.schema.catalog import dtd_bytes

if TYPE_CHECKING:
    from pathlib import Path

Schema = etree.DTD | etree.XMLSchema | etree.RelaxNG
"""A schema that lxml loads; each has `validate(tree)` and `error_log`."""


@dataclass(frozen=True, slots=True)
class SchemaVerdict:
    """A schema's answer about a document: valid or not, its log, and the elements that it rejects besides those in the log.

    `many` says that there are too many faults for a log.
    """

    valid: bool
    log: etree._ListErrorLog | None = None
    unfit: tuple[etree._Element, ...] = ()
    many: bool = False


VALID = SchemaVerdict(True)
"""The answer for a valid document."""


def ask(schema: Schema, tree: etree._ElementTree) -> SchemaVerdict:
    """The answer of a loaded schema about a document."""
    return VALID if schema.validate(tree) else SchemaVerdict(False, schema.error_log)


@cache
def load(name: str) -> etree.DTD:
    """The compiled DTD of a variant, loaded once (5 to 8 ms)."""
    return etree.DTD(BytesIO(dtd_bytes(name)))


def load_file(path: Path) -> Schema:
    """A user's own schema, of the kind that its suffix says; files that it includes are read from disk, never a network."""
    if not path.is_file():
        raise SchemaError(f"there is no schema file {path}")
    try:
        return _load_file(path)
    except (etree.LxmlError, OSError) as error:
        reason = str(error).splitlines()[0] if str(error) else "libxml2 gives no reason"
        raise SchemaError(f"{path} can't be loaded as a schema: {reason}") from error


def _load_file(path: Path) -> Schema:
    suffix = path.suffix.lower()
    if suffix == ".dtd":
        return etree.DTD(file=str(path))
    if suffix not in (".xsd", ".rng"):
        raise SchemaError(f"{path} is not a usable schema: its name must end in .dtd, .xsd or .rng")
    tree = etree.parse(str(path), etree.XMLParser(no_network=True, resolve_entities=False))
    return etree.XMLSchema(tree) if suffix == ".xsd" else etree.RelaxNG(tree)
