"""Running text as plain characters with marks beside them, so that it is read as plain text and written with its marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_LAYOUT = frozenset(("i", "b"))
_WORDS = re.compile(r"[^\W\d_](?:.*[^\W\d_][.)]?)?", re.DOTALL)
_LIKE_TAG = re.compile(r"(?<!\\)(\\*)<(?=[A-Za-z/!?])")
RAW = "raw"
"""The mark of characters that are notation already, such as a formula in MathML."""

ORDER = ("b", "i", "u", "s", "sc", "tt", "sub", "sup")
"""Marks from the outermost to the innermost, where several begin at one character."""


@dataclass(slots=True)
class Marked:
    """Characters, and for each stretch of them the marks that it has: (start, end, marks)."""

    text: str = ""
    stretches: list[tuple[int, int, frozenset[str]]] = field(default_factory=list)

    def add(self, text: str, marks: Iterable[str] = ()) -> None:
        """Add characters at the end."""
        if not text:
            return
        start, given = len(self.text), frozenset(marks)
        self.text += text
        if self.stretches and self.stretches[-1][1] == start and self.stretches[-1][2] == given:
            self.stretches[-1] = (self.stretches[-1][0], len(self.text), given)
        elif given:
            self.stretches.append((start, len(self.text), given))

    def part(self, start: int, end: int) -> Marked:
        """The characters from `start` to `end`, with their marks."""
        inside = [
            (max(first, start) - start, min(last, end) - start, marks)
            for first, last, marks in self.stretches
            if first < end and last > start
        ]
        return Marked(self.text[start:end], inside)

    def lines(self) -> list[tuple[int, Marked]]:
        """The parts between line ends, each with its start."""
        found, at = [], 0
        for line in self.text.split("\n"):
            found.append((at, self.part(at, at + len(line))))
            at += len(line) + 1
        return found

    def without(self, mark: str) -> Marked:
        """The same without one mark."""
        kept = [(start, end, marks - {mark}) for start, end, marks in self.stretches]
        return Marked(self.text, [stretch for stretch in kept if stretch[2]])

    def without_layout(self) -> Marked:
        """Without marks that all letters have: the whole paragraph looks so, and no word is marked in it."""
        made = self
        for mark in ("b", "i", "u", "sc"):
            having = sum(_letters(self.text[start:end]) for start, end, marks in self.stretches if mark in marks)
            if having and having == _letters(self.text):
                made = made.without(mark)
        return made

    def without_marked_numbers(self) -> Marked:
        """Without italics and bold of numbers at the ends of marked words: a volume in italics is layout, its journal is not."""
        made: list[tuple[int, int, frozenset[str]]] = []
        for start, end, marks in self.stretches:
            words = _WORDS.search(self.text, start, end)
            kept = marks - _LAYOUT
            if not marks & _LAYOUT:
                made.append((start, end, marks))
            elif words is None:
                made += [(start, end, kept)] if kept else []
            else:
                first, last = words.span()
                made += [
                    one
                    for one in ((start, first, kept), (first, last, marks), (last, end, kept))
                    if one[2] and one[0] < one[1]
                ]
        return Marked(self.text, made)

    def raised(self) -> tuple[tuple[int, int], ...]:
        """The superscripts, by their offsets."""
        return tuple((start, end) for start, end, marks in self.stretches if "sup" in marks)

    def notation(self) -> str:
        """The text in the notation of the article file."""
        out, at = [], 0
        for start, end, marks in self.stretches:
            out.append(escaped(self.text[at:start]))
            inside = self.text[start:end]
            core = inside.strip()
            if not core or RAW in marks:
                out.append(inside)
            else:
                names = [mark for mark in ORDER if mark in marks]
                lead = inside[: len(inside) - len(inside.lstrip())]
                tail = inside[len(inside.rstrip()) :]
                opened = "".join(f"<{name}>" for name in names)
                closed = "".join(f"</{name}>" for name in reversed(names))
                out.append(f"{lead}{opened}{escaped(core)}{closed}{tail}")
            at = end
        out.append(escaped(self.text[at:]))
        return "".join(out)


class MarkedBuilder:
    """Collects characters in linear time."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, frozenset[str]]] = []
        self._last = "\n"

    def add(self, text: str, marks: frozenset[str]) -> None:
        """Add characters at the end."""
        if text:
            self._pieces.append((text, marks))
            self._last = text[-1]

    def add_with_single_blanks(self, text: str, marks: frozenset[str]) -> None:
        """Add characters that begin with a blank only if there is none before them."""
        self.add(text[1:] if text[:1] == " " and self._last in " \n" else text, marks)

    def marked(self) -> Marked:
        """All characters, with neighbouring stretches of the same marks as one."""
        made, at = Marked("".join(text for text, _ in self._pieces)), 0
        for text, marks in self._pieces:
            end = at + len(text)
            last = made.stretches[-1] if made.stretches else None
            if last and last[1] == at and last[2] == marks:
                made.stretches[-1] = (last[0], end, marks)
            elif marks:
                made.stretches.append((at, end, marks))
            at = end
        return made


def escaped(text: str) -> str:
    """Characters as running text: a `<` that would be read as a tag is only a character."""
    return _LIKE_TAG.sub(r"\1\1\\<", text)


def _letters(text: str) -> int:
    return sum(1 for character in text if character.isalnum())
