"""Content models and attributes as data, read from the compiled declarations; names keep their prefixes."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar, cast

from jats.schema.catalog import dtd_bytes
from jats.schema.models import Automaton, Particle, parse_model

T = TypeVar("T")

_DECLARATION = re.compile(r"<!(ELEMENT|ATTLIST) (\S+)\s+([^>]*)>")
_ATTRIBUTE = re.compile(r'(\S+) (NOTATION \([^)]*\)|\([^)]*\)|\w+)(?: (#\w+))?(?: "([^"]*)")?\n?')


@dataclass(frozen=True, slots=True)
class Attribute:
    """A declared attribute: its type (CDATA, ID, IDREF, IDREFS, NMTOKEN, NMTOKENS, ENUMERATION, NOTATION), and more.

    `kind` is #REQUIRED, #IMPLIED, #FIXED, or empty for a plain default; `value` is the default or fixed value;
    `enumeration` holds the allowed values in the order of the declaration.
    """

    name: str
    type: str
    kind: str
    value: str | None
    enumeration: tuple[str, ...] = ()

    @property
    def required(self) -> bool:
        """Whether the element must have it."""
        return self.kind == "#REQUIRED"


class Grammar:
    """Everything that one variant declares; an unknown element is treated as an empty one."""

    def __init__(self, dtd: str) -> None:
        found = _DECLARATION.findall(dtd)
        self._models: dict[str, str] = {name: text for kind, name, text in found if kind == "ELEMENT"}
        self._attlists: dict[str, str] = {name: text for kind, name, text in found if kind == "ATTLIST"}
        self._attributes: dict[str, Mapping[str, Attribute]] = {}
        self._automata: dict[str, Automaton] = {}
        self._parents: dict[str, tuple[str, ...]] = {}
        self._children: dict[str, frozenset[str]] = {}
        self._ranks: dict[str, Mapping[str, int] | None] = {}
        self._particles: dict[str, Particle | None] = {}
        self._kept: dict[Hashable, object] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` finds out about this grammar, kept under a name as long as the grammar is, and no longer.

        A cache of a function that takes a grammar would keep each grammar alive that it has seen, with its megabytes.
        """
        if key not in self._kept:
            self._kept[key] = make()
        return cast("T", self._kept[key])

    @cached_property
    def elements(self) -> frozenset[str]:
        """The names of all declared elements, with their prefixes."""
        return frozenset(self._models)

    def model_text(self, name: str) -> str:
        """The content model as the DTD writes it: EMPTY, ANY, `(#PCDATA|b)*`, `(title?,p+)`."""
        return self._models.get(name, "EMPTY").replace("\n ", "")

    def mixed(self, parent: str) -> bool:
        """Whether it may contain text."""
        return self._models.get(parent, "").startswith(("(#PCDATA", "ANY"))

    def empty(self, parent: str) -> bool:
        """Whether it must be empty, without even a comment."""
        return self._models.get(parent) == "EMPTY"

    def particle(self, parent: str) -> Particle | None:
        """The content model as a tree, None for mixed, EMPTY and ANY."""
        if parent not in self._particles:
            text = self._models.get(parent, "EMPTY")
            self._particles[parent] = parse_model(text) if text[0] == "(" and not self.mixed(parent) else None
        return self._particles[parent]

    def children(self, parent: str) -> frozenset[str]:
        """The names that may occur anywhere in it."""
        found = self._children.get(parent)
        if found is None:
            found = self._children[parent] = self._find_children(parent)
        return found

    def _find_children(self, parent: str) -> frozenset[str]:
        particle = self.particle(parent)
        if particle is not None:
            return frozenset(particle.names())
        text = self.model_text(parent)
        return self.elements if text == "ANY" else frozenset(re.findall(r"[^\s()|*#]+", text)) - {"PCDATA", "EMPTY"}

    def order(self, parent: str) -> tuple[str, ...] | None:
        """The names in the order of the sequence, each once; None if the model is mixed, a choice, or empty."""
        ranks = self.ranks(parent)
        return None if ranks is None else tuple(ranks)

    def ranks(self, parent: str) -> Mapping[str, int] | None:
        """Each name's place in the sequence; names in a repeatable choice share one. None as for `order`."""
        if parent not in self._ranks:
            particle = self.particle(parent)
            ordered = particle is not None and particle.kind == "sequence"
            self._ranks[parent] = _ranks(particle) if particle is not None and ordered else None
        return self._ranks[parent]

    def accepts(self, parent: str, names: Sequence[str]) -> bool:
        """Whether the model allows these child elements in this order; text is ignored."""
        if self.particle(parent) is None:
            return self.children(parent).issuperset(names)
        return self.automaton(parent).accepts(names)

    def place_for(self, name: str, parent: str, names: Sequence[str], places: Iterable[int]) -> int | None:
        """The first of these places among the children `names` where one more of that name may be; None if there is none."""
        return next((at for at in places if self.accepts(parent, [*names[:at], name, *names[at:]])), None)

    def next_allowed(self, parent: str, names_so_far: Sequence[str]) -> tuple[str, ...]:
        """The names that may come next, in the model's order, after the longest valid start of `names_so_far`."""
        return self.viable(parent, names_so_far)[1]

    def may_end(self, parent: str, names_so_far: Sequence[str]) -> bool:
        """Whether nothing more is required after the longest valid start of `names_so_far`."""
        return self.viable(parent, names_so_far)[2]

    def viable(self, parent: str, names: Sequence[str]) -> tuple[int, tuple[str, ...], bool]:
        """The length of the longest valid start of `names`, what may come next there, and whether the content may end there."""
        if self.particle(parent) is not None:
            return self.automaton(parent).viable(names)
        allowed = self.children(parent)
        count = next((at for at, name in enumerate(names) if name not in allowed), len(names))
        return count, tuple(sorted(allowed)), True

    def required_children(self, parent: str) -> frozenset[str]:
        """The names without which no content of it is valid."""
        particle = self.particle(parent)
        return frozenset() if particle is None else particle.required()

    def attributes(self, element: str) -> Mapping[str, Attribute]:
        """Its declared attributes by name, prefixed (`xlink:href`, `xmlns:mml`) as in the DTD."""
        found = self._attributes.get(element)
        if found is None:
            found = self._attributes[element] = _attributes(self._attlists.get(element, ""))
        return found

    def attribute(self, element: str, name: str) -> Attribute | None:
        """One declared attribute; None if the element does not have it."""
        return self.attributes(element).get(name)

    def parents(self, child: str) -> tuple[str, ...]:
        """The elements that may hold it, in alphabetical order."""
        found = self._parents.get(child)
        if found is None:
            found = tuple(sorted(name for name in self._models if child in self.children(name)))
            self._parents[child] = found
        return found

    def repeats(self, parent: str, child: str) -> bool:
        """Whether it may contain more than one such child."""
        particle = self.particle(parent)
        return particle is None or particle.most(child) > 1

    def automaton(self, parent: str) -> Automaton:
        """The automaton of its content model; for mixed, EMPTY and ANY content, that of an empty model."""
        found = self._automata.get(parent)
        if found is None:
            found = self._automata[parent] = Automaton(self.particle(parent) or Particle("sequence"))
        return found


