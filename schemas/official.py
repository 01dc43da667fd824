"""The official JATS DTDs: fetched with npm, their integrity checked, and each read into its expanded declarations.

Expat reads them, because it reports every declaration with its parameter entities expanded and its prefixes kept
(lxml's own view of a DTD hides the prefixes in content models).
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import subprocess
import tarfile
import xml.parsers.expat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LOCK = Path(__file__).with_name("source.lock")

_CATALOG_ENTRY = re.compile(r'publicId="([^"]+)"\s+uri="([^"]+)"')
_VERSION = re.compile(r" v(\d\.\d(?:d\d)?) ")
_TAG_SETS = {"Archiving": "archiving", "Journal Publishing": "publishing", "Article Authoring": "authoring"}
_QUANTIFIERS = {0: "", 1: "?", 2: "*", 3: "+"}
# Expat refuses input whose expansion outweighs the document itself by far, so the document carries some ballast.
_BALLAST = b" " * 400_000


class SourceError(Exception):
    """Raised when the official package isn't the one that source.lock names, or holds something new."""


class UnreachableError(SourceError):
    """Raised when the official package can't be fetched here and now."""


@dataclass(frozen=True, slots=True)
class Doctype:
    """One entry of the official catalog: a DTD file and the identifiers by which documents ask for it."""

    name: str
    tag_set: str
    version: str
    mathml: int
    oasis: bool
    public_id: str
    system_id: str
    file: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """One declared attribute; `kind` is #REQUIRED, #IMPLIED, #FIXED or empty (a plain default)."""

    type: str
    kind: str
    value: str | None


@dataclass(slots=True)
class Declarations:
    """All that a DTD declares, expanded: content models as text, attributes by element, entities, notations."""

    elements: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, dict[str, Attribute]] = field(default_factory=dict)
    entities: dict[str, str] = field(default_factory=dict)
    notations: dict[str, str] = field(default_factory=dict)


def read_lock() -> Mapping[str, str]:
    """The package's name, version and integrity hash (`sha512-…`) that this checkout is made from."""
    lines = (line.split(maxsplit=1) for line in LOCK.read_text("utf-8").splitlines() if line and line[0] != "#")
    return {key: value.strip() for key, value in lines}


def fetch(folder: Path) -> Path:
    """Fetch the locked package into `folder` with npm and return its `schema` folder; a fetched one is used again."""
    unpacked = folder / "package" / "schema"
    if unpacked.is_dir():
        return unpacked
    archive = _pack(folder)
    check_integrity(archive)
    with tarfile.open(archive) as package:
        package.extractall(folder, filter="data")
    return unpacked


def _pack(folder: Path) -> Path:
    lock, npm = read_lock(), shutil.which("npm")
    if npm is None:
        raise UnreachableError("npm is not installed; it fetches the official DTDs")
    folder.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", "--silent", f"{lock['name']}@{lock['version']}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        last = (done.stderr.strip() or "no message").splitlines()[-1]
        raise UnreachableError(f"npm pack failed: {last}")
    return folder / done.stdout.split()[-1]


def check_integrity(archive: Path) -> None:
    """Compare the archive's SHA-512 with the lock's; SourceError when they differ."""
    expected = read_lock()["integrity"]
    digest = hashlib.sha512(archive.read_bytes()).digest()
    found = "sha512-" + base64.b64encode(digest).decode("ascii")
    if found != expected:
        raise SourceError(f"{archive.name} has the integrity {found}, source.lock wants {expected}")


def read_doctypes(schema: Path) -> list[Doctype]:
    """Every article DTD of the official catalog in its order, with its one name."""
    systems: dict[str, str] = json.loads((schema / "doctypes.json").read_text("utf-8"))
    entries = _CATALOG_ENTRY.findall((schema / "catalog.xml").read_text("utf-8"))
    return [_doctype(public_id, systems[public_id], file) for public_id, file in entries]


def _doctype(public_id: str, system_id: str, file: str) -> Doctype:
    version = _VERSION.search(public_id)
    tag_set = next((name for words, name in _TAG_SETS.items() if words in public_id), None)
    if version is None or tag_set is None:
        raise SourceError(f"the catalog holds an identifier of a new kind: {public_id}")
    mathml, oasis = 3 if "MathML3" in public_id else 2, "OASIS" in public_id
    name = f"{tag_set}-{version[1]}-mathml{mathml}" + ("-oasis" if oasis else "")
    return Doctype(name, tag_set, version[1], mathml, oasis, public_id, system_id, file)


def read_dtd(file: Path) -> Declarations:
    """Every declaration that the DTD in `file` makes, through all its modules; the first of equals counts, as in XML."""
    return _Reader(file).read()


class _Reader:
    def __init__(self, file: Path) -> None:
        self.file = file
        self.found = Declarations()
        self.parsers = [xml.parsers.expat.ParserCreate()]

    def read(self) -> Declarations:
        parser = self.parsers[0]
        parser.SetParamEntityParsing(xml.parsers.expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
        parser.SetBase(f"{self.file.parent}/")
        parser.ElementDeclHandler = self.element
        parser.AttlistDeclHandler = self.attribute
        parser.EntityDeclHandler = self.entity
        parser.NotationDeclHandler = self.notation
        parser.ExternalEntityRefHandler = self.external
        document = f'<!DOCTYPE article SYSTEM "{self.file.name}"><!--'.encode()
        parser.Parse(document + _BALLAST + b"--><article/>", True)
        return self.found

    def external(self, context: str, base: str | None, system_id: str | None, _public_id: str | None) -> int:
        file = Path(base or "") / (system_id or "")
        parser = self.parsers[-1].ExternalEntityParserCreate(context)
        parser.SetBase(f"{file.parent}/")
        self.parsers.append(parser)
        parser.Parse(file.read_bytes(), True)
        self.parsers.pop()
        return 1

    def element(self, name: str, model: tuple[Any, ...]) -> None:
        self.found.elements.setdefault(name, _model(model))

    def attribute(self, element: str, name: str, type_: str, value: str | None, required: bool) -> None:
        kinds = ("#IMPLIED", "#REQUIRED") if value is None else ("", "#FIXED")
        kind = kinds[bool(required)]
        self.found.attributes.setdefault(element, {}).setdefault(name, Attribute(type_, kind, value))

    def entity(self, name: str, is_parameter: bool, value: str | None, *_place: str | None) -> None:
        if not is_parameter and value is not None:
            self.found.entities.setdefault(name, value)

    def notation(self, name: str, _base: str | None, _system_id: str, public_id: str | None) -> None:
        self.found.notations.setdefault(name, public_id or "")


def _model(model: tuple[Any, ...]) -> str:
    kind, quantifier, name, children = model
    types = xml.parsers.expat.model
    if kind == types.XML_CTYPE_EMPTY:
        return "EMPTY"
    if kind == types.XML_CTYPE_ANY:
        return "ANY"
    if kind == types.XML_CTYPE_NAME:
        return f"{name}{_QUANTIFIERS[quantifier]}"
    if kind == types.XML_CTYPE_MIXED:
        return "(" + "|".join(["#PCDATA", *(child[2] for child in children)]) + (")*" if children else ")")
    separator = "|" if kind == types.XML_CTYPE_CHOICE else ","
    return f"({separator.join(map(_model, children))}){_QUANTIFIERS[quantifier]}"
