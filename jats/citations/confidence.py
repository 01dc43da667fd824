"""How sure a reading is as a whole: the share of such readings that are wholly right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files

from jats.citations.tagger import Reading

_WEIGHTS = files("jats.data.citations") / "confidence.txt"
_LEAST = 1e-6


def signs_of(reading: Reading, labels: AbstractSet[str], kind: str, changed: bool) -> list[float]:
    """What speaks for and against a reading, in the order of confidence.txt; `changed`: labels contradicted the form."""
    least = min(reading.beliefs, default=1.0)
    outside = sum(label == "O" for label in reading.labels) / max(len(reading.labels), 1)
    return [
        1.0,
        math.log(max(reading.whole, _LEAST)),
        math.log(max(least, _LEAST)),
        sum(belief < 0.9 for belief in reading.beliefs) / 5,
        float(kind == "journal"),
        float(not labels & {"author_surname", "collab", "editor_surname"}),
        float("year" not in labels),
        float(not labels & {"article_title", "chapter_title", "source"}),
        float("source" not in labels),
        outside,
        float(changed),
    ]


@cache
def _weights() -> tuple[float, ...]:
    lines = _WEIGHTS.read_text(encoding="utf-8").splitlines()
    return tuple(float(line.split()[0]) for line in lines if line and not line.startswith("#"))


def confidence_of(signs: Sequence[float]) -> float:
    """From 0 to 1; 0 for a text in which nothing was found."""
    total = sum(weight * sign for weight, sign in zip(_weights(), signs, strict=True))
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))
