"""Every field of the model and every element of a rule is made long, in the worst shapes, or many, and takes linear time."""

from __future__ import annotations

import json
from functools import cache, partial

import pytest

import jats
from jats.rules.engine.context import RuleContext
from jats.rules.engine.registry import Rule, load_rules
from tests.growing import SHAPES, Grown, lists, texts
from tests.growing_rules import ask, document
from tests.linear import stays_quick

LONG, MANY = 15_000, 1_500
PARTS = 12
"""The number of tests that the fields and the rules are divided among."""

NAMES = list(SHAPES)
KEYS = sorted({key for rule in load_rules() for key in rule.on})


def shapes(at: int) -> list[str]:
    """Two shapes for a field or key: each shape is tried with many of them."""
    return [NAMES[at % len(NAMES)], NAMES[(at * 7 + 5) % len(NAMES)]]


@cache
def fields() -> list[Grown]:
    return texts()


def grown(field: Grown, shape: str, size: int) -> bytes:
    return field.make(SHAPES[shape](size))


def long_at(key: str, shape: str, size: int) -> RuleContext:
    return document(key, 1, SHAPES[shape](size))


def test_the_fields_and_keys_are_those_of_the_model_and_the_rules() -> None:
    names = {field.name.partition(".")[0] for field in [*texts(), *lists()]}
    assert {"title", "authors", "references", "journal", "appendices"} <= names
    assert len(texts()) > 500
    assert len(KEYS) > 250


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_a_long_text_in_a_field_is_built_in_linear_time(part: int) -> None:
    slow = [
        (field.name, shape)
        for at, field in list(enumerate(fields()))[part::PARTS]
        for shape in shapes(at)
        if not stays_quick(jats.build, partial(grown, field, shape), LONG)
    ]
    assert slow == []


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_many_items_in_a_field_are_built_in_linear_time(part: int) -> None:
    top = [field for field in lists() if "." not in field.name.removesuffix(".*")]
    slow = [field.name for field in top[part::PARTS] if not stays_quick(jats.build, field.make, MANY)]
    assert slow == []


def rules_at(key: str) -> list[Rule]:
    return [rule for rule in load_rules() if key in rule.on]


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_rules_judge_long_texts_and_many_elements_in_linear_time(part: int) -> None:
    slow = []
    for at, key in list(enumerate(KEYS))[part::PARTS]:
        many = partial(document, key, text="a")
        slow += [(rule.code, key, "many") for rule in rules_at(key) if not stays_quick(partial(ask, rule), many, MANY)]
        for shape in shapes(at):
            long = partial(long_at, key, shape)
            slow += [
                (rule.code, key, shape) for rule in rules_at(key) if not stays_quick(partial(ask, rule), long, LONG)
            ]
    assert slow == []


@pytest.mark.slow
@pytest.mark.parametrize("value", ["a\x01b", "\0", "a\ufffeb", "\ud800", "\x85\u2028", "9" * 5_000, "²"])
def test_an_odd_character_in_any_field_is_a_finding_or_text(value: str) -> None:
    for field in fields():
        jats.build(field.make("VALUE").replace(b"VALUE", json.dumps(value)[1:-1].encode()))
