"""How well parsed references agree with labelled ones: one title unit, one locator unit, values folded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Item = tuple[str, str]

_UNITS = {
    "article_title": "title", "chapter_title": "title", "trans_title": "title", "source": "source", "trans_source": "source",
    "fpage": "locator", "elocation": "locator", "lpage": "lpage", "year": "year", "volume": "volume", "issue": "issue",
    "publisher": "publisher", "publisher_loc": "publisher_loc", "conf_loc": "publisher_loc", "edition": "edition",
    "conf_name": "conf_name", "doi": "doi", "url": "url", "pmid": "pmid", "pmcid": "pmcid", "arxiv": "arxiv", "isbn": "isbn",
    "etal": "etal", "collab": "collab", "date_in_citation": "date_in_citation", "lang": "lang",
}  # fmt: skip
"""Fields that are compared, and the unit that each is part of."""
_PEOPLE = ("authors", "editors", "translators")
_PREFIXES = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:|arxiv:)", re.IGNORECASE)


def folded(value: object) -> str:
    """A value without case, punctuation and blanks."""
    text = _PREFIXES.sub("", str(value).strip())
    return "".join(c for c in text.casefold() if c.isalnum())


def items_of(fields: Mapping[str, object]) -> list[Item]:
    """What is compared of a reference: each person, each unit."""
    found = list(_people(fields))
    units: dict[str, str] = {}
    for name, unit in _UNITS.items():
        for value in _values(fields.get(name)):
            if unit in ("collab", "url"):
                found.append((unit, folded(value)))
            else:
                units[unit] = units.get(unit, "") + folded(value)
    return [*found, *units.items()]


def _values(value: object) -> list[object]:
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def _people(fields: Mapping[str, object]) -> Iterator[Item]:
    for role in _PEOPLE:
        people = fields.get(role)
        for person in people if isinstance(people, list) else []:
            parts = [person.get(key, "") for key in ("surname", "given", "suffix")]
            yield role, "/".join(folded(part) for part in parts)


@dataclass(slots=True)
class Score:
    """Counts over many references; `micro` is the F1 over all fields."""

    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    references: int = 0
    whole: int = 0

    def add(self, expected: Mapping[str, object], actual: Mapping[str, object]) -> bool:
        """Count one reference; whether it is wholly right."""
        left, right = Counter(items_of(expected)), Counter(items_of(actual))
        for (unit, _), number in left.items():
            self.wanted[unit] += number
        for (unit, _), number in right.items():
            self.given[unit] += number
        for (unit, _), number in (left & right).items():
            self.right[unit] += number
        self.references += 1
        self.whole += left == right
        return left == right

    @property
    def micro(self) -> float:
        """The F1 over all fields of all references."""
        total = self.wanted.total() + self.given.total()
        return 2 * self.right.total() / total if total else 1.0

    @property
    def share_whole(self) -> float:
        """The share of references that are wholly right."""
        return self.whole / self.references if self.references else 1.0

    def of(self, unit: str) -> float:
        """The F1 of one unit."""
        total = self.wanted[unit] + self.given[unit]
        return 2 * self.right[unit] / total if total else 1.0
