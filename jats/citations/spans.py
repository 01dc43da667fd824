"""The labels of words → spans of characters: runs of one label, with the punctuation that belongs to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jats.citations.tokens import Tokens

OUTSIDE = "O"
_NAMES = frozenset(("surname", "given", "esurname", "egiven"))
_BREAKS_NAME = re.compile(r"[,;&/:|،؛、，；·•]")
_BREAKS_NUMBER = re.compile(r"[,;(\[:]|\s[-–—]")
_SINGLE = frozenset(
    ("surname", "given", "esurname", "egiven", "suffix", "etal", "volume", "issue", "fpage", "lpage", "year", "id")
)
"""What has no brackets in it."""
_NUMBERS = frozenset(("volume", "issue", "fpage", "lpage", "year", "edition"))
_WHOLE = frozenset(
    ("O", "title", "source", "publisher", "place", "collab", "series", "conference", "comment", "degree")
)
"""What no sign parts."""
_PAIRS = {
    "(": ")",
    "[": "]",
    "“": "”",
    "«": "»",
    "„": "“",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "（": "）",
    '"': '"',
}
_PAIRED = re.compile(f"[{re.escape(''.join([*_PAIRS, *_PAIRS.values()]))}]")
_COPYRIGHT_YEAR = re.compile(r"[cp]\d{4}")
"""The year of a copyright, as Vancouver prints it: c2020."""
_ORDINAL = re.compile(r"°")
_ABBREVIATION = re.compile(r"[^\W\d_]\.[\s-]?[^\W\d_]")


class Span(NamedTuple):
    """Characters of the text that are one field; `confidence` is the share of the model's belief, 0 to 1."""

    start: int
    end: int
    label: str
    confidence: float = 1.0

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


def spans_of(tokens: Tokens, labels: Sequence[str], beliefs: Sequence[float]) -> list[Span]:
    """Runs of words with one label; names break at commas, numbers at brackets, identifiers are one word each."""
    spans = [_span(tokens, first, last, labels[first], beliefs) for first, last in _runs(tokens, labels)]
    return [_without_sentence_stop(tokens.text, spans, i) for i in range(len(spans))]


def _without_sentence_stop(text: str, spans: Sequence[Span], i: int) -> Span:
    """Initials after a surname without a comma, `Roe JA.`: the full stop is that of the sentence, not theirs."""
    span = spans[i]
    if span.label not in ("given", "egiven") or not i or spans[i - 1].end + 1 != span.start:
        return span
    after_surname = spans[i - 1].label in ("surname", "esurname") and text[span.start - 1] == " "
    plain = text[span.start : span.end - 1]
    stops = text[span.end - 1] == "." and plain.isascii() and plain.isalpha() and plain.isupper()
    return span._replace(end=span.end - 1) if after_surname and stops and text[span.end : span.end + 1] != "," else span


def _runs(tokens: Tokens, labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last word of each run."""
    gaps = tokens.gaps
    before = OUTSIDE
    start = 0
    for i, label in enumerate(labels):
        if label == before and (label in _WHOLE or not _parted(label, gaps[i])):
            continue
        if before != OUTSIDE:
            yield start, i - 1
        start = i
        before = label
    if before != OUTSIDE:
        yield start, len(labels) - 1


def _parted(label: str, gap: str) -> bool:
    if label in _NAMES:
        return _BREAKS_NAME.search(gap) is not None
    if label == "lpage" and "." in gap:
        return True
    if label in _NUMBERS:
        return _BREAKS_NUMBER.search(gap) is not None
    if label == "accessed":
        return "]" in gap or "[" in gap
    return label == "id"


def _span(tokens: Tokens, first: int, last: int, label: str, beliefs: Sequence[float]) -> Span:
    text = tokens.text
    start, end = tokens.starts[first], tokens.ends[last]
    after = tokens.starts[last + 1] if last + 1 < len(tokens.words) else len(text)
    if label not in _SINGLE:
        start, end = _with_brackets(text, start, end, after, tokens.ends[first - 1] if first else 0)
    end = _with_stop(text, start, end, label)
    if label == "year" and _COPYRIGHT_YEAR.match(text, start):
        start += 1
    if label in ("title", "source", "series") and text[end : end + 1] in ("?", "!", "？", "！"):
        end += 1
    if first == last:
        return Span(start, end, label, beliefs[first])
    share = beliefs[first : last + 1]
    return Span(start, end, label, min(share) * 0.5 + sum(share) / len(share) * 0.5)


def _with_brackets(text: str, start: int, end: int, after: int, before: int) -> tuple[int, int]:
    """The run with a closing sign whose opening sign is inside it, and the other way round."""
    if not _PAIRED.search(text, before, after):
        return start, end
    inside = text[start:end]
    for opening, closing in _PAIRS.items():
        if opening != closing and inside.count(opening) > inside.count(closing):
            found = text.find(closing, end, after)
            if found >= 0 and not text[end:found].strip(" .?!…,;"):
                end = found + 1
        elif opening != closing and inside.count(closing) > inside.count(opening):
            found = text.rfind(opening, before, start)
            if found >= 0 and not text[found + 1 : start].strip():
                start = found
    return start, end


def _with_stop(text: str, start: int, end: int, label: str) -> int:
    """The end after the full stop of an initial, of "et al." or of a source that is abbreviated throughout."""
    if label == "edition" and (ordinal := _ORDINAL.match(text, end)):
        return ordinal.end()
    if text[end : end + 1] != ".":
        return end
    inside = text[start:end]
    if label in ("given", "egiven"):
        if len(inside) > 1 and inside.split()[-1].islower():
            return end
        return end + 1 if len(inside) < 3 or len(inside.split()[-1].rpartition(".")[2]) < 3 or "." in inside else end
    if label == "etal" or (label == "suffix" and inside.isalpha()):
        return end + 1
    if label == "source":
        closing = not text[end + 1 :].strip()
        return end + 1 if not closing and _ABBREVIATION.search(inside) else end
    return end
