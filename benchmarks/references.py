"""Measures how well and how fast references are parsed: `python -m benchmarks.references --refs ../shared/refs`.

The labelled references of the `dev` part are of journals that no training reference came from. Figures of other parsers, for
comparison: AnyStyle 1.6 as shipped, run on such references, had F1 0.893, 51 % wholly right, 382 references a second.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from jats.citations.parse import ParsedReference, parse
from jats.citations.scoring import Score
from jats.citations.tagger import Tagger, load_tagger, shipped
from tests.citations.hand_made import hand_made
from training.corpus import read_labelled
from training.data import held_out

_SURE = 0.9
_SLOW = 0.05
"""Seconds that no line may take."""
_BARS = {"publisher": " (bars 0.94 and 0.75)", "journal": ""}
_PART, _ROUNDS = 40, 5
_SIGNS = "aZя中ك0 9.,;:()[]«»“”\"'/-–—&\u00a0\u200b\u0301\n"

Cases = Iterable[tuple[str, str, Mapping[str, object]]]
"""Group, text, expected fields."""


def measure(cases: Cases, tagger: Tagger) -> tuple[Score, dict[str, Score], list[tuple[float, bool]]]:
    """The score of all, of each group, and the confidence of each reference with whether it was right."""
    total, confidences = Score(), []
    groups: dict[str, Score] = defaultdict(Score)
    for group, text, expected in cases:
        parsed = parse(text, tagger)
        right = total.add(expected, parsed.fields)
        groups[group].add(expected, parsed.fields)
        confidences.append((parsed.confidence, right))
    return total, dict(groups), confidences


def show(name: str, cases: Cases, tagger: Tagger) -> None:
    """Print one table."""
    total, groups, confidences = measure(cases, tagger)
    _print(f"{name}: {total.references} references, F1 {total.micro:.4f}, wholly right {total.share_whole:.3f}")
    _print("  " + ", ".join(f"{unit} {total.of(unit):.3f}" for unit in sorted(total.wanted)))
    for group, score in sorted(groups.items()):
        _print(f"  {group}: {score.references}, F1 {score.micro:.3f}, wholly right {score.share_whole:.2f}")
    sure = [right for confidence, right in confidences if confidence >= _SURE]
    if sure:
        _print(
            f"  confidence >= {_SURE}: {len(sure) / len(confidences):.3f} of them, {sum(sure) / len(sure):.3f} right"
        )


def blind(refs: Path, tagger: Tagger) -> None:
    """The journals that a model of `training.train --hold-out` has not seen, by what is unseen: the publisher, or the journal."""
    every = [one for one in read_labelled(refs) if one.clean]
    for why in ("publisher", "journal"):
        kept = [one for one in every if held_out().get(one.group) == why]
        name = f"unseen {why}s{_BARS[why]}"
        show(name, ((one.group, one.text, one.fields) for one in kept), tagger)
        show(name, ((one.type, one.text, one.fields) for one in kept), tagger)
        show(name, ((one.lang, one.text, one.fields) for one in kept), tagger)


def speed(texts: list[str], tagger: Tagger) -> None:
    """References a second of one core, by the processor's time: the fastest of some rounds of each small part.

    Other programs that run at the same time slow a core down, and not evenly.
    """
    took = 0.0
    for start in range(0, len(texts), _PART):
        took += min(_time_of(texts[start : start + _PART], tagger) for _ in range(_ROUNDS))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    _print(f"speed: {len(texts) / took:.0f} references a second; memory of the process {memory:.0f} MB")


def _time_of(texts: list[str], tagger: Tagger) -> float:
    start = time.process_time()
    for text in texts:
        parse(text, tagger)
    return time.process_time() - start


def loading() -> None:
    """Seconds from the import of the parser's model to the first reference read."""
    start = time.process_time()
    tagger = shipped()
    parse("Roe, J. (2021). Tides. Journal of Tides, 1, 2–3.", tagger)
    _print(f"loading: {time.process_time() - start:.3f} s")


def fuzz(texts: list[str], number: int, tagger: Tagger) -> None:
    """Random and mutated lines: none may fail, be slow, or change its text."""
    rng = random.Random(1)  # noqa: S311 - a test needs no secrets
    slowest = 0.0
    for i in range(number):
        text = _random(rng) if i % 2 else _mutated(rng.choice(texts), rng)
        parsed, took = _timed(text, tagger)
        if took > _SLOW:  # a busy machine may be at fault: once more
            took = min(took, _timed(text, tagger)[1])
        slowest = max(slowest, took)
        _check(text, parsed)
    _print(f"fuzz: {number} lines, slowest {slowest * 1000:.1f} ms (bar {_SLOW * 1000:.0f} ms)")


def _timed(text: str, tagger: Tagger) -> tuple[ParsedReference, float]:
    start = time.process_time()
    parsed = parse(text, tagger)
    return parsed, time.process_time() - start


def _check(text: str, parsed: ParsedReference) -> None:
    ends = 0
    for span in parsed.spans:
        if not ends <= span.start < span.end <= len(text):
            raise AssertionError(f"spans of {text!r} are out of order")
        ends = span.end
    if parsed.text != text:
        raise AssertionError(f"{text!r} was changed")


def _random(rng: random.Random) -> str:
    return "".join(rng.choice(_SIGNS) for _ in range(rng.randint(0, 300)))


def _mutated(text: str, rng: random.Random) -> str:
    signs = list(text)
    for _ in range(rng.randint(1, 12)):
        place = rng.randrange(len(signs) + 1)
        way = rng.randrange(3)
        if way == 0:
            signs.insert(place, rng.choice(_SIGNS))
        elif way == 1:
            del signs[place : place + rng.randint(1, 9)]
        else:
            signs[place:place] = signs[: rng.randint(0, 40)]
    return "".join(signs)


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--refs", type=Path, required=True)
    parser.add_argument("--model", type=Path, help="folder that training.train wrote; the shipped model without it")
    parser.add_argument(
        "--blind", type=Path, help="folder that training.train --hold-out wrote: measure unseen publishers, too"
    )
    parser.add_argument("--fuzz", type=int, default=100_000, help="number of random and mutated lines")
    options = parser.parse_args(arguments)
    loading()
    tagger = shipped()
    if options.model:
        tagger = load_tagger(options.model)
    dev = [one for one in read_labelled(options.refs) if one.origin == "dev" and one.clean]
    show(
        "unseen journals (bars 0.970 and 0.87), by journal", ((one.group, one.text, one.fields) for one in dev), tagger
    )
    show("unseen journals, by type", ((one.type, one.text, one.fields) for one in dev), tagger)
    show("unseen journals, by language", ((one.lang, one.text, one.fields) for one in dev), tagger)
    show("written by hand", ((one.style, one.text, one.fields) for one in hand_made()), tagger)
    show(
        "books and more, written by hand", ((one.style, one.text, one.fields) for one in hand_made("books.txt")), tagger
    )
    if options.blind:
        blind(options.refs, load_tagger(options.blind))
    texts = [one.text for one in read_labelled(options.refs)]
    speed(texts[::4], tagger)
    fuzz(texts, options.fuzz, tagger)


if __name__ == "__main__":
    main(sys.argv[1:])
