"""Where sentences end between the words of a reference, and runs of words with one label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jats.citations.lexicon import word_classes
from jats.citations.tokens import Tokens

SENTENCE_END = re.compile(r"[\])»”\"]?\s?[.?!。．]{1,3}\s|[\]”»]\.?,?\s")
LONGEST_ABBREVIATION = 3
_LONGEST_CUT = 6
CONSONANTS = frozenset("bcdfghjklmnpqrtvwxz")
_KNOWN_WORDS = frozenset("ku")
"""Letters of the lists of places and of organisations."""


Run = tuple[int, int]
"""The first word and the one after the last."""


def runs_of(labels: Sequence[str], label: str) -> list[Run]:
    """The runs of words with a label."""
    found = []
    start = None
    for i, one in enumerate([*labels, ""]):
        if one == label and start is None:
            start = i
        elif one != label and start is not None:
            found.append((start, i))
            start = None
    return found


def stops_before(tokens: Tokens, i: int) -> bool:
    """Whether the punctuation before a word ends a sentence: a full stop or a bracket, and not that of an abbreviation."""
    return SENTENCE_END.match(tokens.gaps[i]) is not None and ends_sentence(tokens, i)


def ends_sentence(tokens: Tokens, i: int) -> bool:
    """Whether a sentence ends before a word, and the full stop is not that of an abbreviation: `Phys. Rev.`"""
    before, after = tokens.words[i - 1], tokens.words[i]
    closed = tokens.gaps[i][0] in ']”»")?!'
    long = closed or before.isdigit() or (before.isupper() and len(before) > 1) or not is_abbreviation(before)
    return long and not after[0].islower() and not after[0].isdigit()


def end_of_sentence(tokens: Tokens, start: int) -> int:
    """The first word after the sentence that starts at a word; a full stop after one letter ends none."""
    for i in range(start + 1, len(tokens.words)):
        if tokens.kinds[i] != "word" or stops_before(tokens, i):
            return i
    return len(tokens.words)


def is_abbreviation(word: str) -> bool:
    """`Phys`, `Comput`: a short word, or one that begins with a capital and ends in a consonant and is not a place."""
    if word.upper() == word.lower():
        return word.isdigit()
    if len(word) <= LONGEST_ABBREVIATION:
        return True
    short = len(word) <= _LONGEST_CUT and word[0].isupper() and word[-1] in CONSONANTS
    return short and _KNOWN_WORDS.isdisjoint(word_classes(word.lower()))
