"""Languages and styles that the labelled data lacks: references of invented works, labelled by hand."""

from __future__ import annotations

from collections import defaultdict

import pytest

from jats.citations.parse import parse
from jats.citations.scoring import Score
from tests.citations.hand_made import hand_made


def test_there_are_two_hundred_or_more() -> None:
    assert len({one.text for one in hand_made()}) >= 200


def test_19_of_20_fields_are_right() -> None:
    score = Score()
    for one in hand_made():
        score.add(one.fields, parse(one.text).fields)
    assert score.micro >= 0.95, score.micro
    assert score.right.total() / score.wanted.total() >= 0.95


@pytest.mark.parametrize("language", ["uk", "ru", "rom", "tr", "es", "zh"])
def test_no_large_language_is_left_behind(language: str) -> None:
    scores: dict[str, Score] = defaultdict(Score)
    for one in hand_made():
        scores[one.style.split()[0]].add(one.fields, parse(one.text).fields)
    assert scores[language].micro >= 0.93, scores[language].micro


@pytest.mark.parametrize(("name", "fields", "whole"), [("books.txt", 0.96, 0.85), ("pages_and_talks.txt", 0.94, 0.7)])
def test_books_reports_pages_and_talks_are_read(name: str, fields: float, whole: float) -> None:
    score = Score()
    for one in hand_made(name):
        score.add(one.fields, parse(one.text).fields)
    assert score.micro >= fields, score.micro
    assert score.share_whole >= whole, score.share_whole


@pytest.mark.parametrize("name", ["hand_made.txt", "books.txt", "pages_and_talks.txt"])
def test_no_title_ends_in_the_full_stop_of_the_reference(name: str) -> None:
    for one in hand_made(name):
        text = one.text if one.text.endswith(".") else f"{one.text}."
        last = [span for span in parse(text).spans if span.end == len(text)]
        assert not [span for span in last if span.label in ("source", "article_title", "publisher")], text
