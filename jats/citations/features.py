"""What the model sees of each word: the word, its neighbours, the punctuation, its segment, the style of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from jats.citations.tokens import Tokens
from jats.citations.words import Word, word_of

_STRONG = frozenset('.;?!()[]{}“”"«»„‟/|。，．；：、《》「」『』【】（）·•؛،')
_OPEN = {"(": "(", "[": "[", "（": "(", "【": "[", "{": "("}
_CLOSE = {")": "(", "]": "[", "）": "(", "】": "[", "}": "("}
_QUOTE_ON = frozenset("“«„‘「『《")
_QUOTE_OFF = frozenset("”»‟’」』》")
_NESTING = frozenset('"') | _QUOTE_ON | _QUOTE_OFF | frozenset(_OPEN) | frozenset(_CLOSE)
_SMALL = frozenset(
    [
        "and",
        "et",
        "al",
        "und",
        "van",
        "von",
        "der",
        "den",
        "de",
        "la",
        "le",
        "del",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "des",
        "the",
        "in",
        "con",
        "with",
        "the",
    ]
)


class Phrases(Protocol):
    """Known names: `get` gives the letter of a phrase's list, or None."""

    def get(self, phrase: str, /) -> str | None:
        """The letter of the list that holds the phrase."""
        ...


@dataclass(frozen=True, slots=True)
class Gap:
    """The punctuation between two words: its feature values, and how strongly it parts them (0 blank, 1 weak, 2 strong)."""

    name: str
    own: str
    after: str
    level: int
    is_dot: bool
    nests: bool


_gaps: dict[str, Gap] = {}


def gap_of(text: str) -> Gap:
    """What the signs between two words say; remembered, for they are few."""
    known = _gaps.get(text)
    if known is None:
        if len(_gaps) > 20_000:
            _gaps.clear()
        signs = "".join(text.split())
        name = (signs[:5] or ("_" if text else "0")).replace("‐", "-").replace("−", "-").replace("—", "–")
        level = 2 if any(c in _STRONG for c in signs) else 1 if signs else 0
        nests = not _NESTING.isdisjoint(name)
        known = _gaps[text] = Gap(name, f"g={name}", f"G={name}", level, signs == ".", nests)
    return known


def features_of(tokens: Tokens, phrases: Phrases) -> list[list[str]]:
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


def _local(words: list[Word], gaps: list[Gap]) -> list[list[str]]:
    rows = []
    last = len(words) - 1
    for i, word in enumerate(words):
        gap, then = gaps[i], gaps[i + 1]
        row = [*word.own, gap.own, then.after]
        before = after = "|"
        if i:
            row += words[i - 1].before
            before = words[i - 1].shape
            if i > 1:
                row += words[i - 2].far_before
        if i < last:
            row += words[i + 1].after
            after = words[i + 1].shape
            if i < last - 1:
                row += words[i + 2].far_after
        shape = word.shape
        row.append(f"c1={gap.name} {shape} {then.name}")
        row.append(f"c2={before} {gap.name} {shape}")
        row.append(f"c3={shape} {then.name} {after}")
        row.append(f"c4={before} {shape} {after} {word.classes}")
        rows.append(row)
    return rows


def _flags(words: list[Word], gaps: list[Gap], tokens: Tokens) -> str:
    """The style of the whole reference in a few letters."""
    text = tokens.text
    years = [i for i, w in enumerate(words) if w.is_year]
    if not years:
        year = "n"
    else:
        place = years[0] / len(words)
        year = ("e" if place < 0.35 else "m" if place < 0.7 else "l") + ("(" if "(" in gaps[years[0]].name else "")
    quotes = "q" if any(c in text for c in "“«„") or text.count('"') > 1 or "‘" in text else ""
    slashes = "/" if " // " in text or " / " in text else ""
    mark = "[" if "[" in text else ""
    first = "".join(w.shape[:2] for w in words[:2]) + (gaps[1].name[:1] if len(words) > 1 else "")
    return f"{year}{quotes}{slashes}{mark}{first}"


def _add_nesting(rows: list[list[str]], gaps: list[Gap]) -> None:
    """Inside quotation marks, round or square brackets: which, and how many quotations came before."""
    quoted = False
    quotations = 0
    bracket = ""
    value = "n=0"
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
            value = f"n={'q' if quoted else ''}{bracket}{min(quotations, 2)}"
        row.append(value)


