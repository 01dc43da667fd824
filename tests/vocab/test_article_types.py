"""Kinds of article: values on the lists, other words for them, the nearest on another list."""

from __future__ import annotations

import pytest

from jats.vocab.article_types import LISTS, article_type_for, article_types, find_article_type
from jats.vocab.tables import rows


def test_each_list_holds_what_its_owner_published() -> None:
    assert {source: len(article_types(source)) for source in LISTS} == {"jats": 31, "pmc": 41, "sps": 22, "jats4r": 5}
    assert "data-paper" in article_types("pmc") - article_types("sps")
    assert "reviewer-report" in article_types("sps") & article_types("jats4r")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("research-article", "research-article"),
        ("Research Article", "research-article"),
        ("article", "research-article"),
        ("journal-article", "research-article"),
        ("Articles", "research-article"),
        ("ORIGINAL ARTICLE", "research-article"),
        ("Наукова стаття", "research-article"),
        ("Artigo original", "research-article"),
        ("research-note", "brief-report"),
        ("Review", "review-article"),
        ("Огляд літератури", "review-article"),
        ("Mini-Review", "review-article"),
        ("Meta-analysis", "systematic-review"),
        ("Erratum", "correction"),
        ("corrigendum", "correction"),
        ("Letter to the Editor", "letter"),
        ("Editorials", "editorial"),
        ("Commentary", "article-commentary"),
        ("Рецензія", "book-review"),
        ("decision-letter", "editor-report"),
        ("Short communication.", "brief-report"),
        ("", None),
        ("Economics", None),
    ],
)
def test_platforms_words_lead_to_a_value(words: str, value: str | None) -> None:
    assert find_article_type(words) == value


@pytest.mark.parametrize(
    ("value", "source", "expected"),
    [
        ("research-article", "pmc", "research-article"),
        ("article", "pmc", "research-article"),
        ("research-note", "pmc", "brief-report"),
        ("data-paper", "sps", "data-article"),
        ("data-article", "pmc", "data-paper"),
        ("systematic-review", "sps", "review-article"),
        ("partial-retraction", "pmc", "retraction"),
        ("reserch-article", "sps", "research-article"),
        ("referee-report", "jats4r", "reviewer-report"),
        ("author-response", "jats4r", "author-comment"),
        ("quux", "pmc", None),
    ],
)
def test_a_value_is_brought_to_a_list_that_lacks_it(value: str, source: str, expected: str | None) -> None:
    assert article_type_for(value, source) == expected


def test_every_word_leads_to_one_value_and_every_nearest_value_exists() -> None:
    table = rows("article_types")
    values = {row[0] for row in table}
    words = [word.strip() for row in table for word in row[3].split(";") if word.strip()]
    assert len(words) == len(set(words))
    assert all(set(row[2].split()) <= values and row[0] not in row[2].split() for row in table)
    assert all(article_type_for(value, source) for value in values for source in ("pmc", "sps"))
