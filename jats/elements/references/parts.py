"""What a citation is made of, before it is known whether it has elements only or is marked in a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from jats.draft import Path
from jats.elements.build import Attributes, Cursor, Element
from jats.model.cited import People
from jats.model.inline import Inline

CITATION = "element-citation"
"""Both forms of citation, and `<product>`, have the same children in every schema, so one is asked for all."""


class Field(NamedTuple):
    """One value and the element that it becomes."""

    path: Path
    tag: str
    content: str | Inline
    attributes: Attributes | None = None
    sure: dict[str, str] | None = None
    """Attributes that every variant has there, and that may have these values."""


class Group(NamedTuple):
    """People of one role; `etal` if the list is cut off."""

    path: Path
    role: str
    people: People
    etal: bool = False


class Whole(NamedTuple):
    """A value whose element holds others: an institution with its identifiers, a standard with who issued it."""

    path: Path
    tag: str
    make: Callable[[], Element | None]
    words: tuple[Field, ...]
    """What a text may say of it, one after the other: in an element of its own each, in `around` all together."""
    around: str | None = None
    unsaid: tuple[Path, ...] = ()
    """What no text says."""


CitationPart = Field | Group | Whole


def fits_or_comment(
    path: Path, tag: str, content: str | Inline, at: Cursor, attributes: Attributes | None = None
) -> Field:
    """The value in its element, in a comment of that kind if the variant lacks that; it's reported then."""
    if at.can(CITATION, tag):
        return Field(path, tag, content, attributes)
    Cursor(at.context, at.path + path).lose(tag, CITATION, "as comment")
    return Field(path, "comment", content, {"content-type": tag})
