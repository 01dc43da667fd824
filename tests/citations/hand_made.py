"""The references of data/hand_made.txt: text, spans and fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jats.citations.fields import fields_of
from jats.citations.spans import Span

_DATA = Path(__file__).parent / "data"
_PART = re.compile(r"\{(\w+) ([^{}]+)\}")
_CODES = {
    "s": "author_surname", "g": "author_given", "x": "author_suffix", "es": "editor_surname", "eg": "editor_given",
    "ts": "translator_surname", "tg": "translator_given", "c": "collab", "al": "etal", "y": "year", "t": "article_title",
    "tt": "trans_title", "j": "source", "tj": "trans_source", "v": "volume", "i": "issue", "f": "fpage", "l": "lpage",
    "e": "elocation", "z": "size", "p": "publisher", "o": "publisher_loc", "d": "edition", "n": "conf_name", "D": "doi",
    "u": "url", "a": "date_in_citation", "L": "lang",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class HandMade:
    """One reference with its labelled spans; `style` is the language and the style guide."""

    style: str
    text: str
    spans: tuple[Span, ...]

    @property
    def fields(self) -> Mapping[str, object]:
        """The values of the labelled spans."""
        return fields_of(self.text, self.spans)


def hand_made(name: str = "hand_made.txt") -> Iterator[HandMade]:
    """All references of a file in `data`."""
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            style, _, marked = line.partition("|")
            yield HandMade(style.strip(), *_read(marked.strip()))


def _read(marked: str) -> tuple[str, tuple[Span, ...]]:
    text = ""
    spans = []
    position = 0
    for part in _PART.finditer(marked):
        text += marked[position : part.start()]
        spans.append(Span(len(text), len(text) + len(part[2]), _CODES[part[1]]))
        text += part[2]
        position = part.end()
    return text + marked[position:], tuple(spans)
