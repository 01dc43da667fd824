"""All that is made long or many, for building and for checking: a new field, list, rule or shape is tried without a new line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

import jats
from jats.rules.engine.registry import load_rules
from jats.rules.engine.targets import SERVICES
from tests.growing import SHAPES, Grown, Shape, lists, texts
from tests.growing_rules import markup

LONG, MANY = 15_000, 1_500
"""Characters of a text, and number of items or elements, that a case is tried with."""

KEYS = sorted({key for rule in load_rules() for key in rule.on})
CHECK = jats.Options(targets=SERVICES)
DAY = date(2026, 1, 1)

Make = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Case:
    """What is done with a file that grows: `make` gives it at a size, of which `most` is the largest."""

    name: str
    run: Callable[[bytes], object]
    make: Make
    most: int


def check(data: bytes) -> object:
    """Check a file with the rules of all services."""
    return jats.check(data, CHECK, DAY)


RUNS: dict[str, Callable[[bytes], object]] = {"build": jats.build, "check": check}


def long_fields(run: str) -> Iterator[Case]:
    """Each field with a long text of each shape; in every second the file is YAML, else JSON."""
    for at, field in enumerate(texts()):
        for name, shape in SHAPES.items():
            make = partial(_long_field, field, shape, at % 2 == 0)
            yield Case(f"{run}: {field.name}, long: {name}", RUNS[run], make, LONG)


def many_items(run: str) -> Iterator[Case]:
    """Each list and map with many items, all the same and all different."""
    for field in lists():
        yield Case(f"{run}: {field.name}, many that are equal", RUNS[run], field.equal, MANY)
        yield Case(f"{run}: {field.name}, many that differ", RUNS[run], field.different, MANY)


def long_keys() -> Iterator[Case]:
    """XML with each element or attribute that a rule reads, with a long text of each shape."""
    for key in KEYS:
        for name, shape in SHAPES.items():
            yield Case(f"check: {key}, long: {name}", check, partial(_long_key, key, shape), LONG)


def many_keys() -> Iterator[Case]:
    """XML with each element or attribute that a rule reads, many times, with equal and with different texts."""
    for key in KEYS:
        yield Case(f"check: {key}, many that are equal", check, partial(_equal_keys, key), MANY)
        yield Case(f"check: {key}, many that differ", check, partial(_different_keys, key), MANY)


def _long_field(field: Grown, shape: Shape, as_yaml: bool, number: int) -> bytes:
    return b"# YAML\n" * as_yaml + field.make(shape(number))


def _long_key(key: str, shape: Shape, number: int) -> bytes:
    return markup(key, [shape(number)])


def _equal_keys(key: str, number: int) -> bytes:
    return markup(key, ["a"] * number)


def _different_keys(key: str, number: int) -> bytes:
    return markup(key, [f"a{number * 100_000 + at}" for at in range(number)])
