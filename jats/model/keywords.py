"""Keywords and subjects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Discriminator, Tag, model_validator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import (
    MODEL,
    TEXT_SCHEMA,
    AlsoAs,
    Data,
    String,
    are_languages,
    check_languages,
    item_or_list,
    language_map,
    listed,
    map_schema,
    refuse,
)
from jats.model.identifiers import Language
from jats.model.inline import Inline
from jats.model.running_text import InlineText, LocalizedInline
from jats.model.vocabulary import Scheme, Vocabulary
from jats.parsers.terms import read_terms


def _terms(value: Any) -> Any:
    """One text is read as the list that it is."""
    if not isinstance(value, str):
        return something(listed(value))
    return something(list(read_terms(value).value or ()))


def something(values: Any) -> Any:
    """Refuse an empty list if the list is all there is."""
    if isinstance(values, (list, tuple)) and not values:
        raise refuse("empty_value", "is empty: write a value, or leave the key out")
    return values


class WordPart(Data):
    """A part of a keyword or subject that is made of several."""

    short_form = "the part's words"

    text: InlineText
    """The words."""
    type: String | None = None
    """What part it is: code, text …"""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The words alone."""
        return {"text": text}


def _part_list(value: Any) -> Any:
    """`{code: …, text: …}` as a list of parts by type."""
    if isinstance(value, Mapping) and not set(value) <= {"text", "type"}:
        return [{"type": kind, "text": text} for kind, text in value.items()]
    return listed(value)


def _part_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [made["items"], map_schema(TEXT_SCHEMA)]


Parts = Annotated[tuple[WordPart, ...], BeforeValidator(_part_list), AlsoAs(_part_forms)]


class Word(Data):
    """A keyword or subject that is more than its words."""

    text: InlineText | None = None
    """The words."""
    code: String | None = None
    """Its code in the classification, printed with the words: J11."""
    parts: Parts = ()
    """The parts of a compound word by type, instead of text and code."""
    type: String | None = None
    """What kind of word it is."""
    vocabulary: Vocabulary | None = None
    """The vocabulary that it comes from, and its entry there."""
    authority: String | None = None
    """Who assigned it."""

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.text or self.code or self.parts):
            raise ValueError("is empty: give text")
        if self.parts and (self.text or self.code):
            raise ValueError("has parts, and text or code besides: put all into parts")
        return self


def _kind(value: Any) -> str:
    return "@fields" if isinstance(value, (Mapping, Data)) else "@text"


class Keyword(Word):
    """A keyword that has a code, parts, a vocabulary or narrower keywords."""

    narrower: Annotated[
        tuple[
            Annotated[Annotated[InlineText, Tag("@text")] | Annotated[Keyword, Tag("@fields")], Discriminator(_kind)],
            ...,
        ],
        BeforeValidator(listed),
        AlsoAs(item_or_list),
    ] = ()
    """Narrower keywords."""


AnyKeyword = Annotated[Annotated[InlineText, Tag("@text")] | Annotated[Keyword, Tag("@fields")], Discriminator(_kind)]
AnySubject = Annotated[Annotated[InlineText, Tag("@text")] | Annotated[Word, Tag("@fields")], Discriminator(_kind)]

Terms = Annotated[tuple[AnyKeyword, ...], BeforeValidator(_terms), AlsoAs(item_or_list)]


class KeywordGroup(Data):
    """Keywords of one language and kind."""

    language: Language | None = None
    """The language, if it is not the article's."""
    type: String | None = None
    """Nothing for the author's keywords; abbreviations, MeSH, JEL …"""
    vocabulary: Scheme | None = None
    """The vocabulary that they come from."""
    authority: String | None = None
    """Who assigned them."""
    label: String | None = None
    """The number or mark before the heading."""
    title: InlineText | None = None
    """The heading printed before them."""
    terms: Terms
    """The keywords: a list, or one line with semicolons or commas."""


GROUP_FIELDS = set(KeywordGroup.model_fields)
_KEYWORD_ALONE = Keyword.model_fields.keys() - GROUP_FIELDS


def _groups(value: Any) -> Any:
    """A line, a list of terms, terms by language tag, or a list of groups."""
    if isinstance(value, Mapping):
        if _is_keyword(value):
            return [{"terms": [value]}]
        if not are_languages(value, GROUP_FIELDS):
            return [value]
        check_languages(value)
        return [_in_language(tag, terms) for tag, terms in value.items()]
    if value is None or (isinstance(value, (list, tuple)) and _are_groups(value)):
        return value
    return [{"terms": value}]


