"""What the model sees of each word: the word, its neighbours, the punctuation, its segment, the style of the whole.

A feature is a short name and a value. Those that come again and again are remembered, since making them takes most of the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from jats.citations.tokens import Tokens
from jats.citations.words import Word, as_feature, word_of

_STRONG = frozenset('.;?!()[]{}“”"«»„‟/|。，．；：、《》「」『』【】（）·•؛،')
_OPEN = {"(": "(", "[": "[", "（": "(", "【": "[", "{": "("}
_CLOSE = {")": "(", "]": "[", "）": "(", "】": "[", "}": "("}
_QUOTE_ON = frozenset("“«„‘「『《")
_QUOTE_OFF = frozenset("”»‟’」』》")
_NESTING = frozenset('"') | _QUOTE_ON | _QUOTE_OFF | frozenset(_OPEN) | frozenset(_CLOSE)
_KEPT = 100_000
"""Values of one kind that are remembered at most."""

Row = list[bytes]


class Phrases(Protocol):
    """Known names: `get` gives the letter of a phrase's list, or None."""

    def get(self, phrase: str, /) -> str | None:
        """The letter of the list that holds the phrase."""
        ...


@dataclass(frozen=True, slots=True)
class Gap:
    """The punctuation between two words: how the model names it, and how strongly it parts them (0 blank, 1 weak, 2 strong)."""

    name: str
    level: int
    is_dot: bool
    nests: bool


_gaps: dict[str, Gap] = {}
_contexts: dict[tuple[str, str, str, str, str], tuple[bytes, ...]] = {}
_zones: dict[tuple[int, int, int, str], bytes] = {}
_UP_TO_2, _UP_TO_3, _UP_TO_4 = (tuple(min(i, most) for i in range(10_000)) for most in (2, 3, 4))
"""Small numbers, looked up, which is faster than asking for the least of two; a reference has fewer words than this."""
_PLACES = [[as_feature(f"i={i} {k}") for k in range(5)] for i in range(5)]


def gap_of(text: str) -> Gap:
    """What the signs between two words say; remembered, for they are few."""
    known = _gaps.get(text)
    if known is None:
        if len(_gaps) > _KEPT:
            _gaps.clear()
        signs = "".join(text.split())
        name = (signs[:5] or ("_" if text else "0")).replace("‐", "-").replace("−", "-").replace("—", "–")
        level = 2 if any(c in _STRONG for c in signs) else 1 if signs else 0
        known = _gaps[text] = Gap(name, level, signs == ".", not _NESTING.isdisjoint(name))
    return known


def features_of(tokens: Tokens, phrases: Phrases) -> list[Row]:
    """The features of every word of a reference."""
    words = [word_of(w, k) for w, k in zip(tokens.words, tokens.kinds, strict=True)]
    gaps = [gap_of(g) for g in tokens.gaps]
    rows = _local(words, gaps)
    flags = _flags(words, gaps, tokens)
    _add_nesting(rows, gaps)
    _add_zones(rows, words, flags)
    _add_segments(rows, words, gaps, flags)
    _add_phrases(rows, words, gaps, phrases)
    return rows


def _local(words: list[Word], gaps: list[Gap]) -> list[Row]:
    """The word itself, two words and the punctuation on each side."""
    rows = []
    last = len(words) - 1
    shapes = [word.shape for word in words]
    names = [gap.name for gap in gaps]
    known = _contexts.get
    for i, word in enumerate(words):
        key = (shapes[i - 1] if i else "|", names[i], shapes[i], names[i + 1], shapes[i + 1] if i < last else "|")
        row = [*word.own, *(known(key) or _context(key))]
        if i:
            row += words[i - 1].before
            if i > 1:
                row.append(words[i - 2].far_before)
        if i < last:
            row += words[i + 1].after
            if i < last - 1:
                row.append(words[i + 2].far_after)
        rows.append(row)
    return rows


def _context(key: tuple[str, str, str, str, str]) -> tuple[bytes, ...]:
    """Shapes and punctuation around a word, together."""
    before, gap, shape, then, after = key
    if len(_contexts) > _KEPT:
        _contexts.clear()
    values = (
        f"g={gap}",
        f"G={then}",
        f"c1={gap} {shape} {then}",
        f"c2={before} {gap} {shape}",
        f"c3={shape} {then} {after}",
    )
    made = _contexts[key] = tuple(as_feature(value) for value in values)
    return made


def _flags(words: list[Word], gaps: list[Gap], tokens: Tokens) -> str:
    """The style of the whole reference in a few letters."""
    text = tokens.text
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


def _add_nesting(rows: list[Row], gaps: list[Gap]) -> None:
    """Inside quotation marks, round or square brackets: which, and how many quotations came before."""
    quoted = False
    quotations = 0
    bracket = ""
    value = b"n=0"
    for row, gap in zip(rows, gaps, strict=False):
        if gap.nests:
            for sign in gap.name:
                if sign in _QUOTE_ON or (sign == '"' and not quoted):
                    quoted = True
                    quotations += 1
                elif sign in _QUOTE_OFF or sign == '"':
                    quoted = False
                elif sign in _OPEN:
                    bracket = _OPEN[sign]
                elif sign in _CLOSE:
                    bracket = ""
            value = as_feature(f"n={'q' if quoted else ''}{bracket}{min(quotations, 2)}")
        row.append(value)


