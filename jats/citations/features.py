"""What the model sees of each word: the word, its neighbours, the punctuation, its segment, the style of the whole.

A feature is a short name and a value. Those that come again and again are remembered, since making them takes most of the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, repeat
from typing import NamedTuple, Protocol

from jats.citations.memory import Remembered
from jats.citations.segments import Gap, Run, form_name, gap_of, segments_of, style_of
from jats.citations.tokens import Tokens
from jats.citations.words import Word, word_of

_OPEN = {"(": "(", "[": "[", "（": "(", "【": "[", "{": "("}
_CLOSE = {")": "(", "]": "[", "）": "(", "】": "[", "}": "("}
_QUOTE_ON = frozenset("“«„‘「『《")
_QUOTE_OFF = frozenset("”»‟’」』》")
_MOST_WORDS = 10_000
_UP_TO_1, _UP_TO_2, _UP_TO_3, _UP_TO_4, _UP_TO_5 = (
    tuple(min(i, most) for i in range(_MOST_WORDS)) for most in range(1, 6)
)
"""Small numbers, looked up, which is faster than asking for the least of two; a reference has fewer words than this."""
_LONGEST_PHRASE = 12

Features = tuple[bytes, ...]
EncodedFeatures = list[bytes]
_NONE: Features = ()


class Phrases(Protocol):
    """Known names: `get` gives the letter of a phrase's list, or None."""

    def get(self, phrase: str, /) -> str | None:
        """The letter of the list that holds the phrase."""
        ...


class Seen(NamedTuple):
    """A word with its features: at its own place, just before, just after, two before and two after another word."""

    word: Word
    own: Features
    before: Features
    after: Features
    far_before: Features
    far_after: Features


class Columns(NamedTuple):
    """What the words of a reference say, and the names of the signs between them, each kind for all words."""

    lowers: tuple[str, ...]
    shapes: tuple[str, ...]
    is_number: tuple[bool, ...]
    is_year: tuple[bool, ...]
    is_lower: tuple[bool, ...]
    is_running: tuple[bool, ...]
    of_journals: tuple[bool, ...]
    gaps: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[Word], gaps: Iterable[Gap]) -> Columns:
        """The columns of the words and of the gaps around them."""
        lowers, shapes, _, _, _, is_number, is_year, is_lower, is_running, of_journals = zip(*words, strict=True)
        return cls(lowers, shapes, is_number, is_year, is_lower, is_running, of_journals, tuple([g.name for g in gaps]))


