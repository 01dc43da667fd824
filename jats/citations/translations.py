"""A title and its translation, printed beside each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jats.citations.spans import Span

_IN_BRACKETS = re.compile(r"(?<!\s)\s*\[([^\[\]]{3,})\][.\s]*$")
_BETWEEN = re.compile(r"\s[–—=/]\s")
_TRANSLATED = {"article_title": "trans_title", "chapter_title": "trans_title", "source": "trans_source"}


def with_translations(text: str, spans: Sequence[Span]) -> list[Span]:
    """A title's bracketed end is its translation; in a reference with a note of its language, a source's part after a dash."""
    noted = any(span.label == "lang" for span in spans)
    found: list[Span] = []
    for span in spans:
        found += _parts(text, span, noted) if span.label in _TRANSLATED else [span]
    return found


def _parts(text: str, span: Span, noted: bool) -> list[Span]:
    bracket = _IN_BRACKETS.search(text, span.start, span.end)
    if bracket and bracket.start() > span.start and " " in bracket[1] + (" " if noted else ""):
        start, end = bracket.span(1)
        return [span._replace(end=bracket.start()), span._replace(start=start, end=end, label=_TRANSLATED[span.label])]
    if noted and span.label == "source":
        dash = _BETWEEN.search(text, span.start, span.end)
        if dash:
            return [span._replace(end=dash.start()), span._replace(start=dash.end(), label="trans_source")]
    return [span]
