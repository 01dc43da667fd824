"""Which name an element most likely should have, by its place, its content, its attributes and its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import islice

from lxml import etree

from jats.schema.content import Grammar
from jats.validation.elements.foreign import begin_alike
from jats.validation.elements.wrappers import has_text
from jats.validation.names import child_elements, has_more_than, parent_name, right_name, written_name
from jats.vocab.tables import tabbed_rows

_MOST = 120
_FEW_PARENTS = 5
_RARE = frozenset(
    ("alternatives", "citation-alternatives", "named-content", "nlm-citation", "note", "styled-content", "x")
)
OF_ANYTHING = frozenset((
    "content-type", "id", "specific-use", "xlink:actuate", "xlink:href", "xlink:role", "xlink:show", "xlink:title", "xlink:type",
    "xml:base", "xml:lang",
))  # fmt: skip
"""The attributes that say little about which element has them."""

_TELLING = {
    "ext-link": "xlink:href",
    "graphic": "xlink:href",
    "inline-graphic": "xlink:href",
    "media": "xlink:href",
    "self-uri": "xlink:href",
    "xref": "rid",
}
"""The attributes without which an element says nothing, though the tag set does not require them."""

_PARTS = re.compile(r"[-_:.\d]+|(?<=[a-z])(?=[A-Z])")
_CLEAR = 1.0
"""How much better than the next the best name must be to be the only one."""

_CLOSE = 2


@dataclass(frozen=True, slots=True)
class LikelyName:
    """A name that fits the place and the content, with its points."""

    name: str
    points: float


@cache
def _usual() -> dict[tuple[str, str], tuple[float, bool]]:
    rows = tabbed_rows("validation/usual_children.tsv")
    return {(parent, child): (int(percent) / 100, number == "several") for parent, child, percent, number in rows}


def usual_share(parent: str, child: str) -> float:
    """The share of the elements named `parent` in published articles that have such a child, from 0 to 1."""
    return _usual().get((parent, child), (0.0, False))[0]


def often_several(parent: str, child: str) -> bool:
    """Whether published articles often have several such children in one such element."""
    return _usual().get((parent, child), (0.0, False))[1]


def attribute_keys(element: etree._Element) -> list[str]:
    """Its attributes with the prefixes that the DTD fixes."""
    return [right_name(str(key)) for key in element.attrib]


def content_fits(child: etree._Element, name: str, grammar: Grammar) -> bool:
    """Whether an element of that name may have the child's content; what the schema does not know is left out."""
    if has_text(child) and not grammar.mixed(name):
        return False
    names = list(map(written_name, child_elements(child)))
    inside = [each for each in names if each in grammar.elements]
    if grammar.empty(name):
        return not len(child)
    if grammar.particle(name) is None or len(inside) > _MOST or len(inside) < len(names):
        return grammar.children(name).issuperset(inside)
    return grammar.accepts(name, inside)


def fits_its_name(child: etree._Element, grammar: Grammar) -> bool:
    """Whether an element has the content, and nearly the attributes, that its own name allows."""
    name = written_name(child)
    declared = grammar.attributes(name)
    if any(key not in declared for key in attribute_keys(child)):
        return False
    if any(each.required and each.name not in attribute_keys(child) for each in declared.values()):
        return False
    return content_fits(child, name, grammar)


def names_around(child: etree._Element, instead: Sequence[str]) -> list[str]:
    """The names of the parent's children, with others instead of the child's and of its equals'."""
    parent = child.getparent()
    names: list[str] = []
    for each in child_elements(parent) if parent is not None else ():
        names += instead if each is child else [written_name(each)]
    return names


def is_needed(child: etree._Element, grammar: Grammar) -> bool:
    """Whether the parent's content is not valid without something at the child's place."""
    parent = child.getparent()
    if parent is None or has_more_than(_MOST, parent) or grammar.particle(written_name(parent)) is None:
        return False
    return not grammar.accepts(written_name(parent), names_around(child, []))


