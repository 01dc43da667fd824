"""What variants can't hold of what stands behind the text: rows of the table of losses (jats/elements/profiles.py)."""

from __future__ import annotations

from collections.abc import Iterator

from jats.elements.build import SET_ASIDE
from jats.elements.rows import Row


def section_rows(field: str, tag: str) -> Iterator[Row]:
    """What versions lack for the sections of a text."""
    yield Row(f"{field}*", "sec without heading", tag, SET_ASIDE, when="Publishing or Authoring")
    yield Row(f"{field}*", "sec", tag, "as paragraphs", when="Publishing or Authoring, and it has no heading")
    yield Row(f"{field}*", "label", "sec")


def _back_part(field: str, *tags: str) -> Iterator[Row]:
    """What versions lack for a part of what stands behind the text, which may be one of these elements."""
    for tag in tags:
        if tag in ("sec", "notes", "bio"):
            yield Row(field, tag, "back", "as appendix")
            yield Row(field, tag, "back", when="Authoring, and it has no heading")
        yield from part_rows(field, tag)


def part_rows(field: str, tag: str) -> Iterator[Row]:
    """What versions lack for a text with a heading and sections."""
    yield Row(f"{field}.label", "label", tag)
    yield Row(f"{field}.id", "@id", tag, "as", when="it is no XML name, or taken")
    yield from section_rows(field, tag)


def _appendix(field: str) -> Iterator[Row]:
    """What versions lack for appendices."""
    yield from _back_part(field, "app")
    yield Row(f"{field}.supplemental", "@supplemental", "app", SET_ASIDE)
    yield Row(f"{field}.glossary*", "glossary", "app")
    yield Row(f"{field}.references*", "ref-list", "app")
    yield from _glossary(f"{field}.glossary[]")
    yield from _footnotes(f"{field}.footnotes", "app")


def _footnotes(field: str, parent: str) -> Iterator[Row]:
    """What versions lack for footnotes in groups."""
    yield Row(field, "fn-group", parent)
    for tag in ("fn-group", "fn"):
        yield Row(f"{field}*", "@id", tag, "as", when="it is no XML name, or taken")


def _glossary(field: str) -> Iterator[Row]:
    """What versions lack for glossaries, those inside others too."""
    yield Row(f"{field}*", "label", "glossary")
    yield Row(f"{field}*", "object-id", "glossary", SET_ASIDE)
    yield Row(f"{field}*", "@assigning-authority", "object-id", SET_ASIDE)
    for tag in ("glossary", "def-item"):
        yield Row(f"{field}*", "@id", tag, "as", when="it is no XML name, or taken")


BACK_ROWS = (
    *_back_part("acknowledgements[]", "ack"),
    Row("acknowledgements[].ids.*", "object-id", "ack", SET_ASIDE),
    Row("acknowledgements[].ids.*", "@assigning-authority", "object-id", SET_ASIDE),
    Row("acknowledgements[]*", "ack", "back", when="Authoring, and it is not the first"),
    *_back_part("data_availability[]", "sec", "app"),
    *_back_part("statements[]", "sec", "app"),
    *_footnotes("footnotes", "back"),
    *_back_part("back_notes[]", "notes", "app"),
    *_back_part("biographies[]", "bio", "app"),
    Row("biographies[].url", "@xlink:href", "app", when="Authoring"),
    Row("biographies[].refers_to", "@rid", "app", when="Authoring"),
    *_glossary("glossary[]"),
    Row("glossary[]*", "glossary", "back", when="Authoring, and it is not the first"),
    *_appendix("appendices[]"),
    *_appendix("appendices[].appendices[]"),
    Row("appendices[].ids.*", "object-id", "app-group", SET_ASIDE),
    Row("appendices[].ids.*", "@assigning-authority", "object-id", SET_ASIDE),
    Row("appendices[].supplemental", "@supplemental", "app-group", SET_ASIDE),
    Row("appendices[].label", "label", "app-group"),
    Row("appendices[].id", "@id", "app-group", "as", when="it is no XML name, or taken"),
    Row("appendices*", "app-group", "back", when="Authoring, and it is not the first"),
)
"""What the fields of `<back>` may lose, but for the references."""
