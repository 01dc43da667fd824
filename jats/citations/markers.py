"""Numbers and bullets before references."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jats.citations.lines import Line

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", "0123456789" * 3)
_NUMBER = re.compile(
    r"""\s*(?: \[\s?(?P<a>\d{1,4})\s?\][.:]? | [(（](?P<b>\d{1,4})[)）][.:]? | (?P<c>\d{1,4})\s?[.)、．:](?!\d)
      | ［(?P<e>\d{1,4})］ | 【(?P<f>\d{1,4})】
      | №?\s?(?P<d>\d{1,4})(?=\s+[^\W\d_]) )\s*""",
    re.VERBOSE,
)
_BULLET = re.compile(r"\s*[•·▪▫●○◦‣⁃■□◆♦*–—-]\s+")
_GLUED = re.compile(r"(?<=[\s.)\]])(?:\[(\d{1,4})\]|(\d{1,4})[.)])\s+(?=[^\W\d_«“\"])")
_MOST_LEFT_OUT = 3
"""Numbers that a list may leave out in a row."""


def number_of(line: str) -> int | None:
    """The number that a line begins with, None if it has none."""
    found = _NUMBER.match(line.translate(_DIGITS))
    return int(next(one for one in found.groups() if one is not None)) if found else None


def numbered_starts(lines: Sequence[Line]) -> list[int]:
    """The lines that begin with a number one after the other, the longest such run; numbers may be left out or doubled."""
    chains: list[tuple[list[int], int]] = []
    for i, line in enumerate(lines):
        number = number_of(line.text)
        if number is None:
            continue
        for places, last in sorted(chains, key=lambda chain: -len(chain[0])):
            if last <= number <= last + 1 + _MOST_LEFT_OUT:
                chains.remove((places, last))
                chains.append(([*places, i], number))
                break
        else:
            if number <= 1 + _MOST_LEFT_OUT or not chains:
                chains.append(([i], number))
        del chains[:-20]
    return max((places for places, _ in chains), key=len, default=[])


def unmarked(text: str) -> tuple[str, str]:
    """The number or bullet before a reference, and the reference; a number that is typed twice is one label."""
    bullet = _BULLET.match(text)
    if bullet:
        return bullet[0].strip(), text[bullet.end() :].strip()
    found = _NUMBER.match(text.translate(_DIGITS))
    if not found or _is_year(found):
        return "", text.strip()
    label, rest = text[: found.end()].strip(), text[found.end() :]
    again = _NUMBER.match(rest.translate(_DIGITS))
    if again and number_of(rest) == number_of(text):
        rest = rest[again.end() :]
    return label, rest.strip()


def _is_year(found: re.Match[str]) -> bool:
    digits = next(one for one in found.groups() if one is not None)
    return len(digits) == 4


def glued_parts(text: str) -> list[str]:
    """References that are in one line, each with its number, one after the other: `1. … 2. … 3. …`."""
    number = number_of(text)
    if number is None:
        return [text]
    starts = [0]
    for found in _GLUED.finditer(text):
        if int(found[1] or found[2]) == number + 1:
            number += 1
            starts.append(found.start())
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