def _are_groups(values: Sequence[Any]) -> bool:
    return all(
        isinstance(item, KeywordGroup) or (isinstance(item, Mapping) and not _is_keyword(item)) for item in values
    )


def _is_keyword(fields: Mapping[str, Any]) -> bool:
    return not fields.keys().isdisjoint(_KEYWORD_ALONE)


def _in_language(tag: str, terms: Any) -> Any:
    group = isinstance(terms, Mapping) and not _is_keyword(terms)
    return {"language": tag, **terms} if group else {"language": tag, "terms": terms}


def _one_or_more(model: str) -> list[JsonSchemaValue]:
    """A text, such a word, or a list of them."""
    one: list[JsonSchemaValue] = [TEXT_SCHEMA, {MODEL: model}]
    return [*one, {"type": "array", "items": {"anyOf": one}}]


def _forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    words = _one_or_more("Keyword")
    return [*words, made["items"], language_map({"anyOf": [*words, made["items"]]})]


Keywords = Annotated[tuple[KeywordGroup, ...], BeforeValidator(_groups), AlsoAs(_forms)]
"""Keywords: one line, a list, by language tag, or groups."""


class SubjectGroup(Data):
    """Subjects of one kind: the heading of the issue's section, UDC, JEL …"""

    type: String | None = None
    """`heading` for the section of the table of contents; udc, jel, msc, discipline …"""
    language: Language | None = None
    """The language, if it is not the article's."""
    vocabulary: Scheme | None = None
    """The vocabulary that they come from."""
    authority: String | None = None
    """Who assigned them."""
    subjects: Annotated[
        tuple[AnySubject, ...], BeforeValidator(lambda value: something(listed(value))), AlsoAs(item_or_list)
    ]
    """The subjects."""
    groups: tuple[SubjectGroup, ...] = ()
    """Narrower subjects."""


SUBJECT_FIELDS = set(SubjectGroup.model_fields)
_SUBJECT_ALONE = {"text", "code", "parts"}


def _subject_groups(value: Any) -> Any:
    """A text is the heading; `{heading: …, udc: …}` gives subjects by type."""
    if isinstance(value, Mapping):
        if set(value) & SUBJECT_FIELDS:
            return [value]
        if not value.keys().isdisjoint(_SUBJECT_ALONE):
            return [{"subjects": [value]}]
        return [{"type": kind, "subjects": subjects} for kind, subjects in value.items()]
    if isinstance(value, (list, tuple)):
        return [
            _heading(item) if isinstance(item, (str, int, float, Inline)) else _subject_item(item) for item in value
        ]
    return [{"type": "heading", "subjects": value}] if value is not None else value


def _heading(item: Any) -> Any:
    return {"type": "heading", "subjects": item}


def _subject_item(item: Any) -> Any:
    """A subject among groups is a group of one."""
    alone = isinstance(item, Mapping) and not item.keys().isdisjoint(_SUBJECT_ALONE)
    return {"subjects": [item]} if alone else item


def _subject_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    words = _one_or_more("Word")
    mixed = {"type": "array", "items": {"anyOf": [*words[:2], made["items"]]}}
    return [*words[:2], made["items"], mixed, {"type": "object", "additionalProperties": {"anyOf": words}}]


Subjects = Annotated[tuple[SubjectGroup, ...], BeforeValidator(_subject_groups), AlsoAs(_subject_forms)]
"""The heading alone, subjects by type, or groups."""


class Series(Data):
    """A series of articles that the article belongs to, inside the journal."""

    short_form = "the series' title"

    title: LocalizedInline | None = None
    """The series' title; translations by language tag."""
    text: LocalizedInline | None = None
    """What is said of the series; translations by language tag."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The title alone."""
        return {"title": text}

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.title or self.text):
            raise ValueError("is empty: give title")
        return self


def _series(value: Any) -> Any:
    """A title by language tag stands for a series."""
    if isinstance(value, Mapping) and not set(value) & set(Series.model_fields):
        return [{"title": value}]
    return listed(value)


def _series_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [made["items"], language_map(TEXT_SCHEMA)]


AllSeries = Annotated[tuple[Series, ...], BeforeValidator(_series), AlsoAs(_series_forms)]
"""Series of articles; a text, or versions of it by language tag, are the title of one."""
