"""Finds the smallest change that makes an element's children fit its content model, which shows what is wrong.

A search over (child, state of the model's automaton) for the cheapest path to the end, if a child may be kept, dropped,
renamed, or preceded by a missing one.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Literal

from jats.messages.words import nearest
from jats.schema.models import Automaton

State = frozenset[int] | None
Node = tuple[int, int]

_BUDGET = 60_000
_DROP, _NEED, _RENAME, _SLIP = 1.0, 0.95, 1.6, 0.5
_ALIEN_RENAME = 1.2
_NEARER = 0.001


@dataclass(frozen=True, slots=True)
class ContentEdit:
    """One change: `drop` the child at `at`, `rename` it to `name`, or `need` a `name` before it."""

    kind: Literal["drop", "rename", "need"]
    at: int
    name: str


def repair(automaton: Automaton, names: Sequence[str], known: frozenset[str]) -> list[ContentEdit]:
    """The cheapest edits, in order, after which `names` fit; `known` are all names in the schema."""
    return _Search(automaton, names, known).run() or repair_at_once(automaton, names)


def repair_at_once(automaton: Automaton, names: Sequence[str]) -> list[ContentEdit]:
    """Edits found in one go from the first name to the last, for lists that are too long to search for the cheapest."""
    edits: list[ContentEdit] = []
    state: State = None
    for at, name in enumerate(names):
        following = automaton.step(state).get(name)
        if following is None:
            edits.append(ContentEdit("drop", at, name))
        else:
            state = following
    if not automaton.may_end(state):
        edits.append(ContentEdit("need", len(names), next(iter(automaton.step(state)), "")))
    return edits


@dataclass(frozen=True, slots=True)
class _Row:
    """A class of equal states: where each name leads to, one name for each such place, and whether the content may end."""

    steps: dict[str, int]
    ways: tuple[tuple[str, int], ...]
    ends: bool


class _Compact:
    """An automaton with equal states merged: the same may follow any name of `(a|b|c)*`."""

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        self._states: list[State] = []
        self._numbers: dict[object, int] = {}
        self._rows: dict[int, _Row] = {}

    def number(self, state: State) -> int:
        """The number of the first state that is like this one."""
        likeness = (self._automaton.may_end(state), tuple(self._automaton.step(state).items()))
        number = self._numbers.setdefault(likeness, len(self._states))
        if number == len(self._states):
            self._states.append(state)
        return number

    def row(self, number: int) -> _Row:
        """What may follow a state."""
        if number not in self._rows:
            state = self._states[number]
            reached = {following: self.number(following) for following in set(self._automaton.step(state).values())}
            steps = {name: reached[following] for name, following in self._automaton.step(state).items()}
            ways = {there: name for name, there in reversed(steps.items())}
            turned = tuple((name, there) for there, name in ways.items())
            self._rows[number] = _Row(steps, turned[::-1], self._automaton.may_end(state))
        return self._rows[number]


@lru_cache(maxsize=128)
def _compact(automaton: Automaton) -> _Compact:
    return _Compact(automaton)


class _Search:
    def __init__(self, automaton: Automaton, names: Sequence[str], known: frozenset[str]) -> None:
        self._compact = _compact(automaton)
        self._start = self._compact.number(None)
        self._names = names
        self._known = known
        self._failing = automaton.viable(names)[0]
        self._slips: dict[str, frozenset[str]] = {}

    def run(self) -> list[ContentEdit]:
        """The edits of the cheapest path; empty if it is not found within the budget."""
        order = count()
        queue: list[tuple[float, int, Node, Node | None, ContentEdit | None]] = [(0.0, 0, (0, self._start), None, None)]
        came: dict[Node, tuple[Node | None, ContentEdit | None]] = {}
        while queue and next(order) < _BUDGET:
            cost, _, node, previous, edit = heapq.heappop(queue)
            if node in came:
                continue
            came[node] = (previous, edit)
            if node[0] == len(self._names) and self._compact.row(node[1]).ends:
                return _path(came, node)
            for extra, reached, change in self._moves(node):
                if reached not in came:
                    heapq.heappush(queue, (cost + extra, next(order), reached, node, change))
        return []

    def _moves(self, node: Node) -> Iterator[tuple[float, Node, ContentEdit | None]]:
        at, state = node
        row = self._compact.row(state)
        away = _NEARER * min(abs(at - self._failing), 200)
        if at < len(self._names):
            name = self._names[at]
            kept = row.steps.get(name)
            if kept is not None:
                yield 0.0, (at + 1, kept), None
            yield _DROP + away, (at + 1, state), ContentEdit("drop", at, name)
            for other, reached in (*self._slips_of(name, row), *row.ways):
                if reached != kept:
                    yield self._rename_cost(name, other) + away, (at + 1, reached), ContentEdit("rename", at, other)
        for other, reached in row.ways:
            if reached != state:
                yield _NEED + away, (at, reached), ContentEdit("need", at, other)

    def _slips_of(self, name: str, row: _Row) -> list[tuple[str, int]]:
        """The names here that are similar to an unknown one; of the others, one per place is enough."""
        if name in self._known:
            return []
        return [(other, row.steps[other]) for other in self._near(name) if other in row.steps]

    def _rename_cost(self, name: str, other: str) -> float:
        if name not in self._known:
            return _SLIP if other in self._near(name) else _ALIEN_RENAME
        return _RENAME

    def _near(self, name: str) -> frozenset[str]:
        if name not in self._slips:
            self._slips[name] = frozenset(nearest(name, self._known))
        return self._slips[name]


def _path(came: dict[Node, tuple[Node | None, ContentEdit | None]], node: Node) -> list[ContentEdit]:
    edits: list[ContentEdit] = []
    step: Node | None = node
    while step is not None:
        previous, edit = came[step]
        if edit:
            edits.append(edit)
        step = previous
    return edits[::-1]
