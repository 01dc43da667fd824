from __future__ import annotations

from typing import Any

import pytest

from jats.elements.build import At
from jats.elements.issue import write_issue
from jats.model.article import Article

from .writing import lost, start, xml


def issue(data: dict[str, Any], at: At) -> str:
    return xml(write_issue(Article.model_validate(data), at))


def test_volume_issue_and_pages() -> None:
    assert issue({"volume": 13, "issue": "010", "pages": "8–14"}, start()) == (
        "<volume>13</volume><issue>010</issue><fpage>8</fpage><lpage>14</lpage>"
    )


def test_title_of_the_issue_in_each_language() -> None:
    assert issue({"issue_title": {"uk": "Вода", "en": "Water"}}, start(language="uk")) == (
        '<issue-title>Вода</issue-title><issue-title xml:lang="en">Water</issue-title>'
    )


def test_several_runs_of_pages_have_the_first_and_last_of_all() -> None:
    made = issue({"pages": "8-11, 14-19"}, start())
    assert made == "<fpage>8</fpage><lpage>19</lpage><page-range>8-11, 14-19</page-range>"


@pytest.mark.parametrize(
    ("variant", "expected", "told"),
    [
        ("archiving-1.3-mathml3", "<page-range>8-11, 14</page-range>", []),
        (
            "publishing-1.3-mathml3",
            "<fpage>8</fpage><page-range>8-11, 14</page-range>",
            [("page-range without fpage", "article-meta", "after 8, its first page, as fpage")],
        ),
    ],
)
def test_range_alone_gets_its_first_page_where_one_is_wanted(variant: str, expected: str, told: list[Any]) -> None:
    at = start(variant)
    assert issue({"pages": {"range": "8-11, 14"}}, at) == expected
    assert lost(at) == told


def test_number_of_the_article_in_place_of_pages() -> None:
    assert issue({"elocation_id": "e12"}, start()) == "<elocation-id>e12</elocation-id>"


def test_number_beside_pages_is_set_aside() -> None:
    at = start()
    assert issue({"elocation_id": "e12", "pages": "1-9"}, at) == "<fpage>1</fpage><lpage>9</lpage>"
    assert at.writing.aside == [(("elocation_id",), "e12")]
    assert lost(at) == [("elocation-id beside pages", "article-meta", "as custom-meta")]
