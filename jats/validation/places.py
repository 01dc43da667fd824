"""Exact places: a second pass with expat finds the line and column of tags, attributes and text.

libxml2 knows only the line on which a start tag ends, no column, and stops counting at line 65,535. This pass runs for
files with findings alone. Elements are known by their number in document order (the root is 0), as lxml's `iter()` gives
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from xml.parsers import expat

_ATTRIBUTE = re.compile(r"""(?<![^\s=<>"'/])([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')""")
_TAG = re.compile(r"""<[^\s/>]+(?:[^>"']+|"[^"]*"|'[^']*')*>?""")
_WINDOW = 160


@dataclass(frozen=True, slots=True)
class Spot:
    """Something in a document that has a place: an element, one of its attributes, or text in it.

    `attribute` is the name as written, prefix included. `after` means text: the text after the child with that document
    number, or, if it equals `element`, the text before the first child.
    """

    element: int
    attribute: str | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """The place of a spot: line and column from 1, and its number of characters on that line."""

    line: int
    column: int
    width: int


def locate(text: str, spots: Iterable[Spot]) -> dict[Spot, SourceSpan]:
    """Places of the spots in a document, given as decoded text with its declaration; spots that are not found are absent."""
    search = _Search(text, set(spots))
    with suppress(expat.ExpatError):  # keep what was found before; libxml2 accepts more than expat
        search.run()
    return search.found


def source_line(text_lines: list[str], found: SourceSpan) -> tuple[str, int]:
    """The part of the line to show, and the column at which that part starts."""
    line = text_lines[found.line - 1].rstrip() if found.line <= len(text_lines) else ""
    start = max(0, found.column - 1 - _WINDOW // 2) if len(line) > _WINDOW else 0
    return line[start : start + _WINDOW].replace("\t", " "), start + 1


class _AllFound(Exception):  # noqa: N818 - it ends the pass and is not an error
    """Raised inside the pass when nothing is left to look for."""


class _Search:
    def __init__(self, text: str, spots: set[Spot]) -> None:
        # A lone surrogate can't come out of a decoder, and a BOM would shift the first line.
        self._data = text.removeprefix("\ufeff").encode("utf-8")
        self._tags: dict[int, list[Spot]] = {}
        for spot in spots:
            if spot.after is None:
                self._tags.setdefault(spot.element, []).append(spot)
        self._texts = {(spot.element, spot.after): spot for spot in spots if spot.after is not None}
        self._wanted = sum(map(len, self._tags.values()))
        self._count = -1
        self._open: list[int] = []
        self._last = 0
        self.found: dict[Spot, SourceSpan] = {}

    def run(self) -> None:
        parser = expat.ParserCreate(encoding="utf-8")
        parser.StartElementHandler = self._start
        if self._texts:  # most findings are about tags, and this takes twice as long
            parser.StartElementHandler = self._start_with_text
            parser.EndElementHandler = self._end
            parser.CharacterDataHandler = self._characters
        self._parser = parser
        with suppress(_AllFound):
            parser.Parse(self._data, True)

    def _start(self, _name: str, _attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count in self._tags:
            self._tag(self._tags[self._count])
            if len(self.found) == self._wanted and not self._texts:
                raise _AllFound

    def _start_with_text(self, name: str, attributes: dict[str, str]) -> None:
        self._start(name, attributes)
        self._last = self._count
        self._open.append(self._count)

    def _end(self, _name: str) -> None:
        self._last = self._open.pop()

    def _characters(self, chunk: str) -> None:
        spot = self._texts.get((self._open[-1], self._last))
        if spot is not None and spot not in self.found and chunk.strip():
            blank = len(chunk) - len(chunk.lstrip())
            line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber
            self.found[spot] = SourceSpan(line, column + 1 + blank, len(chunk.strip()))

    def _tag(self, spots: list[Spot]) -> None:
        line, column, start = (
            self._parser.CurrentLineNumber,
            self._parser.CurrentColumnNumber + 1,
            self._parser.CurrentByteIndex,
        )
        tag = _start_tag(self._data, start)
        name = re.match(r"<[^\s/>]*", tag)
        whole = SourceSpan(line, column, len(name.group()) if name else 1)
        attributes = {m.group(1): m for m in _ATTRIBUTE.finditer(tag)} if any(s.attribute for s in spots) else {}
        for spot in spots:
            match = attributes.get(spot.attribute or "")
            self.found[spot] = _inside(tag, match, whole) if match else whole


def _start_tag(data: bytes, start: int) -> str:
    """The start tag at a byte offset; grows its window until the closing angle bracket is in it."""
    size = 4096
    while True:
        piece = data[start : start + size].decode("utf-8", "ignore")
        match = _TAG.match(piece)
        if match is None:  # inside an entity's text the offset is that of the reference
            return ""
        if match.group().endswith(">") or start + size >= len(data):
            return match.group()
        size *= 8


def _inside(tag: str, match: re.Match[str], whole: SourceSpan) -> SourceSpan:
    before = tag[: match.start()].replace("\r\n", "\n").replace("\r", "\n")
    lines = before.count("\n")
    column = len(before) - before.rfind("\n") if lines else whole.column + len(before)
    first = re.split(r"[\r\n]", match.group(), maxsplit=1)[0]
    return SourceSpan(whole.line + lines, column, len(first))
