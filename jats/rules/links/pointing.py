"""What the links of a document point to, ranges counted: "figures 1–3" links the first and the last and means the second too."""

from __future__ import annotations

from collections.abc import Iterator

from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element
from jats.vocab.characters import DASHES

_JOINS = frozenset((*DASHES, "-", "to", "through", "a", "al", "до"))


def pointed_at(context: RuleContext) -> frozenset[str]:
    """Every id that a `rid` names, and those between the two ends of a range of links."""
    return context.once("ids that are pointed at", lambda: frozenset((*_named(context), *_between(context))))


def _named(context: RuleContext) -> Iterator[str]:
    for el in context.group("@rid"):
        yield from el.attrib["rid"].split()


def _between(context: RuleContext) -> Iterator[str]:
    """The ids of elements that lie between the targets of two links which a dash joins, of the same name as both."""
    for first in context.all("xref"):
        last = _end_of_range(first)
        if last is not None:
            yield from _span(context, first.get("rid", ""), last.get("rid", ""))


def _end_of_range(first: Element) -> Element | None:
    """The link at the other end of a range, also if each link of it is in a `<sup>` of its own."""
    tail, other = first.tail, first.getnext()
    parent = first.getparent()
    if other is None and parent is not None and parent.tag == "sup" and not (tail and tail.strip()):
        tail, other = parent.tail, parent.getnext()
        other = other[0] if other is not None and other.tag == "sup" and len(other) else None
    if other is None or tail is None or tail.strip() not in _JOINS or other.tag != "xref":
        return None
    return other if other.get("ref-type") == first.get("ref-type") else None


def _span(context: RuleContext, first: str, last: str) -> list[str]:
    start, end = context.ids.get(first), context.ids.get(last)
    if start is None or end is None or start.tag != end.tag:
        return []
    names = context.once(("ids in order", start.tag), lambda: _order(context, str(start.tag)))
    low, high = names.get(first, 0), names.get(last, 0)
    return [name for name, place in names.items() if low < place < high]


def _order(context: RuleContext, tag: str) -> dict[str, int]:
    return {each.get("id", ""): place for place, each in enumerate(context.all(tag))}
