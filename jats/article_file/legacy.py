"""Which encoding before Unicode a text is in: the one in which its letters beyond ASCII are those of one language."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from jats.vocab.tables import rows

_LEAST = 0.6
_ONLY_SIGNS = 0.7
_USUAL_SIGNS = frozenset("«»„“”‘’–—…§©®°№±·•€¿¡ \u00a0†‡¹²³ªº×")
_WORD = re.compile(r"[^\s\x00-\x2f:-@\[-`{-\x7f]+")


def guess_encoding(body: bytes) -> tuple[str, str] | None:
    """The encoding that fits best, by Python's name and in words; None if none fits."""
    scores = [
        (_fit(body.decode(codec, "replace"), alphabets.split()), -at)
        for at, (codec, _, alphabets) in enumerate(_rows())
    ]
    best = max(scores)
    if best[0] < _LEAST:
        return None
    codec, name, _ = _rows()[-best[1]]
    return codec, name


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return rows("legacy_encodings")


def _fit(text: str, alphabets: list[str]) -> float:
    """The share of characters beyond ASCII that one language has, from 0 to 1."""
    counts: Counter[str] = Counter()
    odd = 0
    for word in _WORD.findall(text):
        beyond = [letter for letter in word if letter > "\x7f"]
        counts.update(beyond)
        odd += _odd(word, beyond)
    counted = {letter: times for letter, times in counts.items() if letter not in _USUAL_SIGNS}
    total = sum(counted.values())
    if not total:  # only quotation marks, dashes and the like
        return _ONLY_SIGNS if counts else 0.0
    best = max(
        sum(times for letter, times in counted.items() if letter.lower() in own) for own in map(frozenset, alphabets)
    )
    return (best - 0.5 * odd) / total


def _odd(word: str, beyond: list[str]) -> int:
    """How many letters are where a word has none: capitals after small letters, signs between letters."""
    capitals = sum(1 for before, letter in pairwise(word) if letter > "\x7f" and letter.isupper() and before.islower())
    inside = sum(
        1
        for letter in beyond
        if letter in _USUAL_SIGNS and letter not in "’‘–—·«»„“”" and word.strip(letter).count(letter)
    )
    mixed = sum(1 for letter in beyond if letter.isalpha()) if _is_mixed(word) else 0
    return capitals + inside + mixed


def _is_mixed(word: str) -> bool:
    """Whether a word has letters of two alphabets."""
    cyrillic = any("\u0370" <= letter <= "\u04ff" for letter in word)
    return cyrillic and any(letter.isalpha() and letter < "\u0250" for letter in word)
