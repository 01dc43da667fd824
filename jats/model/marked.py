"""Running text of which parts are cut out: its characters alone for a reader of plain text, and any part with its marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jats.model.inline import Inline, Kept, Link, Math, Span, cut, walk
from jats.model.markup import format_markup, parse_markup


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text in the article file's notation, by its characters without marks."""

    content: Inline
    plain: str
    whole: tuple[tuple[int, int], ...]
    """Where formulas and links are, of which no part is cut off."""

    def part(self, start: int, end: int) -> str | None:
        """The characters from one place to another in the notation; `None` if an edge is inside a formula or link."""
        for since, until in self.whole:
            crosses = start < until and since < end and not (start <= since and until <= end)
            if crosses:
                return None
        return format_markup(cut(self.content, start, end))


def marked_text(text: str) -> MarkedText | None:
    """The text by its characters; `None` if it has elements of JATS, with which somebody has marked its parts already."""
    content = parse_markup(text)
    if any(isinstance(part, Kept) for part in walk(content)):
        return None
    return MarkedText(content, content.plain(), tuple(_whole(content, 0)))


def _whole(content: Inline, position: int) -> Iterator[tuple[int, int]]:
    for part in content.parts:
        end = position + len(Inline((part,)).plain())
        if isinstance(part, Math | Link):
            yield position, end
        elif isinstance(part, Span):
            yield from _whole(part.content, position)
        position = end
