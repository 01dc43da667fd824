"""Whatever the model accepts, the JSON Schema accepts."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from jats.model.json_schema import FILES, json_schema
from tests.examples import examples
from tests.model.schema_cases import BROKEN, GOOD
from tests.strategies import article_data, issue_data, journal_data

DATA = {"article": article_data(), "journal": journal_data(), "issue": issue_data()}
SOME = examples(25, *HealthCheck)

ODD_VALUES: tuple[Any, ...] = (
    "", "x", "a, b", "no", "2023", "10.5555/x", 0, 13, 1.5, True, False, None, [], {}, ["x"], [["x"]], [{}], {"": "x"},
    {"en": "x"}, {"en": ["x", "y"]}, {"en": {"text": "x"}}, {"text": "x"}, {"name": "x"}, {"type": "x"}, {"title": "x"},
    {"surname": "x"}, {"year": 2023}, {"electronic": 2023}, {"received": [2023, "2024"]}, {"terms": "x"}, [1, "x"],
)  # fmt: skip


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json_schema(kind))


@pytest.mark.slow
@pytest.mark.parametrize("kind", FILES)
def test_schemas_are_schemas_of_2020_12(kind: str) -> None:
    Draft202012Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize("kind", FILES)
def test_every_field_is_described(kind: str) -> None:
    missing = [path for path, field in fields(json_schema(kind), kind) if "description" not in field]
    assert missing == []


def fields(schema: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties" and isinstance(value, dict):
                yield from ((f"{path}/{name}", field) for name, field in value.items())
            yield from fields(value, f"{path}/{key}")
    elif isinstance(schema, list):
        for index, item in enumerate(schema):
            yield from fields(item, f"{path}/{index}")


@pytest.mark.slow
@pytest.mark.parametrize("kind", FILES)
@SOME
@given(st.data())
def test_what_is_drawn_is_accepted(kind: str, drawn: st.DataObject) -> None:
    data = drawn.draw(DATA[kind])
    FILES[kind].model_validate(data)
    validator(kind).validate(data)


@pytest.mark.parametrize("kind", FILES)
@SOME
@given(st.data())
def test_what_the_model_accepts_of_odd_data_is_accepted(kind: str, drawn: st.DataObject) -> None:
    changed = copy.deepcopy(drawn.draw(DATA[kind]))
    way = drawn.draw(st.sampled_from(list(ways(changed))))
    put(changed, way, drawn.draw(st.sampled_from(ODD_VALUES)))
    try:
        FILES[kind].model_validate(changed)
    except ValidationError:
        assume(False)
    validator(kind).validate(changed)


def ways(data: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if way:
        yield way
    if isinstance(data, dict):
        for key, value in data.items():
            yield from ways(value, (*way, key))
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from ways(item, (*way, index))
    if not way:
        yield ("title",)


def put(data: Any, way: tuple[Any, ...], value: Any) -> None:
    for step in way[:-1]:
        data = data[step]
    data[way[-1]] = copy.deepcopy(value)


def test_every_field_with_every_odd_value_is_judged_alike_or_more_kindly() -> None:
    for kind, model in FILES.items():
        for name in model.model_fields:
            for value in ODD_VALUES:
                try:
                    model.model_validate({name: value})
                except ValidationError:
                    continue
                assert validator(kind).is_valid({name: value}), (kind, name, value)


@pytest.mark.parametrize(
    "data",
    [
        {"titel": "Tides"},
        {"title": {"english": "Tides"}},
        {"authors": [{"name": "Roe, Jane", "orcd": "0000-0002-1825-0097"}]},
        {"authors": [{"name": "Roe, Jane", "corresponding": "main"}]},
        {"references": [{"titel": "Tides"}]},
        {"volume": [13]},
        {"journal": {"name": "Journal of Tides"}},
        {"keywords": {"en": {"trms": "x"}}},
        {"format": 2},
    ],
)
def test_the_schema_refuses_what_an_editor_should_see_at_once(data: Any) -> None:
    assert not validator("article").is_valid(data)


def test_there_are_a_hundred_files_of_each_kind() -> None:
    assert len(GOOD) >= 100
    assert len(BROKEN) >= 100


@pytest.mark.parametrize("data", GOOD, ids=str)
def test_a_good_file_passes_the_model_and_the_schema(data: Any) -> None:
    FILES["article"].model_validate(data)
    validator("article").validate(data)


@pytest.mark.parametrize("data", BROKEN, ids=str)
def test_a_broken_file_fails_the_model_and_the_schema(data: Any) -> None:
    with pytest.raises(ValidationError):
        FILES["article"].model_validate(data)
    assert not validator("article").is_valid(data)
