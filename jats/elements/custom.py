"""Custom metadata: what the article gives, and values that have no element of their own."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel

from jats.draft import show_path
from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.inline import write_text
from jats.elements.vocabulary import allowed, vocabulary_attributes
from jats.model.blocks import KeptBlock
from jats.model.custom import CustomMeta
from jats.model.dates import Date
from jats.model.inline import Inline, Link, walk
from jats.model.kept import texts_of

_GROUP = "custom-meta-group"


def write_custom(given: Sequence[CustomMeta], at: Cursor) -> list[Element | None]:
    """A `<custom-meta>` for each value that the article gives."""
    return [_write_custom(one, at / index) for index, one in enumerate(given)]


def _write_custom(given: CustomMeta, at: Cursor) -> Element | None:
    attributes: Attributes = {
        "xlink:href": (given.url, at / "url"),
        "assigning-authority": allowed("custom-meta", "assigning-authority", given.authority, at / "authority"),
        **vocabulary_attributes("custom-meta", given.vocabulary, at / "vocabulary"),
    }
    name = element("meta-name", at / "name", None, given.name)
    return element("custom-meta", at, attributes, name, write_text("meta-value", given.value, at / "value"))


def write_custom_group(given: Sequence[Element | None], at: Cursor) -> Element | None:
    """`<custom-meta-group>` with the given values, then those that found no element of their own, named by their fields."""
    return element(_GROUP, at, None, given, [_write_aside(*one, at) for one in at.context.aside])


def _write_aside(path: tuple[str | int, ...], value: str, at: Cursor) -> Element | None:
    here = Cursor(at.context, path)
    name = element("meta-name", at, None, show_path(path))
    return element("custom-meta", here, None, name, element("meta-value", here, None, value))


def all_to_custom_meta(value: object, tag: str, parent: str, at: Cursor) -> None:
    """Give to `<custom-meta>` every text in a value of the model, each under its own field: `tag` has no place in `parent`."""
    if isinstance(value, Date):
        at.to_custom_meta(date_in_words(value), tag, parent)
    elif isinstance(value, BaseModel):
        for name, one in value:
            all_to_custom_meta(one, tag, parent, at / name)
    elif isinstance(value, dict):
        for key, one in value.items():
            all_to_custom_meta(one, tag, parent, at / key)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            all_to_custom_meta(one, tag, parent, at / index)
    elif isinstance(value, KeptBlock):
        at.to_custom_meta(" ".join("".join(texts_of(value.xml)).split()), tag, parent)
    elif isinstance(value, Inline):
        at.to_custom_meta(_words(value), tag, parent)
    elif isinstance(value, str):
        beside = [more for name in ("authority", "url") if (more := getattr(value, name, None))]
        at.to_custom_meta(f"{value} ({', '.join(beside)})" if beside else value, tag, parent)
    elif value is True:
        at.to_custom_meta("yes", tag, parent)


def _words(content: Inline) -> str:
    """Running text without its marks; the addresses of its links follow it in brackets."""
    text = content.plain()
    addresses = [part.href for part in walk(content) if isinstance(part, Link) and part.href not in text]
    return f"{text} ({', '.join(addresses)})" if addresses else text


def fits_or_custom_meta(parent: str, tag: str, value: object, at: Cursor) -> bool:
    """Whether there is a value and the variant has `tag` in `parent` for it; if not, all of it goes to `<custom-meta>`."""
    if not value:
        return False
    if at.can(parent, tag):
        return True
    all_to_custom_meta(value, tag, parent, at)
    return False


def date_in_words(date: Date) -> str:
    """A date in words that lose nothing of it: ISO 8601 if it is one, and what else is given of it in brackets."""
    parts = (date.day, date.month, date.season, date.year, date.era)
    foreign = date.calendar or date.era
    whole = None if foreign else date.span
    words = whole or " ".join(part for part in parts if part)
    others = [date.text, date.calendar, date.gregorian if foreign else None, None if whole else date.until]
    beside = "; ".join(other for other in others if other)
    return f"{words} ({beside})" if words and beside else words or beside
