"""What variants can't hold of what follows the text: rows of the table of losses (jats/elements/losses/table.py)."""

from __future__ import annotations

from collections.abc import Iterator

from jats.elements.build import TO_CUSTOM_META
from jats.elements.losses.rows import LossRow


def section_rows(field: str, tag: str) -> Iterator[LossRow]:
    """What versions lack for the sections of a text."""
    yield LossRow(f"{field}*", "sec without heading", tag, TO_CUSTOM_META, when="Publishing or Authoring")
    yield LossRow(f"{field}*", "sec", tag, "as paragraphs", when="Publishing or Authoring, and it has no heading")
    yield LossRow(f"{field}*", "label", "sec")


def _back_part(field: str, *tags: str) -> Iterator[LossRow]:
    """What versions lack for a part of what follows the text, which may be one of these elements."""
    for tag in tags:
        if tag in ("sec", "notes", "bio"):
            yield LossRow(field, tag, "back", "as appendix")
            yield LossRow(field, tag, "back", when="Authoring, and it has no heading")
        yield from part_rows(field, tag)


def part_rows(field: str, tag: str) -> Iterator[LossRow]:
    """What versions lack for a text with a heading and sections."""
    yield LossRow(f"{field}.label", "label", tag)
    yield LossRow(f"{field}.id", "@id", tag, "as", when="it is not an XML name, or is taken")
    yield from section_rows(field, tag)


def _appendix(field: str) -> Iterator[LossRow]:
    """What versions lack for appendices."""
    yield from _back_part(field, "app")
    yield LossRow(f"{field}.supplemental", "@supplemental", "app", TO_CUSTOM_META)
    yield LossRow(f"{field}.glossary*", "glossary", "app")
    yield LossRow(f"{field}.references*", "ref-list", "app")
    yield from _glossary(f"{field}.glossary[]")
    yield from _footnotes(f"{field}.footnotes", "app")


def _footnotes(field: str, parent: str) -> Iterator[LossRow]:
    """What versions lack for footnotes in groups."""
    yield LossRow(field, "fn-group", parent)
    for tag in ("fn-group", "fn"):
        yield LossRow(f"{field}*", "@id", tag, "as", when="it is not an XML name, or is taken")


def _glossary(field: str) -> Iterator[LossRow]:
    """What versions lack for glossaries, those inside others too."""
    yield LossRow(f"{field}*", "label", "glossary")
    yield LossRow(f"{field}*", "object-id", "glossary", TO_CUSTOM_META)
    yield LossRow(f"{field}*", "@assigning-authority", "object-id", TO_CUSTOM_META)
    for tag in ("glossary", "def-item"):
        yield LossRow(f"{field}*", "@id", tag, "as", when="it is not an XML name, or is taken")


BACK_ROWS = (
    *_back_part("acknowledgements[]", "ack"),
    LossRow("acknowledgements[].ids.*", "object-id", "ack", TO_CUSTOM_META),
    LossRow("acknowledgements[].ids.*", "@assigning-authority", "object-id", TO_CUSTOM_META),
    LossRow("acknowledgements[]*", "ack", "back", when="Authoring, and it is not the first"),
    *_back_part("data_availability[]", "sec", "app"),
    *_back_part("statements[]", "sec", "app"),
    *_footnotes("footnotes", "back"),
    *_back_part("back_notes[]", "notes", "app"),
    *_back_part("biographies[]", "bio", "app"),
    LossRow("biographies[].url", "@xlink:href", "app", when="Authoring"),
    LossRow("biographies[].refers_to", "@rid", "app", when="Authoring"),
    *_glossary("glossary[]"),
    LossRow("glossary[]*", "glossary", "back", when="Authoring, and it is not the first"),
    *_appendix("appendices[]"),
    *_appendix("appendices[].appendices[]"),
    LossRow("appendices[].ids.*", "object-id", "app-group", TO_CUSTOM_META),
    LossRow("appendices[].ids.*", "@assigning-authority", "object-id", TO_CUSTOM_META),
    LossRow("appendices[].supplemental", "@supplemental", "app-group", TO_CUSTOM_META),
    LossRow("appendices[].label", "label", "app-group"),
    LossRow("appendices[].id", "@id", "app-group", "as", when="it is not an XML name, or is taken"),
    LossRow("appendices*", "app-group", "back", when="Authoring, and it is not the first"),
)
"""What the fields of `<back>` may lose, but for the references."""
