from __future__ import annotations

from typing import Any

import pytest

from jats.elements.keywords import write_keywords, write_subjects
from jats.model.article import Article
from jats.model.inline import Inline, Math

from .writing import VARIANTS, lost, refused, start, xml


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
