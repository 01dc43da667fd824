"""Scripts: in which letters a text is written, and words that mix Latin and Cyrillic letters of one shape."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from jats.vocab.characters import cyrillic_twin, latin_twin
from jats.vocab.tables import rows

_CYRILLIC = "\u0400-\u052f"
_LATIN = "A-Za-z\u00c0-\u024f"
_SEAM = f"[{_CYRILLIC}][{_LATIN}]|[{_LATIN}][{_CYRILLIC}]"

_UNSPACED = frozenset(("Han", "Kana", "Thai", "Lao", "Khmer", "Myanmar"))

# Latin letters whose Cyrillic twin is on no keyboard that a Ukrainian or Russian author uses: they are meant (`Sзаг`).
_MEANT = frozenset("SsQqWwhdl")


@dataclass(frozen=True, slots=True)
class MixedWord:
    """A word with letters of another alphabet in it: `position` of the first in the text, from 0, and what is likely meant."""

    word: str
    position: int
    letter: str
    likely: str
    corrected: str


def script_of_text(text: str) -> str | None:
    """The script that most letters of the text belong to, by the name in `scripts.txt` (Latin, Han, Kana …), if any."""
    if text.isascii():
        return "Latin" if re.search("[A-Za-z]", text) else None
    counts: dict[str, int] = {}
    for letter, times in Counter(text).items():
        if letter.isalpha() and (script := script_of_letter(letter)):
            counts[script] = counts.get(script, 0) + times
    return max(counts, key=lambda script: counts[script]) if counts else None


@lru_cache(maxsize=4096)
def script_of_letter(letter: str) -> str | None:
    """The script of one letter, `None` for what belongs to no script of the table."""
    starts, ranges = _ranges()
    at = bisect_right(starts, ord(letter)) - 1
    return ranges[at][1] if at >= 0 and ord(letter) <= ranges[at][0] else None


@cache
def script_name(code: str) -> str | None:
    """The name for an ISO 15924 code; the codes for Chinese characters of all kinds are one script, Han."""
    kin = {"Hans": "Hani", "Hant": "Hani", "Hira": "Kana"}
    return {row[0]: row[1] for row in rows("scripts")}.get(kin.get(code, code))


def number_of_words(text: str) -> int:
    """How many words a text has; in scripts without blanks between words, two letters count as a word.

    These are Han, Kana, Thai, Lao, Khmer and Burmese. Hangul has blanks.
    """
    unspaced = sum(1 for letter in text if letter > "\u0dff" and script_of_letter(letter) in _UNSPACED)
    if not unspaced:
        return len(text.split())
    others = "".join(" " if script_of_letter(letter) in _UNSPACED else letter for letter in text)
    return (unspaced + 1) // 2 + sum(1 for word in others.split() if any(map(str.isalnum, word)))


def mixed_script_words(text: str) -> list[MixedWord]:
    """The words in which Latin and Cyrillic letters are side by side and one kind can be a mistake for the other.

    Parts between hyphens are words of their own (`IgG-антитіла` is right), and a word is left alone where neither kind of
    letter could be mistaken for the other (`YouTubeканал`).
    """
    words: list[MixedWord] = []
    end = 0
    while seam := re.compile(_SEAM).search(text, end):
        start = seam.start()
        while start and text[start - 1].isalpha():
            start -= 1
        end = seam.end()
        while end < len(text) and text[end].isalpha():
            end += 1
        if mixed := _judged(text, start, end):
            words.append(mixed)
    return words


def _judged(text: str, start: int, end: int) -> MixedWord | None:
    """What is wrong with the word at this place, `None` if both alphabets seem meant."""
    word = text[start:end]
    latin = [letter for letter in word if re.match(f"[{_LATIN}]", letter)]
    cyrillic = [letter for letter in word if re.match(f"[{_CYRILLIC}]", letter)]
    may_be_cyrillic = all(cyrillic_twin(letter) and letter not in _MEANT for letter in latin)
    may_be_latin = all(map(latin_twin, cyrillic))
    if not may_be_cyrillic and not may_be_latin:
        return None
    if not may_be_cyrillic and len(cyrillic) > len(latin) and script_of_text(text) == "Cyrillic":
        return None  # a Latin sign before an abbreviation: mРНК
    if may_be_cyrillic and may_be_latin:
        as_latin = "".join(latin_twin(letter) or letter for letter in word)
        roman = re.fullmatch("[IVXLCDM]+", as_latin) is not None
        to_latin = roman or (len(latin), script_of_text(text) == "Latin") > (len(cyrillic), False)
    else:
        to_latin = may_be_latin
    twin, intruders = (latin_twin, cyrillic) if to_latin else (cyrillic_twin, latin)
    place = min(word.index(letter) for letter in intruders)
    corrected = "".join(twin(letter) or letter if letter in intruders else letter for letter in word)
    return MixedWord(word, start + place, word[place], corrected[place], corrected)


@cache
def _ranges() -> tuple[list[int], list[tuple[int, str]]]:
    """First code points in order, and beside each the last one and the script."""
    ranges = []
    for _, name, blocks in rows("scripts"):
        for block in blocks.split():
            first, last = block.split("-")
            ranges.append((int(first, 16), int(last, 16), name))
    ranges.sort()
    return [first for first, _, _ in ranges], [(last, name) for _, last, name in ranges]
