from __future__ import annotations

from typing import Any

import pytest

from jats.elements.build import At
from jats.elements.dates import write_dates
from jats.model.article import Article

from .writing import lost, start, xml

MARCH = "<day>30</day><month>03</month><year>2023</year>"


def published(data: Any, at: At) -> str:
    return xml(write_dates(Article.model_validate({"published": data}), at).published)


def history(data: Any, at: At) -> str:
    return xml(write_dates(Article.model_validate({"history": data}), at).history)


@pytest.mark.parametrize(
    ("given", "attributes"),
    [
        ({"electronic": "2023-03-30"}, 'publication-format="electronic" date-type="pub"'),
        ({"print": "2023-03-30"}, 'publication-format="print" date-type="pub"'),
        ({"collection": "2023-03-30"}, 'date-type="collection"'),
        ("2023-03-30", 'date-type="pub"'),
    ],
)
def test_date_of_publication_says_its_kind_and_only_a_format_that_is_stated(given: Any, attributes: str) -> None:
    assert published(given, start()) == f'<pub-date {attributes} iso-8601-date="2023-03-30">{MARCH}</pub-date>'


@pytest.mark.parametrize(
    ("given", "attributes"),
    [
        ({"electronic": "2023-03-30"}, 'pub-type="epub"'),
        ({"print": "2023-03-30"}, 'pub-type="ppub"'),
        ({"collection": "2023-03-30"}, 'pub-type="collection"'),
        ([{"type": "preprint", "format": "electronic", "date": "2023-03-30"}], 'pub-type="epreprint"'),
        ("2023-03-30", 'date-type="pub"'),
    ],
)
def test_jats_1_0_says_type_and_format_in_one_word(given: Any, attributes: str) -> None:
    at = start("publishing-1.0-mathml2")
    assert published(given, at) == f'<pub-date {attributes} iso-8601-date="2023-03-30">{MARCH}</pub-date>'


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2023", 'iso-8601-date="2023"><year>2023</year>'),
        ("2023-03", 'iso-8601-date="2023-03"><month>03</month><year>2023</year>'),
        ("Spring 2023", "><season>Spring</season><year>2023</year>"),
        ({"year": "2007b"}, "><year>2007b</year>"),
    ],
)
def test_partial_and_faulty_dates_are_written_as_far_as_known(given: Any, expected: str) -> None:
    assert published(given, start()).replace('<pub-date date-type="pub" ', "").replace(
        '<pub-date date-type="pub"', ""
    ) == (f"{expected}</pub-date>")


def test_history_keeps_its_order() -> None:
    made = history({"accepted": "2022", "received": ["2021", "2020"]}, start())
    assert made == (
        '<history><date date-type="accepted" iso-8601-date="2022"><year>2022</year></date>'
        '<date date-type="received" iso-8601-date="2021"><year>2021</year></date>'
        '<date date-type="received" iso-8601-date="2020"><year>2020</year></date></history>'
    )


def test_date_as_printed_stands_in_archiving() -> None:
    at = start("archiving-1.2-mathml3")
    assert history({"received": "early May"}, at) == (
        '<history><date date-type="received"><string-date>early May</string-date></date></history>'
    )
    assert lost(at) == []


def test_date_without_a_year_is_an_event_where_a_year_is_wanted() -> None:
    at = start()
    dates = write_dates(Article.model_validate({"history": {"received": "early May"}}), at)
    assert dates.history is None
    assert xml(dates.write_events(at)) == (
        '<pub-history><event event-type="received"><event-desc><string-date>early May</string-date></event-desc>'
        "</event></pub-history>"
    )
    assert lost(at) == [("date without year", "article-meta", "as event")]


def test_date_without_a_year_is_set_aside_before_there_were_events() -> None:
    at = start("publishing-1.1-mathml3")
    dates = write_dates(Article.model_validate({"published": {"electronic": "soon"}}), at)
    assert dates.write_events(at) is None
    assert at.writing.aside == [(("published", 0), "pub: electronic: soon")]


def test_month_beside_a_season_leaves_the_season_aside() -> None:
    at = start()
    made = published({"year": 2023, "month": 3, "season": "Spring"}, at)
    assert "<month>3</month><year>2023</year>" in made
    assert at.writing.aside == [(("published", 0, "date", "season"), "Spring")]


def test_authoring_has_no_dates() -> None:
    at = start("authoring-1.3-mathml3")
    assert published("2023", at) == ""
    assert history({"received": "2022"}, at) == ""
    assert lost(at) == [("pub-date", "article-meta", None), ("history", "article-meta", None)]
