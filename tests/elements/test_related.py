from __future__ import annotations

from typing import Any

import pytest

from jats.elements.related import write_related
from jats.model.article import Article
from tests.elements.writing import VARIANTS, lost, refused, start, xml


def articles(given: Any, variant: str = "publishing-1.4-mathml3") -> str:
    return xml(write_related(Article(related_articles=given), start(variant)))


def test_articles_by_type() -> None:
    given = {
        "corrected-article": "https://doi.org/10.5555/x.1",
        "companion": ["https://a.example/1", "Roe J, in press"],
    }
    assert articles(given) == (
        '<related-article related-article-type="corrected-article" id="ra1" xlink:href="10.5555/x.1" ext-link-type="doi"/>'
        '<related-article related-article-type="companion" id="ra2" xlink:href="https://a.example/1" ext-link-type="uri"/>'
        '<related-article related-article-type="companion" id="ra3">Roe J, in press</related-article>'
    )


def test_first_link_is_the_attribute_the_others_are_said_in_the_element() -> None:
    given = {"type": "preprint", "id": "p", "pmid": 7, "doi": "10.5555/x", "url": "https://a.example"}
    assert articles(given) == (
        '<related-article related-article-type="preprint" id="p" xlink:href="10.5555/x" ext-link-type="doi">'
        '<pub-id pub-id-type="pmid">7</pub-id> '
        '<ext-link ext-link-type="uri" xlink:href="https://a.example">https://a.example</ext-link></related-article>'
    )


def test_place_in_a_journal() -> None:
    given = {
        "type": "companion", "volume": 3, "issue": 2, "page": 7, "elocation_id": "e1", "journal_id": "J Tides",
        "journal_id_type": "nlm-ta", "url": "x-1", "url_type": "aoi", "title": "Tides",
    }  # fmt: skip
    assert articles(given) == (
        '<related-article related-article-type="companion" id="ra1" xlink:href="x-1" ext-link-type="aoi" vol="3" issue="2" '
        'page="7" elocation-id="e1" journal-id="J Tides" journal-id-type="nlm-ta" xlink:title="Tides"/>'
    )


def test_fields_are_marked_in_the_text_and_stand_behind_it_where_it_lacks_them() -> None:
    work = {"text": "Roe J. Tides. 2023.", "authors": "Roe, J.", "title": "Tides", "date": 2023, "source": "Rivers"}
    assert articles({"type": "companion", "reference": work}) == (
        '<related-article related-article-type="companion" id="ra1"><person-group person-group-type="author"><string-name>'
        "<surname>Roe</surname> <given-names>J.</given-names></string-name></person-group> "
        "<article-title>Tides</article-title>. <year>2023</year>. <source>Rivers</source></related-article>"
    )


def test_printed_date_is_a_comment_where_there_is_no_element_for_it() -> None:
    at = start("publishing-1.2-mathml3")
    article = Article(related_articles={"type": "companion", "reference": {"title": "T", "date": {"text": "Spring"}}})
    assert xml(write_related(article, at)) == (
        '<related-article related-article-type="companion" id="ra1"><article-title>T</article-title>'
        '<comment content-type="date">Spring</comment></related-article>'
    )
    assert lost(at) == [("string-date", "related-article", "as comment")]


def test_object_in_a_document_of_a_source() -> None:
    given = {
        "type": "clinical-trial", "relation": "post-results", "document": "10.5555/doc", "object": "fig 1",
        "source": {"type": "clinical-trials-registry", "id": "ISRCTN", "id_type": "registry-name"},
        "url": "https://a.example", "reference": "ISRCTN1",
    }  # fmt: skip
    assert xml(write_related(Article(related_objects=given), start())) == (
        '<related-object content-type="clinical-trial" id="ro1" link-type="post-results" '
        'source-type="clinical-trials-registry" source-id="ISRCTN" source-id-type="registry-name" '
        'document-id="10.5555/doc" document-id-type="doi" object-id="fig 1" xlink:href="https://a.example" '
        'ext-link-type="uri">ISRCTN1</related-object>'
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"doi": "10.5555/x"}, "has no type"),
        ({"type": "companion"}, "names no article"),
        ({"type": "companion", "doi": "10.5555/x", "url_type": "ftp"}, "has no url beside it"),
        ({"type": "companion", "reference": {"label": "1", "text": "a"}}, "only for a reference in the list"),
    ],
)
def test_article_that_says_too_little_is_refused(given: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Article(related_articles=[given])


def test_language_of_the_other_article_is_set_aside_before_1_3() -> None:
    at = start("publishing-1.2-mathml3")
    write_related(Article(related_articles={"type": "companion", "doi": "10.5555/x", "language": "uk"}), at)
    assert lost(at) == [("@hreflang", "related-article", "as custom-meta")]


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_accepts_related_works(variant: str) -> None:
    work = {"text": "a $x$ <i>b</i> 5", "volume": 5, "title": "b", "source": "c", "doi": "10.5555/x"}
    article = Article(
        related_articles={"companion": {"doi": "10.5555/x", "reference": work}},
        related_objects={"document": "d", "reference": work},
    )
    assert [refused(one, variant) for one in write_related(article, start(variant))] == [[], []]
