"""What follows the text: thanks, statements, appendices, words about the authors, notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import (
    TEXT_SCHEMA,
    AlsoAs,
    Data,
    IdMap,
    String,
    Strings,
    are_languages,
    check_languages,
    item_or_list,
    language_map,
    listed,
    refuse,
)
from jats.model.blocks import Blocks, uncut_items
from jats.model.identifiers import Language
from jats.model.running_text import InlineText
from jats.model.sections import PARAGRAPH_LIST, Sections


def by_language_or_list(value: Any) -> Any:
    """A part, its versions by language tag, or a list."""
    if isinstance(value, Mapping) and are_languages(value, _FIELDS):
        check_languages(value)
        return [{"language": tag or None, **_fields(one)} for tag, one in value.items()]
    return uncut_items(value)


def _by_heading(value: Any) -> Any:
    return by_heading_or_list(value, _FIELDS)


def by_heading_or_list(value: Any, fields: frozenset[str]) -> Any:
    """A part, parts by their headings, which aren't among the fields of one, or a list."""
    if isinstance(value, Mapping) and not set(value) & fields:
        return [{"title": heading, **_fields(one)} for heading, one in value.items()]
    return uncut_items(value)


def _fields(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {"text": value}


def language_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    """One part, or parts by language tag, as JSON Schema."""
    return [made["items"], language_map({"anyOf": [made["items"], PARAGRAPH_LIST]})]


def _heading_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return heading_forms(made, _FIELDS)


def heading_forms(made: JsonSchemaValue, fields: frozenset[str]) -> list[JsonSchemaValue]:
    """One part, or parts by their headings, as JSON Schema."""
    body = {"anyOf": [TEXT_SCHEMA, PARAGRAPH_LIST, {"type": "object"}]}
    return [
        made["items"],
        {"type": "object", "propertyNames": {"not": {"enum": sorted(fields)}}, "additionalProperties": body},
    ]


class BackPart(Data):
    """A part of what follows the text."""

    short_form: ClassVar[str | None] = "the text; blank lines part its paragraphs"

    id: String | None = None
    """The name by which the text points to it."""
    label: String | None = None
    """The number or mark before the heading."""
    title: InlineText | None = None
    """The heading."""
    language: Language | None = None
    """Its language, if it is not the article's."""
    text: Blocks = ()
    """The paragraphs; lists, formulas, figures and tables among them in JATS's own markup."""
    sections: Sections = ()
    """Parts of it: by their headings, or a list."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The text alone."""
        return {"text": text}

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.text or self.sections or self.has_more()):
            raise refuse("empty_value", "is empty: give text")
        return self

    def has_more(self) -> bool:
        """Whether there is anything in it beside text and sections."""
        return False


class Acknowledgement(BackPart):
    """Thanks."""

    type: String | None = None
    """What kind of thanks it is, for programs."""
    ids: IdMap = Field(default_factory=dict)
    """Identifiers of its own by type."""


class DataAvailability(BackPart):
    """Where the data are that the article is based on."""

    status: String | None = None
    """How the data can be had, in SciELO's words: data-available, data-available-upon-request, data-in-article,
    data-not-available, uninformed."""


class Statement(BackPart):
    """A section after the text: on ethics, on the authors' contributions …"""

    short_form: ClassVar[str | None] = None

    title: InlineText
    """The heading."""
    type: String | None = None
    """What kind of statement it is, for programs: ethics-statement, author-contributions …"""


class Biography(BackPart):
    """A few sentences about an author."""

    type: String | None = None
    """What kind of text it is, for programs."""
    refers_to: Strings = ()
    """The ids of the authors whom it is about."""
    url: String | None = None
    """The author's page on the web."""


class BackNote(BackPart):
    """A note after the text: a note added in proof …"""

    type: String | None = None
    """What kind of note it is: note-in-proof, disclaimer (which comes before the text) …"""


_FIELDS = frozenset().union(*(model.model_fields for model in (Acknowledgement, DataAvailability, Biography)))
"""Keys that aren't headings or languages."""


Acknowledgements = Annotated[tuple[Acknowledgement, ...], BeforeValidator(by_language_or_list), AlsoAs(language_forms)]
"""Thanks, or their versions by language tag."""

DataAvailabilities = Annotated[
    tuple[DataAvailability, ...], BeforeValidator(by_language_or_list), AlsoAs(language_forms)
]
"""Where the data are, or versions of it by language tag."""

Statements = Annotated[tuple[Statement, ...], BeforeValidator(_by_heading), AlsoAs(_heading_forms)]
"""Sections by their headings, `{Ethics: …}`, or a list."""

OwnBiographies = Annotated[tuple[Biography, ...], BeforeValidator(by_language_or_list), AlsoAs(language_forms)]
"""Texts about one author, or versions of one by language tag."""

Biographies = Annotated[tuple[Biography, ...], BeforeValidator(uncut_items), AlsoAs(item_or_list)]
"""Texts about the authors."""

BackNotes = Annotated[tuple[BackNote, ...], BeforeValidator(_by_heading), AlsoAs(_heading_forms)]
"""Notes by their headings, or a list."""

BackField = Literal[
    "acknowledgements",
    "data_availability",
    "statements",
    "footnotes",
    "glossary",
    "back_notes",
    "references",
    "biographies",
    "appendices",
]
"""A field whose content follows the text."""

BackOrder = Annotated[tuple[BackField, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""Names of fields in order."""
