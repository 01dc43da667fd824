"""The text of an article: its `<body>`, carried as far as the variant has its elements."""

from __future__ import annotations

from lxml import etree

from jats.elements.build import Cursor, Element, empty_element
from jats.elements.kept import write_kept
from jats.model.blocks import KeptBlock

_TAG = "body"


def write_body(body: KeptBlock | None, at: Cursor) -> Element | None:
    """The body as given; if there is none, an empty one in Authoring, which requires it, with a remark."""
    made = None if body is None else _carried(body, at / _TAG)
    if made is not None or at.context.grammar.accepts("article", ("front",)):
        return made
    at.context.remarks.append(
        ((), "the text of the article isn't here; the body that Authoring requires is written empty")
    )
    return empty_element(_TAG, at)


def _carried(body: KeptBlock, at: Cursor) -> Element | None:
    """The element among what is left of it: the last, if parts of it could not be kept."""
    children = write_kept(body.xml, at, "article")
    return next((child for child in children if isinstance(child, etree._Element) and child.tag == _TAG), None)
