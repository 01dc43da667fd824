"""CRediT: the fourteen roles of contributors, by term, address and the other words that stand for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from jats.messages.words import nearest_one
from jats.vocab.normal_forms import without_accents
from jats.vocab.tables import rows

VOCABULARY = "https://credit.niso.org/"
"""The address of the vocabulary, JATS4R's `vocab-identifier`."""


@dataclass(frozen=True, slots=True)
class CreditRole:
    """One role: `slug` is the last part of its address."""

    slug: str
    term: str

    @property
    def url(self) -> str:
        """The address of the term, JATS4R's `vocab-term-identifier`."""
        return f"{VOCABULARY}contributor-roles/{self.slug}/"


@cache
def roles() -> tuple[CreditRole, ...]:
    """The fourteen roles in the order of the standard."""
    return tuple(CreditRole(slug, term) for slug, term, _ in rows("credit"))


def find_role(text: str) -> CreditRole | None:
    """The role that a term, an address or a usual variant names; `None` for words that are not a CRediT role.

    Case, accents, dashes, `&` and `and` don't matter; the older addresses at casrai.org are known; so are the terms in
    Ukrainian, Russian, Spanish, Portuguese, and some in French and German.
    """
    if address := re.search(r"(?:credit\.niso\.org|casrai\.org)/\S*?([a-z-]+)/?$", text.strip().lower()):
        return _by_key().get(_key(address[1].replace("-", " ")))
    return _by_key().get(_key(text))


def meant_role(text: str) -> CreditRole | None:
    """The role that words which are not a CRediT term most likely mean: `Sofware`, `Conceptualization and design`."""
    bare = split_degree(text)[0]
    for part in (bare, *re.split(r" and |[,;/&]", bare)):
        if found := find_role(part):
            return found
    near = nearest_one(bare, [role.term for role in roles()])
    return find_role(near) if near else None


def resembling_role(text: str) -> str | None:
    """The term that a misspelt or shortened one is meant for: `Methodolgy`, `Writing`; `None` for other words."""
    bare = split_degree(text)[0].strip()
    small = bare.casefold()
    if len(small) > 5 and (begun := [role.term for role in roles() if role.term.casefold().startswith(small)]):
        return " or ".join(begun)
    return nearest_one(bare, [role.term for role in roles()])


def split_degree(text: str) -> tuple[str, str | None]:
    """A role and its degree of contribution, where brackets or a comma add one: `Software (lead)` is Software and `lead`.

    The degrees are those that CRediT suggests and JATS 1.3 has an attribute for: lead, equal, supporting.
    """
    before, mark, word = text.strip().translate(_MARKS).rpartition("\0")
    degree = _DEGREES.get(word.strip().removesuffix(")").removesuffix("]").strip().casefold()) if mark else None
    return (text.strip()[: len(before)].rstrip(), degree) if degree and before.strip() else (text, None)


_MARKS = str.maketrans(dict.fromkeys(",:([", "\0"))
"""The marks between a role and its degree."""

_DEGREES = {
    **dict.fromkeys(("lead", "leading", "principal", "líder", "провідна", "основна"), "lead"),
    **dict.fromkeys(("equal", "igual", "рівна", "равный"), "equal"),
    **dict.fromkeys(("supporting", "support", "apoio", "apoyo", "допоміжна"), "supporting"),
}


@cache
def _by_key() -> dict[str, CreditRole]:
    keys: dict[str, CreditRole] = {}
    for role, (slug, term, others) in zip(roles(), rows("credit"), strict=True):
        for name in (term, slug, *others.split(";")):
            keys.setdefault(_key(name), role)
    return keys


def _key(name: str) -> str:
    """The words of a name without accents, case, dashes and conjunctions."""
    letters = without_accents(name.casefold())
    return " ".join(
        word for word in re.findall(r"\w+", letters) if word not in {"and", "und", "та", "и", "y", "e", "et"}
    )
