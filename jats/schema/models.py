"""A content model as data: its text becomes a tree of particles, and the tree an automaton over child names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

_TOKEN = re.compile(r"[(),|]|[^\s(),|?*+]+|[?*+]")


@dataclass(frozen=True, slots=True)
class Particle:
    """One part of a content model: a `name`, or a `sequence` or `choice` of parts; occurs is one of "", "?", "*", "+"."""

    kind: str
    occurs: str = ""
    name: str = ""
    parts: tuple[Particle, ...] = ()

    @property
    def optional(self) -> bool:
        """Whether it may match nothing."""
        if self.occurs in ("?", "*"):
            return True
        if self.kind == "name":
            return False
        return (all if self.kind == "sequence" else any)(part.optional for part in self.parts)

    def names(self) -> Iterator[str]:
        """Every name in it in the order of the model, repeated where the model repeats it."""
        if self.kind == "name":
            yield self.name
        for part in self.parts:
            yield from part.names()

    def required(self) -> frozenset[str]:
        """The names that every match contains."""
        if self.optional:
            return frozenset()
        if self.kind == "name":
            return frozenset((self.name,))
        parts = [part.required() for part in self.parts]
        return frozenset.union(*parts) if self.kind == "sequence" else frozenset.intersection(*parts)

    def most(self, name: str) -> int:
        """How often a name may occur in a match: 0, 1, or more often (2)."""
        found = [part.most(name) for part in self.parts] if self.kind != "name" else [int(self.name == name)]
        number = max(found, default=0) if self.kind == "choice" else sum(found)
        return min(number * (2 if self.occurs in ("*", "+") else 1), 2)


def parse_model(text: str) -> Particle:
    """The tree of an element-only content model such as `(title?,(p|list)*)`."""
    tokens = _TOKEN.findall(text)
    particle, end = _parse(tokens, 0)
    if end != len(tokens):
        raise ValueError(f"not a content model: {text}")
    return particle


def _parse(tokens: Sequence[str], at: int) -> tuple[Particle, int]:
    if tokens[at] != "(":
        occurs, end = _occurs(tokens, at + 1)
        return Particle("name", occurs, tokens[at]), end
    parts, separator, at = [], ",", at + 1
    while True:
        part, at = _parse(tokens, at)
        parts.append(part)
        if tokens[at] == ")":
            break
        separator, at = tokens[at], at + 1
    occurs, end = _occurs(tokens, at + 1)
    return Particle("choice" if separator == "|" else "sequence", occurs, "", tuple(parts)), end


def _occurs(tokens: Sequence[str], at: int) -> tuple[str, int]:
    if at < len(tokens) and tokens[at] in ("?", "*", "+"):
        return tokens[at], at + 1
    return "", at


class Automaton:
    """Glushkov's automaton of a content model: a state is the set of places in the model that were just read."""

    __slots__ = ("_ends", "_first", "_follow", "_names", "_nullable", "_steps")

    def __init__(self, model: Particle) -> None:
        self._names: list[str] = []
        self._follow: list[list[int]] = []
        self._nullable, self._first, last = self._build(model)
        self._ends = frozenset(last)
        self._steps: dict[frozenset[int] | None, dict[str, frozenset[int]]] = {}

    def accepts(self, names: Iterable[str]) -> bool:
        """Whether these children, in this order, are complete content."""
        state: frozenset[int] | None = None
        for name in names:
            if (state := self.step(state).get(name)) is None:
                return False
        return self.may_end(state)

    def viable(self, names: Iterable[str]) -> tuple[int, tuple[str, ...], bool]:
        """The length of the longest valid start of `names`, which names may come next, and whether the content may end there."""
        state: frozenset[int] | None = None
        count = 0
        for name in names:
            following = self.step(state).get(name)
            if following is None:
                break
            state, count = following, count + 1
        return count, tuple(self.step(state)), self.may_end(state)

    def may_end(self, state: frozenset[int] | None) -> bool:
        """Whether the content may end in this state; None is the state before the first child."""
        return self._nullable if state is None else not self._ends.isdisjoint(state)

    def step(self, state: frozenset[int] | None) -> dict[str, frozenset[int]]:
        """The names that may come next, in the model's order, and the state that each leads to."""
        steps = self._steps.get(state)
        if steps is None:
            places = self._first if state is None else {place for at in state for place in self._follow[at]}
            reached: dict[str, set[int]] = {}
            for place in sorted(places):
                reached.setdefault(self._names[place], set()).add(place)
            steps = self._steps[state] = {name: frozenset(found) for name, found in reached.items()}
        return steps

    def _build(self, model: Particle) -> tuple[bool, list[int], list[int]]:
        if model.kind == "name":
            place = len(self._names)
            self._names.append(model.name)
            self._follow.append([])
            nullable, first, last = False, [place], [place]
        else:
            build = self._sequence if model.kind == "sequence" else self._choice
            nullable, first, last = build(model.parts)
        if model.occurs in ("*", "+"):
            self._link(last, first)
        return nullable or model.occurs in ("?", "*"), first, last

    def _sequence(self, parts: Iterable[Particle]) -> tuple[bool, list[int], list[int]]:
        nullable, first, last = True, list[int](), list[int]()
        for part in parts:
            part_nullable, part_first, part_last = self._build(part)
            self._link(last, part_first)
            first = first + part_first if nullable else first
            last = last + part_last if part_nullable else part_last
            nullable = nullable and part_nullable
        return nullable, first, last

    def _choice(self, parts: Iterable[Particle]) -> tuple[bool, list[int], list[int]]:
        nullable, first, last = False, list[int](), list[int]()
        for part in parts:
            part_nullable, part_first, part_last = self._build(part)
            nullable, first, last = nullable or part_nullable, first + part_first, last + part_last
        return nullable, first, last

    def _link(self, sources: Iterable[int], targets: list[int]) -> None:
        for source in sources:
            self._follow[source].extend(targets)


def simplified(particle: Particle) -> Particle:
    """The same language without parts that a schema processor considers ambiguous, such as `(a*|b?)*` for `(a|b)*`."""
    parts = tuple(_flattened(particle.kind, map(simplified, particle.parts)))
    if len(parts) == 1:
        return replace(parts[0], occurs=_both(parts[0].occurs, particle.occurs))
    occurs = particle.occurs
    if particle.kind == "choice" and occurs in ("*", "+"):
        occurs = "*" if occurs == "*" or any(part.optional for part in parts) else "+"
        parts = tuple(_flattened("choice", (replace(part, occurs=_once(part.occurs)) for part in parts)))
    return replace(particle, occurs=occurs, parts=parts)


def _flattened(kind: str, parts: Iterable[Particle]) -> Iterator[Particle]:
    for part in parts:
        if part.kind == kind and not part.occurs:
            yield from part.parts
        else:
            yield part


def _both(inner: str, outer: str) -> str:
    return inner if outer in ("", inner) else outer if not inner else "*"


def _once(occurs: str) -> str:
    return {"?": "", "*": "", "+": ""}.get(occurs, occurs)
