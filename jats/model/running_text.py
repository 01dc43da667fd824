"""Running text as a field of the model: a person writes text in the editor's notation, the model holds the tree."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from jats.model.base import (
    TEXT_SCHEMA,
    AlsoAs,
    by_language,
    check_language_keys,
    clean_text,
    language_map,
    listed,
    refuse,
)
from jats.model.inline import Inline, LabelledInline
from jats.model.markup import format_markup, parse_markup
from jats.parsers.labelled import LabelledText


class _Notation:
    """Tells pydantic to read running text from the editor's notation and to write it in that notation."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _read, serialization=core_schema.plain_serializer_function_ser_schema(format_markup)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(TEXT_SCHEMA)


InlineText = Annotated[Inline, _Notation]
"""Running text of a field."""


def _read(value: Any) -> Inline:
    if isinstance(value, Inline):
        return value
    if isinstance(value, LabelledText):
        read = _read(value.text)
        return LabelledInline(read.parts, value.labels) if read.plain() == value.plain else read
    text = clean_text(value)
    if not isinstance(text, str):
        raise refuse("text_wanted", "must be a text")
    if "<" not in text and "$" not in text:
        return Inline((text,))
    return parse_markup(text)


def _text_or_versions(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [TEXT_SCHEMA, language_map(TEXT_SCHEMA)]


LocalizedInline = Annotated[
    dict[str, InlineText],
    BeforeValidator(by_language),
    AfterValidator(check_language_keys),
    AlsoAs(_text_or_versions, instead=True),
]
"""Running text in one language or in several. Key "" is the article's language."""


def _texts_or_versions(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    several: list[JsonSchemaValue] = [TEXT_SCHEMA, {"type": "array", "items": TEXT_SCHEMA}]
    return [*several, language_map({"anyOf": several})]


LocalizedInlines = Annotated[
    dict[str, Annotated[tuple[InlineText, ...], BeforeValidator(listed)]],
    BeforeValidator(by_language),
    AfterValidator(check_language_keys),
    AlsoAs(_texts_or_versions, instead=True),
]
"""Running texts in one language or in several; one text is a list of one."""