@lru_cache(maxsize=16)
def grammar(name: str) -> Grammar:
    """The grammar of a variant, 1 to 10 MB in use; the last sixteen are kept. Raises SchemaError for an unknown one."""
    return Grammar(dtd_bytes(name).decode("utf-8"))


def _attributes(text: str) -> Mapping[str, Attribute]:
    return {found[0]: _attribute(*found) for found in _ATTRIBUTE.findall(text)}


def _attribute(name: str, type_: str, kind: str, value: str) -> Attribute:
    given = value if kind in ("", "#FIXED") else None
    if "(" not in type_:
        return Attribute(name, type_, kind, given)
    word, listed = type_[:-1].split("(")
    return Attribute(name, "NOTATION" if word else "ENUMERATION", kind, given, tuple(listed.split("|")))


def _ranks(sequence: Particle) -> Mapping[str, int]:
    ranks: dict[str, int] = {}
    _rank(sequence, ranks, 0)
    return ranks


def _rank(particle: Particle, ranks: dict[str, int], rank: int) -> int:
    """Give ranks from `rank` on and return the next free one; what may be repeated as a whole shares one."""
    if particle.occurs in ("*", "+") or particle.kind == "name":
        for name in particle.names():
            ranks.setdefault(name, rank)
        return rank + 1
    if particle.kind == "choice":
        return max(_rank(part, ranks, rank) for part in particle.parts)
    for part in particle.parts:
        rank = _rank(part, ranks, rank)
    return rank
