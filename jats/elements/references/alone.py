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
    kind: str
    language: str | None


def ref_lists(lists: Sequence[tuple[str, Sequence[PrintedReference]]], context: WriteContext) -> str:
    """`<ref-list>` for each list, in lines; in a `<back>` if there are several."""
    made = [_list(title, works, Cursor(context, ("references", number))) for number, (title, works) in enumerate(lists)]
    written = [one for one in made if one is not None]
    root = written[0] if len(written) == 1 else element("back", Cursor(context), None, written)
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


def _list(title: str, works: Sequence[PrintedReference], at: Cursor) -> Element | None:
    heading = element("title", at, None, title) if title else None
    refs: list[Element | None] = [heading]
    for number, work in enumerate(works):
        ref = write_ref(work.text, work.spans, work.kind, work.language, at / number)
        if ref is not None and work.label:
            ref.insert(0, at.context.make("label"))
            ref[0].text = work.label
        refs.append(ref)
    return element("ref-list", at, None, refs)
