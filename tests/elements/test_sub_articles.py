from __future__ import annotations

from typing import Any

import pytest

from jats.elements.article import write_article
from jats.elements.build import WriteContext
from jats.model.article import Article
from tests.elements.writing import VARIANTS, lost, refused, start, xml


def inside(given: dict[str, Any], variant: str = "publishing-1.4-mathml3") -> tuple[WriteContext, str]:
    at = start(variant)
    root = write_article(Article.model_validate({"language": "en", "title": "T", **given}), at.context)
    return at.context, xml([one for one in root if one.tag in ("sub-article", "response")])


def test_translation_has_its_own_identifier_and_what_the_article_says_in_its_language() -> None:
    given = {
        "title": {"en": "Tides", "es": "Mareas"}, "subtitle": {"en": "a", "es": "b"},
        "abstract": [{"text": "Up."}, {"language": "es", "id": "x", "ids": {"doi": "10.5555/a"}, "text": "Suben."}],
        "keywords": {"en": "tides", "es": "mareas"},
        "subjects": [{"subjects": "S"}, {"language": "es", "subjects": "I"}],
        "translations": {"es": "10.5555/x.es"},
    }  # fmt: skip
    assert inside(given)[1] == (
        '<sub-article article-type="translation" id="s1" xml:lang="es"><front-stub>'
        '<article-id pub-id-type="doi">10.5555/x.es</article-id>'
        "<article-categories><subj-group><subject>I</subject></subj-group></article-categories>"
        "<title-group><article-title>Mareas</article-title><subtitle>b</subtitle></title-group>"
        '<abstract><p>Suben.</p></abstract><kwd-group xml:lang="es"><kwd>mareas</kwd></kwd-group>'
        "</front-stub></sub-article>"
    )


def test_what_a_translation_says_itself_wins() -> None:
    given = {"title": {"en": "Tides", "es": "Mareas"}, "translations": {"es": {"title": "Las mareas", "id": "es"}}}
    assert inside(given)[1] == (
        '<sub-article article-type="translation" id="es" xml:lang="es"><front-stub>'
        "<title-group><article-title>Las mareas</article-title></title-group></front-stub></sub-article>"
    )


@pytest.mark.parametrize(
    ("who", "attributes"),
    [("machine", 'lang-source="machine"'), ("Ana", 'lang-source="custom" lang-source-custom="Ana"')],
)
def test_translator(who: str, attributes: str) -> None:
    given = {"translations": {"es": {"title": "M", "translated_by": who}}}
    assert f'xml:lang="es" {attributes}>' in inside(given)[1]
    context, made = inside(given, "publishing-1.3-mathml3")
    assert f"<meta-name>translations[1].translated_by</meta-name><meta-value>{who}</meta-value>" in made
    assert [(loss.tag, loss.parent) for loss in context.losses] == [("@lang-source", "sub-article")]


def test_parts_by_type_and_in_one_another() -> None:
    given = {"sub_articles": {"reply": ["10.5555/1", {"title": "R", "responses": {"comment": {"doi": "10.5555/2"}}}]}}
    assert inside(given)[1] == (
        '<sub-article article-type="reply" id="s1" xml:lang="en"><front-stub>'
        '<article-id pub-id-type="doi">10.5555/1</article-id></front-stub></sub-article>'
        '<sub-article article-type="reply" id="s2" xml:lang="en"><front-stub>'
        "<title-group><article-title>R</article-title></title-group></front-stub>"
        '<response response-type="comment" id="s3" xml:lang="en"><front-stub>'
        '<article-id pub-id-type="doi">10.5555/2</article-id></front-stub></response></sub-article>'
    )


def test_responses_beside_others_are_sub_articles() -> None:
    context, made = inside({"translations": {"es": "10.5555/1"}, "responses": {"reply": "10.5555/2"}})
    assert '<sub-article article-type="reply" id="s2" xml:lang="en">' in made
    assert [(loss.tag, loss.moved) for loss in context.losses] == [("response beside sub-article", "as sub-article")]


def test_authoring_holds_no_articles_in_an_article() -> None:
    at = start("authoring-1.3-mathml3")
    write_article(Article.model_validate({"title": "T", "translations": {"es": "10.5555/1"}}), at.context)
    assert ("sub-article", "article", None) in lost(at)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"translations": [{"doi": "10.5555/1"}]}, "one has no language"),
        ({"sub_articles": ["10.5555/1"]}, "one has no type"),
        ({"sub_articles": {"reply": {"journal": {"title": "J"}}}}, "is taken from the article"),
        ({"responses": {"reply": {"responses": {"reply": "10.5555/1"}}}}, "can't hold articles itself"),
    ],
)
def test_parts_that_say_too_little_or_too_much_are_refused(given: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Article.model_validate(given)


@pytest.mark.parametrize("variant", [one for one in VARIANTS if not one.startswith("authoring")])
def test_every_variant_with_parts_accepts_them(variant: str) -> None:
    at = start(variant)
    part = {"title": "a", "authors": [{"name": "Roe, J.", "affiliations": "K"}], "references": "r", "abstract": "b"}
    journal = {"title": "J", "ids": {"publisher-id": "j"}, "issn": "2520-6524"}
    parts = {"translations": {"es": part}, "sub_articles": {"reply": {**part, "responses": {"c": part}}}}
    article = Article.model_validate({"title": "T", "published": 2024, "journal": journal, **parts})
    assert refused(write_article(article, at.context), variant) == []


def test_people_of_a_translation_may_name_the_institutions_of_the_article() -> None:
    institution = {
        "id": "k",
        "institution": {"en": "Institute", "uk": "Інститут"},
        "city": "Kyiv",
        "departments": [{"uk": "В"}],
    }
    given = {
        "affiliations": [institution], "authors": {"name": "Roe, J.", "affiliations": "k"},
        "translations": {"uk": {"title": "П", "authors": {"name": "Роу, Дж.", "affiliations": "k"}}},
    }  # fmt: skip
    context, made = inside(given)
    assert made == (
        '<sub-article article-type="translation" id="s1" xml:lang="uk"><front-stub>'
        '<title-group><article-title>П</article-title></title-group><contrib-group><contrib contrib-type="author">'
        "<name><surname>Роу</surname><given-names>Дж.</given-names></name>"
        '<xref ref-type="aff" rid="k-2"/></contrib></contrib-group>'
        '<aff-alternatives id="k-2"><aff xml:lang="uk"><institution content-type="dept">В</institution>, '
        "<institution>Інститут</institution></aff>"
        '<aff xml:lang="en"><city>Kyiv</city></aff></aff-alternatives></front-stub></sub-article>'
    )
    assert context.losses == []


def test_institution_that_nobody_lists_is_still_refused_there() -> None:
    context, _ = inside(
        {"sub_articles": {"reply": {"title": "R", "authors": {"name": "Roe, J.", "affiliations": "k"}}}}
    )
    assert context.faults == [
        (("sub_articles", 0, "authors", 0, "affiliations", 0), "no affiliation has the id 'k'; known: none is listed")
    ]
