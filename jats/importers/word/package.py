"""The parts of a Word file: a zip archive that is not trusted. Only the parts that are needed are unpacked, up to a limit."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TypeGuard

from lxml import etree

from jats.findings import Finding, Place
from jats.importers import codes
from jats.importers.word import codes as word_codes
from jats.xmlio import MalformedXml, parse

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of old office documents, and of new ones that are encrypted."""

TITLE = "Word file"
LARGEST_PART = 32_000_000
"""Bytes of the largest part that is unpacked; the text of a book has some ten millions."""

MOST_PARTS = 20_000
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class UnreadableWordError(Exception):
    """Raised where a file can't be read as a Word file; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


@dataclass(slots=True)
class Package:
    """An open Word file; `main` is the name of the part with the text."""

    name: str
    archive: zipfile.ZipFile
    names: frozenset[str]
    main: str = ""
    related: dict[str, str] = field(default_factory=dict)
    """Parts that the text refers to, by the last word of the kind of reference: styles, footnotes …"""

    def xml(self, part: str) -> etree._Element | None:
        """The root of a part; None if the file does not have the part. Raises UnreadableWordError."""
        if not part or part not in self.names:
            return None
        data = self._bytes(part)
        if b"<!DOCTYPE" in data[:4096] or b"<\0!\0D\0O\0C" in data[:4096]:
            raise UnreadableWordError(_unreadable(self.name, f"{part} has a DOCTYPE, which no Word file has"))
        try:
            return parse(data, self.name).root
        except MalformedXml as error:
            raise UnreadableWordError(_unreadable(self.name, f"{part} is damaged: {error.message}")) from None

    def _bytes(self, part: str) -> bytes:
        try:
            info = self.archive.getinfo(part)
            with self.archive.open(info) as file:
                data = file.read(LARGEST_PART + 1)
        except (*_BROKEN, KeyError) as error:
            raise UnreadableWordError(_unreadable(self.name, f"{part} is damaged: {error}")) from None
        if len(data) > LARGEST_PART:
            size = f"{part} has more than {LARGEST_PART // 1_000_000} MB when it is unpacked"
            raise UnreadableWordError(codes.too_much(Place(self.name), (), f"{size}: no article is that long"))
        return data


def open_package(data: bytes, name: str) -> Package:
    """The Word file in `data`. Raises UnreadableWordError with the one finding that says why it is not read."""
    if data.startswith(OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise UnreadableWordError((word_codes.protected if encrypted else word_codes.old_word)(Place(name), ()))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise UnreadableWordError(_unreadable(name, str(error) or "it ends too early")) from None
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise UnreadableWordError(
            codes.too_much(Place(name), (), f"has {len(entries):,} parts: no article has that many")
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableWordError(word_codes.protected(Place(name), ()))
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise UnreadableWordError(_unreadable(name, "it has two parts of the same name"))
    package = Package(name, archive, frozenset(names))
    _find_main(package)
    return package


def _find_main(package: Package) -> None:
    types = package.xml("[Content_Types].xml")
    kinds = [str(one.get("ContentType") or "") for one in types if _is_element(one)] if types is not None else []
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds):
        raise UnreadableWordError(word_codes.macros(Place(package.name), ()))
    if any(part.lower().endswith("vbaproject.bin") for part in package.names):
        raise UnreadableWordError(word_codes.macros(Place(package.name), ()))
    package.main = _targets(package, "_rels/.rels", "").get("officeDocument", "word/document.xml")
    folder, base = posixpath.split(package.main)
    package.related = _targets(package, posixpath.join(folder, "_rels", base + ".rels"), folder)
    if package.main not in package.names:
        raise UnreadableWordError(_unreadable(package.name, "it has no text"))


def _targets(package: Package, rels: str, folder: str) -> dict[str, str]:
    """The parts that a part refers to by kind, the first of each; addresses outside the file are never followed."""
    found: dict[str, str] = {}
    root = package.xml(rels)
    for one in root if root is not None else ():
        if _is_element(one) and one.get("TargetMode") != "External":
            target = str(one.get("Target") or "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found.setdefault(str(one.get("Type") or "").rsplit("/", 1)[-1], posixpath.normpath(path))
    return found


def _is_element(node: etree._Element) -> TypeGuard[etree._Element]:
    return isinstance(node.tag, str)


def _unreadable(name: str, problem: str) -> Finding:
    return codes.unreadable(Place(name), (), TITLE, problem)


def is_word(data: bytes) -> str | None:
    """Why bytes are a Word file, else None; only the list of parts is looked at."""
    if data.startswith(OLE):
        words = ("EncryptedPackage", "WordDocument")
        return "it is an office document" if any(word.encode("utf-16-le") in data for word in words) else None
    if not data.startswith(b"PK\x03\x04"):
        return None
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except _BROKEN:
        return "it begins as a Word file does" if b"word/" in data[:100_000] else None
    has_text = any(name.startswith("word/") and name.endswith(".xml") for name in names)
    return "it is an archive with the parts of a Word file" if has_text else None
