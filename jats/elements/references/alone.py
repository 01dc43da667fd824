"""Lists of printed references as JATS, without an article around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from jats.elements.build import Cursor, Element, WriteContext, element
from jats.elements.references.from_spans import Labelled, write_ref


@dataclass(frozen=True, slots=True)
class PrintedReference:
    """One reference: what is printed, its number, its labelled characters, the kind of work, the language it is in."""

    text: str
    label: str
    spans: tuple[Labelled, ...]
    kind: str | None
    language: str | None


def as_text(made: Sequence[Element], context: WriteContext) -> str:
    """`<ref-list>` in lines, in a `<back>` if there are several."""
    root = made[0] if len(made) == 1 else element("back", Cursor(context), None, list(made))
    if root is None:
        return ""
    text: str = etree.tostring(_laid_out(root), encoding="unicode")
    return text + "\n"


def _laid_out(root: Element) -> Element:
    """Each list and reference on a line of its own; blanks inside a citation stay as they are."""
    for parent in [one for one in root.iter() if one.tag in ("back", "ref-list", "ref")]:
        depth = sum(1 for _ in parent.iterancestors())
        children = list(parent)
        if children:
            parent.text = "\n" + "  " * (depth + 1)
        for child in children:
            child.tail = "\n" + "  " * (depth + (0 if child is children[-1] else 1))
    return root


def ref_list(title: str, works: Sequence[PrintedReference], at: Cursor) -> list[Element]:
    """A `<ref-list>` of printed references; empty if there is nothing to write."""
    heading = element("title", at, None, title) if title else None
    refs: list[Element | None] = [heading]
    for number, work in enumerate(works):
        ref = write_ref(work.text, work.spans, work.kind, work.language, at / number)
        if ref is not None and work.label:
            ref.insert(0, at.context.make("label"))
            ref[0].text = work.label
        refs.append(ref)
    made = element("ref-list", at, None, refs)
    return [] if made is None else [made]
