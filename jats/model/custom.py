"""Metadata for which JATS has no element: names and values of the journal's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import TEXT_SCHEMA, AlsoAs, Data, String, listed, map_schema
from jats.model.running_text import InlineText
from jats.model.vocabulary import Vocabulary


class CustomMeta(Data):
    """One name and its value."""

    name: String
    """The name."""
    value: InlineText
    """The value."""
    url: String | None = None
    """Where the value is explained on the web."""
    vocabulary: Vocabulary | None = None
    """The vocabulary that the value comes from."""
    authority: String | None = None
    """Who gave the value."""


def _custom_list(value: Any) -> Any:
    """`{name: value, …}` as a list."""
    if isinstance(value, Mapping) and not {"name", "value"} <= set(value):
        return [{"name": name, "value": one} for name, one in value.items()]
    return listed(value)


def _custom_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [made["items"], map_schema(TEXT_SCHEMA)]


CustomMetas = Annotated[tuple[CustomMeta, ...], BeforeValidator(_custom_list), AlsoAs(_custom_forms)]
"""Values by name: `{peer-review-type: double-blind}`, or a list."""
