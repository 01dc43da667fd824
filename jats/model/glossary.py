"""Glossaries and lists of abbreviations: terms and what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import TEXT_SCHEMA, AlsoAs, Data, IdMap, String, item_or_list, listed, refuse
from jats.model.blocks import Blocks
from jats.model.identifiers import Language
from jats.model.running_text import InlineText


class Term(Data):
    """A term and what it means."""

    id: String | None = None
    """The name by which the text points to it."""
    term: InlineText
    """The term or abbreviation."""
    definition: Blocks
    """What it means."""


TERM_FIELDS = set(Term.model_fields)


def _terms(value: Any) -> Any:
    """`{HW: high water, LW: low water}` as a list."""
    if isinstance(value, Mapping) and not set(value) & TERM_FIELDS:
        return [
            {"term": term, **(meaning if isinstance(meaning, Mapping) else {"definition": meaning})}
            for term, meaning in value.items()
        ]
    return listed(value)


def _term_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    meaning = {"anyOf": [TEXT_SCHEMA, {"type": "array", "items": TEXT_SCHEMA}, {"type": "object"}]}
    return [made["items"], {"type": "object", "additionalProperties": meaning}]


Terms = Annotated[tuple[Term, ...], BeforeValidator(_terms), AlsoAs(_term_forms)]
"""Terms and their meanings: `{HW: high water, LW: low water}`, or a list."""


class Glossary(Data):
    """A glossary, or a list of abbreviations."""

    id: String | None = None
    """The name by which the text points to it."""
    ids: IdMap = Field(default_factory=dict)
    """Identifiers of its own by type."""
    label: String | None = None
    """The number or mark before the heading."""
    title: InlineText | None = None
    """The heading: Glossary, Abbreviations."""
    type: String | None = None
    """What kind of list it is, for programs: abbreviations, nomenclature …"""
    language: Language | None = None
    """Its language, if it is not the article's."""
    text: Blocks = ()
    """What is said before the terms, in paragraphs."""
    terms: Terms = ()
    """The terms and what they mean: `{HW: high water, LW: low water}`, or a list."""
    glossaries: Annotated[tuple[Glossary, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """Glossaries inside this one, each with its heading."""

    @model_validator(mode="after")
    def _something(self) -> Glossary:
        if not (self.text or self.terms or self.glossaries):
            raise refuse("empty_value", "is empty: give terms")
        return self


GLOSSARY_FIELDS = set(Glossary.model_fields)


def _glossaries(value: Any) -> Any:
    """Terms alone are a glossary without a heading."""
    if isinstance(value, Mapping) and not set(value) & GLOSSARY_FIELDS:
        return [{"terms": value}]
    return listed(value)


def _glossary_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [made["items"], _term_forms({"items": {}})[1]]


Glossaries = Annotated[tuple[Glossary, ...], BeforeValidator(_glossaries), AlsoAs(_glossary_forms)]
"""A glossary, several, or terms and their meanings alone."""
