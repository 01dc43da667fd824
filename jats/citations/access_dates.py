"""The day on which a page was read, by its grammar: a word such as "accessed", then a day, a month and a year."""

from __future__ import annotations

import re

from jats.citations.lexicon import word_classes
from jats.citations.tokens import Tokens

_YEAR = re.compile(r"(?:19[89]|20[0-4])\d")
_DAY = re.compile(r"[0-3]?\d(?:st|nd|rd|th|º)?|[IVX]{1,4}")
_BETWEEN = frozenset(("de", "of", "del", "on", "em", "el", "le", "am", "г", "р"))
_ENACTED = frozenset(("від", "от", "заявл", "опубл"))
_SIGNS = re.compile(r"[\s.,/:–—-]*")
_MOST_WORDS = 7


def access_date(tokens: Tokens, labels: list[str]) -> None:
    """Label the date; what the model labelled as one elsewhere is not."""
    for i in range(len(labels) - 1, 0, -1):
        if labels[i - 1] in ("O", "accessed", "comment") and "a" in word_classes(tokens.words[i - 1].lower()):
            span = _date_at(tokens, i)
            if span is not None:
                labels[:] = ["O" if label == "accessed" else label for label in labels]
                labels[span[0] : span[1]] = ["accessed"] * (span[1] - span[0])
                return
    if "accessed" in labels:
        _without_numbers(tokens, labels)
        _dates_of_laws(tokens, labels)


def _dates_of_laws(tokens: Tokens, labels: list[str]) -> None:
    """`Закон від 05.09.2017`: the day of a law or of a patent, not one of access."""
    for i in range(1, len(labels)):
        if labels[i] == "accessed" and labels[i - 1] != "accessed" and tokens.words[i - 1].lower() in _ENACTED:
            end = next((k for k in range(i, len(labels)) if labels[k] != "accessed"), len(labels))
            labels[i:end] = ["O"] * (end - i)


def _without_numbers(tokens: Tokens, labels: list[str]) -> None:
    """What has no digit is not a date."""
    dated = any(label == "accessed" and word[0].isdigit() for label, word in zip(labels, tokens.words, strict=True))
    if not dated:
        labels[:] = ["O" if label == "accessed" else label for label in labels]


def _date_at(tokens: Tokens, start: int) -> tuple[int, int] | None:
    """The words of a date that begins within two words, None if there is no date with a year and another number or month."""
    while start < len(tokens.words) and tokens.words[start].lower() in _BETWEEN:
        start += 1
    end = start
    has_year = has_other = False
    while end < len(tokens.words) and end - start < _MOST_WORDS and not (has_year and has_other):
        word = tokens.words[end]
        if end > start and not _SIGNS.fullmatch(tokens.gaps[end]):
            return None
        if _YEAR.fullmatch(word):
            has_year = True
        elif _DAY.fullmatch(word) or "m" in word_classes(word.lower()):
            has_other = True
        elif word.lower() not in _BETWEEN or end == start:
            return None
        end += 1
    return (start, _with_day(tokens, end)) if has_year and has_other else None


def _with_day(tokens: Tokens, end: int) -> int:
    """After `2020 Mar` comes a day."""
    while end < len(tokens.words) and tokens.gaps[end] in (" ", "-", ".", "/") and _DAY.fullmatch(tokens.words[end]):
        end += 1
    return end
