from __future__ import annotations

from typing import Any

import pytest

from jats.elements.build import Cursor
from jats.elements.versions import write_versions
from jats.model.article import Article
from tests.elements.writing import lost, start, xml

JAV = 'vocab="JAV" vocab-identifier="http://www.niso.org/publications/rp/RP-8-2008.pdf"'


def versions(data: Any, at: Cursor) -> str:
    return xml(write_versions(Article.model_validate({"version": data}).version, "article-meta", at / "version"))


@pytest.mark.parametrize("given", ["VoR", "vor", "Version of Record"])
def test_stage_of_the_list_by_niso_says_what_identifies_it(given: str) -> None:
    assert versions(given, start()) == (
        f'<article-version article-version-type="VoR" {JAV} vocab-term="Version of Record">{given}</article-version>'
    )


def test_preprint_says_so_as_pmc_asks() -> None:
    assert versions("preprint", start()) == (
        '<article-version article-version-type="publication-state">preprint</article-version>'
    )


def test_version_in_full_words_of_its_own() -> None:
    data = {"text": "second", "type": "number", "designator": "2", "date": "2024-01-02", "url": "https://a.example/2"}
    assert versions(data, start()) == (
        '<article-version article-version-type="number" designator="2" iso-8601-date="2024-01-02"'
        ' xlink:href="https://a.example/2">second</article-version>'
    )


def test_several_ways_to_name_the_version_are_alternatives_which_authoring_lacks() -> None:
    assert versions([{"text": "1"}, {"text": "2"}], start()) == (
        "<article-version-alternatives><article-version>1</article-version><article-version>2</article-version>"
        "</article-version-alternatives>"
    )
    at = start("authoring-1.3-mathml3")
    assert versions([{"text": "1"}, {"text": "2"}], at) == "<article-version>1</article-version>"
    assert at.context.aside == []
    assert lost(at) == [("article-version-alternatives", "article-meta", None)]


def test_version_is_set_aside_before_1_2() -> None:
    at = start("publishing-1.1-mathml3")
    assert versions({"text": "2"}, at) == ""
    assert at.context.aside == [(("version", 0, "text"), "2")]
