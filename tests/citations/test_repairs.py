"""The repairs after the model take any labels: a model may give each word any label."""

from __future__ import annotations

from random import Random

import pytest

from jats.citations.book_repair import repair_books
from jats.citations.labels import LABELS
from jats.citations.repair import repaired
from jats.citations.spans import spans_of
from jats.citations.tokens import Tokens, tokens_of
from tests.citations.hand_made import hand_made

_KINDS = sorted({*LABELS.values(), "O"})


def labelled_at_random(tokens: Tokens, random: Random) -> list[str]:
    """Runs of any label; half of the time of two labels only, so that each repair meets what it looks for."""
    known = random.sample(_KINDS, 3) if random.random() < 0.5 else _KINDS
    labels: list[str] = []
    while len(labels) < len(tokens.words):
        labels += [random.choice(known)] * random.choice((1, 1, 2, 5, 12))
    return labels[: len(tokens.words)]


@pytest.mark.parametrize("name", ["hand_made.txt", "books.txt", "seed_like.txt"])
def test_any_labels_are_taken(name: str) -> None:
    random = Random(1)  # noqa: S311 - a test needs no secrets
    for one in hand_made(name):
        tokens = tokens_of(one.text)
        for _ in range(20):
            labels = repaired(tokens, labelled_at_random(tokens, random))
            repair_books(tokens, labels)
            assert len(labels) == len(tokens.words)
            assert set(labels) <= set(_KINDS)
            spans_of(tokens, labels, [0.5] * len(labels))