def likely_names(child: etree._Element, grammar: Grammar, meant: Sequence[str] = ()) -> list[LikelyName]:
    """The names that fit the place and the content of an element, best first; `meant` gets a bonus."""
    parent = child.getparent()
    if parent is None:
        return []
    holder, name = written_name(parent), written_name(child)
    candidates = [each for each in grammar.children(holder) if each != name and content_fits(child, each, grammar)]
    if grammar.particle(holder) is not None and not has_more_than(_MOST, parent):
        candidates = [each for each in candidates if grammar.accepts(holder, names_around(child, [each]))]
    there = _names_beside(child)
    found = [
        LikelyName(each, _points(each, child, there, grammar) + 2.0 * (each in meant)) for each in sorted(candidates)
    ]
    return sorted(found, key=lambda each: -each.points)


def clearly(found: Sequence[LikelyName]) -> list[str]:
    """The best name, and the next if they are nearly as likely."""
    return [each.name for each in found[:_CLOSE] if each.points > found[0].points - _CLEAR]


def _names_beside(child: etree._Element) -> frozenset[str]:
    """The names of the elements on both sides of a child, as far as they are near."""
    sides = (islice(child.itersiblings(etree.Element, preceding=before), _MOST) for before in (True, False))
    return frozenset(written_name(each) for side in sides for each in side)


def _points(name: str, child: etree._Element, there: frozenset[str], grammar: Grammar) -> float:
    holder = parent_name(child)
    share = usual_share(holder, name)
    points = 2.0 * share - 0.5 * (share == 0) - 1.5 * (name in _RARE)
    if name in there:
        points += 1.0 if often_several(holder, name) else -2.0
    else:
        points += 1.0 if share >= 0.5 else 0.0
    points += _by_attributes(name, child, grammar) + _by_content(name, child, grammar)
    return points + _by_name(written_name(child), name, grammar)


def _by_attributes(name: str, child: etree._Element, grammar: Grammar) -> float:
    declared, points, given = grammar.attributes(name), 0.0, attribute_keys(child)
    for key in given:
        if key not in declared:
            points -= 1.0 if key in OF_ANYTHING else 2.0
        elif key not in OF_ANYTHING:
            points += 2.0 if _owners(grammar, key) <= _FEW_PARENTS else 0.5
    points -= 2.0 * (_TELLING.get(name, "") not in ("", *given))
    return points - sum(1.5 for each in declared.values() if each.required and each.name not in given)


def _by_content(name: str, child: etree._Element, grammar: Grammar) -> float:
    inside = {written_name(each) for each in child_elements(child)}
    if not inside:
        return 0.5 if has_text(child) == grammar.mixed(name) else -1.0
    usual = sum(usual_share(name, each) for each in inside) / len(inside)
    loose = grammar.mixed(name) and not has_text(child) and len(inside) > 1
    return 2.0 * usual + (0.5 if has_text(child) == grammar.mixed(name) else -0.5 * loose)


def _owners(grammar: Grammar, key: str) -> int:
    """The number of elements that have an attribute."""
    return grammar.once(("owners", key), lambda: sum(1 for each in grammar.elements if grammar.attribute(each, key)))


def _by_name(name: str, other: str, grammar: Grammar) -> float:
    return alike(name, other) if name in grammar.elements else 1.5 * alike(name, other, cut=True)


@lru_cache(maxsize=4096)
def alike(name: str, other: str, *, cut: bool = False) -> float:
    """How alike two names are, from 0 to 3: by their letters, and by their parts, also if one is cut short."""
    parts, others = _parts(name), _parts(other)
    shared = sum(1 for part in parts if any(_same_part(part, each, cut=cut) for each in others))
    by_parts = 2.0 * shared / (len(parts) + len(others)) if parts and others else 0.0
    by_letters = SequenceMatcher(None, "".join(parts), "".join(others)).ratio()
    return 2.0 * by_parts + max(0.0, by_letters - 0.5) * 2.0


def _parts(name: str) -> list[str]:
    return [part.lower() for part in _PARTS.split(name) if part]


def _same_part(one: str, other: str, *, cut: bool) -> bool:
    return one == other or (cut and begin_alike(one, other))
