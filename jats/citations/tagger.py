"""The model: which label each word has, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Any

from jats.citations.features import FeatureMaker, Phrases
from jats.citations.lexicon import read_phrases
from jats.citations.tokens import Tokens

_TITLES = frozenset(("title", "source"))


@dataclass(frozen=True, slots=True)
class Reading:
    """The likeliest label of each word, the model's belief in each, and in all of them together (0 to 1)."""

    labels: list[str]
    beliefs: list[float]
    whole: float


class Tagger:
    """A trained model in memory, with the names that it knows and the features that it has a weight for."""

    def __init__(self, path: str, known: Phrases, weighted: Mapping[str, bytes] | None = None) -> None:
        import pycrfsuite  # type: ignore[import-untyped]

        self._crf: Any = pycrfsuite.Tagger()
        self._crf.open(path)
        self._features = FeatureMaker(known, weighted)

    def read(self, tokens: Tokens) -> Reading:
        """The labels of a reference's words."""
        if not tokens.words:
            return Reading([], [], 1.0)
        crf = self._crf
        crf.set(self._features.of(tokens))
        labels: list[str] = crf.tag()
        beliefs = [crf.marginal(label, i) for i, label in enumerate(labels)]
        whole = crf.probability(labels)
        titles = _TITLES.intersection(labels)
        if (
            len(titles) == 1
        ):  # the kind of the work says later what the one title is, so the model need not be sure of that
            (title,) = titles
            (other,) = _TITLES - titles
            whole += crf.probability([other if label == title else label for label in labels])
            for i, label in enumerate(labels):
                if label == title:
                    beliefs[i] += crf.marginal(other, i)
        return Reading(labels, beliefs, whole)


def load_tagger(folder: Traversable) -> Tagger:
    """The model of a folder that `training.train` wrote."""
    known = read_phrases((folder / "phrases.txt").read_text(encoding="utf-8"))
    names = (folder / "features.txt").read_bytes()
    weighted = dict(zip(names.decode().split("\n"), names.split(b"\n"), strict=True))
    with as_file(folder / "model.crf") as path:
        return Tagger(str(path), known, weighted)


@cache
def shipped() -> Tagger:
    """The model that comes with the package."""
    return load_tagger(files("jats.data.citations"))
