"""Affiliations: each institution once, in one language or in several, and how contributors point to it."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from jats.elements.build import At, Child, Element, element
from jats.elements.institutions import institution_ids, institution_wrap
from jats.elements.languages import foreign
from jats.model.affiliations import Affiliation
from jats.model.article import Article
from jats.model.people import Contributor

_ADDRESS = {"street": "addr-line", "city": "city", "state": "state", "postal_code": "postal-code"}
"""Element by field; JATS 1.0 has none but `<addr-line>`, whose `@content-type` then says what it is."""

_LOCALIZED = ("text", "institution", "street", "city", "state", "country")


@dataclass(slots=True)
class Institution:
    """One affiliation of the article: what was given and in which field, its identifier and its label."""

    affiliation: Affiliation
    at: At
    identifier: str | None = None
    label: str | None = None
    written: bool = False

    @property
    def empty(self) -> bool:
        """Whether it says nothing but its name in the file."""
        return not any(value for name, value in self.affiliation if name != "id")


@dataclass(slots=True)
class Institutions:
    """All affiliations of an article: those listed, then those given in place, of which equal ones are one."""

    rows: list[Institution] = field(default_factory=list)
    by_id: dict[str, Institution] = field(default_factory=dict)
    in_place: dict[int, Institution] = field(default_factory=dict)
    """By the identity of the affiliation that a contributor holds."""

    def find(self, link: str | Affiliation) -> Institution | None:
        """The one that a contributor means; `None` where no affiliation has that `id`."""
        return self.by_id.get(link) if isinstance(link, str) else self.in_place.get(id(link))

    def add(self, affiliation: Affiliation, at: At) -> Institution:
        """Take in one more."""
        row = Institution(affiliation, at)
        self.rows.append(row)
        if affiliation.id is not None:
            self.by_id.setdefault(affiliation.id, row)
        return row


def gather_institutions(article: Article, at: At) -> Institutions:
    """The affiliations of an article, with labels where there are several, and identifiers."""
    found = Institutions()
    for index, affiliation in enumerate(article.affiliations):
        found.add(affiliation, at / "affiliations" / index)
    in_place = [one for way, people in article.people() for one in _in_place(people, At(at.writing, at.path + way))]
    known = {_content(row.affiliation): row for row in reversed(found.rows)} if in_place else {}
    for affiliation, here in in_place:
        content = _content(affiliation)
        row = known.get(content)
        if row is None or affiliation.id not in (None, row.affiliation.id):
            row = known[content] = found.add(affiliation, here)
        found.in_place[id(affiliation)] = row
    _number([row for row in found.rows if not row.empty])
    return found


def _in_place(people: Sequence[Contributor], at: At) -> Iterator[tuple[Affiliation, At]]:
    """The affiliations that contributors and members of groups hold themselves."""
    for index, person in enumerate(people):
        for position, link in enumerate(person.affiliations):
            if isinstance(link, Affiliation):
                yield link, at / index / "affiliations" / position
        if person.members:
            yield from _in_place(person.members, at / index / "members")


def _content(affiliation: Affiliation) -> Hashable:
    """All that an affiliation says, without the name by which it is referred to."""
    return tuple(_frozen(value) for name, value in affiliation if name != "id")


def _frozen(value: object) -> Hashable:
    if isinstance(value, Mapping):
        return tuple(sorted(value.items()))
    return tuple(map(_frozen, value)) if isinstance(value, tuple) else str(value)


def _number(rows: list[Institution]) -> None:
    """Identifiers for all; where there are several, labels for those that have none: the numbers that no other has."""
    given = {row.affiliation.label for row in rows}
    free = (str(number) for number in count(1) if str(number) not in given)
    for row in rows:
        row.identifier = (row.at / "id").identify(row.affiliation.id, "aff", "aff")
        row.label = row.affiliation.label
        if len(rows) > 1 and row.label is None and row.at.can("aff", "label"):
            row.label = next(free)


def write_institution(row: Institution) -> Element | None:
    """`<aff>`; of an institution with texts in several languages `<aff-alternatives>`, one `<aff>` a language.

    Where it is written more than once, as Authoring wants it, its identifier stands on the first.
    """
    if row.empty:
        row.at.lose("aff", "article-meta")
        return None
    identifier, row.written = None if row.written else row.identifier, True
    found = _versions(row)
    if len(found) == 1:
        tag = {"id": identifier, "xml:lang": found[0].language}
        return element("aff", row.at, tag, _write_version(found[0], row))
    own = row.at.writing.language
    affs = [element("aff", row.at, {"xml:lang": one.language or own}, _write_version(one, row)) for one in found]
    return element("aff-alternatives", row.at, {"id": identifier}, affs)


@dataclass(slots=True)
class _Version:
    """What is said of an institution in one language: values and places by field; the first version says the rest too."""

    language: str | None
    first: bool = False
    values: dict[str, tuple[str, At]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One part of an affiliation: its element, and the characters by which it is found in a printed text."""

    made: Element | None
    text: str | None = None


