"""Lists of references as JATS, without an article around them."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from jats.elements.build import Cursor, Element, WriteContext, element


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
