"""Makes the model: `python -m training.train --refs ../shared/refs --page ../shared/seed/page.txt --to jats/data/citations`.

The same files give the same model. `--parts train` leaves the journals of the `dev` part out, to measure with.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pycrfsuite  # type: ignore[import-untyped]

from jats.citations.features import FeatureMaker
from jats.citations.tagger import Tagger
from jats.citations.tokens import tokens_of
from training.chunks import examples_from
from training.corpus import read_anystyle, read_grobid
from training.data import Sources, held_out, rare_words, read_parts, training_examples, without
from training.examples import Example, labels_of
from training.phrases import Elsewhere, Seen, listed, phrases_in

_SETTINGS = {"c1": 0.3, "c2": 0.02, "feature.minfreq": 3, "feature.possible_transitions": False}
_LEAST_WEIGHT = 0.1
"""Features of which all weights are smaller change hardly any reading, and take time."""
_FIRST_ITERATIONS = 40
"""Enough to tell surnames from given names."""


def train(examples: Iterable[Example], seen: Seen, to: Path, iterations: int) -> None:
    """Write the model that the examples make; each sees only the phrases that other journals hold."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    elsewhere = Elsewhere(seen)
    maker = FeatureMaker(elsewhere)
    for example in examples:
        tokens = tokens_of(example.text)
        if tokens.words:
            elsewhere.group = example.group
            trainer.append(maker.of(tokens), labels_of(example, tokens))
    trainer.set_params(_SETTINGS | {"max_iterations": iterations})
    trainer.train(str(to))


def weighted_features(model: Path) -> bytes:
    """The names of the features whose weights matter, sorted, one a line; a line's end is in none."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    names = {
        attribute for (attribute, _), weight in tagger.info().state_features.items() if abs(weight) > _LEAST_WEIGHT
    }
    return b"\n".join(sorted(name.encode() for name in names if "\n" not in name))


def all_examples(sources: Sources, folder: Path) -> list[Example]:
    """Everything: the finely labelled references, and the coarse ones with names told apart by a first model."""
    labelled = read_parts(sources)
    first = folder / "first.crf"
    train(labelled, {}, first, _FIRST_ITERATIONS)
    tagger = Tagger(str(first), {})
    coarse = [
        *examples_from(read_anystyle(sources.refs), "anystyle", tagger),
        *examples_from(read_grobid(sources.refs), "grobid", tagger),
    ]
    return [*training_examples(sources, labelled), *without(coarse, rare_words(sources.page, labelled))]


def main(arguments: list[str]) -> None:
    """Train with the options of the command line."""
    options = _options(arguments)
    sources = Sources(
        options.refs,
        options.page.read_text(encoding="utf-8"),
        frozenset(options.parts.split(",")),
        options.invented,
        frozenset(held_out()) if options.hold_out else frozenset(),
    )
    options.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        examples = all_examples(sources, Path(folder))
    seen = phrases_in(examples)
    lines = listed(seen)
    (options.to / "phrases.txt").write_text("\n".join(["# Made by training/train.py.", *lines, ""]), encoding="utf-8")
    train(examples, seen, options.to / "model.crf", options.iterations)
    (options.to / "features.txt").write_bytes(weighted_features(options.to / "model.crf"))


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--refs", type=Path, required=True, help="folder with labelled references")
    parser.add_argument("--page", type=Path, required=True, help="a page whose rare words no training text may hold")
    parser.add_argument("--to", type=Path, required=True, help="folder for model.crf, phrases.txt and features.txt")
    parser.add_argument("--parts", default="train", help="parts of labelled.jsonl: train, or train,dev")
    parser.add_argument("--hold-out", action="store_true", help="leave the journals of held_out.txt out, too")
    parser.add_argument("--invented", type=int, default=17000, help="number of invented references")
    parser.add_argument("--iterations", type=int, default=90)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
