"""The one entry: the text of a reference → its fields, marked in the untouched text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jats.citations.adapted import Reads, current
from jats.citations.book_repair import repair_books
from jats.citations.confidence import confidence_of, signs_of
from jats.citations.fields import Fields, fields_of, refined
from jats.citations.identifiers import identifiers_in
from jats.citations.kinds import kind_of
from jats.citations.repair import repaired
from jats.citations.spans import Span, spans_of
from jats.citations.tokens import tokens_of
from jats.citations.translations import with_translations

LONGEST = 4_000
"""Characters of a reference that are read; what is longer isn't one reference."""


@dataclass(frozen=True, slots=True)
class ParsedReference:
    """A reference: its text as given, the spans of its fields, what kind of work it is, the values, how sure all of it is.

    `confidence` is the share of references with such a figure that are wholly right, from 0 to 1; each span has its own.
    """

    text: str
    spans: tuple[Span, ...]
    type: str
    fields: Fields
    confidence: float


def parse(text: str, tagger: Reads | None = None) -> ParsedReference:
    """The fields of one printed reference; text that is not a reference has few or none, and a low confidence.

    Without a `tagger`, the journal's model reads it if there is one, else the shipped model.
    """
    parsed, signs = read_with_signs(text, tagger or current())
    return replace(parsed, confidence=confidence_of(signs) if parsed.spans else 0.0)


def read_with_signs(text: str, tagger: Reads) -> tuple[ParsedReference, list[float]]:
    """The reading, its confidence still open, and what speaks for and against it."""
    tokens = tokens_of(text[:LONGEST])
    reading = tagger.read(tokens)
    labels = repaired(tokens, reading.labels)
    changed = labels != reading.labels
    repair_books(tokens, labels)
    found = spans_of(tokens, labels, reading.beliefs)
    kind = kind_of(text[:LONGEST], {span.label for span in found})
    spans = with_translations(text, refined(text, found, kind, identifiers_in(tokens)))
    signs = signs_of(reading, {span.label for span in spans}, kind, changed)
    return ParsedReference(text, tuple(spans), kind, fields_of(text, spans), 0.0), signs