class FeatureMaker:
    """Makes the features of references; those without a `weight` in the model are left out, which changes no reading."""

    def __init__(self, phrases: Phrases, weighted: Mapping[str, bytes] | None = None) -> None:
        self._phrases = phrases
        self._weighted = weighted
        self._words = Remembered(self._word)
        self._gaps = Remembered(gap_of)
        self._around = Remembered(self._make_around)
        self._nests = Remembered(self._make_nest)
        self._zones = Remembered(self._make_zone)
        self._styles = Remembered(self._make_style)
        self._places = Remembered(self._make_place)
        self._forms = Remembered(form_name)
        self._sentences = Remembered(self._make_sentence)
        self._clauses = Remembered(self._make_clause)
        self._inside = Remembered(self._make_inside)

    def of(self, tokens: Tokens) -> list[EncodedFeatures]:
        """The features of every word of a reference."""
        if not tokens.words:
            return []
        seen = map(self._words.__getitem__, zip(tokens.words, tokens.kinds, strict=True))
        words, own, before, after, far_before, far_after = zip(*seen, strict=True)
        gaps = list(map(self._gaps.__getitem__, tokens.gaps))
        columns = Columns.of(words, gaps)
        style = style_of(words, gaps, tokens.text)
        near = [own, (_NONE, *before), (*after[1:], _NONE), (_NONE, _NONE, *far_before), (*far_after[2:], _NONE, _NONE)]
        zones = self._zones_of(columns, style)
        forms = self._forms_of(columns, segments_of(words, gaps), style[:2])
        rows = [
            [*a, *b, *c, *d, *e, *f, *g, *h, *i, *j, *k, *m, *n]
            for a, b, c, d, e, f, g, h, i, j, k, m, n in zip(
                *near, self._arounds(columns), self._nesting(gaps), *zones, *forms, strict=False
            )
        ]
        self._add_phrases(rows, columns.lowers, columns.is_number, gaps)
        return rows

    def _kept(self, *values: str) -> Features:
        """Features as the model's library takes them fastest; half a pair of surrogates becomes a question mark."""
        weighted = self._weighted
        if weighted is None:
            return tuple([value.encode("utf-8", "replace") for value in values])
        return tuple([weighted[value] for value in values if value in weighted])

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

    def _arounds(self, columns: Columns) -> Iterable[Features]:
        """The shapes and the punctuation around each word."""
        shapes, names = columns.shapes, columns.gaps
        return map(
            self._around.__getitem__, zip(("|", *shapes), names, shapes, names[1:], (*shapes[1:], "|"), strict=False)
        )

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

    def _nesting(self, gaps: list[Gap]) -> list[Features]:
        """For each word: inside quotation marks, round or square brackets, and how many quotations came before."""
        found: list[Features] = []
        quoted = False
        quotations = 0
        bracket = ""
        value = self._nests["0"]
        for name, _, _, nests, _ in gaps:
            if nests:
                for sign in name:
                    if sign in _QUOTE_ON or (sign == '"' and not quoted):
                        quoted = True
                        quotations += 1
                    elif sign in _QUOTE_OFF or sign == '"':
                        quoted = False
                    elif sign in _OPEN:
                        bracket = _OPEN[sign]
                    elif sign in _CLOSE:
                        bracket = ""
                value = self._nests[f"{'q' if quoted else ''}{bracket}{min(quotations, 2)}"]
            found.append(value)
        return found

    def _zones_of(self, columns: Columns, style: str) -> list[Iterable[Features]]:
        """How many years and running words came before and come after each word, and how far it is from the ends."""
        running = list(accumulate(columns.is_running, initial=0))
        years = list(accumulate(columns.is_year, initial=0))
        numbers = accumulate(columns.is_number, initial=0)
        count, total = len(columns.shapes), running[-1]
        up_to_1, up_to_2, up_to_3 = _UP_TO_1.__getitem__, _UP_TO_2.__getitem__, _UP_TO_3.__getitem__
        remaining = [_UP_TO_3[total - one] for one in running[1:]]
        zones = zip(map(up_to_3, running), remaining, map(up_to_2, years), columns.shapes, strict=False)
        styles = zip(map(up_to_1, running), map(up_to_1, years), map(up_to_3, numbers), repeat(style), strict=False)
        places = zip(_UP_TO_4[:count], _UP_TO_4[count:0:-1], strict=True)
        return [
            map(self._zones.__getitem__, zones),
            map(self._styles.__getitem__, styles),
            map(self._places.__getitem__, places),
        ]

    def _make_nest(self, value: str) -> Features:
        return self._kept(f"n={value}")

    def _make_zone(self, key: tuple[int, int, int, str]) -> Features:
        seen, remaining, years, shape = key
        return self._kept(f"z={seen}{remaining}{years} {shape}")

    def _make_style(self, key: tuple[int, int, int, str]) -> Features:
        seen, years, numbers, style = key
        return self._kept(f"zf={seen}{years}{numbers} {style}")

    def _make_place(self, key: tuple[int, int]) -> Features:
        return self._kept(f"i={key[0]} {key[1]}")

    def _forms_of(self, columns: Columns, segments: tuple[list[Run], list[Run]], year: str) -> list[list[Features]]:
        """For each word, the form of the sentence and of the part between commas that it is in, and its place there."""
        lower, numbers, known = (
            list(accumulate(one, initial=0)) for one in (columns.is_lower, columns.is_number, columns.of_journals)
        )
        shapes, names, forms = (*columns.shapes, "|"), columns.gaps, self._forms
        sentences: list[Features] = []
        clauses: list[Features] = []
        inside: list[Features] = []
        coarse, fine = segments
        count = len(coarse)
        for number, (i, k) in enumerate(coarse):
            form = forms[k - i, lower[k] - lower[i], numbers[k] - numbers[i], known[k] > known[i]]
            place = _UP_TO_5[number], _UP_TO_4[count - number], year
            sentences += [self._sentences[place, form, names[i], names[k], shapes[k]]] * (k - i)
        for i, k in fine:
            form = forms[k - i, lower[k] - lower[i], numbers[k] - numbers[i], known[k] > known[i]]
            clauses += [self._clauses[form, names[i][:2], names[k][:2], shapes[k]]] * (k - i)
            inside += self._inside[k - i, shapes[i], shapes[k - 1]]
        return [sentences, clauses, inside]

    def _make_sentence(self, key: tuple[tuple[int, int, str], str, str, str, str]) -> Features:
        (number, remaining, year), form, before, after, following = key
        return self._kept(
            f"Sn={number} {remaining} {year}", f"Sx={form} {before} {after}", f"Sf={form} {following} {after}"
        )

    def _make_clause(self, key: tuple[str, str, str, str]) -> Features:
        return self._kept(f"T={' '.join(key)}")

    def _make_inside(self, key: tuple[int, str, str]) -> list[Features]:
        """The features of each word of a part between commas that is so long and begins and ends with words of these shapes."""
        count, first, last = key
        return [self._kept(f"t={_UP_TO_3[i]}{_UP_TO_3[count - i]} {first} {last}") for i in range(count)]

    def _add_phrases(
        self, rows: list[EncodedFeatures], lowers: Sequence[str], is_number: Sequence[bool], gaps: Sequence[Gap]
    ) -> None:
        """Known names of journals, publishers and places among the words between two commas, numbers or brackets."""
        start = 0
        dots: list[int] = []
        count = len(lowers)
        for i, number in enumerate((*is_number, False)):
            if i < count and not number and (i == start or gaps[i].joins):
                if gaps[i].is_dot and i > start:
                    dots.append(i)
                continue
            if i > start:
                self._look_up(rows, lowers, start, i, dots)
            start = i + 1 if number else i
            dots = []

    def _look_up(
        self, rows: list[EncodedFeatures], lowers: Sequence[str], start: int, end: int, dots: list[int]
    ) -> None:
        for first, last in ((start, end), *[(dot, end) for dot in dots], *[(start, dot) for dot in dots]):
            if last - first > _LONGEST_PHRASE:
                continue
            letter = self._phrases.get(" ".join(lowers[first:last]))
            if letter is not None:
                many = "1" if last - first == 1 else "2"
                for i in range(first, last):
                    rows[i] += self._kept(f"D={letter}{many}{'B' if i == first else ''}{'E' if i == last - 1 else ''}")
                return