def _versions(row: Institution) -> list[_Version]:
    found: dict[str | None, _Version] = {}
    texts = [(name, getattr(row.affiliation, name), row.at / name) for name in _LOCALIZED]
    texts += [(f"dept{i}", one, row.at / "departments" / i) for i, one in enumerate(row.affiliation.departments)]
    for name, localized, here in texts:
        for language, value in (localized or {}).items():
            tag = foreign(language, row.at.writing.language) if language else None
            version = found.setdefault(tag, _Version(tag))
            if name in version.values:  # both untagged and tagged with the article's language
                version = found.setdefault(language, _Version(language))
            version.values[name] = (value, here / language)
    ordered = sorted(found.values(), key=lambda version: version.language is not None) or [_Version(None)]
    ordered[0].first = True
    return ordered


def _write_version(version: _Version, row: Institution) -> list[Child]:
    label = element("label", row.at / "label", None, row.label)
    pieces = [*_write_names(version, row), *_write_address(version, row), *_write_contacts(version, row)]
    text, _ = version.values.get("text", (None, None))
    return [label, *(_set_in_line(pieces) if text is None else _tag_in_text(text, pieces))]


def _write_names(version: _Version, row: Institution) -> list[_Piece]:
    departments = [
        _Piece(element("institution", here, {"content-type": "dept"}, value), value)
        for name, (value, here) in version.values.items()
        if name.startswith("dept")
    ]
    return [*departments, *_write_name(version, row)]


def _write_name(version: _Version, row: Institution) -> list[_Piece]:
    """The institution, wrapped with its identifiers where the version has them; JATS 1.0 can point to its ROR entry."""
    name, here = version.values.get("institution", (None, row.at))
    known = institution_ids(row.affiliation.ror, row.affiliation.ids, row.at) if name or version.first else []
    if not known:
        return [_Piece(element("institution", here, None, name), name)]
    if row.at.can("aff", "institution-wrap"):
        return [_Piece(institution_wrap(name, here, known), name)]
    ror = row.affiliation.ror
    if version.first:
        for kind, one, place in known:
            if kind != "ror":
                place.set_aside(one, "institution-wrap", "aff")
    if name is None:
        return [_Piece(element("uri", row.at / "ror", {"content-type": "ror"}, ror))] if ror else []
    return [_Piece(element("institution", here, {"xlink:href": ror}, name), name)]


def _write_address(version: _Version, row: Institution) -> list[_Piece]:
    values = dict(version.values)
    code = row.affiliation.postal_code
    if code and (version.first or "city" in values):
        values["postal_code"] = (code, row.at / "postal_code")
    pieces = [_write_line(name, *values[name]) for name in _ADDRESS if name in values]
    return [*pieces, *_write_country(version, row)]


def _write_line(name: str, value: str, at: At) -> _Piece:
    tag = _ADDRESS[name]
    if at.can("aff", tag):
        return _Piece(element(tag, at, None, value), value)
    return _Piece(element("addr-line", at, {"content-type": tag}, value), value)


def _write_country(version: _Version, row: Institution) -> list[_Piece]:
    """The country with its code, which stands for the name where that isn't given in any language."""
    code = row.affiliation.country_code
    name, here = version.values.get("country", (None, row.at / "country_code"))
    if name is None and version.first and not row.affiliation.country:
        name = code
    return [_Piece(element("country", here, {"country": code}, name), name)] if name else []


def _write_contacts(version: _Version, row: Institution) -> list[_Piece]:
    if not version.first:
        return []
    emails = [
        _Piece(element("email", row.at / "email" / index, None, one), one)
        for index, one in enumerate(row.affiliation.email)
    ]
    url = row.affiliation.url
    return [*emails, _Piece(element("uri", row.at / "url", None, url), url)]


def _set_in_line(pieces: list[_Piece]) -> list[Child]:
    """The parts one after another, with commas between those that are printed."""
    children: list[Child] = []
    for piece in pieces:
        if piece.made is not None:
            children += [", " if children and piece.text else None, piece.made]
    return children


def _tag_in_text(text: str, pieces: list[_Piece]) -> list[Child]:
    """The text as printed with the parts that are found in it tagged, then the others."""
    found: list[tuple[int, int, _Piece]] = []
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
    rest = _set_in_line([piece for piece in pieces if id(piece) not in tagged])
    return [*children, text[end:], ", " if rest else None, *rest]


def _find(text: str, part: str, found: list[tuple[int, int, _Piece]]) -> int:
    """Where a part stands in the text by itself, outside what was found before; -1 where it doesn't."""
    for match in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", text):
        if all(match.end() <= start or match.start() >= end for start, end, _ in found):
            return match.start()
    return -1
