"""Whether two parts of a page say the same, each kind of value in its own way."""

from __future__ import annotations

import re

from jats.importers.html_page.people import folded
from jats.vocab.dates import parse_date
from jats.vocab.languages import language_fault, meant_language, tidy_language
from jats.vocab.licences import Licence, find_licence, licences_in

_TAG = re.compile(r"</?\w+>")


def same_words(one: str, other: str) -> bool:
    """Whether two values say the same, but for case, accents, marks and punctuation."""
    return folded(_TAG.sub("", one)) == folded(_TAG.sub("", other))


def same_number(one: str, other: str) -> bool:
    """Whether two numbers are the same, but for zeros at their start."""
    return one.strip().lstrip("0").casefold() == other.strip().lstrip("0").casefold()


def same_date(one: str, other: str) -> bool:
    """Whether two dates agree as far as both go."""
    first, second = parse_date(one), parse_date(other)
    if first is None or second is None:
        return same_words(one, other)
    pairs = ((first.year, second.year), (first.month, second.month), (first.day, second.day))
    return all(mine == theirs for mine, theirs in pairs if mine is not None and theirs is not None)


def as_tag(text: str) -> str:
    """A language as a tag: `eng`, `En`, `en_US` and `English` are `en`."""
    tag = meant_language(text) or text
    if fault := language_fault(tag):
        tag = meant_language(tag.lower()) or tidy_language(tag) if fault else tag
    return tidy_language(tag)


def same_journal(one: str, other: str) -> bool:
    """Whether two are the same title; a source line may have the volume after it."""
    return folded(other).startswith(folded(one)) or folded(one).startswith(folded(other))


def begins(one: str, other: str) -> bool:
    """Whether a text is the beginning of another, longer one, which was cut for a list or a search engine."""
    start = folded(_TAG.sub("", one)).removesuffix(" abstract")
    return len(start) > 20 and folded(_TAG.sub("", other)).startswith(start)


def same_licence(one: str, other: str) -> bool:
    """Whether two texts name the same licence."""
    first, second = _licence(one), _licence(other)
    return first == second if first and second else same_words(one, other)


def _licence(text: str) -> Licence | None:
    return find_licence(text) or next(iter(licences_in(text)), None)
