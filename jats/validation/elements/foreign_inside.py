"""What to write for the unknown elements inside one that the schema does not know either: `<li>` in `<ul>`."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import permutations

from lxml import etree

from jats.messages.words import all_of, nearest, tag
from jats.schema.content import Grammar
from jats.validation.elements.foreign import named_counterparts
from jats.validation.elements.homes import natural_homes
from jats.validation.elements.stray_text import holder_of_text
from jats.validation.elements.wrappers import has_text
from jats.validation.names import child_elements, written_name

_MOST = 6
_FEW = 5
_WRITTEN = re.compile(r": write (?:an? )?<([a-z:-]+)")
_ANY_CUT = re.compile(r"[_.\s]")


@dataclass(slots=True)
class _Names:
    """The right names of unknown elements, by their own; the elements that they must be put into, and those with text."""

    grammar: Grammar
    right: dict[str, str] = field(default_factory=dict)
    wrapped: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    texts: dict[str, str] = field(default_factory=dict)

    def take(self, element: etree._Element, parent: str) -> str:
        """The right name of an element that is in `parent`; empty if it is not clear."""
        own = written_name(element)
        if own in self.grammar.elements or own in self.right:
            return self.right.get(own, own)
        right, holder = _name(element, parent, self.grammar)
        if right:
            self.right[own] = right
            if holder:
                self.wrapped[holder].append(right)
            if words := _around_content(element, right, self.grammar):
                self.texts[own] = words
        return right

    def around_its_content(self, element: etree._Element, right: str) -> str:
        """The element that an element's content is to be in: its own right name, or what its text needs around it."""
        return self.texts.get(written_name(element), right).rpartition("<")[2].rstrip(">")

    def words(self, remedy: str) -> str:
        """The remedy, with what is not in it yet."""
        said = {own: right for own, right in self.right.items() if not re.search(rf"<{right}[ >]", remedy)}
        if not 0 < len(said) <= _MOST:
            return remedy
        pairs = [f"{tag(right)}{self.texts.get(own, '')} for {tag(own)}" for own, right in said.items()]
        around = [f", {all_of(map(tag, inside))} in one {tag(holder)}" for holder, inside in self.wrapped.items()]
        joined = "and" if " with " in remedy else "with"
        return f"{remedy}, {joined} {all_of(pairs)} in it{''.join(around)}"


def with_those_inside(child: etree._Element, remedy: str, grammar: Grammar) -> str:
    """A remedy that names another element, with the names for what is in it, and where its text is put."""
    named = _WRITTEN.search(remedy)
    if named is None or ", or " in remedy or named[1] not in grammar.elements:
        return remedy
    names, waiting = _Names(grammar), [(child, named[1])]
    while waiting:
        around, meant = waiting.pop()
        waiting += [
            (each, names.around_its_content(each, right))
            for each in child_elements(around)
            if (right := names.take(each, meant))
        ]
    words = names.words(remedy)
    if (
        has_text(child)
        and "<p>" not in words
        and " with " not in remedy
        and (text := holder_of_text(named[1], grammar))
    ):
        words += f", with its text in {text}"
    order = _order([names.right.get(own, own) for own in map(written_name, child_elements(child))], named[1], grammar)
    return f"{words}, in the order {', '.join(map(tag, order))}" if order else words


def _around_content(element: etree._Element, name: str, grammar: Grammar) -> str:
    """What the text and the inline elements of an element must be in, under another name; empty if they may stay."""
    inside, allowed = child_elements(element), grammar.children(name)
    inline = bool(inside) and not any(
        allowed.intersection((written_name(each), *named_counterparts(each))) for each in inside
    )
    return holder_of_text(name, grammar) if has_text(element) or inline else ""


def _order(inside: list[str], parent: str, grammar: Grammar) -> tuple[str, ...]:
    """The order that the few elements in another must have; empty if theirs is right, or there is no such order."""
    if (
        not 1 < len(inside) <= _FEW
        or not grammar.children(parent).issuperset(inside)
        or grammar.accepts(parent, inside)
    ):
        return ()
    return next((each for each in permutations(inside) if grammar.accepts(parent, each)), ())


def _name(element: etree._Element, parent: str, grammar: Grammar) -> tuple[str, str]:
    """The name that an unknown element should have in `parent`, and what it must be put into there; empty if not clear."""
    allowed, named = grammar.children(parent), named_counterparts(element)
    own = _ANY_CUT.sub("-", written_name(element).rpartition(":")[2])
    for name in [each for each in named if each in allowed] or nearest(own, sorted(allowed)):
        return name, ""
    for name in named:
        for holder in natural_homes().get(name, "").split():
            if holder in allowed and name in grammar.children(holder):
                return name, holder
    return "", ""
