"""Documents without an official public identifier: recognises what they declare by its parts, or reports it as foreign."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lxml import etree

from jats.schema import catalog
from jats.schema.catalog import Variant
from jats.schema.choice import DEFAULT, Choice, Remark
from jats.xmlio import ParsedXml

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_VERSION = re.compile(r"(?<![\d.])(\d\.\d)\s?(d\d+)?(?![\d.]*\d)")
_DATE = re.compile(r"(?<!\d)(20[0-3]\d[01]\d[0-3]\d)(?!\d)")
_FIRST_JATS_DATE = "20110101"
_NLM_FILE = re.compile(
    r"^(?:journalpublishing|archivearticle|articleauthoring|journalpub-oasis|archive-oasis)\d*\.dtd$"
)
_OUTDATED = {"0.4": "1.0"}
_OWNERS = ("", "NLM", "NISO", "NIH", "NCBI", "NIH/NLM", "NCBI/NLM")


@dataclass(frozen=True, slots=True)
class PublicIdentifier:
    """The parts of a public identifier; a missing or unknown one is `None` or empty."""

    owner: str
    jats: bool
    tag_set: str | None
    version: str | None
    date: str | None
    mathml: int
    oasis: bool


def read_identifier(public_id: str) -> PublicIdentifier:
    """The parts of a public identifier, in any spelling, spacing and order."""
    parts = [part.strip() for part in re.split(r"/{2,}", public_id)]
    owner = parts[1].upper() if len(parts) > 1 else ""
    text = " ".join(parts[2:] if len(parts) > 2 else parts).lower()
    version, date = _VERSION.search(_DATE.sub(" ", text)), _DATE.search(text)
    jats = bool(re.search(r"\bjats\b|z39[.,\s-]*96", text)) or bool(date and date[1] > _FIRST_JATS_DATE)
    return PublicIdentifier(
        owner=owner,
        jats=jats,
        tag_set=_tag_set(text),
        version=f"{version[1]}{version[2] or ''}" if version else None,
        date=date[1] if date else None,
        mathml=3 if re.search(r"math\s*ml\s*[-v]?\s*3", text) else 2,
        oasis="oasis" in text,
    )


def choose_undeclared(parsed: ParsedXml, public_id: str) -> Choice:
    """The choice for a document whose public identifier, if any, is not in the official catalog."""
    system_id = parsed.system_id or ""
    if public_id:
        return _by_parts(parsed, public_id, system_id)
    if system_id:
        return _by_address(parsed, system_id, "system-id", "system identifier")
    namespace = etree.QName(parsed.root).namespace
    if namespace:
        return _unknown(f'elements in the namespace "{namespace}"; those of JATS are in none')
    if location := _schema_location(parsed.root):
        return _by_address(parsed, location, "schema-location", "schema location")
    return _by_root(parsed)


def _by_parts(parsed: ParsedXml, public_id: str, system_id: str) -> Choice:
    identifier, declared = read_identifier(public_id), f'the public identifier "{public_id}"'
    if identifier.owner not in _OWNERS:
        return _unknown(declared)
    found = _nearest(identifier, parsed) if identifier.jats else None
    if found:
        remark = Remark(
            "identifier",
            f'"{public_id}" is not an official identifier: write "{found.public_id}", which it was read as',
        )
        why = f"its public identifier, though not an official one, means {found.name}"
        return Choice(found.name, "public-id", why, declared, remarks=(remark,))
    by_file = _by_address(parsed, system_id, "system-id", "system identifier")
    if not by_file.known or identifier.tag_set:
        return _unknown(declared)
    remark = Remark("identifier", f'"{public_id}" names no schema; the system identifier was taken instead')
    return Choice(by_file.name, "system-id", by_file.why, declared, remarks=(remark, *by_file.remarks))


def _nearest(identifier: PublicIdentifier, parsed: ParsedXml) -> Variant | None:
    """The variant with these parts; a version that was never published is its final one, a missing one follows from the date."""
    version = _released(identifier.version or "") or _dated(identifier.date)
    version = version or _released(parsed.root.get("dtd-version", ""))
    if identifier.tag_set is None or version is None:
        return None
    return _existing(identifier.tag_set, version, identifier.mathml, identifier.oasis)


def _existing(tag_set: str, version: str, mathml: int, oasis: bool) -> Variant:
    """The variant of these parts, or the nearest that exists: 1.0 has no MathML 3, Authoring no OASIS tables."""
    known = [found for found in catalog.variants() if (found.tag_set, found.version) == (tag_set, version)]
    return min(known, key=lambda found: (found.oasis != oasis, found.mathml != mathml))


def _released(version: str) -> str | None:
    version = _OUTDATED.get(version, version)
    for known in (version, version.split("d", maxsplit=1)[0]):
        if known in _versions():
            return known
    return None


@cache
def _versions() -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.version for found in catalog.variants()))


def _dated(date: str | None) -> str | None:
    return next((found.version for found in catalog.variants() if date and f" {date}//" in found.public_id), None)


def _tag_set(text: str) -> str | None:
    if "bits" in text or "book" in text or "sts" in text.split():
        return None
    for word, tag_set in (("archiv", "archiving"), ("interchange", "archiving"), ("author", "authoring")):
        if word in text:
            return tag_set
    return "publishing" if "publish" in text else None


def _by_address(parsed: ParsedXml, address: str, basis: str, words: str) -> Choice:
    declared = f'the {words} "{address}"'
    file = re.split(r"[/\\]", address)[-1]
    stem = re.sub(r"\.(?:xsd|rng|rnc)$", ".dtd", file.lower())
    named = [found for found in catalog.variants() if found.file_name.lower() == stem]
    if not named:
        words = f"{declared} (NLM's earlier tag suite)" if _NLM_FILE.match(stem) else declared
        return _unknown(words)
    version, how = _version_of(address[: -len(file)], parsed, named)
    found = next(variant for variant in named if variant.version == version)
    return Choice(found.name, basis, f"its {words} ends in {file}{how}", declared)


def _version_of(folder: str, parsed: ParsedXml, named: list[Variant]) -> tuple[str, str]:
    """Several versions share a file name; the address says which, else `dtd-version`, else it is the newest final one."""
    versions = [found.version for found in named]
    if len(versions) == 1:
        return versions[0], ""
    in_folder = [match[1] + (match[2] or "") for match in _VERSION.finditer(folder)]
    at = next((version for version in reversed(in_folder) if version in versions), None)
    if at:
        return at, f" and is of version {at}"
    stated = parsed.root.get("dtd-version", "")
    if stated in versions:
        return stated, f" and dtd-version is {stated}"
    newest = max(version for version in versions if "d" not in version)
    return newest, f"; it does not name a version, so the newest, {newest}, was taken"


def _schema_location(root: etree._Element) -> str:
    """The last address of xsi:noNamespaceSchemaLocation, xsi:schemaLocation or an xml-model instruction for a grammar."""
    for name in ("noNamespaceSchemaLocation", "schemaLocation"):
        if stated := root.get(f"{_XSI}{name}", "").split():
            return stated[-1]
    before = root.getprevious()
    while before is not None:
        if isinstance(before, etree._ProcessingInstruction) and before.target == "xml-model":
            href = re.search(r"""href\s*=\s*["']([^"']+\.(?:dtd|xsd|rng|rnc))["']""", before.text or "")
            if href:
                return href[1]
        before = before.getprevious()
    return ""


def _by_root(parsed: ParsedXml) -> Choice:
    root = parsed.root
    version = root.get("dtd-version", "")
    if root.tag != "article":
        return _unknown(f"a document whose root is <{root.tag!s}> and that declares none")
    if not version:
        return Choice(DEFAULT, "default", f"it declares no schema, so {DEFAULT} was taken", "nothing")
    declared = f'dtd-version "{version}"'
    if version not in _versions():
        return _unknown(f"{declared}, which is not a version of JATS")
    found = catalog.variant_for("publishing", version)
    why = f"dtd-version is {version}, and nothing says which tag set, so {found.name} was taken"
    return Choice(found.name, "dtd-version", why, declared)


def _unknown(declared: str) -> Choice:
    return Choice(None, "unknown", f"there is no schema for {declared}", declared)
