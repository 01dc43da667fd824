"""Cyrillic in Latin letters, by schemes with a name. What comes out is a proposal: a person's own spelling is not computed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

_APOSTROPHES = re.compile("[\u2019\u02bc\u2018`]")
_WORD = re.compile("[\u0400-\u052f](?:[\u0400-\u052f]|['\u2019\u02bc\u2018`](?=[\u0400-\u052f]))*")
"""Cyrillic letters in a row, with the apostrophes inside."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to write a language in Latin letters: its short name, the language, the rule in words, its table.

    `table` is a class of translitua; where it is empty the letters are in this module.
    """

    name: str
    language: str
    title: str
    table: str = ""


_SCHEMES = (
    Scheme("kmu-55", "uk", "resolution 55 of 2010", "UkrainianKMU"),
    Scheme("dstu-9112-a", "uk", "DSTU 9112:2021, system A", "UkrainianDSTU9112A"),
    Scheme("dstu-9112-b", "uk", "DSTU 9112:2021, system B", "UkrainianDSTU9112B"),
    Scheme("iso-9-uk", "uk", "ISO 9:1995", "UkrainianISO9"),
    Scheme("bgn-pcgn-2019-uk", "uk", "BGN/PCGN 2019", "UkrainianBGN2019"),
    Scheme("ala-lc-uk", "uk", "ALA-LC", "UkrainianALALC"),
    Scheme("icao-9303-ru", "ru", "ICAO Doc 9303", "RussianICAO"),
    Scheme("gost-r-52535.1", "ru", "GOST R 52535.1-2006", "RussianGOST2006"),
    Scheme("gost-7.79-a", "ru", "GOST 7.79-2000, system A (ISO 9:1995)", "RussianISO9SystemA"),
    Scheme("gost-7.79-b", "ru", "GOST 7.79-2000, system B", "RussianISO9SystemB"),
    Scheme("ala-lc-ru", "ru", "ALA-LC", "RussianALALC"),
    Scheme("bg-2009", "bg", "the Transliteration Act of 2009"),
    Scheme("bgn-pcgn-1979-kk", "kk", "BGN/PCGN 1979"),
)
"""The first scheme of a language is the one for names of persons in documents; of Kazakh, which has no other in force, that of
geographical names."""

SCHEMES = {scheme.name: scheme for scheme in _SCHEMES}
"""Schemes by name."""

_LATIN = "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya"
_BULGARIAN = dict(zip("абвгдежзийклмнопрстуфхцчшщъьюя", _LATIN.split(), strict=True))
"""Transliteration Act of 13 March 2009, article 3."""

_LATIN_OF_KAZAKH = "a ä b v g gh d e yo zh z ī y k q l m n ng o ö p r s t ū u ü f kh h ts ch sh shch ” y i ’ ė yu ya"
_KAZAKH = dict(zip("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя", _LATIN_OF_KAZAKH.split(), strict=True))
"""Romanization of Kazakh, BGN/PCGN 1979 system, confirmed in 2019 (the Permanent Committee on Geographical Names)."""


def scheme_for(language: str) -> Scheme | None:
    """The scheme by which documents write names of persons of a language (`uk`, `ru-RU`), `None` if none is known here."""
    primary = language.lower().replace("_", "-").partition("-")[0]
    return next((scheme for scheme in _SCHEMES if scheme.language == primary), None)


def transliterate(text: str, scheme: str) -> str:
    """The text in Latin letters by the scheme of that name; what is not a letter of its language stays. Raises KeyError."""
    table = SCHEMES[scheme].table
    of_word = _by_table(table) if table else _BY_LETTERS[scheme]
    return _WORD.sub(lambda found: of_word(_APOSTROPHES.sub("'", found[0])), text)


@cache
def _by_table(table: str) -> Callable[[str], str]:
    import translitua

    letters = getattr(translitua, table)
    # A letter alone is an initial: Ю. is Yu., though ЮЛЯ is YULIA.
    return lambda word: translitua.translit(word, letters, preserve_case=len(word) > 1)


def _bulgarian(word: str) -> str:
    """Letter by letter, but for `ия` at the end of a word and the name of the country, as the Act has them."""
    lower = word.lower()
    if lower == "българия":
        return "BULGARIA" if word.isupper() else "Bulgaria"
    stem, end = (word[:-1], "a") if lower.endswith("ия") else (word, "")
    capitals = word.isupper() and len(word) > 1
    return _letter_by_letter(stem, _BULGARIAN, capitals=capitals) + (end.upper() if capitals else end)


def _kazakh(word: str) -> str:
    return _letter_by_letter(word, _KAZAKH, capitals=word.isupper() and len(word) > 1)


def _letter_by_letter(word: str, letters: Mapping[str, str], *, capitals: bool) -> str:
    return "".join(_cased(letter, letters.get(letter.lower(), letter), capitals=capitals) for letter in word)


def _cased(letter: str, latin: str, *, capitals: bool) -> str:
    if letter.islower() or latin == letter:
        return latin
    return latin.upper() if capitals else latin.capitalize()


_BY_LETTERS = {"bg-2009": _bulgarian, "bgn-pcgn-1979-kk": _kazakh}
"""The schemes whose letters are in this module."""
