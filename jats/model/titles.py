"""Forms of the article's title beside the title proper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import TEXT_SCHEMA, AlsoAs, Data, String, language_map, listed, map_schema
from jats.model.running_text import LocalizedInline


class AltTitle(Data):
    """The title in a form for some use."""

    short_form = "the title in that form"

    type: String | None = None
    """What it is for: running-head, short, toc …"""
    text: LocalizedInline
    """The title in that form; versions by language tag."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The words alone."""
        return {"text": text}


def _by_use(value: Any) -> Any:
    """`{running-head: …}` gives titles by what they are for."""
    if isinstance(value, Mapping) and "text" not in value:
        return [{"type": use, "text": text} for use, text in value.items()]
    return listed(value)


def _forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [made["items"], map_schema({"anyOf": [TEXT_SCHEMA, language_map(TEXT_SCHEMA)]})]


AltTitles = Annotated[tuple[AltTitle, ...], BeforeValidator(_by_use), AlsoAs(_forms)]
"""Titles by what they are for, or a list."""
