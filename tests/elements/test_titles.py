from __future__ import annotations

import pytest

from jats.elements.titles import write_titles
from jats.model.article import Article
from tests.elements.writing import lost, start, xml

TWO = {"title": {"uk": "Ґрунти", "en": "<i>Soils</i>"}, "subtitle": {"uk": "нарис", "en": "a sketch"}}
UK = "<article-title>Ґрунти</article-title><subtitle>нарис</subtitle>"
EN = "<article-title><italic>Soils</italic></article-title><subtitle>a sketch</subtitle>"


def test_the_title_in_the_language_of_the_article_comes_first_and_the_others_are_translations() -> None:
    article = Article.model_validate({"language": "uk", "title": {"en": "Soils", "uk": "Ґрунти"}})
    assert xml(write_titles(article, start(language="uk"))) == (
        "<title-group><article-title>Ґрунти</article-title>"
        '<trans-title-group xml:lang="en"><trans-title>Soils</trans-title></trans-title-group></title-group>'
    )


def test_subtitles_stand_with_the_title_of_their_language() -> None:
    article = Article.model_validate({"language": "uk", **TWO})
    assert xml(write_titles(article, start(language="uk"))) == (
        f'<title-group>{UK}<trans-title-group xml:lang="en"><trans-title><italic>Soils</italic></trans-title>'
        "<trans-subtitle>a sketch</trans-subtitle></trans-title-group></title-group>"
    )


def test_a_title_whose_language_is_not_that_of_the_article_says_it() -> None:
    article = Article.model_validate({"title": {"fr": "Les sols"}})
    made = xml(write_titles(article, start(language=None)))
    assert made == '<title-group><article-title xml:lang="fr">Les sols</article-title></title-group>'


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2", "1.3"])
def test_authoring_leaves_translations_out_and_says_so(version: str) -> None:
    at = start(f"authoring-{version}-mathml{2 if version == '1.0' else 3}", "uk")
    assert xml(write_titles(Article.model_validate(TWO), at)) == f"<title-group>{UK}</title-group>"
    assert [loss.path for loss in at.context.losses] == [("title", "en"), ("subtitle", "en", 0)]


def test_authoring_1_4_has_a_title_group_for_each_language() -> None:
    at = start("authoring-1.4-mathml3", "uk")
    assert xml(write_titles(Article.model_validate(TWO), at)) == (
        f'<title-group>{UK}</title-group><title-group xml:lang="en">{EN}</title-group>'
    )
    assert lost(at) == []


def test_no_title_no_group() -> None:
    assert write_titles(Article(), start()) == []


def test_other_forms_of_the_title_and_its_notes_stand_last() -> None:
    article = Article(
        title="Tides",
        alt_titles={"running-head": {"en": "T", "uk": "П"}},
        title_notes=[{"id": "n1", "label": "*", "text": "Read in Lviv."}],
    )
    assert xml(write_titles(article, start())) == (
        "<title-group><article-title>Tides</article-title>"
        '<alt-title alt-title-type="running-head">T</alt-title>'
        '<alt-title alt-title-type="running-head" xml:lang="uk">П</alt-title>'
        '<fn-group><fn id="n1"><label>*</label><p>Read in Lviv.</p></fn></fn-group></title-group>'
    )


def test_authoring_has_neither() -> None:
    at = start("authoring-1.4-mathml3")
    article = Article(title={"en": "Tides", "uk": "П"}, alt_titles="T", title_notes="N")
    assert xml(write_titles(article, at)).count("<title-group") == 2
    assert lost(at) == [("alt-title", "title-group", None), ("fn-group", "title-group", None)]


@pytest.mark.parametrize("field", ["alt_titles", "title_notes"])
def test_form_without_a_title_is_refused(field: str) -> None:
    with pytest.raises(ValueError, match="has no title beside it"):
        Article.model_validate({field: "T"})


def test_several_subtitles_follow_each_other() -> None:
    given = {"title": {"en": "T", "uk": "П"}, "subtitle": {"en": ["a", "b"], "uk": ["в", "г"]}}
    assert xml(write_titles(Article.model_validate(given), start())) == (
        "<title-group><article-title>T</article-title><subtitle>a</subtitle><subtitle>b</subtitle>"
        '<trans-title-group xml:lang="uk"><trans-title>П</trans-title>'
        "<trans-subtitle>в</trans-subtitle><trans-subtitle>г</trans-subtitle></trans-title-group></title-group>"
    )
    at = start("authoring-1.2-mathml3")
    write_titles(Article(title="T", subtitle=["a", "b"]), at)
    assert lost(at) == [("subtitle", "title-group", None)]
