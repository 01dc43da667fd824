from __future__ import annotations

from typing import Any

import pytest

from jats.elements.affiliations import gather_institutions
from jats.elements.build import Cursor
from jats.elements.issue import write_issue
from jats.elements.notes import gather_notes
from jats.elements.people import LinkTargets
from jats.model.article import Article
from tests.elements.writing import lost, start, xml


def issue(data: dict[str, Any], at: Cursor) -> str:
    article = Article.model_validate(data)
    return xml(write_issue(article, LinkTargets(gather_institutions(article, at), gather_notes(article, at)), at))


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
    assert at.context.aside == [(("elocation_id",), "e12")]
    assert lost(at) == [("elocation-id beside pages", "article-meta", "as custom-meta")]


def test_subtitle_of_the_issue_needs_a_group_which_came_with_1_3() -> None:
    data = {"issue_title": {"uk": "Вода", "en": "Water"}, "issue_subtitle": {"uk": "Доповіді", "en": "Papers"}}
    assert issue(data, start(language="uk")) == (
        "<issue-title-group><issue-title>Вода</issue-title><issue-subtitle>Доповіді</issue-subtitle>"
        '<trans-title-group xml:lang="en"><trans-title>Water</trans-title><trans-subtitle>Papers</trans-subtitle>'
        "</trans-title-group></issue-title-group>"
    )
    at = start("publishing-1.2-mathml3", "uk")
    assert issue(data, at).startswith("<issue-title>Вода</issue-title>")
    assert [value for _, value in at.context.aside] == ["Доповіді", "Papers"]


def test_sequence_stands_at_the_narrowest_place() -> None:
    assert issue({"issue": 2, "pages": "8", "sequence": 3}, start()) == '<issue>2</issue><fpage seq="3">8</fpage>'
    assert issue({"issue": 2, "elocation_id": "e8", "sequence": 3}, start()).endswith(
        '<elocation-id seq="3">e8</elocation-id>'
    )
    assert issue({"volume": 1, "issue": 2, "sequence": 3}, start()) == '<volume>1</volume><issue seq="3">2</issue>'


def test_other_issue_that_holds_the_article_is_a_group_which_jats_1_0_lacks() -> None:
    data = {"other_issues": {"volume": 14, "issue": 1}}
    assert issue(data, start()) == ("<volume-issue-group><volume>14</volume><issue>1</issue></volume-issue-group>")
    at = start("publishing-1.0-mathml2")
    assert issue(data, at) == ""
    assert at.context.aside == [(("other_issues", 0, "volume"), "14"), (("other_issues", 0, "issue"), "1")]


def test_identifier_of_the_volume_has_an_address_since_1_1() -> None:
    data = {"volume_ids": {"doi": {"value": "10.5555/v1", "url": "https://a.example/v1"}}}
    assert issue(data, start()) == (
        '<volume-id pub-id-type="doi" xlink:href="https://a.example/v1">10.5555/v1</volume-id>'
    )
    at = start("publishing-1.0-mathml2")
    assert issue(data, at) == '<volume-id pub-id-type="doi">10.5555/v1</volume-id>'
    assert at.context.aside == [(("volume_ids", "doi", "url"), "https://a.example/v1")]


def test_supplement_names_its_guest_editors() -> None:
    data = {
        "supplement": {"text": "Suppl. 1", "title": "Rivers", "contributors": {"name": "A, B", "type": "guest-editor"}}
    }
    assert issue(data, start()) == (
        '<supplement>Suppl. 1<title>Rivers</title><contrib-group><contrib contrib-type="guest-editor"><name>'
        "<surname>A</surname><given-names>B</given-names></name></contrib></contrib-group></supplement>"
    )


def test_sponsor_in_several_languages() -> None:
    assert issue({"issue_sponsors": ["Sea Press", {"en": "Institute", "uk": "Інститут"}]}, start()) == (
        "<issue-sponsor>Sea Press</issue-sponsor><issue-sponsor>Institute</issue-sponsor>"
        '<issue-sponsor xml:lang="uk">Інститут</issue-sponsor>'
    )
