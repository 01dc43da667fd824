"""How articles inside an article are written in its file: by language or by type, the DOI alone in short."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from pydantic import AfterValidator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import check_languages, language_map, listed, map_schema


class InnerArticle(Protocol):
    """An article inside another one, as far as its place in that one is concerned."""

    model_fields_set: Any
    parts: Callable[[], Any]


def from_doi(text: Any) -> Mapping[str, Any]:
    """The fields that the short form says."""
    return {"doi": text}


def parts_by_language(value: Any) -> Any:
    """`{es: 10.5555/x.es}` gives translations by language."""
    if not isinstance(value, Mapping) or "language" in value:
        return listed(value)
    check_languages(value)
    return [_with("language", tag, one) for tag, one in value.items()]


def parts_by_type(value: Any) -> Any:
    """`{reply: 10.5555/x}` gives articles by type; a type may have several."""
    if not isinstance(value, Mapping) or "type" in value:
        return listed(value)
    return [_with("type", kind, one) for kind, given in value.items() for one in _each(given)]


def _each(given: Any) -> Any:
    return given if isinstance(given, (list, tuple)) else [given]


def _with(field: str, value: Any, one: Any) -> Any:
    if one is None:
        return one
    return {field: value, **(one if isinstance(one, Mapping) else from_doi(one))}


def must_say(field: str, examples: str) -> AfterValidator:
    """A validator that refuses parts which don't say a field."""

    def check(parts: tuple[InnerArticle, ...]) -> tuple[InnerArticle, ...]:
        if any(field not in part.model_fields_set for part in parts):
            raise ValueError(f"one has no {field}: write {examples}")
        return parts

    return AfterValidator(check)


def without_parts(parts: tuple[InnerArticle, ...]) -> tuple[InnerArticle, ...]:
    """The same; refuses parts that hold parts themselves."""
    if any(True for part in parts for _ in part.parts()):
        raise ValueError("a response can't hold articles itself: put them beside it")
    return parts


def language_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    """One part, or parts by language."""
    return [made["items"], language_map(made["items"])]


def type_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    """One part, or parts by type."""
    return [made["items"], map_schema({"anyOf": [made, made["items"]]})]
