"""Random small documents after a grammar: each element as a root, with children that its content model accepts."""

from __future__ import annotations

import random
from collections.abc import Iterator

from lxml import etree

from jats.schema.content import Attribute, Grammar
from jats.schema.models import Particle
from jats.schema.xsd import namespaces

DEPTH = 6


class Writer:
    """Writes elements that are valid but for what chance wants broken."""

    def __init__(self, rules: Grammar, seed: int) -> None:
        self.rules = rules
        self.dice = random.Random(seed)  # noqa: S311 - repeatable dice are wanted
        self.spaces = namespaces(rules)
        self.ids = 0
        self.broken = 0.0

    def document(self, root: str, broken: float) -> etree._Element:
        """A document whose every choice goes wrong with the probability `broken`."""
        self.broken = broken
        return self.element(root, 0, {"", "xml"})

    def element(self, name: str, depth: int, scope: set[str]) -> etree._Element:
        """An element with its required and some other attributes, and children until DEPTH.

        A prefix is declared where the DTD lets the element do so; `scope` holds those declared further up.
        """
        attributes = self.rules.attributes(name)
        declarable = {key[6:] for key in attributes if key.startswith("xmlns:")}
        made = etree.Element(self.expanded(name), nsmap={prefix: self.spaces[prefix] for prefix in declarable})
        scope = scope | declarable
        for key, declared in attributes.items():
            if key.rpartition(":")[0] in scope and (declared.required or self.wanted(declared)):
                made.set(self.expanded(key), self.value(declared))
        for child in self.children(name, depth):
            made.append(self.element(child, depth + 1, scope))
        if self.rules.mixed(name) or self.dice.random() < self.broken / 4:
            made.text = "text"
        return made

    def children(self, name: str, depth: int) -> list[str]:
        """Names of children in an order that the content model accepts, mostly."""
        particle = self.rules.particle(name)
        if particle is not None:
            names = list(self.drawn(particle, depth))
        else:
            allowed = sorted(self.rules.children(name))
            names = self.dice.sample(allowed, min(len(allowed), 2)) if depth < DEPTH else []
        if names and self.dice.random() < self.broken:
            self.dice.choice((names.reverse, names.pop, lambda: names.append(names[0])))()
        return names

    def drawn(self, particle: Particle, depth: int) -> Iterator[str]:
        """One of the words of a particle's language; a short one when it is deep."""
        least = 0 if particle.occurs in ("?", "*") else 1
        most = 1 if depth > 2 or particle.occurs in ("", "?") else 2
        for _ in range(self.dice.randint(least, least if depth >= DEPTH else most)):
            if particle.kind == "name":
                yield particle.name
            elif particle.kind == "choice":
                yield from self.drawn(self.dice.choice(particle.parts), depth)
            else:
                for part in particle.parts:
                    yield from self.drawn(part, depth)

    def wanted(self, declared: Attribute) -> bool:
        """Whether an attribute that may be absent is written; a reference only where there is something to refer to."""
        return (
            declared.name[:4] != "xsi:"
            and self.dice.random() < 0.1
            and (self.ids > 0 or not declared.type.startswith("IDREF"))
        )

    def value(self, declared: Attribute) -> str:
        """A value of the attribute's type; an ID is new each time, a reference names one that exists or may not."""
        if declared.kind == "#FIXED":
            return declared.value or ""
        if declared.enumeration:
            return "wrong" if self.dice.random() < self.broken / 4 else self.dice.choice(declared.enumeration)
        if declared.type == "ID":
            self.ids += 1
            return f"i{self.ids}"
        if declared.type.startswith("IDREF"):
            return f"i{self.ids or 1}"
        return "value"

    def expanded(self, name: str) -> str:
        """The name as lxml wants it."""
        prefix, _, local = name.rpartition(":")
        return f"{{{self.spaces[prefix]}}}{local}" if prefix else local
