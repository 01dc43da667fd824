"""The forms that services ask for if they differ: which one is written for which targets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from jats.errors import InputError
from jats.messages.words import any_of, quoted
from jats.options import CITATIONS
from jats.vocab.tables import tabbed_rows


@dataclass(frozen=True, slots=True)
class Clash:
    """Two targets that ask for different forms of one thing; `wanted` says in words what the second one asks for."""

    choice: str
    written_for: str
    against: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Forms:
    """The form of each choice that a target asks for, and the targets that would have it otherwise."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    choice: str
    form: str
    services: frozenset[str]
    words: str


@lru_cache(maxsize=64)
def forms_for(targets: tuple[str, ...], citation: str | None = None) -> Forms:
    """What these targets ask for; if two differ, the one named first decides. `citation` overrides them all.

    Raises InputError for a form of references that does not exist.
    """
    forms = _forms_for(targets)
    if citation is None:
        return forms
    if citation not in CITATIONS:
        raise InputError(f"there is no form of references {quoted(citation)}: write {any_of(CITATIONS)}")
    clashes = tuple(clash for clash in forms.clashes if clash.choice != "citation")
    return Forms({**forms.chosen, "citation": citation}, clashes)


def _forms_for(targets: tuple[str, ...]) -> Forms:
    deciding: dict[str, tuple[str, _Row]] = {}
    clashes: dict[str, Clash] = {}
    for target in map(str.lower, targets):
        for row in _table():
            if target in row.services:
                first, decided = deciding.setdefault(row.choice, (target, row))
                if decided.form != row.form:
                    clashes.setdefault(row.choice, Clash(row.choice, first, target, row.words))
    return Forms({choice: row.form for choice, (_, row) in deciding.items()}, tuple(clashes.values()))


@lru_cache(maxsize=1)
def _table() -> tuple[_Row, ...]:
    rows = tabbed_rows("model/target_forms.tsv")
    return tuple(_Row(choice, form, frozenset(services.split()), words) for choice, form, services, words in rows)
