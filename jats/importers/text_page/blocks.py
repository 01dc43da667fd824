"""The lines of a page, stretches of them, and the account of what each character was used for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from jats.draft import Text
from jats.findings import Place


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a text, or one paragraph of a document: its characters, and the place of the first of them.

    `style` is what the document says about it: `title`, `heading`, `item` (of a list), `cell` (of a table), or nothing.
    `gap` says that a blank line, or the start of another part, is before it. `raised` are the superscripts, by offsets.
    """

    text: str
    place: Place
    style: str = ""
    gap: bool = False
    raised: tuple[tuple[int, int], ...] = ()


class Span(NamedTuple):
    """A stretch of one block, by offsets."""

    block: int
    start: int
    end: int

    def part(self, start: int, end: int) -> Span:
        """A stretch of this stretch, by offsets from its start."""
        return Span(self.block, self.start + start, self.start + end)


class Use(NamedTuple):
    """What a stretch of a block was used for: `kind` is `field`, `label`, `menu`, `counter`, `footer`, `private` or `same`."""

    start: int
    end: int
    kind: str
    name: str


FIELD, LABEL, MENU, COUNTER, FOOTER, PRIVATE, SAME = "field", "label", "menu", "counter", "footer", "private", "same"
_MEANING = re.compile(r"[^\W_]")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐\u00ad]\s*$")
_BLANKS = re.compile(r"\s+")


@dataclass(slots=True)
class Page:
    """The blocks of a page, and what became of each of their characters."""

    blocks: Sequence[Block]
    uses: list[list[Use]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.uses = [[] for _ in self.blocks]

    def whole(self, index: int) -> Span:
        """All of a block."""
        return Span(index, 0, len(self.blocks[index].text))

    def text(self, span: Span) -> str:
        """The characters of a stretch."""
        return self.blocks[span.block].text[span.start : span.end]

    def strip(self, span: Span, characters: str = "") -> Span:
        """The stretch without blanks, and the given characters, at its ends."""
        text = self.text(span)
        unwanted = characters + " \t\u00a0\u200b\ufeff\u200e\u200f\u3000\r\n"
        start = len(text) - len(text.lstrip(unwanted))
        end = len(text.rstrip(unwanted))
        return Span(span.block, span.start + start, span.start + max(start, end))

    def place(self, span: Span) -> Place:
        """Where a stretch starts in the file."""
        at = self.blocks[span.block].place
        return at if at.column is None or not span.start else Place(at.file, at.line, at.column + span.start)

    def use(self, span: Span, kind: str, name: str = "") -> None:
        """Remember what a stretch was used for."""
        if span.end > span.start:
            self.uses[span.block].append(Use(span.start, span.end, kind, name))

    def take(self, spans: Span | Sequence[Span], name: str) -> Text:
        """The text of some stretches as the value of a field, at the place of the first."""
        some = [spans] if isinstance(spans, Span) else list(spans)
        for span in some:
            self.use(span, FIELD, name)
        return Text(self.joined(some), self.place(some[0]))

    def joined(self, spans: Sequence[Span]) -> str:
        """The stretches as one text: a word that was divided at the end of a line is one word again."""
        whole: list[str] = []
        for span in spans:
            piece = _BLANKS.sub(" ", self.text(span).replace("\u00ad", "" if len(spans) == 1 else "\u00ad")).strip()
            if piece:
                whole[-1:] = _together(whole[-1], piece) if whole else [piece]
        return "".join(whole).replace("\u00ad", "")

    def free(self, index: int) -> list[Span]:
        """The stretches of a block that have letters or digits and are not used yet."""
        text = self.blocks[index].text
        found, at = [], 0
        for use in sorted(self.uses[index]):
            if use.start > at and _MEANING.search(text, at, use.start):
                found.append(self.strip(Span(index, at, use.start)))
            at = max(at, use.end)
        if at < len(text) and _MEANING.search(text, at):
            found.append(self.strip(Span(index, at, len(text))))
        return found

    def is_free(self, index: int) -> bool:
        """Whether nothing of a block was used."""
        return not self.uses[index]

    def unused(self) -> Iterator[Span]:
        """Every stretch of the page that has letters or digits and is not used."""
        for index in range(len(self.blocks)):
            yield from self.free(index)


def _together(before: str, piece: str) -> list[str]:
    """A line and the line before it: a hyphen between small letters was made by the width of the page."""
    if _HYPHEN.search(before, len(before) - 2) and (piece[0].islower() or before.endswith("\u00ad")):
        return [before[:-1], piece]
    if before[-1] in "-‐–" and before[-2:-1].isalnum() and piece[0].isalnum():
        return [before, piece]
    if _is_dense(before[-1]) and _is_dense(piece[0]):
        return [before, piece]
    return [before, f" {piece}"]


def _is_dense(letter: str) -> bool:
    """Whether a character is of a script without blanks between words."""
    return "\u3000" <= letter <= "\u30ff" or "\u3400" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef"
