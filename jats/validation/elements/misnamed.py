"""What to do about an element that has the name of another, or whose tags are only around others, as its content shows."""

from __future__ import annotations

from lxml import etree

from jats.messages.words import attribute, quoted, tag, tags
from jats.schema.content import Grammar
from jats.validation.elements.homes import meant_there, natural_homes
from jats.validation.elements.likely import (
    OF_ANYTHING,
    alike,
    attribute_keys,
    clearly,
    content_fits,
    fits_its_name,
    is_needed,
    likely_names,
    often_several,
    usual_share,
)
from jats.validation.elements.wrappers import has_text, without_tags
from jats.validation.names import child_elements, parent_name, text_in, written_name
from jats.vocab.namespaces import expanded

_LOOKS = frozenset((
    "bold", "italic", "monospace", "overline", "roman", "sans-serif", "sc", "strike", "sub", "sup", "underline",
))  # fmt: skip
"""The elements that only say how their text looks."""

_SHORT = 30
_POSSIBLE = 1.0
_LIKELY = 2.0
_QUITE_LIKELY = 3.0
_SURE = 4.0
_ALIKE = 1.0
_MOSTLY = 0.5
_USUAL = 0.3
_SEEN = 0.05
_FEW = 2
_CLOSE = 2.0


def misnamed(child: etree._Element, grammar: Grammar) -> str:
    """The end of a message about an element that cannot be what its name says; empty if it can."""
    name, parent = written_name(child), child.getparent()
    if parent is None or ":" in name:
        return ""
    if linked := link_around(child, grammar):
        return f": {linked}"
    if has_nothing(child) or (fits_its_name(child, grammar) and not is_needed(child, grammar)):
        return ""
    right, _ = meant_there().get((parent_name(child), name), ("", ""))
    found = likely_names(child, grammar, [right])
    best = found[0].points if found else 0.0
    around = points_without(child, grammar)
    remedy = tags_to_remove(child, grammar) if around else ""
    if best < _LIKELY:
        return remedy
    named = f": write {tags(clearly(found))}"
    if not remedy or best > around + _CLOSE:
        return named
    first, second = (remedy, named) if around > best else (named, remedy)
    return f"{first}, or {second.removeprefix(': ')}"


def link_around(child: etree._Element, grammar: Grammar) -> str:
    """What to do with an element that only says how its text looks, and has the attributes of a link; empty for others."""
    name, parent = written_name(child), parent_name(child)
    link = "xref" if child.get("rid") else "ext-link" if child.get(expanded("xlink:href")) else ""
    if name not in _LOOKS or not link or link not in grammar.children(parent):
        return ""
    declared = grammar.attributes(link)
    given = [(key, str(value)) for key, value in zip(attribute_keys(child), child.attrib.values(), strict=True)]
    moved = [(key, value) for key, value in given if key in declared and key not in grammar.attributes(name)]
    if not moved:
        return ""
    start = " ".join([link, *(attribute(key, value) for key, value in moved)])
    keys = " and ".join(key for key, _ in moved)
    words = quoted(text_in(child).strip(), _SHORT).strip("'")
    return f"write <{start}><{name}>{words}</{name}></{link}>, without {keys} on {tag(name)}"


def or_another_name(child: etree._Element, place: str, grammar: Grammar) -> str:
    """The other choice beside a place to move an element to: the name that mostly is where it is now."""
    if (
        not place
        or "write <" in place
        or "into one <" in place
        or has_nothing(child)
        or written_name(child).startswith("mml:")
    ):
        return ""
    found, name = likely_names(child, grammar), written_name(child)
    if not found or found[0].points < _QUITE_LIKELY or _lost_its_home(child, place):
        return ""
    unsure = name not in natural_homes() or alike(name, found[0].name) >= _ALIKE or name == parent_name(child)
    unsure = unsure or found[0].points >= _SURE
    unsure = unsure and not (found[0].name == "p" and usual_share("p", name))
    return f", or write {tag(found[0].name)}" if unsure else ""


def _lost_its_home(child: etree._Element, place: str) -> bool:
    """Whether the element belongs by its nature into one that its parent mostly has, and has not: that one lost its tags."""
    parent, home = child.getparent(), natural_homes().get(written_name(child), "")
    usual = bool(home) and usual_share(parent_name(child), home) >= _MOSTLY
    return usual and f"into {tag(home)}" in place and parent is not None and parent.find(home) is None


def instead_of_a_paragraph(child: etree._Element, grammar: Grammar) -> str:
    """The end of a message: what a paragraph is where something that is mostly there is missing."""
    holder = parent_name(child)
    if written_name(child) != "p" or has_nothing(child):
        return ""
    found = [each for each in likely_names(child, grammar) if usual_share(holder, each.name) >= _MOSTLY]
    there = {written_name(each) for each in child.itersiblings(etree.Element)}
    there |= {written_name(each) for each in child.itersiblings(etree.Element, preceding=True)}
    return f": write {tag(found[0].name)}" if found and found[0].name not in there else ""


