"""The value that an attribute must have which is missing, if the document itself shows it."""

from __future__ import annotations

from lxml import etree

from jats.messages.words import attribute
from jats.validation.names import child_elements, written_name
from jats.vocab.namespaces import NAMESPACES
from jats.vocab.numbers import whole_number

_OASIS = f"{{{NAMESPACES['oasis']}}}"
_COUNTED = {"equation-count": "disp-formula", "fig-count": "fig", "ref-count": "ref", "table-count": "table-wrap"}
_MOST = 10_000


def value_seen(element: etree._Element, name: str) -> str:
    """What to write for an attribute that an element lacks; empty if nothing in the document says it."""
    owner = written_name(element)
    if name == "cols" and (columns := _columns(element)):
        return f"write {attribute(name, str(columns))}, the number of its columns"
    if name == "count" and owner in _COUNTED:
        number = sum(1 for _ in element.getroottree().getroot().iter(_COUNTED[owner]))
        return f"write {attribute(name, str(number))}, the number of <{_COUNTED[owner]}> here"
    if name == "count" and owner == "page-count" and (pages := _pages(element)):
        return f"write {attribute(name, str(pages))}, the number of pages from <fpage> to <lpage>"
    return ""


def _columns(group: etree._Element) -> int:
    """The number of columns of a table's group, by its longest row, or by its column specifications."""
    rows = (len(child_elements(row)) for _, row in zip(range(_MOST), group.iter(f"{_OASIS}row"), strict=False))
    specifications = [
        _number(each.get("colnum")) or at for at, each in enumerate(group.iterchildren(f"{_OASIS}colspec"), 1)
    ]
    return max([*specifications, *rows], default=0)


def _pages(element: etree._Element) -> int:
    """The number of the article's pages, if both are numbers."""
    meta = next(element.iterancestors("article-meta", "front-stub"), None)
    first, last = (_number(meta.findtext(each)) if meta is not None else None for each in ("fpage", "lpage"))
    return last - first + 1 if first and last and last >= first else 0


def _number(text: str | None) -> int | None:
    return whole_number(text.strip()) if text and text.strip().isdecimal() else None
