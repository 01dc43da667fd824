"""Sections at the end of a paper that have a field: acknowledgements, funding, data, conflict of interest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jats.importers.text_page.labels import label_at

_HEADING = re.compile(r"^(#{1,4})[ \t]+([^\n#{]{1,119}?[^\s#{])[ \t]*+(?:\{[^}\n]*\})?[ \t]*+#*+[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)[ \t]*$", re.MULTILINE | re.DOTALL)
_FIELDS = {
    "acknowledgements": "acknowledgements", "funding": "funding_statement", "data": "data_availability",
    "conflict": "conflict_of_interest", "abstract": "abstract",
}  # fmt: skip
_LONGEST = 6_000


@dataclass(frozen=True, slots=True)
class Section:
    """A section that has a field: the field, its text, where it begins, and where its heading begins and it ends."""

    field: str
    text: str
    start: int
    heading: int
    end: int


def sections_of(text: str) -> Iterator[Section]:
    """The sections of a paper's text whose headings name a field; headings in blocks of code do not count."""
    code = [found.span() for found in _FENCE.finditer(text)]
    headings = [
        found for found in _HEADING.finditer(text) if not any(start <= found.start() < end for start, end in code)
    ]
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    for heading, end in zip(headings, ends, strict=False):
        label = label_at(heading[2].strip())
        body = text[heading.end() : end]
        field = _FIELDS.get(label.kind, "") if label and label.alone else ""
        if field and body.strip() and len(body) < _LONGEST and not _FENCE.search(body):
            start = heading.end() + len(body) - len(body.lstrip())
            yield Section(field, body.strip(), start, heading.start(), end)