def _add_zones(rows: list[Row], words: list[Word], flags: str) -> None:
    """How many years and running words came before and come after, and how far the word is from the ends."""
    remaining = sum([word.is_running for word in words])
    seen = years = numbers = 0
    count = len(words)
    style = as_feature(f"zf=000 {flags}")
    for i, (row, word) in enumerate(zip(rows, words, strict=True)):
        here = word.is_running
        remaining -= here
        key = (_UP_TO_3[seen], _UP_TO_3[remaining], _UP_TO_2[years], word.shape)
        row += (_zones.get(key) or _zone(key), style, _PLACES[_UP_TO_4[i]][_UP_TO_4[count - i]])
        if here or word.is_number:
            seen += here
            years += word.is_year
            numbers += word.is_number
            style = as_feature(f"zf={1 if seen else 0}{1 if years else 0}{min(3, numbers)} {flags}")


def _zone(key: tuple[int, int, int, str]) -> bytes:
    if len(_zones) > _KEPT:
        _zones.clear()
    seen, remaining, years, shape = key
    made = _zones[key] = as_feature(f"z={seen}{remaining}{years} {shape}")
    return made


def _segments(words: list[Word], gaps: list[Gap], least: int) -> list[tuple[int, int]]:
    """Runs of words between gaps of that strength; a full stop after an initial or a short word parts nothing coarse."""
    found = []
    start = 0
    for i in range(1, len(words)):
        gap = gaps[i]
        if gap.level >= least and not (
            least == 2 and gap.is_dot and len(words[i - 1].lower) < 4 and not words[i - 1].is_number
        ):
            found.append((start, i))
            start = i
    found.append((start, len(words)))
    return found


def _add_segments(rows: list[Row], words: list[Word], gaps: list[Gap], flags: str) -> None:
    """The form of the sentence and of the part between commas that the word is in."""
    year = flags[:2]
    forms = _Forms(words)
    shapes = [word.shape for word in words]
    shapes.append("|")
    coarse = _segments(words, gaps, 2)
    count = len(coarse)
    for number, (start, end) in enumerate(coarse):
        form = forms.of(start, end)
        after = gaps[end].name
        own = (
            as_feature(f"Sn={min(number, 5)} {min(count - number, 4)} {year}"),
            as_feature(f"Sx={form} {gaps[start].name} {after}"),
            as_feature(f"Sf={form} {shapes[end]} {after}"),
        )
        for row in rows[start:end]:
            row += own
    for start, end in _segments(words, gaps, 1):
        ends = f"{shapes[start]} {shapes[end - 1]}"
        fine = as_feature(f"T={forms.of(start, end)} {gaps[start].name[:2]} {gaps[end].name[:2]} {shapes[end]}")
        for i in range(start, end):
            rows[i] += (fine, as_feature(f"t={_UP_TO_3[i - start]}{_UP_TO_3[end - i]} {ends}"))


_LENGTHS = "0123445556666667777777"


class _Forms:
    """The form of any run of words: its length, the share of running words, its numbers, whether it has a journal's words."""

    __slots__ = ("known", "lower", "numbers")

    def __init__(self, words: list[Word]) -> None:
        self.lower = [0, *accumulate([word.is_lower for word in words])]
        self.numbers = [0, *accumulate([word.is_number for word in words])]
        self.known = [0, *accumulate(["j" in word.classes for word in words])]

    def of(self, start: int, end: int) -> str:
        """Four signs for the words from `start` to before `end`."""
        count = end - start
        lower = self.lower[end] - self.lower[start]
        numbers = self.numbers[end] - self.numbers[start]
        known = self.known[end] > self.known[start]
        share = 0 if not lower else 1 if lower * 5 < count * 2 else 2 if lower * 10 < count * 7 else 3
        return f"{_LENGTHS[count] if count < len(_LENGTHS) else 8}{share}{_UP_TO_2[numbers]}{'1' if known else '0'}"


def _add_phrases(rows: list[Row], words: list[Word], gaps: list[Gap], phrases: Phrases) -> None:
    """Known names of journals, publishers and places among the words between two commas, numbers or brackets."""
    start = 0
    count = len(words)
    for i in range(count + 1):
        number = i < count and words[i].is_number
        if i < count and not number and (i == start or _joins(gaps[i])):
            continue
        if i > start:
            _look_up(rows, words, gaps, phrases, start, i)
        start = i + 1 if number else i


def _joins(gap: Gap) -> bool:
    return gap.level == 0 or gap.is_dot or gap.name in ("&", "-", "'", "’", "–")


def _look_up(rows: list[Row], words: list[Word], gaps: list[Gap], phrases: Phrases, start: int, end: int) -> None:
    lowers = [word.lower for word in words[start:end]]
    dots = [i for i in range(start + 1, end) if gaps[i].is_dot]
    spans = [(s, end) for s in (start, *dots)] + [(start, d) for d in dots]
    for first, last in spans:
        if last - first > 12:
            continue
        letter = phrases.get(" ".join(lowers[first - start : last - start]))
        if letter is not None:
            many = "1" if last - first == 1 else "2"
            for i in range(first, last):
                rows[i].append(as_feature(f"D={letter}{many}{'B' if i == first else ''}{'E' if i == last - 1 else ''}"))
            return