def _add_zones(rows: list[list[str]], words: list[Word], flags: str) -> None:
    """How many years and running words came before and come after, and how far the word is from the ends."""
    running = [w.is_lower and w.lower not in _SMALL and "y" not in w.classes for w in words]
    remaining = sum(running)
    seen = years = numbers = 0
    count = len(words)
    for i, (row, word) in enumerate(zip(rows, words, strict=True)):
        here = running[i]
        remaining -= here
        zone = f"{min(3, seen)}{min(3, remaining)}{min(2, years)}"
        row.append(f"z={zone}")
        row.append(f"zs={zone} {word.shape}")
        row.append(f"zf={1 if seen else 0}{1 if years else 0}{min(3, numbers)} {flags}")
        row.append(f"i={min(4, i)} {min(4, count - i)}")
        seen += here
        years += word.is_year
        numbers += word.is_number


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


def _add_segments(rows: list[list[str]], words: list[Word], gaps: list[Gap], flags: str) -> None:
    year = flags[:2]
    forms = _Forms(words)
    shapes = [word.shape for word in words]
    shapes.append("|")
    coarse = _segments(words, gaps, 2)
    count = len(coarse)
    for number, (start, end) in enumerate(coarse):
        form = forms.of(start, end)
        before, after = gaps[start].name, gaps[end].name
        own = (
            f"S={form}",
            f"Sn={min(number, 5)} {min(count - number, 4)} {year}",
            f"Sx={form} {before} {after}",
            f"Sf={form} {shapes[end]} {after}",
        )
        for row in rows[start:end]:
            row += own
    for start, end in _segments(words, gaps, 1):
        own_fine = f"T={forms.of(start, end)} {gaps[start].name[:2]} {gaps[end].name[:2]} {shapes[end]}"
        classes = words[start].classes
        for i in range(start, end):
            rows[i] += (own_fine, f"t={_TO_3[min(i - start, 3)]} {_TO_3[min(end - i, 3)]} {classes}")


_TO_3 = "0123"
_LENGTHS = "0123445556666667777777"


class _Forms:
    """The form of any run of words: its length, the share of running words, its numbers, whether it has a journal's words."""

    __slots__ = ("known", "lower", "numbers")

    def __init__(self, words: list[Word]) -> None:
        self.lower = [0, *accumulate(word.is_lower for word in words)]
        self.numbers = [0, *accumulate(word.is_number for word in words)]
        self.known = [0, *accumulate("j" in word.classes for word in words)]

    def of(self, start: int, end: int) -> str:
        """Four signs for the words from `start` to before `end`."""
        count = end - start
        lower = self.lower[end] - self.lower[start]
        numbers = self.numbers[end] - self.numbers[start]
        known = self.known[end] > self.known[start]
        share = 0 if not lower else 1 if lower * 5 < count * 2 else 2 if lower * 10 < count * 7 else 3
        return f"{_LENGTHS[count] if count < len(_LENGTHS) else 8}{share}{min(numbers, 2)}{int(known)}"


def _add_phrases(rows: list[list[str]], words: list[Word], gaps: list[Gap], phrases: Phrases) -> None:
    """Known names of journals, publishers and places among the words between two commas, numbers or brackets."""
    start = 0
    count = len(words)
    for i in range(count + 1):
        ends = i == count or words[i].is_number or (i > start and not _joins(gaps[i]))
        if not ends:
            continue
        if i > start:
            _look_up(rows, words, gaps, phrases, start, i)
        start = i + 1 if i < count and words[i].is_number else i


def _joins(gap: Gap) -> bool:
    return gap.level == 0 or gap.is_dot or gap.name in ("&", "-", "'", "’", "–")


def _look_up(rows: list[list[str]], words: list[Word], gaps: list[Gap], phrases: Phrases, start: int, end: int) -> None:
    dots = [i for i in range(start + 1, end) if gaps[i].is_dot]
    spans = [(s, end) for s in (start, *dots)] + [(start, d) for d in dots]
    for first, last in spans:
        if last - first > 12:
            continue
        letter = phrases.get(" ".join([w.lower for w in words[first:last]]))
        if letter is not None:
            many = "1" if last - first == 1 else "2"
            for i in range(first, last):
                rows[i].append(f"D={letter}{many}{'B' if i == first else ''}{'E' if i == last - 1 else ''}")
            return
