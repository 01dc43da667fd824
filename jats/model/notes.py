"""Notes on the authors: footnotes, and where letters go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Tag, model_validator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import (
    TEXT_SCHEMA,
    AlsoAs,
    Data,
    String,
    Strings,
    check_languages,
    item_or_list,
    language_map,
    listed,
    refuse,
)
from jats.model.blocks import Blocks, uncut_items
from jats.model.identifiers import Language
from jats.model.pointing import as_printed, link_kind
from jats.model.running_text import InlineText, LocalizedInline

COI = "coi-statement"
"""The kind of note that says what interests the authors have (JATS4R's recommendation, 2018)."""


class Note(Data):
    """One footnote."""

    short_form = "the note as text; blank lines part its paragraphs"

    id: String | None = None
    """The name by which people and texts point to it."""
    type: String | None = None
    """What it is about: coi-statement, present-address, deceased, equal, financial-disclosure … or a word of your own."""
    label: String | None = None
    """The mark printed before it, and beside the names that carry it: *."""
    symbol: String | None = None
    """The mark for programs, if it is not printed."""
    language: Language | None = None
    """Its language, if it is not the article's."""
    text: Blocks
    """The paragraphs; lists, formulas and the like among them in JATS's own markup."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The text alone."""
        return {"text": text}

    @model_validator(mode="after")
    def _something(self) -> Note:
        if not self.text:
            raise refuse("empty_value", "is empty: give text")
        return self


class NotesHeading(Data):
    """The heading of the notes on the authors."""

    short_form = "the heading"

    label: String | None = None
    """The number or mark before the heading."""
    title: InlineText | None = None
    """The heading."""
    text: Blocks = ()
    """Paragraphs that are not footnotes."""
    refers_to: Strings = ()
    """The `id` of each contributor whom the notes are about, if they aren't about all."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The heading alone."""
        return {"title": text}


class Correspondence(Data):
    """An address for letters about the article."""

    short_form = "the address as printed"

    id: String | None = None
    """The name by which corresponding authors point to it."""
    label: String | None = None
    """The mark printed before it, and beside the names that carry it: *."""
    text: LocalizedInline
    """The address as printed; versions by language tag."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The address alone."""
        return {"text": text}


def _interests(value: Any) -> Any:
    """A statement, its versions by language tag, or a list; each is a note of the kind that services look for."""
    if isinstance(value, Mapping) and not set(value) & set(Note.model_fields):
        check_languages(value)
        value = [{"language": tag or None, "text": one} for tag, one in value.items()]
    items = uncut_items(value)
    return items and [{"type": COI, **one} if isinstance(one, Mapping) else one for one in items]


def _interest_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [made["items"], language_map({"anyOf": [TEXT_SCHEMA, {"type": "array", "items": TEXT_SCHEMA}]})]


def _correspondences(value: Any) -> Any:
    """A map without any field of a correspondence is one in several languages; alone, `id` is Indonesian."""
    if isinstance(value, Mapping) and not set(value) & {"label", "text"}:
        return [{"text": value}]
    return listed(value)


def _as_address(value: Any) -> Any:
    """An e-mail address alone is an address too."""
    return {"text": value} if isinstance(value, str) and "@" in value else as_printed(value)


def _correspondence_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [made["items"], language_map(TEXT_SCHEMA)]


Interests = Annotated[tuple[Note, ...], BeforeValidator(_interests), AlsoAs(_interest_forms)]
"""Statements on conflicts of interest; a text, or versions of it by language tag, are one."""

Notes = Annotated[tuple[Note, ...], BeforeValidator(uncut_items), AlsoAs(item_or_list)]
"""Footnotes; a text is one."""

Correspondences = Annotated[
    tuple[Correspondence, ...], BeforeValidator(_correspondences), AlsoAs(_correspondence_forms)
]
"""Addresses for letters; a text, or versions of it by language tag, are one."""

NoteLink = Annotated[
    Annotated[String, Tag("@id")] | Annotated[Note, Tag("@fields")],
    Discriminator(link_kind),
    BeforeValidator(as_printed),
    AlsoAs(lambda made: [TEXT_SCHEMA]),
]
NoteLinks = Annotated[tuple[NoteLink, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""The `id` of a note, or the note itself."""

CorrespondenceLink = Annotated[
    Annotated[String, Tag("@id")] | Annotated[Correspondence, Tag("@fields")],
    Discriminator(link_kind),
    BeforeValidator(_as_address),
    AlsoAs(lambda made: [TEXT_SCHEMA]),
]
CorrespondenceLinks = Annotated[tuple[CorrespondenceLink, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""The `id` of a correspondence, or the address itself."""
