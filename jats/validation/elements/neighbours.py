"""The element just before or after one in the wrong place, if it belongs into that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from jats.messages.words import tag
from jats.schema.content import Grammar
from jats.validation.elements.homes import natural_homes
from jats.validation.elements.likely import content_fits, often_several, usual_share
from jats.validation.elements.wrappers import first_with_something_after
from jats.validation.names import child_elements, written_name
from jats.vocab.namespaces import expanded

_MOST = 60
_MOST_BESIDE = 20
_LIKELY = 0.05
_FAR_LIKELY = 0.9
_IN_TEXT = 0.06
_HEADING = 0.1
_MOST_BESIDE_PARENT = 200
_NEEDED, _ABSENT, _AGAIN = 0.5, 0.2, -1.0


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An element beside another that may hold it: its name, the words for the place in it, and how likely it is meant."""

    name: str
    place: str
    points: float


def neighbours(child: etree._Element, grammar: Grammar, name: str | None = None) -> list[Neighbour]:
    """The elements beside a child that may hold it, the likelier first; `name` is its right name, if it has another now."""
    parent = child.getparent()
    if parent is None:
        return []
    in_text, holder = grammar.mixed(written_name(parent)), written_name(parent)
    found = [
        rated
        for is_before in (True, False)
        for far, beside in enumerate(_nearest(child, is_before=is_before))
        if (rated := _rated(beside, name or written_name(child), grammar, is_before=is_before))
        and rated.points >= (_FAR_LIKELY if far or in_text else _LIKELY)
        and not (far and (in_text or often_several(holder, rated.name)))
    ]
    likely = [each for each in found if not _is_likelier_elsewhere(each, child, name or written_name(child), grammar)]
    return sorted(likely, key=lambda each: -each.points)


def _is_likelier_elsewhere(beside: Neighbour, child: etree._Element, name: str, grammar: Grammar) -> bool:
    """Whether the element around the parent mostly has such a child, or another element that the document has."""
    parent = child.getparent()
    above = None if parent is None else parent.getparent()
    around = "" if above is None else written_name(above)
    free = above is not None and (above.find(expanded(name)) is None or often_several(around, name))
    if free and name in grammar.children(around) and usual_share(around, name) > beside.points + _ABSENT:
        return True
    homes = natural_homes().get(name, "").split()
    usual = usual_share(beside.name, name) >= _HEADING or beside.name in homes
    return not usual and any(next(child.getroottree().iter(each), None) is not None for each in homes)


def _nearest(child: etree._Element, *, is_before: bool) -> Iterator[etree._Element]:
    """The nearest element of each name on one side of the child, the one beside it first."""
    seen: set[str] = set()
    for each in islice(child.itersiblings(etree.Element, preceding=is_before), _MOST_BESIDE):
        if str(each.tag) not in seen:
            seen.add(str(each.tag))
            yield each


def into_neighbour(child: etree._Element, grammar: Grammar, name: str | None = None) -> str:
    """The end of a message: the place in an element beside the child; empty if it belongs into none."""
    found = neighbours(child, grammar, name)
    if not found:
        return ""
    parent, best = child.getparent(), found[0]
    places = [best.place, *(each.place for each in found[1:2] if each.name == best.name or each.points >= _ABSENT)]
    holder = "" if parent is None else written_name(parent)
    alone = often_several(holder, best.name) and grammar.accepts(best.name, [name or written_name(child)])
    return f": move it {', or '.join(places)}" + (f", or put it into another {tag(best.name)}" if alone else "")


def _rated(beside: etree._Element, name: str, grammar: Grammar, *, is_before: bool) -> Neighbour | None:
    holder = written_name(beside)
    if holder not in grammar.elements or name not in grammar.children(holder):
        return None
    at = _free_place(beside, name, grammar, from_end=is_before)
    if at is None:
        return None
    points = usual_share(holder, name)
    if grammar.mixed(holder) and usual_share("p", name):
        points = max(points, _IN_TEXT)
    if not content_fits(beside, holder, grammar):
        points += _NEEDED
    if beside.find(expanded(name)) is None:
        points += _ABSENT if points else 0.0
    elif not often_several(holder, name):
        points += _AGAIN
    return Neighbour(holder, f"{at} {'before' if is_before else 'after'} it", points)


def _free_place(beside: etree._Element, name: str, grammar: Grammar, *, from_end: bool) -> str | None:
    """Where in an element one of that name can be."""
    inside = [written_name(each) for each in islice(child_elements(beside), _MOST)]
    owner, places = written_name(beside), range(len(inside) + 1)
    at = grammar.place_for(name, owner, inside, reversed(places) if from_end else places)
    if at is None:
        return None
    if from_end and at == len(inside):
        return f"to the end of the {tag(owner)}"
    return f"to the beginning of the {tag(owner)}" if at == 0 else f"into the {tag(owner)}"


def before_its_parent(name: str, child: etree._Element, grammar: Grammar) -> str:
    """What begins its parent and mostly is before it: the heading of a list in the list's first item."""
    parent = child.getparent()
    above = None if parent is None else parent.getparent()
    if parent is None or above is None or not first_with_something_after(child):
        return ""
    outer, inner = written_name(above), written_name(parent)
    names = [written_name(each) for each in islice(child_elements(above), _MOST_BESIDE_PARENT)]
    if (
        usual_share(outer, name) < _HEADING
        or name in grammar.children(inner)
        or {name, inner} & set(names[: names.index(inner)])
    ):
        return ""
    at = names.index(inner)
    fits = child_elements(above)[at] is parent and grammar.accepts(outer, [*names[:at], name, *names[at:]])
    # What may also be after it most likely ended up in it too late.
    late = grammar.accepts(outer, [*names[: at + 1], name, *names[at + 1 :]])
    return f": move it before the {tag(inner)} that it is in" if fits and not late else ""


def into_one_of_many(name: str, child: etree._Element, homes: list[str]) -> str:
    """The one that lacks such a child of the elements elsewhere that it belongs in, if most of them have one."""
    owners = [each for home in homes for each in islice(child.getroottree().iter(home), _MOST)]
    lacking = [each for each in owners if each.find(expanded(name)) is None and len(each)]
    if not owners or len(lacking) > len(owners) / 2 or any(each in child.iterancestors() for each in owners):
        return ""
    if len(lacking) != 1:
        return ""
    return f": move it into the {tag(written_name(lacking[0]))} of line {lacking[0].sourceline}, which lacks it"
