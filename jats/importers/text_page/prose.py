"""Paragraphs among the lines without a label: one long line, or the lines of one that was broken at the edge of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jats.importers.text_page.blocks import Page, Span
from jats.importers.text_page.languages import is_frequent_word
from jats.importers.text_page.shapes import is_prose, is_shouted

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?…](?:\s|$)")
_LEAST = 120


def prose_runs(page: Page, spans: Sequence[Span]) -> list[list[Span]]:
    """The paragraphs, each as its lines, in order."""
    runs: list[list[Span]] = []
    run: list[Span] = []
    for span in spans:
        follows = bool(run) and span.block == run[-1].block + 1 and not page.blocks[span.block].gap
        if run and not (follows and _goes_on(page, run[-1], span)):
            runs.append(run)
            run = []
        if run or _reads_as_prose(page.text(span)):
            run.append(span)
    runs.append(run)
    return [one for one in runs if one and _is_paragraph(page, one)]


def _goes_on(page: Page, before: Span, span: Span) -> bool:
    text, previous = page.text(span).strip(), page.text(before).rstrip()
    if is_shouted(text) or "@" in text:
        return False
    if text[-1:] in ".!?…" and len(text) > 25:
        return True
    return text[:1].islower() or previous[-1:] not in ".!?…" or _reads_as_prose(text)


def _reads_as_prose(text: str) -> bool:
    """Whether a line is part of a sentence: frequent small words, few names."""
    words = _WORD.findall(text)
    if len(words) < 5 or is_shouted(text) or "@" in text:
        return len(text) > 40 and text[:1] >= "\u3040" and is_prose(text)
    small = sum(1 for word in words if word[:1].islower())
    frequent = sum(1 for word in words if is_frequent_word(word.lower()))
    return small > 0.6 * len(words) and frequent >= max(1, len(words) // 8)


def _is_paragraph(page: Page, run: Sequence[Span]) -> bool:
    text = page.joined(run)
    if text[:1] >= "\u3040":
        return is_prose(text)
    if text.rstrip()[-1:] not in '.!?…»”")':
        return False
    return len(text) > _LEAST and _SENTENCE.search(text) is not None and is_prose(text, _LEAST)
