"""What to do about an element that has the name of another, or whose tags are only around others, as its content shows."""

from __future__ import annotations

from lxml import etree

from jats.messages.words import tag, tags
from jats.schema.content import Grammar
from jats.validation.likely import (
    clearly,
    content_fits,
    fits_its_name,
    is_needed,
    likely_names,
    often_several,
    usual_share,
)
from jats.validation.names import child_elements, written_name
from jats.validation.wrappers import has_text, without_tags

_LIKELY = 2.0
_VERY_LIKELY = 3.5
_MOSTLY = 0.5


def misnamed(child: etree._Element, grammar: Grammar) -> str:
    """The end of a message about an element that cannot be what its name says; empty if it can."""
    name, parent = written_name(child), child.getparent()
    if parent is None or ":" in name:
        return ""
    if has_nothing(child) or (fits_its_name(child, grammar) and not is_needed(child, grammar)):
        return ""
    found = likely_names(child, grammar)
    best = found[0].points if found else 0.0
    around = _points_without(child, grammar)
    if around > best and (remedy := tags_to_remove(child, grammar)):
        return remedy
    return f": write {tags(clearly(found))}" if best >= _LIKELY else ""


def or_another_name(child: etree._Element, place: str, grammar: Grammar) -> str:
    """The other choice beside a place to move an element to: the name that mostly is where it is now."""
    if not place or "write <" in place or has_nothing(child) or written_name(child).startswith("mml:"):
        return ""
    found = likely_names(child, grammar)
    return f", or write {tag(found[0].name)}" if found and found[0].points >= _VERY_LIKELY else ""


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


def _points_without(child: etree._Element, grammar: Grammar) -> float:
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
