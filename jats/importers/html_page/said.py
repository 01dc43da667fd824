"""What the parts of a page say about the article, each with where it is said, before it is decided what counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from jats.findings import Place


class Rank(IntEnum):
    """How specific a part of a page is about the article: the smallest counts if two disagree."""

    HIGHWIRE = 0
    SHOWN = 1
    JSON_LD = 2
    PRISM = 3
    EPRINTS = 4
    DUBLIN_CORE = 5
    GENERAL = 6


@dataclass(frozen=True, slots=True)
class Said:
    """One value: how the page calls it, what it says, where, and in which language if it says so."""

    name: str
    text: str
    place: Place
    rank: Rank
    language: str = ""


@dataclass(slots=True)
class Pool:
    """Everything that a page says, by field; `left_out` are names of administrative data, `unplaced` has no field."""

    fields: dict[str, list[Said]] = field(default_factory=dict)
    left_out: dict[str, Place] = field(default_factory=dict)
    unplaced: list[Said] = field(default_factory=list)
    people: list[Group] = field(default_factory=list)

    def add(self, to: str, said: Said) -> None:
        """Remember a value of a field; empty values say nothing, and one that is there twice says it once."""
        known = self.fields.setdefault(to, [])
        if said.text and not any(
            said.text == one.text and said.rank == one.rank and said.language == one.language for one in known
        ):
            known.append(said)

    def ranked(self, to: str) -> list[Said]:
        """The values of a field, the most specific first, else in the order of the page."""
        return sorted(self.fields.get(to, ()), key=lambda one: one.rank)

    def best(self, to: str) -> list[Said]:
        """The values of a field from the most specific part that has any."""
        ranked = self.ranked(to)
        return [one for one in ranked if one.rank is ranked[0].rank]

    def everything(self) -> Iterator[tuple[str, Said]]:
        """Each value with its field."""
        for to, values in self.fields.items():
            for one in values:
                yield to, one


@dataclass(slots=True)
class Author:
    """One person as a part of the page has it."""

    name: Said
    affiliations: list[Said] = field(default_factory=list)
    emails: list[Said] = field(default_factory=list)
    orcid: Said | None = None
    url: Said | None = None
    biography: Said | None = None
    surname: str = ""
    given: str = ""
    kind: str = "person"


@dataclass(slots=True)
class Group:
    """The authors as one part of the page lists them."""

    rank: Rank
    authors: list[Author]
