"""What the model sees of each word: the word, its neighbours, the punctuation, its segment, the style of the whole.

A feature is a short name and a value. Those that come again and again are remembered, since making them takes most of the time.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Protocol

from jats.citations.memory import Remembered
from jats.citations.segments import Forms, Gap, gap_of, segments_of, style_of
from jats.citations.tokens import Tokens
from jats.citations.words import Word, word_of

_OPEN = {"(": "(", "[": "[", "（": "(", "【": "[", "{": "("}
_CLOSE = {")": "(", "]": "[", "）": "(", "】": "[", "}": "("}
_QUOTE_ON = frozenset("“«„‘「『《")
_QUOTE_OFF = frozenset("”»‟’」』》")
_MOST_WORDS = 10_000
_UP_TO_2, _UP_TO_3, _UP_TO_4 = (tuple(min(i, most) for i in range(_MOST_WORDS)) for most in (2, 3, 4))
"""Small numbers, looked up, which is faster than asking for the least of two; a reference has fewer words than this."""
_LONGEST_PHRASE = 12

Features = tuple[bytes, ...]
Row = list[bytes]


class Phrases(Protocol):
    """Known names: `get` gives the letter of a phrase's list, or None."""

    def get(self, phrase: str, /) -> str | None:
        """The letter of the list that holds the phrase."""
        ...


@dataclass(frozen=True, slots=True)
class Seen:
    """A word with its features: at its own place, just before, just after, two before and two after another word."""

    word: Word
    own: Features
    before: Features
    after: Features
    far_before: Features
    far_after: Features


