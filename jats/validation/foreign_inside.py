"""What to write for the unknown elements inside one that the schema does not know either: `<li>` in `<ul>`."""

from __future__ import annotations

import re
from itertools import permutations

from lxml import etree

from jats.messages.words import all_of, nearest, tag
from jats.schema.content import Grammar
from jats.validation.foreign import named_counterparts
from jats.validation.names import child_elements, written_name

_MOST = 6
_FEW = 5
_WRITTEN = re.compile(r": write (?:an? )?<([a-z:-]+)")
_ANY_CUT = re.compile(r"[_.\s]")


def with_those_inside(child: etree._Element, remedy: str, grammar: Grammar) -> str:
    """A remedy that names another element, with the names for what is in it; without them if one of them is not known."""
    named = _WRITTEN.search(remedy)
    if named is None or ", or " in remedy or named[1] not in grammar.elements:
        return remedy
    names: dict[str, str] = {}
    waiting = [(child, named[1])]
    while waiting:
        around, meant = waiting.pop()
        for each in child_elements(around):
            own = written_name(each)
            right = own if own in grammar.elements else names.get(own) or _name(each, meant, grammar)
            if not right:
                continue
            if right != own:
                names[own] = right
            waiting.append((each, right))
    pairs = [f"{tag(right)} for {tag(own)}" for own, right in names.items() if tag(right) not in remedy]
    order = _order([names.get(own, own) for own in map(written_name, child_elements(child))], named[1], grammar)
    words = f"{remedy}, with {all_of(pairs)} in it" if 0 < len(pairs) <= _MOST else remedy
    return f"{words}, in the order {', '.join(map(tag, order))}" if order else words


def _order(inside: list[str], parent: str, grammar: Grammar) -> tuple[str, ...]:
    """The order that the few elements in another must have; empty if theirs is right, or there is no such order."""
    if (
        not 1 < len(inside) <= _FEW
        or not grammar.children(parent).issuperset(inside)
        or grammar.accepts(parent, inside)
    ):
        return ()
    return next((each for each in permutations(inside) if grammar.accepts(parent, each)), ())


def _name(element: etree._Element, parent: str, grammar: Grammar) -> str:
    """The name that an unknown element should have in an element with the parent's right name; empty if it is not clear."""
    allowed = grammar.children(parent)
    meant = [each for each in named_counterparts(element) if each in allowed]
    own = _ANY_CUT.sub("-", written_name(element).rpartition(":")[2])
    return next(iter(meant or nearest(own, sorted(allowed))), "")
