"""The 125 official article DTDs, by name and by identifier. Standard library only: it is on the cold path."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jats.data import schema_bytes
from jats.errors import SchemaError
from jats.messages.words import any_of, nearest

_GROUP = b"<!-- group "

WIDEST = "archiving-1.3-mathml3"
WITH_OASIS = f"{WIDEST}-oasis"
"""The variants that allow most, without OASIS tables and with them, for what names no variant."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One official DTD: its name (`publishing-1.3-mathml3`), its parts, and the identifiers that documents use for it."""

    name: str
    tag_set: str
    version: str
    mathml: int
    oasis: bool
    public_id: str
    system_id: str

    @property
    def file_name(self) -> str:
        """The last part of the system identifier; shared by several versions up to 1.3d1."""
        return self.system_id.rsplit("/", 1)[-1]


def variants() -> tuple[Variant, ...]:
    """All variants in the official catalog's order."""
    return tuple(variant for variant, _groups in _table().values())


def names() -> tuple[str, ...]:
    """The names of all variants in the official catalog's order."""
    return tuple(_table())


def variant(name: str) -> Variant:
    """The variant of that name; raises SchemaError with the nearest names for an unknown one."""
    return _entry(name)[0]


def by_public_id(public_id: str) -> Variant | None:
    """The variant with exactly this official public identifier."""
    return _by_identifier().get(public_id)


def by_system_id(system_id: str) -> Variant | None:
    """The variant with exactly this official system identifier, an address at jats.nlm.nih.gov."""
    return _by_identifier().get(system_id)


def variant_for(tag_set: str, version: str, mathml: int | None = None, oasis: bool = False) -> Variant:
    """The variant of a tag set and version; MathML 3 if that exists, unless `mathml` says 2 or 3."""
    wanted = (3, 2) if mathml is None else (mathml,)
    suffix = "-oasis" if oasis else ""
    found = (_table().get(f"{tag_set}-{version}-mathml{number}{suffix}") for number in wanted)
    entry = next((entry for entry in found if entry), None)
    return entry[0] if entry else variant(f"{tag_set}-{version}-mathml{wanted[0]}{suffix}")


def dtd_bytes(name: str) -> bytes:
    """The whole DTD of a variant as one flat text in UTF-8: elements, attributes, notations; no entities."""
    groups = _entry(name)[1].split()
    pool = schema_bytes("declarations.dtd").split(_GROUP)
    return b"".join(_GROUP + pool[int(number)] for number in groups)


def entities_bytes() -> bytes:
    """The declarations of the 2,197 named characters, the same in every variant, as ASCII."""
    return schema_bytes("entities.ent")


def _entry(name: str) -> tuple[Variant, str]:
    entry = _table().get(name)
    if entry is None:
        close = any_of(nearest(name, names(), 3, 0.6)) or "one that `jats schema --list` prints"
        raise SchemaError(f"no schema is named {name!r}; did you mean {close}?")
    return entry


@cache
def _table() -> dict[str, tuple[Variant, str]]:
    lines = schema_bytes("catalog.tsv").decode("utf-8").splitlines()[1:]
    return {entry[0].name: entry for entry in map(_row, lines)}


def _row(line: str) -> tuple[Variant, str]:
    name, tag_set, version, mathml, oasis, public_id, system_id, groups = line.split("\t")
    return Variant(name, tag_set, version, int(mathml), oasis == "oasis", public_id, system_id), groups


@cache
def _by_identifier() -> dict[str, Variant]:
    return {identifier: found for found in variants() for identifier in (found.public_id, found.system_id)}
