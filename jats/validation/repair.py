"""The smallest change that would make an element's children fit its content model: what it is, is what is wrong.

A search over (child, state of the model's automaton) for the cheapest way to the end, where a child may be kept, dropped,
taken for another name, or preceded by one that is missing.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal

from ..schema.models import Automaton
from .wording import nearest

State = frozenset[int] | None
Node = tuple[int, State]

_BUDGET = 120_000
_DROP, _NEED, _RENAME, _SLIP = 1.0, 0.95, 1.6, 0.5
_ALIEN_RENAME = 1.2
_NEARER = 0.001


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: `drop` the child at `at`, `rename` it to `name`, or `need` a `name` before it."""

    kind: Literal["drop", "rename", "need"]
    at: int
    name: str


def repair(automaton: Automaton, names: Sequence[str], known: frozenset[str]) -> list[Edit]:
    """The cheapest edits, in order, after which `names` fit; `known` are the names that the schema has at all."""
    return _Search(automaton, names, known).run() or repair_at_once(automaton, names)


def repair_at_once(automaton: Automaton, names: Sequence[str]) -> list[Edit]:
    """Edits found in one go from the first name to the last, for lists that are too long to search for the cheapest."""
    edits: list[Edit] = []
    state: State = None
    for at, name in enumerate(names):
        following = automaton.step(state).get(name)
        if following is None:
            edits.append(Edit("drop", at, name))
        else:
            state = following
    if not automaton.may_end(state):
        edits.append(Edit("need", len(names), next(iter(automaton.step(state)), "")))
    return edits


class _Search:
    def __init__(self, automaton: Automaton, names: Sequence[str], known: frozenset[str]) -> None:
        self._automaton = automaton
        self._names = names
        self._known = known
        self._failing = automaton.viable(names)[0]
        self._slips: dict[str, frozenset[str]] = {}

    def run(self) -> list[Edit]:
        start: Node = (0, None)
        order = count()
        queue: list[tuple[float, int, Node, Node | None, Edit | None]] = [(0.0, next(order), start, None, None)]
        came: dict[Node, tuple[Node | None, Edit | None]] = {}
        while queue and next(order) < _BUDGET:
            cost, _, node, previous, edit = heapq.heappop(queue)
            if node in came:
                continue
            came[node] = (previous, edit)
            if node[0] == len(self._names) and self._automaton.may_end(node[1]):
                return _path(came, node)
            for extra, reached, change in self._moves(node):
                if reached not in came:
                    heapq.heappush(queue, (cost + extra, next(order), reached, node, change))
        return []

    def _moves(self, node: Node) -> Iterator[tuple[float, Node, Edit | None]]:
        at, state = node
        steps = self._automaton.step(state)
        away = _NEARER * min(abs(at - self._failing), 200)
        if at < len(self._names):
            name = self._names[at]
            if name in steps:
                yield 0.0, (at + 1, steps[name]), None
            yield _DROP + away, (at + 1, state), Edit("drop", at, name)
            for other, reached in steps.items():
                if other != name:
                    yield self._rename_cost(name, other) + away, (at + 1, reached), Edit("rename", at, other)
        for other, reached in steps.items():
            yield _NEED + away, (at, reached), Edit("need", at, other)

    def _rename_cost(self, name: str, other: str) -> float:
        if name not in self._known:
            return _SLIP if other in self._near(name) else _ALIEN_RENAME
        return _RENAME

    def _near(self, name: str) -> frozenset[str]:
        if name not in self._slips:
            self._slips[name] = frozenset(nearest(name, self._known))
        return self._slips[name]


def _path(came: dict[Node, tuple[Node | None, Edit | None]], node: Node) -> list[Edit]:
    edits: list[Edit] = []
    step: Node | None = node
    while step is not None:
        previous, edit = came[step]
        if edit:
            edits.append(edit)
        step = previous
    return edits[::-1]
