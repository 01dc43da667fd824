"""Running text as a small tree: texts, spans, links, formulas, and what is carried in JATS's own markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in a face or role; `kind` is JATS's own element name (`italic`, `bold`, `sub`, `sup`, `sc` …)."""

    kind: str
    content: Inline


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of text that points to a web address."""

    href: str
    content: Inline


@dataclass(frozen=True, slots=True)
class Math:
    """A formula: TeX as written between dollars, or a MathML `math` element as text."""

    tex: str | None = None
    mathml: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """An inline element in JATS's own markup, carried as it is: XML as text, with the prefixes that JATS fixes."""

    xml: str

    def plain(self) -> str:
        """Its characters alone."""
        from jats.model.kept import texts_of

        return "".join(texts_of(self.xml))


Part = str | Span | Link | Math | Kept


@dataclass(frozen=True, slots=True)
class Inline:
    """Running text, in order. Its short form is text in the editor's notation (jats/model/markup.py)."""

    parts: tuple[Part, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)

    def __str__(self) -> str:
        return self.plain()

    def plain(self) -> str:
        """The characters alone; formulas as their TeX or the text of their MathML."""
        return "".join(_plain(part) for part in self.parts)

    @property
    def sole_text(self) -> str | None:
        """The text where there is nothing else, else `None`."""
        part = self.parts[0] if len(self.parts) == 1 else None
        return part if isinstance(part, str) else None

    @classmethod
    def of(cls, text: str) -> Inline:
        """Text without any markup."""
        return cls((text,)) if text else cls()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _read, serialization=core_schema.plain_serializer_function_ser_schema(_write)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(TEXT_SCHEMA)


def _plain(part: Part) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Math):
        return part.tex or _without_tags(part.mathml or "")
    return part.plain() if isinstance(part, Kept) else part.content.plain()


def _without_tags(markup: str) -> str:
    kept, inside = [], False
    for character in markup:
        if character == "<":
            inside = True
        elif character == ">":
            inside = False
        elif not inside:
            kept.append(character)
    return "".join(kept)


def _read(value: Any) -> Inline:
    if isinstance(value, Inline):
        return value
    text = clean_text(value)
    if not isinstance(text, str):
        raise refuse("text_wanted", "must be a text")
    if "<" not in text and "$" not in text:
        return Inline((text,))
    from jats.model.markup import parse_markup

    return parse_markup(text)


def _write(value: Inline) -> str:
    from jats.model.markup import format_markup

    return format_markup(value)


def walk(content: Inline) -> Iterator[Part]:
    """Every part, depth first, a span before what is in it."""
    for part in content.parts:
        yield part
        if isinstance(part, (Span, Link)):
            yield from walk(part.content)


def _text_or_versions(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [TEXT_SCHEMA, language_map(TEXT_SCHEMA)]


LocalizedInline = Annotated[
    dict[str, Inline],
    BeforeValidator(by_language),
    AfterValidator(check_language_keys),
    AlsoAs(_text_or_versions, instead=True),
]
"""Running text in one language or in several. Key "" is the article's language."""


def _texts_or_versions(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    several: list[JsonSchemaValue] = [TEXT_SCHEMA, {"type": "array", "items": TEXT_SCHEMA}]
    return [*several, language_map({"anyOf": several})]


LocalizedInlines = Annotated[
    dict[str, Annotated[tuple[Inline, ...], BeforeValidator(listed)]],
    BeforeValidator(by_language),
    AfterValidator(check_language_keys),
    AlsoAs(_texts_or_versions, instead=True),
]
"""Running texts in one language or in several; one text stands for a list of one."""
