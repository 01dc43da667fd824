"""Pairs what an element lacks with an element of that name in the wrong place: one cause, told once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from jats.messages.words import tag
from jats.schema.content import Grammar
from jats.validation import codes
from jats.validation.names import child_elements, written_name
from jats.validation.violation import Violation

_MISSING = "SCH013"
_ALIEN = frozenset(("SCH010", "SCH011"))
_MOST = 60
_TOO_MANY = "SCH014"


def paired(found: list[Violation], grammar: Grammar) -> list[Violation]:
    """The violations, without those about what is missing if it is reported where it is; that one says where it belongs."""
    kept: list[Violation] = []
    moved: dict[int, Violation] = {}
    for each in found:
        alien = next(_children_of(each, found, grammar), None) if each.said.code == _MISSING else None
        if alien is None:
            kept.append(each)
        elif not _is_around(each.element, alien.element) and alien.said.code == "SCH011":
            moved[id(alien)] = _sent(alien, each.element, grammar)
    return [moved.get(id(each), each) for each in kept if not _is_split(each, kept)]


def _children_of(missing: Violation, found: list[Violation], grammar: Grammar) -> Iterator[Violation]:
    """The reported elements in wrong places with which the content of an element would be right."""
    inside = [written_name(each) for each in child_elements(missing.element)]
    holder = written_name(missing.element)
    for each in found:
        if each.said.code not in _ALIEN or len(inside) > _MOST or each.element in missing.element.iterancestors():
            continue
        if _place(holder, inside, written_name(each.element), grammar) is not None:
            yield each


def _place(holder: str, inside: list[str], name: str, grammar: Grammar) -> int | None:
    return grammar.place_for(name, holder, inside, range(len(inside), -1, -1))


def _is_around(holder: etree._Element, alien: etree._Element) -> bool:
    """Whether the message about the element says already that it belongs into one of its neighbours or ancestors."""
    return holder in alien.itersiblings() or holder in alien.itersiblings(preceding=True)


def _sent(alien: Violation, holder: etree._Element, grammar: Grammar) -> Violation:
    """The violation of an element in the wrong place, with the element that lacks it as its place."""
    child, name = alien.element, written_name(alien.element)
    inside = [written_name(each) for each in child_elements(holder)]
    at = _place(written_name(holder), inside, name, grammar) or 0
    where = f", before {tag(inside[at])}" if at < len(inside) else ""
    parent = child.getparent()
    owner = "" if parent is None else written_name(parent)
    remedy = f": move it into the {tag(written_name(holder))} that lacks it{where}"
    several = sum(1 for _ in holder.getroottree().iter(str(holder.tag))) > 1
    said = codes.misplaced_element(name, owner, remedy, never=name not in grammar.children(owner))
    return replace(alien, said=said, culprit=holder if several else None)


def parts_of_one(element: etree._Element, grammar: Grammar) -> str:
    """What to do with an element that lacks what one of its name beside it has: the two are parts of one, or it is added."""
    name, own = written_name(element), [written_name(each) for each in child_elements(element)]
    following = next(element.itersiblings(etree.Element), None)
    before = next(element.itersiblings(etree.Element, preceding=True), None)
    for beside, place in ((following, "after"), (before, "before")):
        if beside is None or beside.tag != element.tag or len(beside) + len(own) > _MOST or not own:
            continue
        other = [written_name(each) for each in child_elements(beside)]
        if not grammar.accepts(name, [*own, *other] if place == "after" else [*other, *own]):
            continue
        join = f"put it and the {tag(name)} {place} it into one"
        return f"add it, or {join}" if place == "before" or set(own) & set(other) else f"{join}, or add what it lacks"
    return ""


def _is_split(missing: Violation, found: list[Violation]) -> bool:
    """Whether an element that lacks something is followed by another of its name that is reported as one too many."""
    if missing.said.code != _MISSING:
        return False
    if any(
        each.said.code == _MISSING
        and " after it into one" in each.said.text
        and next(each.element.itersiblings(etree.Element), None) is missing.element
        for each in found
    ):
        return True
    following = next(missing.element.itersiblings(etree.Element), None)
    before = next(missing.element.itersiblings(etree.Element, preceding=True), None)
    return any(
        each.said.code == _TOO_MANY
        and each.element in (following, before, missing.element)
        and each.element.tag == missing.element.tag
        for each in found
    )
