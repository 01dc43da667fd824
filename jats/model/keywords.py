"""Keywords and subjects."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import (
    TEXT_SCHEMA,
    AlsoAs,
    Data,
    String,
    check_languages,
    item_or_list,
    language_map,
    listed,
    refuse,
)
from jats.model.identifiers import Language
from jats.model.inline import Inline


def _terms(value: Any) -> Any:
    """One line is cut at semicolons, or at commas where it has none; a full stop at its end is dropped."""
    if not isinstance(value, str):
        return something(listed(value))
    line = value.strip()
    separator = ";" if ";" in line else ","
    parts = [part.strip() for part in re.split(rf"\s*{separator}\s*", line)]
    if separator in line and parts and parts[-1].endswith("."):
        parts[-1] = parts[-1].rstrip(".")
    return something([part for part in parts if part])


def something(values: Any) -> Any:
    """Refuse an empty list where the list is all there is."""
    if isinstance(values, (list, tuple)) and not values:
        raise refuse("empty_value", "is empty: write a value, or leave the key out")
    return values


Terms = Annotated[tuple[Inline, ...], BeforeValidator(_terms), AlsoAs(item_or_list)]


class KeywordGroup(Data):
    """Keywords of one language and kind."""

    language: Language | None = None
    """The language, where it is not the article's."""
    type: String | None = None
    """Nothing for the author's keywords; abbreviations, MeSH, JEL …"""
    title: Inline | None = None
    """The heading printed before them."""
    terms: Terms
    """The keywords: a list, or one line with semicolons or commas."""


GROUP_FIELDS = set(KeywordGroup.model_fields)


def _groups(value: Any) -> Any:
    """A line, a list of terms, terms by language tag, or a list of groups."""
    if isinstance(value, Mapping):
        if set(value) & GROUP_FIELDS:
            return [value]
        check_languages(value)
        return [_in_language(tag, terms) for tag, terms in value.items()]
    if value is None or (isinstance(value, (list, tuple)) and _are_groups(value)):
        return value
    return [{"terms": value}]


def _are_groups(values: Sequence[Any]) -> bool:
    return all(isinstance(item, (Mapping, KeywordGroup)) for item in values)


def _in_language(tag: str, terms: Any) -> Any:
    return {"language": tag, **terms} if isinstance(terms, Mapping) else {"language": tag, "terms": terms}


def _forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    terms = {"anyOf": [TEXT_SCHEMA, {"type": "array", "items": TEXT_SCHEMA}]}
    return [*terms["anyOf"], made["items"], language_map({"anyOf": [*terms["anyOf"], made["items"]]})]


Keywords = Annotated[tuple[KeywordGroup, ...], BeforeValidator(_groups), AlsoAs(_forms)]
"""Keywords: one line, a list, by language tag, or groups."""


class SubjectGroup(Data):
    """Subjects of one kind: the heading of the issue's section, UDC, JEL …"""

    type: String | None = None
    """`heading` for the section of the table of contents; udc, jel, msc, discipline …"""
    language: Language | None = None
    """The language, where it is not the article's."""
    subjects: Annotated[
        tuple[Inline, ...], BeforeValidator(lambda value: something(listed(value))), AlsoAs(item_or_list)
    ]
    """The subjects."""
    groups: tuple[SubjectGroup, ...] = ()
    """Narrower subjects."""


SUBJECT_FIELDS = set(SubjectGroup.model_fields)


def _subject_groups(value: Any) -> Any:
    """A text is the heading; `{heading: …, udc: …}` gives subjects by type."""
    if isinstance(value, Mapping):
        if set(value) & SUBJECT_FIELDS:
            return [value]
        return [{"type": kind, "subjects": subjects} for kind, subjects in value.items()]
    if isinstance(value, (list, tuple)):
        return [
            {"type": "heading", "subjects": item} if isinstance(item, (str, int, float, Inline)) else item
            for item in value
        ]
    return [{"type": "heading", "subjects": value}] if value is not None else value


def _subject_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    texts = {"anyOf": [TEXT_SCHEMA, {"type": "array", "items": TEXT_SCHEMA}]}
    mixed = {"type": "array", "items": {"anyOf": [TEXT_SCHEMA, made["items"]]}}
    return [TEXT_SCHEMA, made["items"], mixed, {"type": "object", "additionalProperties": texts}]


Subjects = Annotated[tuple[SubjectGroup, ...], BeforeValidator(_subject_groups), AlsoAs(_subject_forms)]
"""The heading alone, subjects by type, or groups."""
