"""Countries: codes of ISO 3166-1 and the names that are in affiliations."""

from __future__ import annotations

import re
from functools import cache

from jats.vocab.normal_forms import without_accents
from jats.vocab.tables import rows


def country_code(name: str) -> str | None:
    """The two-letter code of a country by a name of it, or by a code of two or three letters; `None` where unknown.

    Known are English names with their usual variants (`USA`, `Republic of Korea`, `Turkey`, `The Netherlands`) and names
    in Ukrainian, Russian, the languages of Western Europe, Polish, Turkish and the country's own.
    """
    key = _key(name)
    return _english_names().get(key) or _other_names().get(key)


def country_name(code: str) -> str | None:
    """The short English name for a two- or three-letter code, `None` for what is not a code."""
    return _codes().get(code.strip().upper())


def country_fault(code: str) -> str | None:
    """What keeps `code` from being a two-letter code of ISO 3166-1, as the end of a sentence about it."""
    if not code.strip():
        return "is empty"
    if len(code) == 2 and code in _codes():
        return None
    meant = country_code(code)
    if meant == code.upper():
        return "is in small letters"
    if meant:
        return "is not a two-letter code of ISO 3166"
    return "is not a country's code in ISO 3166"


@cache
def _codes() -> dict[str, str]:
    """English name by code of two and of three letters."""
    return {code: name for two, three, name, _ in rows("countries") for code in (two, three)}


@cache
def _english_names() -> dict[str, str]:
    """Two-letter code by every English name, and by code."""
    return {
        _key(alias): two
        for two, three, name, others in rows("countries")
        for alias in (two, three, name, *others.split(";"))
        if alias
    }


@cache
def _other_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for code, aliases in rows("country_names"):
        for alias in aliases.split(";"):
            names.setdefault(_key(alias), code)
    return names


def _key(name: str) -> str:
    """A name as it is compared: small letters without accents, full stops, articles, order of punctuation."""
    letters = without_accents(name).casefold().replace("&", " and ").replace(".", "")
    words = " ".join(re.sub(r"[^\w]+", " ", letters).split()).removeprefix("the ")
    initials_together = re.sub(r"\b(\w) (?=\w\b)", r"\1", words)
    return re.sub(r"\bst ", "saint ", initials_together)
