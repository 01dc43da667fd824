"""Kinds of article: the values of `article-type`, which lists have them, and the words that stand for them elsewhere."""

from __future__ import annotations

import re
from functools import cache

from jats.messages.words import nearest
from jats.vocab.tables import rows

LISTS = ("jats", "pmc", "sps", "jats4r")
"""Whose lists of values are known: JATS itself (suggested only), PMC, SciELO PS, and JATS4R for peer review."""


@cache
def article_types(source: str = "jats") -> frozenset[str]:
    """The values of one of `LISTS`."""
    return frozenset(row[0] for row in rows("article_types") if source in row[1].split())


def find_article_type(words: str) -> str | None:
    """The value of `article-type` for a value or for a name that platforms and headings use (`Original article`, `Огляд`).

    Known are the types of Crossref, usual sections of OJS and Janeway, and names in several languages; `None` for others.
    """
    return _by_key().get(_key(words))


def article_type_for(value: str, source: str) -> str | None:
    """The value that stands for `value` on that list: itself, what its words mean there, or else the one nearest in letters.

    `data-paper` is `data-article` for SciELO; `article` is `research-article` everywhere; `None` if nothing is near.
    """
    allowed = article_types(source)
    known = find_article_type(value) or value
    for candidate in [value, known, *_nearest().get(known, [])]:
        if candidate in allowed:
            return candidate
    near = nearest(value, sorted(allowed), 1)
    return near[0] if near else None


@cache
def _by_key() -> dict[str, str]:
    keys: dict[str, str] = {}
    for value, _, _, others in rows("article_types"):
        for name in (value, *filter(None, others.split(";"))):
            keys.setdefault(_key(name), value)
    return keys


@cache
def _nearest() -> dict[str, list[str]]:
    return {row[0]: row[2].split() for row in rows("article_types")}


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()
