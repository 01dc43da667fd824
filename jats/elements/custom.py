"""Custom metadata: what the article gives, and values that have no element of their own."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel

from jats.draft import show_path
from jats.elements.build import At, Element, element
from jats.elements.inline import write_text
from jats.elements.vocabulary import allowed, vocabulary_attributes
from jats.model.blocks import KeptBlock
from jats.model.custom import CustomMeta
from jats.model.dates import Date
from jats.model.inline import Inline, Link, walk
from jats.model.kept import texts_of

_GROUP = "custom-meta-group"


def write_custom(given: Sequence[CustomMeta], at: At) -> list[Element | None]:
    """A `<custom-meta>` for each value that the article gives."""
    return [_write_custom(one, at / index) for index, one in enumerate(given)]


def _write_custom(given: CustomMeta, at: At) -> Element | None:
    attributes = {
        "xlink:href": given.url,
        "assigning-authority": allowed("custom-meta", "assigning-authority", given.authority, at / "authority"),
        **vocabulary_attributes("custom-meta", given.vocabulary, at / "vocabulary"),
    }
    name = element("meta-name", at / "name", None, given.name)
    return element("custom-meta", at, attributes, name, write_text("meta-value", given.value, at / "value"))


def write_custom_group(given: Sequence[Element | None], at: At) -> Element | None:
    """`<custom-meta-group>` with the given values, then those that found no element of their own, named by their fields."""
    return element(_GROUP, at, None, given, [_write_aside(*one, at) for one in at.writing.aside])


def _write_aside(path: tuple[str | int, ...], value: str, at: At) -> Element | None:
    here = At(at.writing, path)
    name = element("meta-name", at, None, show_path(path))
    return element("custom-meta", here, None, name, element("meta-value", here, None, value))


def set_all_aside(value: object, tag: str, parent: str, at: At) -> None:
    """Set aside every text in a value of the model, each under its own field: `tag` has no place in `parent`."""
    if isinstance(value, Date):
        at.set_aside(said(value), tag, parent)
    elif isinstance(value, BaseModel):
        for name, one in value:
            set_all_aside(one, tag, parent, at / name)
    elif isinstance(value, dict):
        for key, one in value.items():
            set_all_aside(one, tag, parent, at / key)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            set_all_aside(one, tag, parent, at / index)
    elif isinstance(value, KeptBlock):
        at.set_aside(" ".join("".join(texts_of(value.xml)).split()), tag, parent)
    elif isinstance(value, Inline):
        at.set_aside(_words(value), tag, parent)
    elif isinstance(value, str):
        beside = [more for name in ("authority", "url") if (more := getattr(value, name, None))]
        at.set_aside(f"{value} ({', '.join(beside)})" if beside else value, tag, parent)
    elif value is True:
        at.set_aside("yes", tag, parent)


def _words(content: Inline) -> str:
    """Running text without its marks; the addresses of its links follow it in brackets."""
    text = content.plain()
    addresses = [part.href for part in walk(content) if isinstance(part, Link) and part.href not in text]
    return f"{text} ({', '.join(addresses)})" if addresses else text


def held(parent: str, tag: str, value: object, at: At) -> bool:
    """Whether there is a value and the variant has `tag` in `parent` for it; where it hasn't, all of the value is set aside."""
    if not value:
        return False
    if at.can(parent, tag):
        return True
    set_all_aside(value, tag, parent, at)
    return False


def said(date: Date) -> str:
    """A date in words that lose nothing of it: ISO 8601 where it is one, and what else is given of it in brackets."""
    parts = (date.day, date.month, date.season, date.year, date.era)
    foreign = date.calendar or date.era
    whole = None if foreign else date.span
    words = whole or " ".join(part for part in parts if part)
    others = [date.text, date.calendar, date.gregorian if foreign else None, None if whole else date.until]
    beside = "; ".join(other for other in others if other)
    return f"{words} ({beside})" if words and beside else words or beside
