"""The punctuation between words, the runs of words that it makes, and the style of a whole reference."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from jats.citations.words import Word

_STRONG = frozenset('.;?!()[]{}“”"«»„‟/|。，．；：、《》「」『』【】（）·•؛،')
_NESTING = frozenset('"“”«»„‟‘’「」『』《》()[]{}（）【】')
_JOINING = frozenset("&-'’–")
_UP_TO_2 = tuple(min(i, 2) for i in range(10_000))

Run = tuple[int, int]
"""The first word and the one after the last."""


class Gap(NamedTuple):
    """The signs between two words: their name, and how strongly they part the words (0 blank, 1 weak, 2 strong)."""

    name: str
    level: int
    is_dot: bool
    nests: bool
    joins: bool


def gap_of(text: str) -> Gap:
    """What the signs between two words say."""
    signs = "".join(text.split())
    name = (signs[:5] or ("_" if text else "0")).replace("‐", "-").replace("−", "-").replace("—", "–")
    level = 2 if any(c in _STRONG for c in signs) else 1 if signs else 0
    is_dot = signs == "."
    return Gap(name, level, is_dot, not _NESTING.isdisjoint(name), level == 0 or is_dot or name in _JOINING)


def style_of(words: Sequence[Word], gaps: Sequence[Gap], text: str) -> str:
    """The style of the whole reference in a few letters."""
    first_year = next((i for i, word in enumerate(words) if word.is_year), None)
    if first_year is None:
        year = "n"
    else:
        place = first_year / len(words)
        year = ("e" if place < 0.35 else "m" if place < 0.7 else "l") + ("(" if "(" in gaps[first_year].name else "")
    quotes = "q" if "“" in text or "«" in text or "„" in text or "‘" in text or text.count('"') > 1 else ""
    slashes = "/" if " // " in text or " / " in text else ""
    mark = "[" if "[" in text else ""
    first = "".join([w.shape[:2] for w in words[:2]]) + (gaps[1].name[:1] if len(words) > 1 else "")
    return f"{year}{quotes}{slashes}{mark}{first}"


def segments_of(words: Sequence[Word], gaps: Sequence[Gap]) -> tuple[list[Run], list[Run]]:
    """Runs of words between strong signs, and between any signs; a full stop after an initial or a short word is weak."""
    count = len(words)
    parted = [i for i in range(1, count) if gaps[i].level]
    strong = [i for i in parted if gaps[i].level == 2 and not (gaps[i].is_dot and _is_short(words[i - 1]))]
    return list(pairwise([0, *strong, count])), list(pairwise([0, *parted, count]))


def _is_short(word: Word) -> bool:
    return len(word.lower) < 4 and not word.is_number


_LENGTHS = "0123445556666667777777"

Form = tuple[int, int, int, bool]
"""Of a run of words: how many words, how many of them begin small, how many are numbers, whether one is a journal's."""


def form_name(form: Form) -> str:
    """Four signs for a run of words: its length, the share of running words, its numbers, whether it has a journal's words."""
    count, lower, numbers, known = form
    share = 0 if not lower else 1 if lower * 5 < count * 2 else 2 if lower * 10 < count * 7 else 3
    return f"{_LENGTHS[count] if count < len(_LENGTHS) else 8}{share}{_UP_TO_2[numbers]}{'1' if known else '0'}"