def likely_name(child: etree._Element, grammar: Grammar) -> str:
    """The end of a message: the name that place and content ask for; empty if none is likely."""
    found = [] if has_nothing(child) else likely_names(child, grammar)
    return f": write {tags(clearly(found))}" if found and found[0].points >= _LIKELY else ""


def has_nothing(child: etree._Element) -> bool:
    """Whether there is nothing in an element that could say what it is."""
    return len(child) == 0 and not (child.text or "").strip() and not child.attrib


def tags_to_remove(child: etree._Element, grammar: Grammar) -> str:
    """The end of a message: the child's tags are to be removed, if its content is right without them."""
    name, parent = written_name(child), child.getparent()
    if remedy := without_tags(child, grammar):
        return remedy
    mixed = parent is not None and grammar.mixed(written_name(parent))
    inside = set(map(written_name, child_elements(child)))
    if parent is None or not mixed or not inside <= grammar.children(written_name(parent)):
        return ""
    return f": remove the tags <{name}> and </{name}>, and keep what is between them"


def points_without(child: etree._Element, grammar: Grammar) -> float:
    """How likely the child's tags are only around what belongs into its parent."""
    parent = child.getparent()
    if parent is None or (content_fits(child, written_name(child), grammar) and not is_needed(child, grammar)):
        return 0.0
    holder = written_name(parent)
    inside = [written_name(each) for each in child_elements(child)]
    if grammar.mixed(holder):
        return 3.0
    if not inside or has_text(child):
        return 0.0
    return 1.0 + 5.0 * sum(usual_share(holder, each) for each in inside) / len(inside)


def name_for_the_second(child: etree._Element, grammar: Grammar) -> list[str]:
    """The names that an element may be meant to have that its parent has already: what is mostly there, and is missing."""
    parent = child.getparent()
    if parent is None:
        return []
    holder = written_name(parent)
    there = {written_name(each) for each in child_elements(parent)}
    found = [
        each
        for each in likely_names(child, grammar)
        if each.name not in there and not often_several(holder, each.name) and usual_share(holder, each.name) >= _MOSTLY
    ]
    return clearly(found) if found else []


def other_name_for_the_second(child: etree._Element, grammar: Grammar) -> list[str]:
    """Names that the second of two elements may have, but less likely: a paragraph that is tagged as a heading."""
    holder, name = parent_name(child), written_name(child)
    found = [
        each
        for each in likely_names(child, grammar)
        if each.points >= _LIKELY and (usual_share(holder, each.name) >= _SEEN or alike(name, each.name) >= _ALIKE)
    ]
    return [each.name for each in found[:_FEW]]


def name_by_attributes(element: etree._Element, grammar: Grammar) -> tuple[str, list[str]]:
    """An attribute that the element does not have, and the names that have it and all the rest; no names if none fits."""
    owner, keys = written_name(element), attribute_keys(element)
    telling = [key for key in keys if key not in grammar.attributes(owner) and key not in OF_ANYTHING]
    if not telling:
        return "", []
    found = [each for each in likely_names(element, grammar) if _has_all(each.name, keys, grammar)]
    return telling[0], clearly(found) if found and found[0].points >= _LIKELY else []


def _has_all(name: str, keys: list[str], grammar: Grammar) -> bool:
    declared = grammar.attributes(name)
    return all(key in declared for key in keys) and not any(
        each.required and each.name not in keys for each in declared.values()
    )


def name_by_content(element: etree._Element, grammar: Grammar) -> list[str]:
    """The names under which all that is in an element is right, and is usual, if it is not under its own."""
    owner = written_name(element)
    inside = [name for name in map(written_name, child_elements(element)) if name in grammar.elements]
    stray = has_text(element) and not grammar.mixed(owner)
    if ":" in owner or grammar.empty(owner) or (not stray and grammar.children(owner).issuperset(inside)):
        return []
    if not inside:
        found = likely_names(element, grammar)
        return (
            [found[0].name] if found and found[0].points >= _POSSIBLE and alike(owner, found[0].name) >= _ALIKE else []
        )
    own = sum(usual_share(owner, each) for each in inside) / len(inside)
    usual = {
        each.name: sum(usual_share(each.name, name) for name in inside) / len(inside)
        for each in likely_names(element, grammar)
        if each.points >= _QUITE_LIKELY
    }
    best = max(usual, key=lambda name: usual[name], default="")
    return [best] if best and usual[best] >= max(_USUAL, own + _USUAL) else []
