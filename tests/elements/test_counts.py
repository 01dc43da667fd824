from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from jats.elements.build import Cursor
from jats.elements.counts import count_pages, write_counts
from jats.model.article import Article
from jats.model.references import Pages
from tests.elements.writing import lost, start, xml

REFERENCES = ["Roe J. Tides. 2020.", "Doe J. Salt. 2021."]


def counts(data: Any, at: Cursor, **article: Any) -> str:
    return xml(write_counts(Article.model_validate({"counts": data, **article}), at / "counts"))


def test_what_the_article_says_itself_is_counted() -> None:
    assert counts("yes", start(), pages="8-14", references=REFERENCES) == (
        '<counts><ref-count count="2"/><page-count count="7"/></counts>'
    )


@pytest.mark.parametrize("data", ["no", None])
def test_nobody_who_does_not_ask_gets_counts(data: Any) -> None:
    assert counts(data, start(), pages="8-14") == ""


def test_given_numbers_stand_beside_those_counted_or_in_their_place() -> None:
    data = {"figures": 3, "tables": "1", "equations": 4, "words": 5120, "pages": 9, "other": {"supplements": 2}}
    assert counts(data, start(), pages="8-14", references=REFERENCES) == (
        '<counts><count count-type="supplements" count="2"/><fig-count count="3"/><table-count count="1"/>'
        '<equation-count count="4"/><ref-count count="2"/><page-count count="9"/><word-count count="5120"/></counts>'
    )


@pytest.mark.parametrize(
    ("pages", "number"),
    [
        ("8-14", "7"),
        ("8-11, 14-19", "10"),
        ("8-11; 14", "5"),
        ("e12", None),
        ("7", None),
        ("xii-xv", None),
        ({"first": "14", "last": "8"}, None),
    ],
)
def test_pages_are_counted_where_they_run_in_figures(pages: str, number: str | None) -> None:
    assert count_pages(Pages.model_validate(pages)) == number


def test_authoring_has_no_counts() -> None:
    at = start("authoring-1.3-mathml3")
    assert counts({"figures": 3}, at, references=REFERENCES) == ""
    assert lost(at) == [("counts", "article-meta", None)]


@pytest.mark.parametrize("data", [{"figures": "many"}, {"figures": -1}, {"figures": 1.5}, {"other": {"maps": "two"}}])
def test_count_that_is_no_whole_number_is_refused(data: Any) -> None:
    with pytest.raises(ValidationError):
        Article.model_validate({"counts": data})
