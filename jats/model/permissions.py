"""Who holds the rights, and what others may do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import (
    FLAG_SCHEMA,
    MODEL,
    TEXT_SCHEMA,
    AlsoAs,
    Data,
    String,
    Strings,
    item_or_list,
    language_map,
    listed,
    read_flag,
)
from jats.model.dates import Date
from jats.model.identifiers import Language
from jats.model.running_text import InlineText, LocalizedInline


def _holder_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [TEXT_SCHEMA, language_map(TEXT_SCHEMA)]


class Copyright(Data):
    """The copyright line, whole or in parts."""

    short_form = "the copyright statement as printed"

    statement: LocalizedInline | None = None
    """The statement as printed: © 2023 The Authors."""
    year: Strings = ()
    """The year, or the years."""
    holder: Annotated[tuple[LocalizedInline, ...], BeforeValidator(listed), AlsoAs(_holder_forms)] = ()
    """The holders of the copyright; several in a list, each in its languages."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The statement alone."""
        return {"statement": text}


class License(Data):
    """One licence; a Creative Commons licence by its short name or address."""

    short_form = "CC BY 4.0, CC0 1.0 …, or the licence's address"

    name: String | None = None
    """The short name: CC BY 4.0."""
    url: String | None = None
    """The licence's own address."""
    text: InlineText | None = None
    """The statement as printed."""
    language: Language | None = None
    """The language of the statement."""
    type: String | None = None
    """What kind of licence it is; open-access if it is a Creative Commons licence."""
    start: Date | None = None
    """The day from which the licence holds."""
    applies_to: String | None = None
    """Which version of the article it is for: vor, am, tdm …"""

    @model_validator(mode="before")
    @classmethod
    def _address_of_a_known_name(cls, value: Any) -> Any:
        if not isinstance(value, Mapping) or value.get("url") or not isinstance(value.get("name"), str):
            return value
        from jats.vocab.licences import find_licence

        found = find_licence(value["name"])
        return {**value, "url": found.url} if found and found.url and not found.fault else value

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The name and canonical address of a Creative Commons licence; another address; else a statement."""
        from jats.vocab.licences import find_licence

        found = find_licence(text)
        if found and not found.fault:
            return {"name": found.name, "url": found.url}
        if text.startswith(("http://", "https://")):
            return {"url": text}
        return {"name" if found else "text": text}


Licenses = Annotated[tuple[License, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""Licences; one alone is a list of one."""


class FreeToRead(Data):
    """That everybody may read the article without paying, at all times or for some."""

    short_form = "yes, or the day from which it is so"

    start: Date | None = None
    """The first day."""
    end: Date | None = None
    """The last day."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The first day."""
        return {"start": text}


def _free(value: Any) -> Any:
    """`yes` is free at all times, `no` says nothing, a date in its parts is the first day."""
    if isinstance(value, Mapping) and value and not set(value) & set(FreeToRead.model_fields):
        return {"start": value}
    if value is True or value is False or (isinstance(value, str) and value.strip().lower() in _FLAGS):
        return {} if read_flag(value.strip() if isinstance(value, str) else value) else None
    return value


_FLAGS = ("yes", "no", "true", "false")

FreeAccess = Annotated[FreeToRead | None, BeforeValidator(_free), AlsoAs(lambda made: [FLAG_SCHEMA, {MODEL: "Date"}])]
"""`yes`, the first day, or first and last day."""
