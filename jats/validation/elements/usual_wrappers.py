"""The element that is mostly around others in their parent, and is missing around them."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from jats.messages.words import all_of, tag, tags, these
from jats.schema.content import Grammar
from jats.validation.elements.likely import often_several, usual_share
from jats.validation.elements.wrappers import has_text
from jats.validation.names import child_elements, has_more_than, parent_name, written_name

_MOST, _LONGEST_RUN, _FEW = 60, 30, 3
_LIKELY, _CLOSE = 0.03, 0.5
_IF_MIXED = 0.5


@dataclass(frozen=True, slots=True)
class _Wrapper:
    """An element that may be put around a number of children, and how likely it is meant."""

    name: str
    run: int
    points: float


def into_usual_wrapper(child: etree._Element, grammar: Grammar) -> str:
    """The end of a message: what to put the child into, with the elements after it that belong there too; empty if unclear."""
    found = sorted(_wrappers(child, grammar), key=lambda each: -each.points)
    if not found or found[0].points < _LIKELY:
        return ""
    best = [each.name for each in found if each.run == found[0].run and each.points >= found[0].points * _CLOSE]
    names = [written_name(each) for each in (child, *child.itersiblings(etree.Element))][: found[0].run]
    others = list(dict.fromkeys(names[1:]))
    if not others or others == names[:1]:
        return f": {put_into(child, len(names), best[:_FEW], grammar)}"
    number = f"{len(names) - 1} " if len(others) == 1 and len(names) > 2 else ""
    after = all_of(map(tag, others), _FEW)
    return f": put it, and the {number}{after} after it, into one {tags(best[:_FEW])}"


def is_each_alone(names: list[str], wrappers: list[str], holder: str, grammar: Grammar) -> bool:
    """Whether each of several equal elements belongs into its own wrapper: the paragraphs of a list, not the cells of a row."""
    several = len(names) > 1 and len(set(names)) == 1 and len(wrappers) == 1
    return several and grammar.repeats(holder, wrappers[0]) and not often_several(wrappers[0], names[0])


def put_into(child: etree._Element, number: int, wrappers: list[str], grammar: Grammar) -> str:
    """To put an element, and those of its name after it, into a new wrapper, or each into its own, as most have one of them."""
    name, parent = written_name(child), child.getparent()
    if is_each_alone([name] * number, wrappers, parent_name(child), grammar):
        return f"put each of these {number} {tag(name)} into its own {tag(wrappers[0])}"
    is_new = (
        parent is not None
        and len(wrappers) == 1
        and ":" not in wrappers[0]
        and grammar.repeats(written_name(parent), wrappers[0])
        and next(parent.iterchildren(wrappers[0]), None) is not None
    )
    return f"put {these(name, number)} into {'another ' * is_new}{tags(wrappers, _FEW)}"


def _wrappers(child: etree._Element, grammar: Grammar) -> list[_Wrapper]:
    parent = child.getparent()
    holder = "" if parent is None else written_name(parent)
    if parent is None or grammar.particle(holder) is None or has_more_than(_MOST, parent) or has_text(parent):
        return []
    children = child_elements(parent)
    names, at = [written_name(each) for each in children], children.index(child)
    allowed = grammar.children(holder)
    found: list[_Wrapper] = []
    for name in sorted(each for each in allowed if names[at] in grammar.children(each)):
        for run in range(min(_LONGEST_RUN, len(names) - at), 0, -1):
            inside = names[at : at + run]
            right = grammar.accepts(name, inside) and grammar.accepts(holder, [*names[:at], name, *names[at + run :]])
            may_stay = run > 1 and allowed.issuperset(inside[1:])
            if right and not (may_stay and not _are_usual(inside[1:], name, holder)):
                points = usual_share(holder, name) * sum(usual_share(name, each) for each in inside) / run
                if run > 1 and grammar.mixed(name):  # elements alone are more likely in what allows no text
                    points *= _IF_MIXED
                again = name in names and not often_several(holder, name)
                found.append(_Wrapper(name, run, 0.0 if again else points))
                break
    return found


def _are_usual(inside: list[str], name: str, holder: str) -> bool:
    """Whether elements that may be beside the wrapper are much more often in it: the paragraphs of a caption."""
    return all(usual_share(name, each) >= usual_share(holder, each) + _CLOSE for each in set(inside))
