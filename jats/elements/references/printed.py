"""A citation as printed: `<mixed-citation>`, every character where it was, the fields that are found in it marked."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import Attributes, Child, Cursor, Element, element
from jats.elements.inline import write_inline
from jats.elements.references.marks import Mark
from jats.model.inline import Inline, Link, Part, cut

MIXED = "mixed-citation"


def write_mixed_citation(text: Inline, attributes: Attributes, marks: Sequence[Mark], at: Cursor) -> Element | None:
    """The text with its marks; `at` is the reference."""
    here = at / "text"
    end = len(text.plain()) + 1  # one more, so that a formula without characters at the very end is inside
    return element(MIXED, here, attributes, write_marked(text, marks, (0, end), (here, MIXED)))


def write_marked(text: Inline, marks: Sequence[Mark], span: tuple[int, int], where: tuple[Cursor, str]) -> list[Child]:
    """The characters of the text from one place to another, with the marks in them; `where` is the field and the element."""
    children: list[Child] = []
    position, end = span
    for mark in sorted(marks, key=lambda one: one.place):
        children += write_inline(cut(text, position, mark.place[0]), *where)
        children.append(_write_mark(text, mark, where[0]))
        position = mark.place[1]
    return [*children, *write_inline(cut(text, position, end), *where)]


def _write_mark(text: Inline, mark: Mark, at: Cursor) -> Element | None:
    here = Cursor(at.context, at.path[:-1] + mark.path)
    if mark.inner:
        children = write_marked(text, mark.inner, mark.place, (at, mark.tag))
        return element(mark.tag, here, mark.attributes, children)
    content = cut(text, *mark.place)
    attributes = mark.attributes
    link = next((part for part in content.parts if isinstance(part, Link)), None)
    if link is not None and not here.can(mark.tag, "ext-link"):
        content = _unlinked(content)
        attributes = attributes | {"xlink:href": (link.href, at)}
    return element(mark.tag, here, attributes, write_inline(content, here, mark.tag))


def _unlinked(content: Inline) -> Inline:
    parts: list[Part] = []
    for part in content.parts:
        parts += part.content.parts if isinstance(part, Link) else [part]
    return Inline(tuple(parts))
