"""Making a journal's model out of corrected references: an averaged perceptron, measured on references that it has not seen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jats.citations.adapted import AdaptedTagger, Labelled, Reads, Weights, corrected, features_at
from jats.citations.corrections import Corrected
from jats.citations.labels import labels_of_spans
from jats.citations.parse import parse
from jats.citations.scoring import Score
from jats.citations.tokens import tokens_of

_ROUNDS = 6
_LEAST_SEEN = 3
_FOLDS = 5
_MOST_FEATURES = 60_000
_LEAST_WEIGHT = 0.05


@dataclass(frozen=True, slots=True)
class Figures:
    """How well references are read: the F1 over all fields, and the share that is wholly right."""

    fields: float
    whole: float

    def __str__(self) -> str:
        """In per cent."""
        return f"{self.fields:.1%} of fields, {self.whole:.1%} of references wholly right"


@dataclass(frozen=True, slots=True)
class Adaptation:
    """A journal's model with its figures: before, and after on references that were held back from training."""

    weights: Weights
    before: Figures
    after: Figures

    @property
    def is_better(self) -> bool:
        """Whether the model reads what it has not seen better than the shipped one."""
        return (self.after.fields, self.after.whole) > (self.before.fields, self.before.whole)


def adapt(references: Sequence[Corrected], base: Reads, seen: Callable[[int], None] = lambda _: None) -> Adaptation:
    """The model of all references, and figures of models that were each trained without a fifth of them and read that fifth."""
    labelled = [_labelled(one, base) for one in references]
    before, after = Score(), Score()
    folds = min(_FOLDS, len(references))
    for fold in range(folds):
        weights = train([one for number, one in enumerate(labelled) if number % folds != fold])
        tagger = AdaptedTagger(weights, base)
        for one in references[fold::folds]:
            before.add(one.fields, parse(one.text, base).fields)
            after.add(one.fields, parse(one.text, tagger).fields)
        seen(fold + 1)
    return Adaptation(train(labelled), _figures(before), _figures(after))


def _figures(score: Score) -> Figures:
    return Figures(score.micro, score.share_whole)


def _labelled(one: Corrected, base: Reads) -> Labelled:
    tokens = tokens_of(one.text)
    return tokens, base.read(tokens), labels_of_spans(one.spans, tokens)


def train(references: Sequence[Labelled]) -> Weights:
    """The averaged weights after some rounds over the references, in their order."""
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    totals: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    step = 1
    known = _usual(references)
    for _ in range(_ROUNDS):
        for tokens, reading, right in references:
            _learn(weights, totals, step, (tokens, reading, right), known)
            step += 1
    return _averaged(weights, totals, step)


def _usual(references: Sequence[Labelled]) -> frozenset[str]:
    """What is seen in more than one reference: a thing that was seen once says nothing of the next list."""
    counts: Counter[str] = Counter()
    for tokens, reading, right in references:
        seen = {
            feature for i in range(len(right)) for feature in features_at(tokens, reading, i, right[i - 1] if i else "")
        }
        counts.update(seen)
    least = min(_LEAST_SEEN, max(1, len(references) // 4))
    return frozenset(feature for feature, number in counts.items() if number >= least)


def _learn(
    weights: dict[str, dict[str, float]],
    totals: dict[str, dict[str, float]],
    step: int,
    one: Labelled,
    known: frozenset[str],
) -> None:
    """Words that are read wrongly move the weights of what was seen at them."""
    tokens, reading, right = one
    guessed = corrected(tokens, reading, weights)
    for i, (guess, wanted) in enumerate(zip(guessed, right, strict=True)):
        if guess == wanted:
            continue
        for feature in known.intersection(features_at(tokens, reading, i, guessed[i - 1] if i else "")):
            for label, change in ((wanted, 1.0), (guess, -1.0)):
                weights[feature][label] += change
                totals[feature][label] += step * change


def _averaged(weights: dict[str, dict[str, float]], totals: dict[str, dict[str, float]], step: int) -> Weights:
    averaged: dict[str, dict[str, float]] = {}
    for feature, row in weights.items():
        kept = {label: round(value - totals[feature][label] / step, 3) for label, value in row.items()}
        kept = {label: value for label, value in kept.items() if abs(value) >= _LEAST_WEIGHT}
        if kept:
            averaged[feature] = kept
    heaviest = sorted(averaged, key=lambda feature: (-max(map(abs, averaged[feature].values())), feature))
    return {feature: averaged[feature] for feature in heaviest[:_MOST_FEATURES]}