class FeatureMaker:
    """Makes the features of references; those without a `weight` in the model are left out, which changes no reading."""

    def __init__(self, phrases: Phrases, weighted: Container[bytes] | None = None) -> None:
        self._phrases = phrases
        self._weighted = weighted
        self._words = Remembered(self._word)
        self._gaps = Remembered(gap_of)
        self._around = Remembered(self._make_around)
        self._zones = Remembered(self._make_zone)
        self._styles = Remembered(self._make_style)
        self._places = Remembered(self._make_place)
        self._sentences = Remembered(self._make_sentence)
        self._clauses = Remembered(self._make_clause)
        self._inside = Remembered(self._make_inside)

    def of(self, tokens: Tokens) -> list[Row]:
        """The features of every word of a reference."""
        known = self._words
        seen = [known[pair] for pair in zip(tokens.words, tokens.kinds, strict=True)]
        words = [one.word for one in seen]
        gaps = [self._gaps[gap] for gap in tokens.gaps]
        shapes = [word.shape for word in words]
        names = [gap.name for gap in gaps]
        rows = self._local(seen, shapes, names)
        style = style_of(words, gaps, tokens.text)
        self._add_nesting(rows, gaps)
        self._add_zones(rows, words, style)
        self._add_sentences(rows, words, gaps, style[:2])
        self._add_phrases(rows, words, gaps)
        return rows

    def _kept(self, *values: str) -> Features:
        """Features as the model's library takes them fastest; half a pair of surrogates becomes a question mark."""
        made = tuple(value.encode("utf-8", "replace") for value in values)
        weighted = self._weighted
        return made if weighted is None else tuple(one for one in made if one in weighted)

    def _word(self, key: tuple[str, str]) -> Seen:
        word = word_of(*key)
        form = f"{word.shape} {word.classes}"
        return Seen(
            word,
            self._kept(*word.own),
            self._kept(f"-w={word.name}", f"-s={form}"),
            self._kept(f"+w={word.name}", f"+s={form}"),
            self._kept(f"-2={form}"),
            self._kept(f"+2={form}"),
        )

    def _local(self, seen: list[Seen], shapes: list[str], names: list[str]) -> list[Row]:
        """The word itself, two words and the punctuation on each side."""
        rows = []
        last = len(seen) - 1
        around = self._around
        for i, one in enumerate(seen):
            key = (shapes[i - 1] if i else "|", names[i], shapes[i], names[i + 1], shapes[i + 1] if i < last else "|")
            row = [*one.own, *around[key]]
            if i:
                row += seen[i - 1].before
                if i > 1:
                    row += seen[i - 2].far_before
            if i < last:
                row += seen[i + 1].after
                if i < last - 1:
                    row += seen[i + 2].far_after
            rows.append(row)
        return rows

    def _make_around(self, key: tuple[str, str, str, str, str]) -> Features:
        """Shapes and punctuation around a word, together."""
        before, gap, shape, then, after = key
        return self._kept(
            f"g={gap}",
            f"G={then}",
            f"c1={gap} {shape} {then}",
            f"c2={before} {gap} {shape}",
            f"c3={shape} {then} {after}",
        )

    def _add_nesting(self, rows: list[Row], gaps: list[Gap]) -> None:
        """Inside quotation marks, round or square brackets: which, and how many quotations came before."""
        quoted = False
        quotations = 0
        bracket = ""
        value = self._kept("n=0")
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
                value = self._kept(f"n={'q' if quoted else ''}{bracket}{min(quotations, 2)}")
            row += value

    def _add_zones(self, rows: list[Row], words: list[Word], style: str) -> None:
        """How many years and running words came before and come after, and how far the word is from the ends."""
        remaining = sum([word.is_running for word in words])
        seen = years = numbers = 0
        count = len(words)
        zones, styles, places = self._zones, self._styles, self._places
        here = styles[0, 0, 0, style]
        for i, (row, word) in enumerate(zip(rows, words, strict=True)):
            running = word.is_running
            remaining -= running
            row += zones[_UP_TO_3[seen], _UP_TO_3[remaining], _UP_TO_2[years], word.shape]
            row += here
            row += places[_UP_TO_4[i], _UP_TO_4[count - i]]
            if running or word.is_number:
                seen += running
                years += word.is_year
                numbers += word.is_number
                here = styles[1 if seen else 0, 1 if years else 0, _UP_TO_3[numbers], style]

    def _make_zone(self, key: tuple[int, int, int, str]) -> Features:
        seen, remaining, years, shape = key
        return self._kept(f"z={seen}{remaining}{years} {shape}")

    def _make_style(self, key: tuple[int, int, int, str]) -> Features:
        seen, years, numbers, style = key
        return self._kept(f"zf={seen}{years}{numbers} {style}")

    def _make_place(self, key: tuple[int, int]) -> Features:
        return self._kept(f"i={key[0]} {key[1]}")

    def _add_sentences(self, rows: list[Row], words: list[Word], gaps: list[Gap], year: str) -> None:
        """The form of the sentence and of the part between commas that the word is in."""
        forms = Forms(words)
        shapes = [*(word.shape for word in words), "|"]
        names = [gap.name for gap in gaps]
        coarse, runs = segments_of(words, gaps)
        count = len(coarse)
        for number, (start, end) in enumerate(coarse):
            place = f"{min(number, 5)} {min(count - number, 4)} {year}"
            own = self._sentences[place, forms.of(start, end), names[start], names[end], shapes[end]]
            for row in rows[start:end]:
                row += own
        inside = self._inside
        for start, end in runs:
            fine = self._clauses[forms.of(start, end), names[start][:2], names[end][:2], shapes[end]]
            first, last = shapes[start], shapes[end - 1]
            for i in range(start, end):
                row = rows[i]
                row += fine
                row += inside[_UP_TO_3[i - start], _UP_TO_3[end - i], first, last]

    def _make_sentence(self, key: tuple[str, str, str, str, str]) -> Features:
        place, form, before, after, following = key
        return self._kept(f"Sn={place}", f"Sx={form} {before} {after}", f"Sf={form} {following} {after}")

    def _make_clause(self, key: tuple[str, str, str, str]) -> Features:
        return self._kept(f"T={' '.join(key)}")

    def _make_inside(self, key: tuple[int, int, str, str]) -> Features:
        from_start, to_end, first, last = key
        return self._kept(f"t={from_start}{to_end} {first} {last}")

    def _add_phrases(self, rows: list[Row], words: list[Word], gaps: list[Gap]) -> None:
        """Known names of journals, publishers and places among the words between two commas, numbers or brackets."""
        start = 0
        count = len(words)
        for i in range(count + 1):
            number = i < count and words[i].is_number
            if i < count and not number and (i == start or gaps[i].joins):
                continue
            if i > start:
                self._look_up(rows, words, gaps, start, i)
            start = i + 1 if number else i

    def _look_up(self, rows: list[Row], words: list[Word], gaps: list[Gap], start: int, end: int) -> None:
        lowers = [word.lower for word in words[start:end]]
        dots = [i for i in range(start + 1, end) if gaps[i].is_dot]
        spans = [(s, end) for s in (start, *dots)] + [(start, d) for d in dots]
        for first, last in spans:
            if last - first > _LONGEST_PHRASE:
                continue
            letter = self._phrases.get(" ".join(lowers[first - start : last - start]))
            if letter is not None:
                many = "1" if last - first == 1 else "2"
                for i in range(first, last):
                    rows[i] += self._kept(f"D={letter}{many}{'B' if i == first else ''}{'E' if i == last - 1 else ''}")
                return
