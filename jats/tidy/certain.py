"""What of a parsed reference is certain enough to be a field of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jats.citations.article_fields import field_of
from jats.citations.fields import Fields, fields_of
from jats.citations.parse import ParsedReference, parse
from jats.citations.spans import Span
from jats.vocab.identifiers import KINDS

_ENOUGH = 0.4
"""A part that the parser believes in less than this is wrong as often as not."""
_ENOUGH_IN_DOUBT = 0.9
"""The same in a reference that is doubtful as a whole."""
_DOUBTFUL = 0.4
"""A reference with less confidence than this is doubtful as a whole."""
_LEAST_KINDS = 2
"""So many kinds of parts make a reference; a text with fewer is a remark, or something else."""
_KINDS = {
    "author": "who", "editor": "who", "translator": "who", "collab": "who", "year": "when", "article": "what",
    "chapter": "what", "source": "what", "volume": "where", "issue": "where", "fpage": "where", "elocation": "where",
    "publisher": "where", "doi": "id", "pmid": "id", "pmcid": "id", "arxiv": "id", "isbn": "id", "url": "id",
}  # fmt: skip
"""The first word of a label → what it says of a work."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the certain parts with their values and the type of work, None if that is not certain."""

    spans: tuple[Span, ...]
    fields: Fields
    type: str | None
    doubtful: tuple[tuple[str, str], ...]
    """Parts that are not certain: the field, and the characters."""
    faulty: tuple[tuple[str, str, str], ...]
    """Identifiers that are wrong: the kind, the characters, the fault."""
    complete: bool = False
    """Whether it says who made what, when, and where it is."""


def certain_parts(text: str) -> Reading:
    """The certain parts of a printed reference; none if too little of it is certain."""
    return certain_of(parse(text))


def certain_of(parsed: ParsedReference) -> Reading:
    """What of a reading is certain."""
    text = parsed.text
    sure = parsed.confidence >= _DOUBTFUL
    least = _ENOUGH if sure else _ENOUGH_IN_DOUBT
    certain = _certain(parsed.spans, least)
    kinds = {_KINDS.get(span.label.partition("_")[0]) for span in certain} - {None}
    if len(kinds) < _LEAST_KINDS and "id" not in kinds:
        return Reading((), {}, None, (), ())
    faulty = [(span, fault) for span in certain if (fault := _fault(span, text))]
    good = tuple(span for span in certain if all(span is not one for one, _ in faulty))
    doubtful = [(field_of(span.label) or "text", span.of(text)) for span in parsed.spans if span not in certain]
    return Reading(
        good,
        fields_of(text, good),
        parsed.type if sure and parsed.type != "other" else None,
        tuple(doubtful),
        tuple((KINDS[span.label].name, span.of(text), fault) for span, fault in faulty),
        kinds >= {"who", "what", "when", "where"},
    )


def _certain(spans: Sequence[Span], least: float) -> list[Span]:
    """The spans that are certain enough; a given name is not without the surname beside it."""
    dropped = {i for i, span in enumerate(spans) if span.confidence < least}
    for i in sorted(dropped):
        role, _, part = spans[i].label.rpartition("_")
        beside = [k for k in (i + 1, i - 1) if 0 <= k < len(spans) and spans[k].label == f"{role}_given"]
        if part == "surname" and beside:
            dropped.add(beside[0])
    return [span for i, span in enumerate(spans) if i not in dropped]


def _fault(span: Span, text: str) -> str | None:
    kind = KINDS.get(span.label)
    return kind.fault(kind.tidy(span.of(text))) if kind else None
