from __future__ import annotations

from typing import Any

import pytest

from jats.elements.article import write_article
from jats.elements.required import missing
from jats.model.article import Article
from tests.elements.writing import start

WHOLE = {
    "journal": {"ids": {"publisher-id": "w"}, "issn": "2520-6524"},
    "title": "Water",
    "authors": ["A, B"],
    "published": "2023",
    "abstract": "On water.",
}


def lacks(data: dict[str, Any], variant: str = "publishing-1.3-mathml3") -> list[tuple[str, str]]:
    context = start(variant).context
    return [(one.field, one.message) for one in missing(write_article(Article.model_validate(data), context), context)]


def without(*names: str) -> dict[str, Any]:
    return {name: value for name, value in WHOLE.items() if name not in names}


def test_whole_article_lacks_nothing() -> None:
    assert lacks(WHOLE) == []


def test_fields_are_named_with_what_the_variant_wants() -> None:
    assert lacks({**WHOLE, "journal": {"ids": {"publisher-id": "w"}}}) == [
        ("journal.issn", "is missing: write issn: {electronic: 1234-5679}, with the journal's own number")
    ]


def test_without_a_journal_its_issn_is_asked_for() -> None:
    assert [field for field, _ in lacks(without("journal"))] == ["journal.issn"]


@pytest.mark.parametrize(
    ("variant", "left_out", "fields"),
    [
        ("publishing-1.1-mathml3", "published", ["published"]),
        ("publishing-1.2-mathml3", "published", []),
        ("publishing-1.4-mathml3", "title", ["title"]),
        ("archiving-1.0-mathml2", "title", []),
        ("authoring-1.0-mathml2", "title", ["title"]),
        ("authoring-1.3-mathml3", "authors", ["authors"]),
        ("authoring-1.4-mathml3", "abstract", ["abstract"]),
        ("publishing-1.3-mathml3", "abstract", []),
    ],
)
def test_each_variant_has_its_own_wants(variant: str, left_out: str, fields: list[str]) -> None:
    assert [field for field, _ in lacks(without(left_out), variant)] == fields


def test_everything_that_is_missing_is_named_at_once() -> None:
    assert [field for field, _ in lacks({}, "publishing-1.0-mathml2")] == [
        "journal.issn",
        "title",
        "published",
    ]


def test_pointer_to_nothing_is_named_too() -> None:
    given = {**WHOLE, "authors": [{"name": "A, B", "affiliations": ["z"]}]}
    assert lacks(given) == [("authors[1].affiliations[1]", "no affiliation has the id 'z'; known: none is listed")]
