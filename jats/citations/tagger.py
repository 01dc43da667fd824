"""The model: which label each word has, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from jats.citations.features import Phrases, features_of
from jats.citations.lexicon import phrases
from jats.citations.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Reading:
    """The likeliest label of each word, the model's belief in each, and in all of them together (0 to 1)."""

    labels: list[str]
    beliefs: list[float]
    whole: float


class Tagger:
    """A trained model in memory."""

    def __init__(self, path: str, known: Phrases) -> None:
        import pycrfsuite  # type: ignore[import-untyped]

        self._crf: Any = pycrfsuite.Tagger()
        self._crf.open(path)
        self._known = known

    def read(self, tokens: Tokens) -> Reading:
        """The labels of a reference's words."""
        if not tokens.words:
            return Reading([], [], 1.0)
        crf = self._crf
        crf.set(features_of(tokens, self._known))
        labels: list[str] = crf.tag()
        beliefs = [crf.marginal(label, i) for i, label in enumerate(labels)]
        return Reading(labels, beliefs, crf.probability(labels))


@cache
def shipped() -> Tagger:
    """The model that comes with the package."""
    with as_file(files("jats.data.citations") / "model.crf") as path:
        return Tagger(str(path), phrases())
