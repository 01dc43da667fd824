"""The characters of a printed reference: where a value is in them, and which are spoken for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jats.model.inline import Inline, Kept, Link, Math, Span

_BLANKS = {ord(blank): " " for blank in "\u00a0\u2002\u2003\u2009\u200a\u202f\u3000"}
_NOTHING = re.compile("")

CharRange = tuple[int, int]
"""The first character, and the one after the last."""


@dataclass(slots=True)
class Printed:
    """Running text as characters. Blanks of all widths count as the same."""

    text: str
    links: tuple[tuple[int, int, str], ...]
    formulas: tuple[CharRange, ...]
    taken: list[CharRange] = field(default_factory=list)

    @classmethod
    def of(cls, content: Inline) -> Printed:
        """The characters, with the places of links, and of formulas and kept elements, in which nothing is marked."""
        links: list[tuple[int, int, str]] = []
        formulas: list[CharRange] = []
        _locate(content, 0, links, formulas)
        return cls(content.plain().translate(_BLANKS), tuple(links), tuple(formulas))

    def find(
        self, values: Sequence[str], between: re.Pattern[str] = _NOTHING, after: int = 0, *, linked: bool = True
    ) -> list[CharRange] | None:
        """Where the values are one after the other with no more between two than the pattern allows.

        The first such place after `after` where no character is spoken for, else the first of all; `linked` says whether it
        may lie in a link. Values are whole words and numbers: 6 is not found in 16.
        """
        folded = [value.translate(_BLANKS) for value in values]
        for start in (after, 0) if after else (0,):
            for places in self._chains(folded, between, start):
                if self._free(places[0][0], places[-1][1], linked=linked):
                    return places
        return None

    def _chains(self, values: Sequence[str], between: re.Pattern[str], start: int) -> Iterator[list[CharRange]]:
        first = self.text.find(values[0], start)
        while first >= 0:
            if places := self._chain(values, between, first):
                yield places
            first = self.text.find(values[0], first + 1)

    def _chain(self, values: Sequence[str], between: re.Pattern[str], start: int) -> list[CharRange] | None:
        places: list[CharRange] = []
        for value in values:
            if places and (gap := between.match(self.text, start)):
                start = gap.end()
            end = start + len(value)
            if not (self.text.startswith(value, start) and self._whole(start, end)):
                return None
            places.append((start, end))
            start = end
        return places

    def _whole(self, start: int, end: int) -> bool:
        before, after = self.text[max(start - 1, 0) : start + 1], self.text[end - 1 : end + 1]
        return not (len(before) == 2 and _joined(before)) and not (len(after) == 2 and _joined(after))

    def _free(self, start: int, end: int, *, linked: bool) -> bool:
        if any(start < until and since < end for since, until in self.taken):
            return False
        if any(since < edge < until for since, until in self.formulas for edge in (start, end)):
            return False
        return linked or not any(start < until and since < end for since, until, _ in self.links)

    def claim(self, places: Sequence[CharRange]) -> CharRange:
        """Take all from the first place to the last, so that nothing else is found there."""
        whole = places[0][0], places[-1][1]
        self.taken.append(whole)
        return whole


def _joined(pair: str) -> bool:
    """Whether two characters belong to one word or number; in scripts without blanks nobody can know."""
    return all(one.isalnum() and one < "\u2e80" for one in pair)


def _locate(content: Inline, position: int, links: list[tuple[int, int, str]], formulas: list[CharRange]) -> None:
    for part in content.parts:
        end = position + len(Inline((part,)).plain())
        if isinstance(part, Math | Kept):
            formulas.append((position, end))
        elif isinstance(part, Link):
            links.append((position, end, part.href))
        if isinstance(part, (Span, Link)):
            _locate(part.content, position, links, formulas)
        position = end
