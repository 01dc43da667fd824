from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from jats.elements.build import Cursor
from jats.elements.processing import write_content_languages, write_processing
from jats.model.article import Article
from tests.elements.writing import lost, start, xml

KNOWN = 'tagset-family="jats" base-tagset="{}" mathml-version="3.0"'


def processing(data: Any, at: Cursor) -> str:
    return xml(write_processing(Article.model_validate({"processing": data}).processing, "article", at / "processing"))


@pytest.mark.parametrize(
    ("variant", "base"), [("publishing-1.3-mathml3", "publishing"), ("archiving-1.4-mathml3", "archiving")]
)
def test_what_goes_by_itself_is_said_when_asked(variant: str, base: str) -> None:
    assert processing("yes", start(variant)) == f'<processing-meta {KNOWN.format(base)} table-model="xhtml"/>'


def test_nothing_is_said_unasked() -> None:
    assert processing("no", start()) == ""


def test_rules_that_the_file_keeps_have_their_name_and_version() -> None:
    data = {
        "restricted_by": ["pmc", {"name": "jats4r", "version": 1}],
        "extended_by": "tides",
        "math": ["mathml", "tex"],
    }
    known = KNOWN.format("publishing")
    assert processing(data, start()) == (
        f'<processing-meta {known} math-representation="mathml tex" table-model="xhtml">'
        '<restricted-by>pmc</restricted-by><restricted-by designator="1">jats4r</restricted-by>'
        "<extended-by>tides</extended-by></processing-meta>"
    )


def test_rules_alone_are_a_short_form() -> None:
    assert "<restricted-by>pmc</restricted-by></processing-meta>" in processing("pmc", start())
    assert "<restricted-by>pmc</restricted-by><restricted-by>j4r</restricted-by>" in processing(["pmc", "j4r"], start())


def test_before_1_3_what_is_given_is_set_aside() -> None:
    at = start("publishing-1.2-mathml3")
    assert processing({"restricted_by": "pmc"}, at) == ""
    assert at.context.aside == [(("processing", "restricted_by", 0, "name"), "pmc")]
    assert lost(at)[0] == ("processing-meta", "article", None)


def test_groups_of_languages_are_said_since_1_4() -> None:
    assert ' lang-grouping="yes"' in processing({"language_groups": "yes"}, start("publishing-1.4-mathml3"))
    at = start()
    assert "lang-grouping" not in processing({"language_groups": "yes"}, at)
    assert lost(at) == [("@lang-grouping", "processing-meta", "as custom-meta")]


def test_accessibility_is_told_in_words_of_schema_org() -> None:
    made = processing({"accessibility": {"features": ["MathML"], "summary": "Described."}}, start())
    data = (
        '<custom-meta vocab="schema.org"><meta-name>accessibilityFeature</meta-name><meta-value>MathML</meta-value>'
        '</custom-meta><custom-meta vocab="schema.org"><meta-name>accessibilitySummary</meta-name>'
        "<meta-value>Described.</meta-value></custom-meta>"
    )
    assert f'<custom-meta-group content-type="accessibility-metadata">{data}</custom-meta-group>' in made


def test_way_to_write_formulas_is_one_word() -> None:
    with pytest.raises(ValidationError):
        Article.model_validate({"processing": {"math": "mathml, tex"}})


def test_languages_of_the_text_are_elements_since_1_4() -> None:
    article = Article.model_validate({"content_languages": ["en", "uk"]})
    assert xml(write_content_languages(article, start("publishing-1.4-mathml3") / "content_languages")) == (
        "<content-language>en</content-language><content-language>uk</content-language>"
    )
    at = start()
    assert write_content_languages(article, at / "content_languages") == []
    assert [value for _, value in at.context.aside] == ["en", "uk"]
