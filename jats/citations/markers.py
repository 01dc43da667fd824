"""Numbers and bullets before references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jats.citations.lines import BULLET, Line

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", "0123456789" * 3)
_NUMBER = re.compile(
    r"""\s*(?:
        [\[［【]\s?[^\W\d_]{0,2}\s?(?P<a>\d{1,4})\s?[\]］】][.:]?   # [1]  [A1]  ［1］  【1】
      | [(（](?P<b>\d{1,4})[)）][.:]?                               # (1)
      | (?:[№^]\s?|(?:Ref|REF|Lit)[.]?\s|[RrSs](?=\d))? (?P<c>\d{1,4})\s?
        (?: [.)、．:](?!\d)\s?[–—-]?(?=\s|[^\W\d_]|[«“"\[(—–]|$)    # 1.  1)  1.-
          | [°º][.)]?(?=\s) | [–—](?=\s) )                         # 1º  1 –
      | [№^]?\s?(?P<d>\d{1,4})(?=\s+[^\W\d_«“"„]|\s*$)             # 1 Roe
    )\s*""",
    re.VERBOSE,
)
_ROMAN = re.compile(r"\s*[(\[]?([IVXL]{1,7}|[ivxl]{1,7})[.)\]]\s+")
_LETTER = re.compile(r"\s*[(\[]?([a-zа-я])[.)\]]\s+")
_KEY = re.compile(r"\s*\[[^\W\d_][^\[\]\n]{0,30}\d[^\[\]\n]{0,4}\]\s*")
_GLUED = re.compile(r"(?<=[\s.)\]])(?:\[(\d{1,4})\]|(\d{1,4})[.)])\s+(?=[^\W\d_«“\"])")
_BEGINS = re.compile(r"""[^\W\d_][\w'’ʼ-]*(?:[ ,]|\.\s)|[«“"\[]""")
_FARTHEST_STEP = 4
"""The next number may be as much greater: three may be left out in a row."""
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


def number_of(line: str) -> int | None:
    """The number that a line begins with, None if it has none."""
    found = _NUMBER.match(line.translate(_DIGITS))
    return int(next(one for one in found.groups() if one is not None)) if found else None


@dataclass(frozen=True, slots=True)
class _Chain:
    """A run of numbered lines up to one of them: its worth, the line, the chain before it, the place among numbered lines."""

    worth: float
    line: int
    before: _Chain | None
    rank: int


def numbered_starts(lines: Sequence[Line]) -> list[int]:
    """The lines that begin with one number after the other; numbers may be left out or doubled; another list begins at 1 again.

    Runs before the longest count only if the first line with text begins one: what is numbered before a list may be affiliations.
    """
    numbered = [(i, number) for i, line in enumerate(lines) if (number := number_of(line.text)) is not None]
    runs = [_best(part) for part in _parts(numbered)]
    if not runs:
        return []
    longest = max(range(len(runs)), key=lambda k: len(runs[k]))
    first = next(i for i, line in enumerate(lines) if line.text.strip())
    counted = runs if runs[0] and runs[0][0] == first else runs[longest:]
    return [line for run in counted if len(run) > 1 or run is runs[longest] for line in run]


def _parts(numbered: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The numbered lines of each list: a new one begins with 1 and 2 after a greater number."""
    start = 0
    numbers = [number for _, number in numbered]
    for k in range(1, len(numbers) - 1):
        if numbers[k - 1] > 1 and numbers[k : k + 2] == [1, 2]:
            yield numbered[start:k]
            start = k
    if numbered:
        yield numbered[start:]


def _best(numbered: list[tuple[int, int]]) -> list[int]:
    """The most worthy run."""
    best: _Chain | None = None
    ending: dict[int, _Chain] = {}
    for rank, (i, number) in enumerate(numbered):
        chain = _longer(ending, number, i, rank)
        if chain is not None:
            ending[number] = chain
            if best is None or chain.worth > best.worth:
                best = chain
    places = []
    while best is not None:
        places.append(best.line)
        best = best.before
    return places[::-1]


def _longer(ending: dict[int, _Chain], number: int, line: int, rank: int) -> _Chain | None:
    """The best run that a line with that number can end; None if it can end none."""
    found: list[_Chain] = []
    if number <= _FARTHEST_STEP or not ending:
        found.append(_Chain(1.0 if number == 1 else 0.5, line, None, rank))
    twin = ending.get(number)
    if twin is not None and twin.rank == rank - 1:
        found.append(_Chain(twin.worth + 0.8, line, twin, rank))
    for step in range(1, _FARTHEST_STEP + 1):
        chain = ending.get(number - step)
        if chain is not None:
            found.append(_Chain(chain.worth + 1.1 - 0.2 * step, line, chain, rank))
    return max(found, key=lambda chain: chain.worth, default=None)


def lettered_starts(lines: Sequence[Line]) -> tuple[list[int], re.Pattern[str] | None]:
    """Lines that begin with I, II, III, with a, b, c or with keys such as [Roe21], from the first on; and their form."""
    filled = [i for i, line in enumerate(lines) if line.text.strip()]
    for form, value in ((_ROMAN, _roman), (_LETTER, _alphabetic)):
        starts: list[int] = []
        for i in filled:
            found = form.match(lines[i].text)
            if found and value(found[1].lower()) == len(starts) + 1:
                starts.append(i)
        if len(starts) > 1 and starts[0] == filled[0]:
            return starts, form
    starts = [i for i in filled if _KEY.match(lines[i].text)]
    return (starts, _KEY) if len(starts) > 1 and starts[0] == filled[0] else ([], None)


def _roman(digits: str) -> int:
    total = 0
    for digit, after in zip(digits, f"{digits[1:]} ", strict=True):
        value = _ROMAN_VALUES[digit]
        total += -value if value < _ROMAN_VALUES.get(after, 0) else value
    return total


def _alphabetic(letter: str) -> int:
    return ord(letter) - ord("a" if letter < "а" else "а") + 1


def unmarked(text: str, form: re.Pattern[str] | None = None) -> tuple[str, str]:
    """The number or bullet before a reference, and the reference; a number that is typed twice is one label."""
    if form is not None and (marked := form.match(text)):
        return marked[0].strip(), text[marked.end() :].strip()
    bullet = BULLET.match(text)
    if bullet:
        return bullet[0].strip(), text[bullet.end() :].strip()
    found = _NUMBER.match(text.translate(_DIGITS))
    if not found or _is_year(found) or found.end() == len(text):
        return "", text.strip()
    label, rest = text[: found.end()].strip(), text[found.end() :]
    again = _NUMBER.match(rest.translate(_DIGITS))
    if again and number_of(rest) == number_of(text):
        rest = rest[again.end() :]
    return label, rest.strip()


def _is_year(found: re.Match[str]) -> bool:
    digits = next(one for one in found.groups() if one is not None)
    return len(digits) == 4


def glued_parts(text: str, following: int | None) -> list[str]:
    """References that are in one line, each with its number: `1. … 2. … 3. …`; `following` is the number of the next line."""
    number = number_of(text)
    if number is None or (following is not None and following <= number + 1):
        return [text]
    starts = [0]
    for found in _GLUED.finditer(text):
        wanted = number + 1 if following is None else min(number + 1, following - 1)
        complete = text[: found.start()].rstrip()[-1:] in '.)]»”"' or "http" in text[starts[-1] : found.start()]
        if int(found[1] or found[2]) == wanted and complete and _BEGINS.match(text, found.end()):
            number = wanted
            starts.append(found.start())
    if following is not None and number != following - 1:
        return [text]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
