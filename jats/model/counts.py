"""How much there is in an article: counted as far as the article file says it, given for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import FLAG_SCHEMA, AlsoAs, Data, String, is_flag, read_flag


def _check_number(value: str) -> str:
    if not (value.isascii() and value.isdecimal()):
        raise ValueError(f"is {value}: write a whole number")
    return value


_WHOLE: JsonSchemaValue = {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^ *[0-9]+ *$"}]}
Number = Annotated[String, AfterValidator(_check_number), WithJsonSchema(_WHOLE)]
"""A whole number."""


class Counts(Data):
    """How many there are of each. References and pages are counted if nothing is said of them."""

    figures: Number | None = None
    """How many figures."""
    tables: Number | None = None
    """How many tables."""
    equations: Number | None = None
    """How many displayed formulas."""
    references: Number | None = None
    """How many references; counted by itself."""
    pages: Number | None = None
    """How many pages; counted by itself."""
    words: Number | None = None
    """How many words."""
    other: dict[String, Number] = Field(default_factory=dict)
    """How many of anything else, by name: `{supplements: 2}`."""


def _counts(value: Any) -> Any:
    """`yes` counts what can be counted, `no` nothing."""
    if value is None or isinstance(value, (Mapping, Counts)):
        return value
    if not is_flag(value):
        shown = str(value).encode("utf-8", "backslashreplace").decode()  # pydantic takes no half of a surrogate pair
        raise ValueError(f"is {shown}: write yes, or numbers: {{figures: 3, words: 5120}}")
    return {} if read_flag(value) else None


ArticleCounts = Annotated[Counts | None, BeforeValidator(_counts), AlsoAs(lambda made: [FLAG_SCHEMA])]
"""`yes`, or numbers by kind."""
