"""Sections of abstracts and of what follows the text."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.blocks import fitting, place, write_blocks
from jats.elements.build import Cursor, Element, element
from jats.elements.inline import write_text
from jats.elements.shapes import prefixed
from jats.model.blocks import Block
from jats.model.sections import Section


def write_parts(texts: Sequence[Block], sections: Sequence[Section], parent: str, at: Cursor) -> list[Element]:
    """Paragraphs, then sections: the only order that JATS has."""
    return _write_parts(texts, sections, parent, at, parent)


def _write_parts(
    texts: Sequence[Block], sections: Sequence[Section], parent: str, at: Cursor, whole: str
) -> list[Element]:
    """The same; `whole` is the element that all of it is a part of."""
    parts = write_blocks(texts, at / "text", parent)
    for index, section in enumerate(sections):
        for part in _write_section(section, at / "sections" / index, parent, whole):
            place(part, parts, parent, at)
    return parts


def _write_section(section: Section, at: Cursor, parent: str, whole: str) -> list[Element]:
    """One `<sec>`; what is in it if there is no heading and the tag set requires one."""
    heading = _write_heading(section, at)
    parts = _write_parts(section.text, section.sections, "sec", at, whole)
    if not at.context.grammar.accepts("sec", [prefixed(one) for one in (*heading, *parts)]):
        at.lose("sec", whole, "as paragraphs")
        (at / "type").to_custom_meta(section.type or "", "sec without heading", whole)
        return fitting(parts, at, parent)
    made = element("sec", at, {"sec-type": (section.type, at / "type")}, heading, parts)
    return [] if made is None else [made]


def _write_heading(section: Section, at: Cursor) -> list[Element]:
    if section.label and not at.can("sec", "label"):
        (at / "label").lose("label", "sec")
    elif section.label:
        title = write_text("title", section.title, at / "title")
        return [one for one in (element("label", at / "label", None, section.label), title) if one is not None]
    title = write_text("title", section.title, at / "title")
    return [] if title is None else [title]
