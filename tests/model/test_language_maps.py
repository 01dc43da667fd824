"""Maps by language tag, also where a tag is the name of a field too: `id` is Indonesian."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from jats.model.abstracts import Abstracts
from jats.model.keywords import Keywords


@pytest.mark.parametrize("tags", [("id",), ("id", "en"), ("uk", "en")])
def test_abstracts_by_language(tags: tuple[str, ...]) -> None:
    made = TypeAdapter(Abstracts).validate_python({tag: f"The text in {tag}" for tag in tags})
    assert [one.language for one in made] == list(tags)


@pytest.mark.parametrize("tags", [("id",), ("id", "en"), ("uk", "en")])
def test_keywords_by_language(tags: tuple[str, ...]) -> None:
    made = TypeAdapter(Keywords).validate_python({tag: ["tide", "salt"] for tag in tags})
    assert [one.language for one in made] == list(tags)


def test_a_field_beside_an_id_is_a_field() -> None:
    (made,) = TypeAdapter(Abstracts).validate_python({"id": "a1", "text": "The text"})
    assert made.id == "a1"
