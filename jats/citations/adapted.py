"""A journal's own model: what the shipped one reads, put right as the journal's editors have put it right before.

The model is a small linear one above the shipped one: it sees each word, the signs around it and the label that the shipped model
gave, and changes the label only if the corrected references speak for it. It is kept as JSON, which can be read and compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from jats.citations.labels import LABELS
from jats.citations.spans import OUTSIDE
from jats.citations.tagger import Reading, shipped
from jats.citations.tokens import Tokens
from jats.errors import InputError
from jats.files.sources import read_file

FORMAT = "jats references 1"
_LARGEST = 8_000_000
_HEAVIEST = 1_000.0
PRIOR = 2.0
"""How much the shipped model's belief counts against the corrections."""
_CHANGED = 0.9
"""The belief in a label that the corrections have put in place of another."""

Weights = Mapping[str, Mapping[str, float]]
"""For each feature, what it adds to each label."""


class Reads(Protocol):
    """A model that labels the words of a reference."""

    def read(self, tokens: Tokens) -> Reading:
        """The labels of a reference's words."""


@dataclass(frozen=True, slots=True)
class AdaptedTagger:
    """The shipped model with a journal's corrections."""

    weights: Weights
    base: Reads | None = None

    def read(self, tokens: Tokens) -> Reading:
        """The labels of a reference's words."""
        found = (self.base or shipped()).read(tokens)
        labels = corrected(tokens, found, self.weights)
        if labels == found.labels:
            return found
        pairs = zip(labels, found.labels, found.beliefs, strict=True)
        beliefs = [belief if label == before else _CHANGED for label, before, belief in pairs]
        return Reading(labels, beliefs, max(found.whole, 0.5))


def corrected(tokens: Tokens, found: Reading, weights: Weights) -> list[str]:
    """The labels with the corrections, word by word from the first."""
    labels: list[str] = []
    for i, base in enumerate(found.labels):
        scores = {base: PRIOR * found.beliefs[i]}
        for feature in features_at(tokens, found, i, labels[-1] if labels else ""):
            for label, weight in weights.get(feature, _NOTHING).items():
                scores[label] = scores.get(label, 0.0) + weight
        labels.append(max(scores, key=lambda label: (scores[label], label == base, label)))
    return labels


_NOTHING: Mapping[str, float] = {}


def features_at(tokens: Tokens, found: Reading, i: int, before: str) -> Iterator[str]:
    """What speaks for a label of a word: the shipped model's labels here and beside it, the word's form, the signs around it."""
    base = found.labels[i]
    previous = found.labels[i - 1] if i else "^"
    following = found.labels[i + 1] if i + 1 < len(found.labels) else "$"
    gap, after = tokens.gaps[i].strip() or "_", tokens.gaps[i + 1].strip() or "_"
    word = tokens.words[i]
    yield f"b {base}"
    yield f"bb {previous} {base}"
    yield f"bf {base} {following}"
    yield f"p {before} {base}"
    yield f"g {base} {gap[:4]}"
    yield f"a {base} {after[:4]}"
    yield f"pg {before} {base} {gap[:4]}"
    yield f"w {base} {word.lower()[:20]}"
    yield f"s {base} {before} {_shape(word)}"
    yield f"n {base} {following} {after[:4]}"


def _shape(word: str) -> str:
    if word.isdigit():
        return f"d{min(len(word), 5)}"
    if word.isupper():
        return "X" if len(word) == 1 else "XX"
    return "Xx" if word[0].isupper() else "x"


@lru_cache(maxsize=8)
def load_model(path: str, _changed: int = 0) -> AdaptedTagger:
    """A journal's model. Raises InputError if the file is not one."""
    try:
        data = read_file(path)
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    weights = _weights(data)
    if weights is None:
        raise InputError(f"{path} is not a model of references: make it again with 'jats train-refs'")
    return AdaptedTagger(weights)


def _weights(data: bytes) -> Weights | None:
    """The weights of a file; None if it is not a model."""
    if len(data) > _LARGEST:
        return None
    try:
        held = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(held, dict) or held.get("format") != FORMAT or not isinstance(held.get("weights"), dict):
        return None
    known = {*LABELS.values(), OUTSIDE}
    weights = held["weights"]
    fit = all(
        isinstance(row, dict) and row.keys() <= known and all(map(_is_weight, row.values())) for row in weights.values()
    )
    return weights if fit else None


def _is_weight(value: object) -> bool:
    return isinstance(value, (int, float)) and abs(value) <= _HEAVIEST


def model_text(weights: Weights, references: int, before: str, after: str) -> str:
    """A journal's model as the text of its file: the same weights give the same text."""
    held = {
        "format": FORMAT,
        "references": references,
        "before": before,
        "after": after,
        "weights": {name: dict(sorted(weights[name].items())) for name in sorted(weights)},
    }
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


_CURRENT: ContextVar[AdaptedTagger | None] = ContextVar("journal's model", default=None)


@contextmanager
def reading_with(tagger: AdaptedTagger | None) -> Iterator[None]:
    """References are read with a journal's model inside this block; None is the shipped one."""
    token = _CURRENT.set(tagger)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def current() -> Reads:
    """The model that references are read with here."""
    return _CURRENT.get() or shipped()


Labelled = tuple[Tokens, Reading, Sequence[str]]
"""A corrected reference: its words, what the shipped model reads, and what is right."""
