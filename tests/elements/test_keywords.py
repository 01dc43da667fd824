from __future__ import annotations

from typing import Any

import pytest

from jats.elements.keywords import write_keywords, write_subjects
from jats.model.article import Article
from jats.model.inline import Inline, Math
from tests.elements.writing import VARIANTS, lost, refused, start, xml


def test_language_is_said_even_where_it_is_the_articles_own() -> None:
    article = Article(keywords={"en": "soil; <i>Zea mays</i>", "uk": "ґрунт"})
    assert xml(write_keywords(article, start())) == (
        '<kwd-group xml:lang="en"><kwd>soil</kwd><kwd><italic>Zea mays</italic></kwd></kwd-group>'
        '<kwd-group xml:lang="uk"><kwd>ґрунт</kwd></kwd-group>'
    )
    assert xml(write_keywords(Article(keywords="soil, water."), start())) == (
        '<kwd-group xml:lang="en"><kwd>soil</kwd><kwd>water</kwd></kwd-group>'
    )


def test_unknown_language_is_not_made_up() -> None:
    made = write_keywords(Article(keywords="soil"), start(language=None))
    assert xml(made) == "<kwd-group><kwd>soil</kwd></kwd-group>"


def test_kind_and_heading() -> None:
    article = Article(keywords=[{"type": "abbreviations", "title": "Abbreviations", "terms": ["EU"]}])
    assert xml(write_keywords(article, start())) == (
        '<kwd-group kwd-group-type="abbreviations" xml:lang="en"><title>Abbreviations</title><kwd>EU</kwd></kwd-group>'
    )


def test_group_without_keywords_is_left_out_and_reported() -> None:
    at = start()
    assert write_keywords(Article(keywords=[{"title": "Keywords", "terms": [Inline((Math(),))]}]), at) == []
    assert lost(at)[-1] == ("kwd-group", "article-meta", None)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Reviews", '<subj-group subj-group-type="heading"><subject>Reviews</subject></subj-group>'),
        (
            {"udc": ["001.8", "37"]},
            '<subj-group subj-group-type="udc"><subject>001.8</subject><subject>37</subject></subj-group>',
        ),
        (
            [{"subjects": "Biology", "language": "uk", "groups": [{"subjects": "Botany"}]}],
            '<subj-group xml:lang="uk"><subject>Biology</subject><subj-group><subject>Botany</subject></subj-group></subj-group>',
        ),
        (
            [{"subjects": [Inline((Math(),))], "groups": [{"subjects": "Botany"}]}],
            "<subj-group><subject>Botany</subject></subj-group>",
        ),
        ([{"subjects": "Biology", "language": "en"}], "<subj-group><subject>Biology</subject></subj-group>"),
    ],
)
def test_subjects(given: Any, expected: str) -> None:
    made = write_subjects(Article(subjects=given), start())
    assert xml(made) == f"<article-categories>{expected}</article-categories>"


def test_no_subjects_no_element() -> None:
    assert write_subjects(Article(), start()) is None


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_accepts_keywords_and_subjects(variant: str) -> None:
    at = start(variant)
    words = ["<i>a</i> $x$", '<a href="https://example.org">b</a>']
    groups = write_keywords(Article(keywords=[{"type": "k", "title": "T", "terms": words}]), at)
    subjects = write_subjects(Article(subjects=[{"type": "k", "subjects": words, "groups": [{"subjects": words}]}]), at)
    assert [refused(one, variant) for one in [*groups, subjects]] == [[], []]


def keywords(given: Any) -> str:
    return xml(write_keywords(Article(keywords=given), start(language=None)))


def test_code_and_words_are_the_parts_of_a_compound_keyword() -> None:
    assert keywords({"code": "J11", "text": "Demographic trends"}) == (
        '<kwd-group><compound-kwd><compound-kwd-part content-type="code">J11</compound-kwd-part>'
        '<compound-kwd-part content-type="text">Demographic trends</compound-kwd-part></compound-kwd></kwd-group>'
    )
    assert keywords([{"parts": {"genus": "Fucus", "species": "vesiculosus"}}]) == (
        '<kwd-group><compound-kwd><compound-kwd-part content-type="genus">Fucus</compound-kwd-part>'
        '<compound-kwd-part content-type="species">vesiculosus</compound-kwd-part></compound-kwd></kwd-group>'
    )


def test_narrower_keywords_are_nested() -> None:
    assert keywords(["soil", {"text": "sea", "narrower": ["tides", {"text": "ice", "narrower": "floes"}]}]) == (
        "<kwd-group><kwd>soil</kwd><nested-kwd><kwd>sea</kwd><nested-kwd><kwd>tides</kwd></nested-kwd>"
        "<nested-kwd><kwd>ice</kwd><nested-kwd><kwd>floes</kwd></nested-kwd></nested-kwd></nested-kwd></kwd-group>"
    )


def test_vocabulary_of_a_group_and_of_a_word() -> None:
    given = {"vocabulary": "mesh", "terms": [{"text": "sea", "vocabulary": {"name": "m", "term_identifier": "D1"}}]}
    assert keywords(given) == (
        '<kwd-group vocab="mesh"><kwd vocab="m" vocab-term-identifier="D1">sea</kwd></kwd-group>'
    )
    at = start("publishing-1.1-mathml3", None)
    assert xml(write_keywords(Article(keywords=given), at)) == "<kwd-group><kwd>sea</kwd></kwd-group>"
    assert lost(at) == [
        ("@vocab", "kwd", "as custom-meta"),
        ("@vocab-term-identifier", "kwd", "as custom-meta"),
        ("@vocab", "kwd-group", "as custom-meta"),
    ]


def test_compound_subject_and_series() -> None:
    article = Article(subjects={"jel": {"code": "J1", "text": "People"}}, series={"title": "S", "text": "T"})
    assert xml(write_subjects(article, start())) == (
        '<article-categories><subj-group subj-group-type="jel"><compound-subject>'
        '<compound-subject-part content-type="code">J1</compound-subject-part>'
        '<compound-subject-part content-type="text">People</compound-subject-part></compound-subject></subj-group>'
        "<series-title>S</series-title><series-text>T</series-text></article-categories>"
    )


def test_words_and_parts_are_not_given_together() -> None:
    with pytest.raises(ValueError, match="put all into parts"):
        Article(keywords=[{"text": "a", "parts": ["b"]}])


def test_series_in_several_languages() -> None:
    article = Article(series={"en": "Tides", "uk": "Припливи"})
    assert xml(write_subjects(article, start())) == (
        "<article-categories><series-title>Tides</series-title>"
        '<series-title xml:lang="uk">Припливи</series-title></article-categories>'
    )
