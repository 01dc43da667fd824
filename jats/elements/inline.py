"""Running text: the twin of jats/model/inline.py. What a place can't hold is unwrapped to its characters, and reported."""

from __future__ import annotations

from collections.abc import Iterable

from jats.elements.build import Child, Cursor, Element, element
from jats.elements.kept import CARRIER, PLAIN, write_kept
from jats.elements.languages import versions
from jats.elements.math import write_math
from jats.model.inline import Inline, Kept, Link, Math, Part, Span
from jats.model.running_text import LocalizedInline

__all__ = ["PLAIN", "write_inline", "write_text", "write_versions"]


def write_inline(content: Inline, at: Cursor, parent: str) -> list[Child]:
    """What is in `parent`, ready for `element()`: texts and elements in order."""
    children: list[Child] = []
    for part in content.parts:
        if isinstance(part, str):
            children.append(part)
        else:
            children += _write_part(part, at, parent)
    return children


def write_text(tag: str, content: Inline | None, at: Cursor) -> Element | None:
    """An element that holds running text and nothing else; `None` if there is none."""
    return None if content is None else element(tag, at, None, write_inline(content, at, tag))


def write_versions(tag: str, texts: LocalizedInline | None, at: Cursor) -> list[Element | None]:
    """One such element a language, that of the article's own first."""
    return [
        element(tag, here, {"xml:lang": language}, write_inline(text, here, tag))
        for language, text, here in versions(texts, at)
    ]


def _write_part(part: Part, at: Cursor, parent: str) -> list[Child]:
    if isinstance(part, Math):
        return _write_formula(part, at, parent)
    if isinstance(part, Link):
        return _write_link(part, at, parent)
    if isinstance(part, Kept):
        return write_kept(part.xml, at, parent)
    if isinstance(part, Span):
        return _write_span(part, at, parent)
    return [part]


def _write_span(span: Span, at: Cursor, parent: str) -> list[Child]:
    if at.can(parent, span.kind):
        return [element(span.kind, at, None, write_inline(span.content, at, span.kind))]
    at.lose(span.kind, parent, PLAIN)
    return write_inline(span.content, at, parent)


def _write_link(link: Link, at: Cursor, parent: str) -> list[Child]:
    """`<ext-link>`, the older `<uri>`, either in a carrier; else the text, and the address in brackets after it."""
    if at.can(parent, "ext-link"):
        children = write_inline(link.content, at, "ext-link")
        return [element("ext-link", at, {"ext-link-type": "uri", "xlink:href": link.href}, children)]
    if at.can(parent, "uri"):
        return [element("uri", at, {"xlink:href": link.href}, write_inline(link.content, at, "uri"))]
    if _carries(at, parent, "ext-link"):
        return [_carried("link", _write_link(link, at, CARRIER), at)]
    at.lose("ext-link", parent, PLAIN)
    address = f" ({link.href})" if link.href and link.href != link.content.plain() else None
    return [*write_inline(link.content, at, parent), address]


def _write_formula(math: Math, at: Cursor, parent: str) -> list[Child]:
    if at.can(parent, "inline-formula"):
        wanted = at.context.wants("formula_id", "yes") and at.has("inline-formula", "id")
        identifier = at.identify(None, "eq", "inline-formula") if wanted else None
        return [element("inline-formula", at, {"id": identifier}, write_math(math, at))]
    if _carries(at, parent, "inline-formula"):
        return [_carried("formula", _write_formula(math, at, CARRIER), at)]
    at.lose("inline-formula", parent, PLAIN)
    return [Inline((math,)).plain()]


def _carries(at: Cursor, parent: str, child: str) -> bool:
    return at.can(parent, CARRIER) and at.can(CARRIER, child)


def _carried(kind: str, children: Iterable[Child], at: Cursor) -> Element | None:
    carried = [child for child in children if child is not None and child != ""]
    return element(CARRIER, at, {"content-type": kind}, carried) if carried else None
