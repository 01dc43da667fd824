"""Abstracts: plain, structured, of any kind, in any language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import (
    AlsoAs,
    Data,
    IdMap,
    String,
    are_languages,
    check_languages,
    language_map,
    listed,
)
from jats.model.blocks import Blocks, uncut
from jats.model.identifiers import Language
from jats.model.running_text import InlineText
from jats.model.sections import PARAGRAPH_LIST, Sections


class Abstract(Data):
    """One abstract."""

    short_form = "the abstract as text; blank lines part its paragraphs"

    language: Language | None = None
    """Its language, if it is not the article's."""
    type: String | None = None
    """Nothing for the abstract proper; graphical, teaser, key-points, plain-language-summary, video …"""
    id: String | None = None
    """The name by which the article points to it."""
    ids: IdMap = Field(default_factory=dict)
    """Identifiers of its own by type, such as its DOI."""
    label: String | None = None
    """The number or mark before the heading."""
    title: InlineText | None = None
    """The heading, if it is not just the word Abstract."""
    text: Blocks = ()
    """The paragraphs; lists, formulas, figures and tables among them in JATS's own markup."""
    sections: Sections = ()
    """The parts of a structured abstract: `{Background: …, Methods: …}`, or a list."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """Paragraphs alone."""
        return {"text": text}

    @model_validator(mode="after")
    def _something(self) -> Abstract:
        if not (self.text or self.sections):
            raise ValueError("is empty: give text or sections")
        return self


ABSTRACT_FIELDS = set(Abstract.model_fields)


def _abstract_list(value: Any) -> Any:
    if isinstance(value, Mapping) and are_languages(value, ABSTRACT_FIELDS):
        check_languages(value)
        return [_in_language(tag, one) for tag, one in value.items()]
    return listed(uncut(value))


def _in_language(tag: str, one: Any) -> Any:
    return {"language": tag, **one} if isinstance(one, Mapping) else {"language": tag, "text": one}


def _abstract_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [made["items"], language_map({"anyOf": [made["items"], PARAGRAPH_LIST]})]


Abstracts = Annotated[tuple[Abstract, ...], BeforeValidator(_abstract_list), AlsoAs(_abstract_forms)]
"""A text, an abstract, abstracts by language tag, or a list."""
