"""Kinds of cited works, by the names that editors and platforms give them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from jats.vocab.tables import rows


@dataclass(frozen=True, slots=True)
class ReferenceType:
    """How JATS names a kind of work, and the element that its title is in."""

    publication_type: str | None
    title_beside_source: str = "article-title"
    title_alone: str = "article-title"

    def title_element(self, *, has_source: bool) -> str:
        """The element of the title, which is the source itself if a work is in no other."""
        return self.title_beside_source if has_source else self.title_alone


@lru_cache(maxsize=256)
def find_type(name: str | None) -> ReferenceType:
    """The kind of that name, in whatever case; one that isn't known is taken as named, an article where none is given."""
    known = None if name is None else _types().get(name.strip().lower().replace(" ", "-"))
    return known or ReferenceType(name)


@cache
def _types() -> dict[str, ReferenceType]:
    table: dict[str, ReferenceType] = {}
    for name, aliases, *elements in rows("reference_types"):
        for one in (name, *aliases.split()):
            table[one] = ReferenceType(*elements)
    return table


def is_known_type(name: str) -> bool:
    """Whether a kind of work is known by that name."""
    return name.strip().lower().replace(" ", "-") in _types()


@cache
def type_names() -> tuple[str, ...]:
    """The names of all kinds, without their other names."""
    return tuple(row[0] for row in rows("reference_types"))
