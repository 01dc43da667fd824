"""A reference whose parts are known, whatever file it came from."""

from __future__ import annotations

from dataclasses import dataclass, field

from jats.citations.labels import labels_of_spans
from jats.citations.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Example:
    """One reference: its text, the labelled spans, what it is, where it is from (`group` is never split)."""

    text: str
    spans: tuple[tuple[int, int, str], ...]
    type: str
    group: str
    origin: str
    clean: bool = True
    fields: dict[str, object] = field(default_factory=dict)
    lang: str = ""


def labels_of(example: Example, tokens: Tokens) -> list[str]:
    """The model's label of every word of an example."""
    return labels_of_spans(example.spans, tokens)
