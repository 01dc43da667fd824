"""An entry of a page as its parts: what is between commas, semicolons, dashes and conjunctions, with the marks after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from jats.importers.text_page.blocks import LABEL, Page, Span
from jats.importers.text_page.names import MARKS, NO, STRONG, WEAK, icons_in, marks_in, name_strength
from jats.parsers.orders import conjunctions

_SEPARATOR = re.compile(
    r"(?<!\s)\s*(?:[,;，、；،؛|·•‣▪]|(?<=[\u4e00-\u9fff\d\0）)*])・(?=[\u4e00-\u9fff])|\s[—–−/-]\s|\s?(?:—)\s?|(?<=[^\W\d_]{4})(?<![PpMmJjRr][hHuUnN][Dd]r)(?<![Pp]rof)(?<!Assoc)(?<!Dott)(?<![Dd]ipl)\.(?=\s+[^\W\d_a-zа-яіїєґ][^\W\d_]{2}))\s*"
)


@dataclass(slots=True)
class Piece:
    """A part of an entry between separators; `marks` are those after it."""

    span: Span
    text: str
    marks: list[str]
    mark_spans: list[Span]


def pieces_of(page: Page, rest: Sequence[Span]) -> Iterator[Piece]:
    """The parts of an entry: what is between commas, semicolons, dashes and conjunctions."""
    for span in rest:
        text = page.text(span)
        plain = text
        if span is not rest[0] and (mark := _MARK_FIRST.match(text)):  # after an ORCID iD
            plain = " " * mark.end() + text[mark.end() :]
            where = span.part(*mark.span(1))
            yield Piece(where, "", marks_in(mark[1]), [where])
        for start, end in icons_in(text):
            page.use(span.part(start, end), LABEL, "orcid")
            plain = plain[:start] + " " * (end - start) + plain[end:]
        plain = _COMMA_FIRST.sub(lambda found: found[1] + ",", plain)
        found = [one for one in MARKS.finditer(plain) if _is_after_name(plain, one.start())]
        marks = {one.span(): one[0] for one in found}
        masked = "".join(
            "\0" if any(start <= at < end for start, end in marks) else one for at, one in enumerate(plain)
        )
        at = 0
        cuts = [one.span() for one in _cuts(masked)]
        for start, end in [*cuts, (len(masked), len(masked))]:
            if piece := _piece(page, span, (at, start), masked, marks):
                yield piece
            at = end


_COMMA_FIRST = re.compile(r"(?<=[^\W\d_]{2}),([†‡§¶∥]{1,2}|\*(?!\s))")
_MARK_FIRST = re.compile(r"\s*((?:\d{1,2}|[*†])(?:\s?,\s?(?:\d{1,2}|[*†]))*)\s*(?=[,;&]|and\b|$)")


def _is_after_name(text: str, at: int) -> bool:
    """Whether the words before a mark are a name; digits after other words are part of an address."""
    words = _SEPARATOR.split(MARKS.sub(" ,", text[max(0, at - 80) : at]))[-1].split()
    return any(name_strength(" ".join(words[-size:])) > NO for size in (2, 3, 4, 5, 1) if size <= len(words))


def _cuts(masked: str) -> list[re.Match[str]]:
    found = [*_SEPARATOR.finditer(masked)]
    joined = _joining().finditer(masked)
    found += [one for one in joined if _may_join(masked, one)]
    return sorted(found, key=lambda one: one.start())


@cache
def _joining() -> re.Pattern[str]:
    """Conjunctions between names, in all languages."""
    words = "|".join(sorted((re.escape(word) for word in conjunctions() if word.isalpha()), key=len, reverse=True))
    return re.compile(rf"(?<=[\s\0])(?:{words}|&|og|ja|ir|un|en|dan|và|մեն|və|және|мен)\s+(?=[^\W\d_])")


def _may_join(masked: str, one: re.Match[str]) -> bool:
    """Whether a conjunction is between two names, and not inside an institution or a degree."""
    before = _SEPARATOR.split(masked[: one.start()])[-1].replace("\0", "").strip()
    after = _SEPARATOR.split(masked[one.end() :])[0].split("\0")[0].strip()
    least = WEAK if one[0].strip().lower() not in _PREPOSITIONS else STRONG
    return not before or (name_strength(before) >= least and name_strength(_first_words(after)) >= least)


_PREPOSITIONS = ("in", "en", "a", "i", "o")
"""Conjunctions of some languages that are other words in others: they join only what is surely names."""


def _first_words(text: str) -> str:
    return " ".join(text.split()[:5])


def _piece(
    page: Page, span: Span, where: tuple[int, int], masked: str, marks: dict[tuple[int, int], str]
) -> Piece | None:
    start, end = where
    own = [mark for mark in marks if start <= mark[0] < end]
    words = masked[start:end].replace("\0", " ").rstrip()
    if not re.search(r"[^\W_]", words):
        return None
    part = page.strip(span.part(start, start + len(words)))
    spans = [span.part(*mark) for mark in own]
    some = [one for mark in own for one in marks_in(marks[mark])]
    inner = [mark for mark in own if mark[0] < start + len(words.rstrip()) and masked[mark[1] : end].strip("\0 ")]
    return Piece(part, page.text(part), [] if inner else some, [] if inner else spans)
