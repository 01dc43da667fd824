"""Fits the weights of jats/citations/confidence.py: `python -m training.calibrate --refs DIR --model DIR --to FILE`.

The model must not have seen the references of the `dev` part. Weights are fitted on all of them; the figures that are printed
come from weights that were fitted on the other half of the journals.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Sequence
from pathlib import Path

from jats.citations.parse import read_with_signs
from jats.citations.scoring import Score
from jats.citations.tagger import Tagger, load_tagger
from training.corpus import read_labelled

_NAMES = (
    *("always", "log of the whole", "log of the least belief", "number of doubtful words", "journal article"),
    *("nobody named", "no year", "no title", "no source", "share of words without a field", "labels put right"),
)
_STEPS, _PENALTY = 12, 1e-3
_PRUDENCE = 0.3
"""Taken from the constant: readings of other people's lists are a little worse than those of ours."""

Row = tuple[str, list[float], bool]
"""Journal, signs, whether the reading is wholly right."""


def rows_of(refs: Path, tagger: Tagger) -> list[Row]:
    """The clean references of the `dev` part, read."""
    rows = []
    for example in read_labelled(refs):
        if example.origin == "dev" and example.clean:
            parsed, signs = read_with_signs(example.text, tagger)
            rows.append((example.group, signs, Score().add(example.fields, parsed.fields)))
    return rows


def fitted(rows: Sequence[Row]) -> list[float]:
    """Weights of a logistic regression, by Newton's method."""
    size = len(rows[0][1])
    weights = [0.0] * size
    for _ in range(_STEPS):
        slopes = [_PENALTY * weight for weight in weights]
        bends = [[_PENALTY * (i == k) for k in range(size)] for i in range(size)]
        for _, signs, right in rows:
            belief = _sigmoid(weights, signs)
            share = belief * (1 - belief) / len(rows)
            for i, sign in enumerate(signs):
                slopes[i] += (belief - right) * sign / len(rows)
                row = bends[i]
                for k in range(i + 1):
                    row[k] += share * sign * signs[k]
        weights = [weight - step for weight, step in zip(weights, _solved(bends, slopes), strict=True)]
    return [weights[0] - _PRUDENCE, *weights[1:]]


def _solved(lower: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a symmetric system of which the lower half is given, by elimination."""
    size = len(right)
    rows = [[lower[max(i, k)][min(i, k)] for k in range(size)] + [right[i]] for i in range(size)]
    for i in range(size):
        for k in range(i + 1, size):
            factor = rows[k][i] / rows[i][i]
            rows[k] = [one - factor * other for one, other in zip(rows[k], rows[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        known = sum(rows[i][k] * found[k] for k in range(i + 1, size))
        found[i] = (rows[i][size] - known) / rows[i][i]
    return found


def _sigmoid(weights: Sequence[float], signs: Sequence[float]) -> float:
    total = sum(weight * sign for weight, sign in zip(weights, signs, strict=True))
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))


def figures(rows: Sequence[Row]) -> tuple[float, float]:
    """Of references at 0.9 and above: their share of all, and the share of them that is right; halves fitted crosswise."""
    journals = sorted({journal for journal, _, _ in rows})
    halves = [set(journals[::2]), set(journals[1::2])]
    sure = right = 0
    for half in halves:
        weights = fitted([row for row in rows if row[0] not in half])
        for journal, signs, is_right in rows:
            if journal in half and _sigmoid(weights, signs) >= 0.9:
                sure += 1
                right += is_right
    return sure / len(rows), right / max(sure, 1)


def main(arguments: list[str]) -> None:
    """Fit with the options of the command line and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--refs", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True, help="folder that training.train wrote")
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args(arguments)
    rows = rows_of(options.refs, load_tagger(options.model))
    share, right = figures(rows)
    sys.stdout.write(f"confidence of 0.9 and above: {share:.3f} of the references, {right:.3f} of them wholly right\n")
    lines = [f"{weight:.4f} {name}" for weight, name in zip(fitted(rows), _NAMES, strict=True)]
    options.to.write_text("\n".join(["# Made by training/calibrate.py.", *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
