"""Words changed letter by letter, so that a model learns the form of a reference and not the words of a few invented works."""

from __future__ import annotations

import re
from random import Random

from jats.citations.lexicon import word_classes

_WORD = re.compile(r"[^\W\d_]{4,}")
_CLASSES = (
    "aeiou", "bcdfghklmnprstvz", "áéíóú", "аеиоуіяюєї", "бвгджзклмнпрстфхцчш", "αειουωη", "βγδζθκλμνπρστφχ",
    "بتثجحدرزسشطعفقكلمنهو", "ابپتجدرزسشفقکگلمنهوی",
)  # fmt: skip
_SWAPS = {letter: letters for letters in _CLASSES for letter in letters}
_CHANGED = (
    "author_surname",
    "author_given",
    "editor_surname",
    "article_title",
    "source",
    "publisher",
    "publisher_loc",
    "collab",
)


def disguised(text: str, spans: tuple[tuple[int, int, str], ...], random: Random) -> str:
    """The text with half of the longer words of names and titles changed, each to a word as long; all places stay.

    Words that give a field away, such as "Journal" and "Press", stay.
    """
    parts = list(text)
    for start, end, label in spans:
        if label in _CHANGED:
            for word in _WORD.finditer(text, start, end):
                if random.random() < 0.5 and not word_classes(word[0].lower()):
                    parts[word.start() : word.end()] = [_other(letter, random) for letter in word[0]]
    return "".join(parts)


def _other(letter: str, random: Random) -> str:
    letters = _SWAPS.get(letter.lower())
    if letters is None or random.random() < 0.35:
        return letter
    other = random.choice(letters)
    upper = other.upper()
    return upper if letter.isupper() and len(upper) == 1 else other
