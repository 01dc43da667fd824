"""The tags of a document that is not well-formed, and what is between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from jats.messages.words import quoted
from jats.validation.syntax.tag_places import TEXT, Piece

_FEW_SIGNS = 30
"""The number of characters of a text that a message shows."""

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)|<!\w[^<>\[]*(?:\[[^\]]*\]?\s*)?>?"
    r"""|<(?P<end>/?)(?P<name>[^\s<>/!?"'=]+)(?P<rest>(?:[^<>"']|"[^"<]*"|'[^'<]*')*)>""",
    re.DOTALL,
)
_NO_TEXT = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag, an end tag, or both in one (`empty`), at its offset."""

    name: str
    at: int
    until: int
    ends: bool
    empty: bool


class TagText:
    """A text and all its tags, in their order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tags = [_tag(found) for found in _TAG.finditer(text) if found["name"]]

    def follow(self, number: int, opened: list[Tag]) -> tuple[int | None, list[Tag]]:
        """The number of the first end tag that does not match, and the elements that are open there."""
        for at in range(number, len(self.tags)):
            each = self.tags[at]
            if not each.ends:
                if not each.empty:
                    opened.append(each)
            elif opened and opened[-1].name == each.name:
                opened.pop()
            else:
                return at, opened
        return None, opened

    def number_of(self, tag: Tag) -> int:
        """The number of a tag."""
        return bisect_left(self.tags, tag.at, key=lambda each: each.at)

    def children(self, first: int, last: int) -> list[tuple[Tag, Tag]]:
        """The first and last tags of the elements that begin and end between two tags, by the tags' numbers."""
        found, opened = [], list[Tag]()
        for each in self.tags[first:last]:
            if not each.ends:
                opened.append(each)
            if (each.ends or each.empty) and opened:
                start = opened.pop()
                if not opened:
                    found.append((start, each))
        return found

    def pieces(self, first: int, last: int, start: int, end: int) -> list[Piece]:
        """The elements and texts between two tags, and between two offsets."""
        pieces, at = list[Piece](), start
        for one, other in self.children(first, last):
            pieces += self._text_piece(at, one.at)
            pieces.append(Piece(one.name, one.at, other.until))
            at = other.until
        return [*pieces, *self._text_piece(at, end)]

    def inside(self, start: Tag, last: int) -> list[Piece]:
        """The elements and texts in an open element before a tag."""
        return self.pieces(self.number_of(start) + 1, last, start.until, self.tags[last].at)

    def rest_of(self, around: Tag, number: int) -> list[Piece] | None:
        """The elements and texts after a tag, to the end tag of the element `around` it; `None` if there is none."""
        if self.follow(number + 1, [around])[1]:
            return None
        depth = 1
        for at in range(number + 1, len(self.tags)):
            each = self.tags[at]
            depth += 0 if each.empty else -1 if each.ends else 1
            if depth == 0:
                return self.pieces(number + 1, at, self.tags[number].until, each.at)
        return None

    def beginnings(self, name: str) -> Counter[tuple[str, str]]:
        """What is before and after the start tags of a name, and how often: names of elements, TEXT, or "" for a parent."""
        found = Counter[tuple[str, str]]()
        for at, each in enumerate(self.tags):
            if each.name == name and not each.ends and not each.empty and 0 < at < len(self.tags) - 1:
                before, after = self.tags[at - 1], self.tags[at + 1]
                ahead = before.name if before.ends or before.empty else ""
                inner = TEXT if self._text_piece(each.until, after.at) else "" if after.ends else after.name
                found[ahead, inner] += 1
        return found

    def endings(self, name: str) -> Counter[tuple[str, str]]:
        """What is before and after the end tags of a name, as `beginnings` has it."""
        found = Counter[tuple[str, str]]()
        for at, each in enumerate(self.tags):
            if each.name == name and each.ends and 0 < at < len(self.tags) - 1:
                before, after = self.tags[at - 1], self.tags[at + 1]
                inner = TEXT if self._text_piece(before.until, each.at) else before.name if before.ends else ""
                following = TEXT if self._text_piece(each.until, after.at) else "" if after.ends else after.name
                found[inner, following] += 1
        return found

    def _text_piece(self, start: int, end: int) -> list[Piece]:
        words = self.text[start:end]
        blank = not words.strip() or not _NO_TEXT.sub("", words).strip()
        return [] if blank else [Piece(TEXT, start, end)]

    def place_of(self, each: Tag | Piece) -> str:
        """The line of an element's beginning, in words."""
        return self.place(f"<{each.name}", each.at)

    def text_place(self, piece: Piece) -> str:
        """The first words of a text, and their line."""
        words = self.text[piece.at : piece.until].lstrip()
        few, at = quoted(words.rstrip(), _FEW_SIGNS), piece.until - len(words)
        place = self.place(few.strip("'…"), at)
        return f"{few} in {place}"

    def place(self, name: str, at: int) -> str:
        """A line in words; with the column, if a tag of this beginning is more than once in it."""
        line, start = self.text.count("\n", 0, at) + 1, self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        whole = self.text[start : end if end >= 0 else len(self.text)]
        ends_here = r"(?![\w:.-])" if name[-1:].isalnum() else ""
        several = len(re.findall(re.escape(name) + ends_here, whole)) > 1
        return f"line {line}, column {at - start + 1}" if several else f"line {line}"


def _tag(found: re.Match[str]) -> Tag:
    return Tag(found["name"], found.start(), found.end(), bool(found["end"]), found["rest"].endswith("/"))
