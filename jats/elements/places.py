"""Institutions and where they are, in one language or in several: what affiliations and addresses are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from jats.draft import Path
from jats.elements.build import Attributes, Child, Cursor, Element, element
from jats.elements.institutions import Known, institution_ids, institution_wrap
from jats.elements.languages import foreign
from jats.model.affiliations import Address, LocatedOrganization

_ADDRESS = {"street": "addr-line", "city": "city", "state": "state", "postal_code": "postal-code"}
"""Element by field; JATS 1.0 has none but `<addr-line>`, whose `@content-type` then says what it is."""

_NAME_TYPE, _DIVISION = "orgname", "orgdiv"
"""What SciELO calls an institution's name, and its departments with a number."""

_LOCALIZED = ("text", "institution", "street", "city", "state", "country")

Given = TypeVar("Given", bound=LocatedOrganization)


@dataclass(slots=True)
class Setting(Generic[Given]):
    """A place being written: what was given and in which field, and the element that holds it."""

    given: Given
    at: Cursor
    tag: str
    reported: set[Path] = field(default_factory=set)
    """The fields already reported as what the variant cannot hold."""


@dataclass(slots=True)
class LanguageVersion:
    """What is said of an institution in one language: values and places by field; the first version says the rest too."""

    language: str | None
    first: bool = False
    values: dict[str, tuple[str, Cursor]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of an affiliation: its element, and the characters by which it is found in a printed text."""

    made: Element | None
    text: str | None = None


def versions_of(row: Setting[Any]) -> list[LanguageVersion]:
    """What is said in each language, that in the article's first; one without a language if there are no words."""
    found: dict[str | None, LanguageVersion] = {}
    texts = [(name, value, row.at / name) for name in _LOCALIZED if (value := getattr(row.given, name))]
    texts += [
        (f"dept{i}", one.name, row.at / "departments" / i / "name") for i, one in enumerate(row.given.departments)
    ]
    texts += [(f"name {kind}", names, row.at / "other_names" / kind) for kind, names in row.given.other_names.items()]
    for name, localized, here in texts:
        for language, value in localized.items():
            tag = foreign(language, row.at.context.language) if language else None
            version = found.setdefault(tag, LanguageVersion(tag))
            if name in version.values:  # both untagged and tagged with the article's language
                version = found.setdefault(language, LanguageVersion(language))
            version.values[name] = (value, here / language)
    ordered = sorted(found.values(), key=lambda version: version.language is not None) or [LanguageVersion(None)]
    ordered[0].first = True
    return ordered


def write_address(address: Address, at: Cursor) -> list[Element]:
    """One `<address>` a language; it has no text between its parts."""
    row = Setting(address, at, "address")
    made = []
    for version in versions_of(row):
        text, here = version.values.get("text", (None, at))
        children = [element("addr-line", here, None, text), *(piece.made for piece in pieces_of(version, row))]
        attributes: Attributes = {"content-type": (address.type, at / "type"), "xml:lang": version.language}
        one = element(row.tag, at, attributes, children) if any(child is not None for child in children) else None
        made += [] if one is None else [one]
    if not made and address.type:
        (at / "type").to_custom_meta(address.type, "address without parts", "contrib")
    return made


def pieces_of(version: LanguageVersion, row: Setting[Any]) -> list[Piece]:
    """The parts in the order in which they are printed."""
    return [*_write_names(version, row), *_write_lines(version, row), *_write_contacts(version, row)]


def _write_names(version: LanguageVersion, row: Setting[Any]) -> list[Piece]:
    """Other forms of the name, the departments that have a name in the language, then the institution."""
    given = row.given
    pieces: list[Piece] = []
    for kind in given.other_names:
        name, here = version.values.get(f"name {kind}", (None, row.at))
        pieces.append(Piece(element("institution", here, {"content-type": kind}, name) if name else None))
    for index, department in enumerate(given.departments):
        name, here = version.values.get(f"dept{index}", (None, row.at))
        if name is not None:
            known = institution_ids(department.ror, department.ids, row.at / "departments" / index)
            kind = _division(index, row), row.at / "departments" / index / "type"
            pieces.append(_write_name(name, {"content-type": kind}, known, row, here))
    name, here = version.values.get("institution", (None, row.at))
    known = institution_ids(given.ror, given.ids, row.at) if name or version.first else []
    attributes: Attributes = {}
    if given.institution_type:
        attributes["content-type"] = given.institution_type, row.at / "institution_type"
    elif _has_original(row):
        attributes["content-type"] = _NAME_TYPE
    if given.link:
        attributes["xlink:href"] = given.link, row.at / "link"
    return [*pieces, _write_name(name, attributes, known, row, here)]


def _has_original(row: Setting[Any]) -> bool:
    """Whether it is an affiliation that is written as printed, with its parts beside that, as SciELO asks for."""
    return row.tag == "aff" and row.at.context.wants("affiliation", "original")


def _division(index: int, row: Setting[Any]) -> str:
    """The type of a department: for SciELO its level, 1 for the largest, which is the last one given."""
    departments = row.given.departments
    kind = departments[index].type
    if not _has_original(row) or kind.startswith(_DIVISION):
        return str(kind)
    if "type" in departments[index].model_fields_set:
        here = row.at / "departments" / index / "type"
        if here.path not in row.reported:
            row.reported.add(here.path)
            here.lose("this content-type of institution", "aff for SciELO", f"as {_DIVISION}")
    return f"{_DIVISION}{len(departments) - index}"


def _write_name(name: str | None, attributes: Attributes, known: Known, row: Setting[Any], at: Cursor) -> Piece:
    """An institution, wrapped with its identifiers if the version has them; JATS 1.0 can point to its ROR entry."""
    if not known:
        return Piece(element("institution", at, attributes, name) if name else None, name)
    if at.can(row.tag, "institution-wrap"):
        return Piece(institution_wrap(name, at, known, attributes), name)
    ror, place = (None, at) if "xlink:href" in attributes else _ror(known, at)
    for _, one, here in known:
        if here is not place and here.path not in row.reported:
            row.reported.add(here.path)
            here.to_custom_meta(one, "institution-wrap", row.tag)
    if name is None:
        return Piece(element("uri", place, {"content-type": "ror"}, ror) if ror else None)
    return Piece(
        element("institution", at, attributes | {"xlink:href": (ror, place)} if ror else attributes, name), name
    )


def _ror(known: Known, at: Cursor) -> tuple[str | None, Cursor]:
    return next(((one, here) for kind, one, here in known if kind == "ror"), (None, at))


def _write_lines(version: LanguageVersion, row: Setting[Any]) -> list[Piece]:
    values = dict(version.values)
    code = row.given.postal_code
    if code and (version.first or "city" in values):
        values["postal_code"] = (code, row.at / "postal_code")
    pieces = [_write_line(name, *values[name], row.tag) for name in _ADDRESS if name in values]
    return [*pieces, *_write_country(version, row)]


def _write_line(name: str, value: str, at: Cursor, parent: str) -> Piece:
    tag = _ADDRESS[name]
    if at.can(parent, tag):
        return Piece(element(tag, at, None, value), value)
    return Piece(element("addr-line", at, {"content-type": tag}, value), value)


def _write_country(version: LanguageVersion, row: Setting[Any]) -> list[Piece]:
    """The country with its code, which is used as the name if that isn't given in any language."""
    code = row.given.country_code
    name, here = version.values.get("country", (None, row.at / "country_code"))
    if name is None and version.first and not row.given.country:
        name = code
    return [Piece(element("country", here, {"country": (code, row.at / "country_code")}, name), name)] if name else []


def _write_contacts(version: LanguageVersion, row: Setting[Any]) -> list[Piece]:
    if not version.first:
        return []
    pieces = [
        Piece(element(tag, row.at / tag / index, None, one), one)
        for tag in ("phone", "fax", "email")
        for index, one in enumerate(getattr(row.given, tag))
    ]
    url = row.given.url
    return [*pieces, Piece(element("uri", row.at / "url", None, url), url)]


def set_in_line(pieces: list[Piece]) -> list[Child]:
    """The parts one after another, with commas between those that are printed."""
    children: list[Child] = []
    printed = False
    for piece in pieces:
        if piece.made is not None:
            children += [", " if printed and piece.text else None, piece.made]
            printed = printed or bool(piece.text)
    return children


def tag_in_text(text: str, pieces: list[Piece]) -> list[Child]:
    """The text as printed with the parts that are found in it tagged, then the others."""
    found: list[tuple[int, int, Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -len(piece.text or "")):
        start = _find(text, piece.text, found) if piece.text and piece.made is not None else -1
        if start >= 0:
            found.append((start, start + len(piece.text or ""), piece))
    children: list[Child] = []
    end = 0
    for start, stop, piece in sorted(found, key=lambda one: one[0]):
        children += [text[end:start], piece.made]
        end = stop
    tagged = {id(piece) for _, _, piece in found}
    others = [piece for piece in pieces if id(piece) not in tagged and piece.made is not None]
    comma = ", " if any(piece.text for piece in others) else None
    return [*children, text[end:], comma, *set_in_line(others)]


def _find(text: str, part: str, found: list[tuple[int, int, Piece]]) -> int:
    """Where a part is in the text by itself, outside what was found before; -1 if it is not."""
    for match in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", text):
        if all(match.end() <= start or match.start() >= end for start, end, _ in found):
            return match.start()
    return -1
