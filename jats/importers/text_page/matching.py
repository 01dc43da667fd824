"""Whether two names, or two titles, are the same in other letters or another spelling."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from jats.importers.text_page.author import Author
from jats.importers.text_page.names import person_of
from jats.vocab.normal_forms import taken_apart
from jats.vocab.scripts import script_of_text

_CYRILLIC = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюяўђјљњћџқғүұөһәң",
        [
            "a",
            "b",
            "v",
            "g",
            "g",
            "d",
            "e",
            "e",
            "e",
            "zh",
            "z",
            "y",
            "i",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "_",
            "y",
            "_",
            "e",
            "iu",
            "ia",
            "u",
            "d",
            "j",
            "l",
            "n",
            "c",
            "d",
            "k",
            "g",
            "u",
            "u",
            "o",
            "h",
            "a",
            "n",
        ],
        strict=True,
    )
)


@lru_cache(maxsize=1024)
def latin_letters(text: str, *, keep_blanks: bool = False) -> str:
    """The letters of a text as plain small Latin ones, roughly."""
    spelled = "".join(_CYRILLIC.get(letter, letter).replace("_", "") for letter in text.lower())
    plain = taken_apart(spelled.replace("ł", "l").replace("ı", "i").replace("ø", "o").replace("đ", "d"))
    kept = "".join(
        letter for letter in plain if letter.isalnum() or (keep_blanks and (letter.isspace() or letter in "-.,"))
    )
    return re.sub(r"[-.,]", " ", kept) if keep_blanks else kept


def _skeleton(surname: str) -> str:
    """A surname by its consonants, which all ways of transliteration share."""
    plain = latin_letters(surname).replace("shch", "sc").replace("sch", "sc").replace("kh", "h").replace("x", "ks")
    plain = (
        plain.replace("ts", "c")
        .replace("zh", "z")
        .replace("sh", "s")
        .replace("ch", "c")
        .replace("w", "v")
        .replace("ck", "k")
        .replace("g", "h")
        .replace("q", "k")
    )
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyj]", "", plain))


def same_person(one: str, other: str) -> bool:
    """Whether two names may be of one person."""
    first, second = person_of(one), person_of(other)
    if not first or not second or not first.surname or not second.surname:
        return latin_letters(one) == latin_letters(other)
    a, b = latin_letters(first.surname), latin_letters(second.surname)
    if a != b and _skeleton(first.surname) != _skeleton(second.surname):
        return set(latin_letters(one, keep_blanks=True).split()) == set(latin_letters(other, keep_blanks=True).split())
    given, also = latin_letters(first.given or "")[:1], latin_letters(second.given or "")[:1]
    return (
        not given
        or not also
        or given == also
        or {given, also} in ({"g", "h"}, {"y", "i"}, {"y", "e"}, {"j", "i"}, {"i", "e"}, {"j", "y"}, {"k", "h"})
    )


def find_same(author: Author, others: Sequence[Author]) -> Author | None:
    """The author among others who is the same person."""
    found = [one for one in others if any(same_person(author.name, each.name) for each in (one, *one.others))]
    return (
        found[0]
        if len(found) == 1
        else next((one for one in found if latin_letters(one.name) == latin_letters(author.name)), None)
    )


def scripts_differ(one: str, other: str) -> bool:
    """Whether two texts are in different letters."""
    return script_of_text(one) != script_of_text(other)
