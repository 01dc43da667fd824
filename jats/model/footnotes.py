"""Footnotes of the article: those after the text, in groups with a heading if they have one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Tag, model_validator

from jats.model.base import AlsoAs, Data, String, item_or_list, refuse
from jats.model.blocks import uncut_items
from jats.model.identifiers import Language
from jats.model.notes import Note, Notes
from jats.model.running_text import InlineText


class FootnoteGroup(Data):
    """Footnotes under a heading of their own."""

    id: String | None = None
    """The name by which the text points to it."""
    label: String | None = None
    """The number or mark before the heading."""
    title: InlineText | None = None
    """The heading: Notes."""
    type: String | None = None
    """What the notes are about, for programs: competing-interest, author-contribution …"""
    language: Language | None = None
    """Its language, if it is not the article's."""
    footnotes: Notes
    """The footnotes."""

    @model_validator(mode="after")
    def _something(self) -> FootnoteGroup:
        if not self.footnotes:
            raise refuse("empty_value", "is empty: give footnotes")
        return self


def _kind(value: Any) -> str:
    """What holds footnotes itself is a group of them."""
    grouped = "footnotes" in value if isinstance(value, Mapping) else isinstance(value, FootnoteGroup)
    return "@group" if grouped else "@note"


Footnotes = Annotated[
    tuple[
        Annotated[Annotated[Note, Tag("@note")] | Annotated[FootnoteGroup, Tag("@group")], Discriminator(_kind)],
        ...,
    ],
    BeforeValidator(uncut_items),
    AlsoAs(item_or_list),
]
"""Footnotes; several groups, each with its heading, if items hold `footnotes` themselves."""
