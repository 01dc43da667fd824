"""Where a language is said, and where it goes without saying."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from jats.elements.build import Cursor

Value = TypeVar("Value")


def foreign(language: str | None, own: str | None) -> str | None:
    """A language tag that differs from the article's own; what is in the article's language needs no tag."""
    if language is None or (own is not None and language.casefold() == own.casefold()):
        return None
    return str(language)


def versions(values: Mapping[str, Value] | None, at: Cursor) -> list[tuple[str | None, Value, Cursor]]:
    """The versions of a text: the language to say, the value, its place; that in the article's language first, untagged."""
    if not values:
        return []
    own = at.context.language
    tagged = [
        (foreign(language, own) if language else None, value, at / language) for language, value in values.items()
    ]
    return sorted(tagged, key=lambda version: version[0] is not None)


def by_tag(values: Mapping[str, Value] | None, at: Cursor) -> dict[str | None, tuple[Value, Cursor]]:
    """The versions of a text with their places by the language to say, in small letters; `None` is the article's language."""
    return {language and language.casefold(): (value, here) for language, value, here in versions(values, at)}
