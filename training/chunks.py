"""Corpora that label a list of authors, a date or pages as one piece → examples with every part labelled.

The names in a list of authors are told apart by a model that was trained on the finer corpus; a reference whose names it
does not read as names is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from jats.citations.spans import Span, spans_of
from jats.citations.tagger import Tagger
from jats.citations.tokens import tokens_of
from training.corpus import Chunks
from training.examples import Example

_NAMES = {"surname": "surname", "given": "given", "suffix": "suffix", "esurname": "surname", "egiven": "given"}
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?\b")
_MONTH = re.compile(r"[^\W\d_]{3,}")
_PAGES = re.compile(r"([A-Za-z]?\d[\w]*)(?:\s?[-‐–—]{1,2}\s?([A-Za-z]?\d\w*))?")
_ISSUE = re.compile(r"(\d\w*)(?:\s?[(,:]\s?(?:no\.?|nr\.?|n°|issue|№)?\s?([\d\w/–-]+)\)?)?", re.IGNORECASE)
_SIZE = re.compile(r"(\d{2,4})\s?(?:p|pp|pages|S|s|f)\b.*")
_IN = re.compile(r"(?:In|in|Em|En|Dans|dans)(?::\s?|\s)")
_DEGREE = re.compile(r"thes|diss|tes[ei]|thèse", re.IGNORECASE)
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,4}")
_EDGES = " ,.;:()[]“”\"'‘’<>«»/-–—"

Spans = list[tuple[int, int, str]]


def examples_from(chunks: Iterable[Chunks], group: str, tagger: Tagger) -> Iterator[Example]:
    """The references whose names could be told apart."""
    for number, pieces in enumerate(chunks):
        text, placed = _placed(pieces)
        spans = _spans(text, placed, tagger)
        if spans is not None and len(spans) > 2:
            yield Example(text, tuple(sorted(spans)), "", f"{group} {number % 40}", group)


def _placed(pieces: Chunks) -> tuple[str, Spans]:
    text = ""
    placed: Spans = []
    for characters, label in pieces:
        added = characters.lstrip() if text.endswith(" ") or not text else characters
        placed.append((len(text), len(text) + len(added), label))
        text += added
    return text.rstrip(), placed


def _spans(text: str, placed: Spans, tagger: Tagger) -> Spans | None:
    spans: Spans = []
    for start, end, label in placed:
        start, end = _without_edges(text, start, min(end, len(text)))
        if not label or start >= end:
            continue
        if label in ("author", "editor"):
            names = _names(text, start, end, label, tagger)
            if names is None:
                return None
            spans += names
        else:
            spans += _parts(text, start, end, label)
    return spans


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _names(text: str, start: int, end: int, role: str, tagger: Tagger) -> Spans | None:
    """The names of a list; an organisation as a whole; None if the model reads something else."""
    tokens = tokens_of(text[start:end] + " (2001). The")
    reading = tagger.read(tokens)
    found = [span for span in spans_of(tokens, reading.labels, reading.beliefs) if span.end <= end - start]
    if len(found) == 1 and found[0].label in ("collab", "title", "source"):
        return _one(text, start, end, role)
    if not found or any(not _is_name(span) for span in found):
        return None
    return [
        (start + span.start, start + span.end, f"{role}_{_NAMES[span.label]}" if span.label != "etal" else "etal")
        for span in found
    ]


def _one(text: str, start: int, end: int, role: str) -> Spans | None:
    """A name in an eastern script, or an organisation; None for several people that the model took for one."""
    if _EASTERN.fullmatch(text, start, end):
        return [(start, end, f"{role}_surname")]
    whole = text[start:end]
    if role == "author" and " " in whole and not re.search(r"\b(?:and|et|und|y|e)\b|[,;&]", whole):
        return [(start, end, "collab")]
    return None


def _is_name(span: Span) -> bool:
    return (span.label in _NAMES or span.label == "etal") and span.confidence > 0.5


def _parts(text: str, start: int, end: int, label: str) -> Spans:
    if label == "date":
        return _date(text, start, end)
    if label == "pages" and (size := _SIZE.fullmatch(text, start, end)):
        return [(*size.span(1), "size")]
    if label == "pages":
        return _matched(text, start, end, _PAGES, ("fpage", "lpage"))
    if label == "source" and (opening := _IN.match(text, start, end)):
        start = opening.end()
    if label == "degree" and not _DEGREE.search(text, start, end):
        return []
    if label == "volume":
        return _matched(text, start, end, _ISSUE, ("volume", "issue"))
    return [(start, end, label)]


def _date(text: str, start: int, end: int) -> Spans:
    year = _YEAR.search(text, start, end)
    if year is None:
        return []
    month = _MONTH.search(text, start, end)
    spans: Spans = [(year.start(), year.end(), "year")]
    if month and month.end() <= year.start():
        spans.append((month.start(), month.end(), "month"))
    return spans


def _matched(text: str, start: int, end: int, form: re.Pattern[str], labels: Sequence[str]) -> Spans:
    found = form.search(text, start, end)
    if found is None:
        return []
    return [(*found.span(i), label) for i, label in enumerate(labels, 1) if found[i]]
