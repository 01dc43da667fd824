"""Every field of the model and every element of a rule is made long, in the worst shapes, or many, and takes linear time.

`just hunt` tries every shape with every field, other runs each field with two. Larger ones are benchmarks/growing.py's.
"""

from __future__ import annotations

import json
from functools import partial

import pytest

import jats
from jats.rules.engine.context import RuleContext
from jats.rules.engine.registry import Rule, load_rules
from tests.examples import sample
from tests.growing import SHAPES, lists, texts
from tests.growing_cases import CHECK, DAY, KEYS, LONG, MANY, RUNS, Case, long_fields, long_keys, many_items, many_keys
from tests.growing_examples import examples_many_times
from tests.growing_rules import ask, document
from tests.linear import stays_quick

PARTS = 12
"""The number of tests that the fields and the rules are divided among."""

NAMES = list(SHAPES)


def slow(cases: list[Case]) -> list[str]:
    return [case.name for case in cases if not stays_quick(case.run, case.make, case.most)]


def test_the_fields_and_keys_are_those_of_the_model_and_the_rules() -> None:
    names = {field.name.partition(".")[0] for field in [*texts(), *lists()]}
    assert {"title", "authors", "references", "journal", "appendices"} <= names
    assert len(texts()) > 500
    assert len(lists()) > 300
    assert len(KEYS) > 250


@pytest.mark.slow
@pytest.mark.drawn
@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("part", range(PARTS))
def test_a_long_text_in_a_field_takes_linear_time(run: str, part: int) -> None:
    assert slow(list(sample(list(long_fields(run))))[part::PARTS]) == []


@pytest.mark.slow
@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("part", range(PARTS))
def test_many_items_in_a_field_take_linear_time(run: str, part: int) -> None:
    assert slow(list(many_items(run))[part::PARTS]) == []


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_a_long_text_that_a_rule_reads_takes_linear_time(part: int) -> None:
    assert slow(list(long_keys())[part::PARTS]) == []


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_many_elements_that_a_rule_reads_take_linear_time(part: int) -> None:
    assert slow(list(many_keys())[part::PARTS]) == []


@pytest.mark.slow
@pytest.mark.drawn
@pytest.mark.parametrize("part", range(PARTS))
def test_no_message_grows_with_the_file(part: int) -> None:
    cases = [*long_fields("check"), *many_items("check"), *long_keys(), *many_keys()]
    found = {
        (finding.code, case.name)
        for case in list(sample(cases))[part::PARTS]
        for finding in jats.check(case.make(case.most // 5), CHECK, DAY).findings
        if len(finding.message) > 1_100
    }
    assert found == set()


def rules_at(key: str) -> list[Rule]:
    return [rule for rule in load_rules() if key in rule.on]


def long_at(key: str, shape: str, size: int) -> RuleContext:
    return document(key, 1, SHAPES[shape](size))


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_each_rule_alone_judges_long_texts_and_many_elements_in_linear_time(part: int) -> None:
    """Without the schema's findings, which take the most time of a whole check."""
    found = []
    for at, key in list(enumerate(KEYS))[part::PARTS]:
        many = partial(document, key, text="a")
        found += [(rule.code, key, "many") for rule in rules_at(key) if not stays_quick(partial(ask, rule), many, MANY)]
        for shape in (NAMES[at % len(NAMES)], NAMES[(at * 7 + 5) % len(NAMES)]):
            long = partial(long_at, key, shape)
            found += [
                (rule.code, key, shape) for rule in rules_at(key) if not stays_quick(partial(ask, rule), long, LONG)
            ]
    assert found == []


@pytest.mark.slow
@pytest.mark.drawn
@pytest.mark.parametrize("part", range(PARTS))
def test_what_an_example_of_a_rule_is_about_is_judged_in_linear_time_many_times(part: int) -> None:
    assert slow(list(sample(list(examples_many_times())))[part::PARTS]) == []


@pytest.mark.slow
@pytest.mark.parametrize("value", ["a\x01b", "\0", "a\ufffeb", "\ud800", "\x85\u2028", "9" * 5_000, "²"])
def test_an_odd_character_in_any_field_is_a_finding_or_text(value: str) -> None:
    for field in texts():
        jats.build(field.make("VALUE").replace(b"VALUE", json.dumps(value)[1:-1].encode()))
