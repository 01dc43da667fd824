"""Affiliations: each institution once, in one language or in several, and how contributors point to it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Protocol

from jats.draft import Path
from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.original_affiliations import ORIGINAL, original_and_parts
from jats.elements.places import LanguageVersion, Setting, pieces_of, set_in_line, tag_in_text, versions_of
from jats.elements.pointers import point
from jats.model.affiliations import Affiliation, InstitutionId
from jats.model.base import Data
from jats.model.people import Contributor, ContributorGroup


@dataclass(slots=True)
class Institution(Setting[Affiliation]):
    """One affiliation of the article: what was given and in which field, its identifier and its label."""

    identifier: str | None = None
    label: str | None = None
    written: bool = False

    @property
    def empty(self) -> bool:
        """Whether it says nothing but its name in the file."""
        return not any(value for name, value in self.given if name != "id")


@dataclass(slots=True)
class InstitutionTable:
    """All affiliations of an article: those listed, then those given in place, of which equal ones are one."""

    rows: list[Institution] = field(default_factory=list)
    by_id: dict[str, Institution] = field(default_factory=dict)
    in_place: dict[int, Institution] = field(default_factory=dict)
    """By the identity of the affiliation that a contributor holds."""

    def find(self, link: str | Affiliation) -> Institution | None:
        """The one that a contributor means; `None` if no affiliation has that `id`."""
        return self.by_id.get(link) if isinstance(link, str) else self.in_place.get(id(link))

    def add(self, affiliation: Affiliation, at: Cursor) -> Institution:
        """Take in one more."""
        row = Institution(affiliation, at, "aff")
        self.rows.append(row)
        if affiliation.id is not None:
            self.by_id.setdefault(affiliation.id, row)
        return row


class Peopled(Protocol):
    """An article, or a journal."""

    @property
    def affiliations(self) -> tuple[Affiliation, ...]:
        """The affiliations that are listed."""

    def people(self) -> Iterator[tuple[Path, tuple[Contributor | ContributorGroup, ...]]]:
        """The contributors, with the fields that hold them."""


def gather_institutions(article: Peopled, at: Cursor) -> InstitutionTable:
    """The affiliations of an article or a journal, with labels if there are several, and identifiers."""
    found = InstitutionTable()
    for index, affiliation in enumerate(article.affiliations):
        found.add(affiliation, at / "affiliations" / index)
    in_place = [one for way, people in article.people() for one in _in_place(people, Cursor(at.context, at.path + way))]
    known = {_content(row.given): row for row in reversed(found.rows)} if in_place else {}
    for affiliation, here in in_place:
        content = _content(affiliation)
        row = known.get(content)
        if row is None or affiliation.id not in (None, row.given.id):
            row = known[content] = found.add(affiliation, here)
        found.in_place[id(affiliation)] = row
    _number([row for row in found.rows if not row.empty])
    return found


def _in_place(people: Sequence[Contributor | ContributorGroup], at: Cursor) -> Iterator[tuple[Affiliation, Cursor]]:
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
        return tuple(sorted((key, _frozen(one)) for key, one in value.items()))
    if isinstance(value, Data):
        return tuple(_frozen(one) for _, one in value)
    if isinstance(value, InstitutionId):
        return str(value), value.authority, value.vocabulary
    return tuple(map(_frozen, value)) if isinstance(value, tuple) else str(value)


def _number(rows: list[Institution]) -> None:
    """Identifiers for all; if there are several, labels for those that have none: the numbers that no other has."""
    given = {row.given.label for row in rows}
    free = (str(number) for number in count(1) if str(number) not in given)
    for row in rows:
        row.identifier = (row.at / "id").identify(row.given.id, "aff", "aff")
        row.label = row.given.label
        wanted = len(rows) > 1 or row.at.context.wants("affiliation", ORIGINAL)
        if wanted and row.label is None and row.at.can("aff", "label"):
            row.label = next(free)


def write_institution(row: Institution) -> Element | None:
    """`<aff>`; of an institution with texts in several languages `<aff-alternatives>`, one `<aff>` a language.

    If it is written more than once, as Authoring requires, its identifier is on the first. SciELO, which doesn't know
    `<aff-alternatives>` as what a link leads to, gets an identifier on each `<aff>` instead.
    """
    if row.empty:
        row.at.lose("aff", "article-meta")
        return None
    identifier, row.written = None if row.written else row.identifier, True
    found = versions_of(row)
    if len(found) == 1:
        return _write_version(found[0], row, {"id": (identifier, row.at / "id"), "xml:lang": found[0].language})
    own = row.at.context.language
    if row.at.context.wants("affiliation", ORIGINAL):
        ids = [identifier, *(row.at.identify(None, "aff", "aff") for _ in found[1:])]
        affs = [
            _write_version(one, row, {"id": name, "xml:lang": one.language or own})
            for one, name in zip(found, ids, strict=True)
        ]
        return element("aff-alternatives", row.at, None, affs)
    affs = [_write_version(one, row, {"xml:lang": one.language or own}) for one in found]
    return element("aff-alternatives", row.at, {"id": (identifier, row.at / "id")}, affs)


def _write_version(version: LanguageVersion, row: Institution, attributes: Attributes) -> Element | None:
    label = element("label", row.at / "label", None, row.label)
    text, _ = version.values.get("text", (None, None))
    pieces = pieces_of(version, row)
    if row.at.context.wants("affiliation", ORIGINAL):
        content = original_and_parts(version, row, pieces)
    else:
        content = set_in_line(pieces) if text is None else tag_in_text(text, pieces)
    made = element("aff", row.at, attributes, label, content)
    return point(made, row.given.part_of, row.at / "part_of") if row.given.part_of else made
