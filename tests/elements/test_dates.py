from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from jats.elements.build import Cursor
from jats.elements.dates import write_dates
from jats.model.article import Article
from jats.model.dates import Date
from tests.elements.writing import lost, start, xml

MARCH = "<day>30</day><month>03</month><year>2023</year>"


def published(data: Any, at: Cursor) -> str:
    return xml(write_dates(Article.model_validate({"published": data}), at).published)


def history(data: Any, at: Cursor) -> str:
    return xml(write_dates(Article.model_validate({"history": data}), at).history)


def published_date(data: Any, at: Cursor) -> str:
    """A date of publication without what stands before its own attributes."""
    return published(data, at).replace('<pub-date date-type="pub"', "").strip()


@pytest.mark.parametrize(
    ("given", "attributes"),
    [
        ({"electronic": "2023-03-30"}, 'publication-format="electronic" date-type="pub"'),
        ({"print": "2023-03-30"}, 'publication-format="print" date-type="pub"'),
        ({"collection": "2023-03-30"}, 'publication-format="electronic" date-type="collection"'),
        ("2023-03-30", 'date-type="pub"'),
    ],
)
def test_date_of_publication_says_its_kind_and_the_format_that_is_stated_or_that_of_a_collection(
    given: Any, attributes: str
) -> None:
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
        (
            "2023-03-12/2023-03-14",
            'iso-8601-date="2023-03-12/2023-03-14"><day>12</day><month>03</month><year>2023</year>',
        ),
        (
            "30 September – 2 October 2023",
            'iso-8601-date="2023-09-30/2023-10-02"><day>30</day><month>09</month><year>2023</year>',
        ),
        (
            {"year": 2567, "era": "BE", "calendar": "Buddhist", "gregorian": "2024"},
            'iso-8601-date="2024" calendar="Buddhist"><year>2567</year><era>BE</era>',
        ),
    ],
)
def test_partial_and_faulty_dates_are_written_as_far_as_known(given: Any, expected: str) -> None:
    assert published_date(given, start()) == f"{expected}</pub-date>"


def test_history_keeps_its_order() -> None:
    made = history({"accepted": "2022", "received": ["2021", "2020"]}, start())
    assert made == (
        '<date date-type="accepted" iso-8601-date="2022"><year>2022</year></date>'
        '<date date-type="received" iso-8601-date="2021"><year>2021</year></date>'
        '<date date-type="received" iso-8601-date="2020"><year>2020</year></date>'
    )


def test_date_as_printed_stands_in_archiving() -> None:
    at = start("archiving-1.2-mathml3")
    assert history({"received": {"text": "early May"}}, at) == (
        '<date date-type="received"><string-date>early May</string-date></date>'
    )
    assert lost(at) == []


def test_date_without_a_year_is_an_event_where_a_year_is_wanted() -> None:
    at = start()
    dates = write_dates(Article.model_validate({"history": {"received": {"text": "early May"}}}), at)
    assert xml(dates.history) == ""
    assert xml(dates.events) == (
        '<event event-type="received"><event-desc><string-date>early May</string-date></event-desc></event>'
    )
    assert lost(at) == [("date without year", "article-meta", "as event")]


def test_date_without_a_year_is_set_aside_before_there_were_events() -> None:
    at = start("publishing-1.1-mathml3")
    dates = write_dates(Article.model_validate({"published": {"electronic": {"text": "soon"}}}), at)
    assert xml(dates.events) == ""
    assert at.context.aside == [(("published", 0), "pub: electronic: soon")]


def test_month_beside_a_season_leaves_the_season_aside() -> None:
    at = start()
    made = published({"year": 2023, "month": 3, "season": "Spring"}, at)
    assert "<month>3</month><year>2023</year>" in made
    assert at.context.aside == [(("published", 0, "date", "season"), "Spring")]


def test_authoring_has_no_dates() -> None:
    at = start("authoring-1.3-mathml3")
    assert published("2023", at) == ""
    assert history({"received": "2022"}, at) == ""
    assert lost(at) == [("pub-date", "article-meta", None), ("history", "article-meta", None)]


def test_era_came_with_1_1() -> None:
    at = start("publishing-1.0-mathml2")
    assert published({"year": 6, "era": "令和", "gregorian": 2024}, at) == (
        '<pub-date date-type="pub" iso-8601-date="2024"><year>6</year></pub-date>'
    )
    assert at.context.aside == [(("published", 0, "date", "era"), "令和")]


def test_who_gave_a_date_is_said_since_1_3() -> None:
    data = {"date": 2023, "authority": "Sea Press"}
    assert 'assigning-authority="Sea Press"' in published(data, start())
    at = start("publishing-1.2-mathml3")
    assert "assigning-authority" not in published(data, at)
    assert at.context.aside == [(("published", 0, "authority"), "Sea Press")]


def test_date_of_publication_that_nobody_knows_is_an_element_since_1_2() -> None:
    article = Article.model_validate({"undated": "yes"})
    assert xml(write_dates(article, start()).published) == "<pub-date-not-available/>"
    at = start("publishing-1.1-mathml3")
    assert xml(write_dates(article, at).published) == ""
    assert lost(at) == [("pub-date-not-available", "article-meta", "as custom-meta")]


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ("2023-03-14/2023-03-12", "ends on 2023-03-12, before it starts"),
        ({"year": 2023, "until": "2023-14"}, "ends with 2023-14: month is 14, expected 1 to 12"),
        ({"year": 2567, "calendar": "Buddhist", "gregorian": "2024-13"}, "month is 13, expected 1 to 12"),
        ({"year": 2567, "calendar": "Buddhist"}, None),
    ],
)
def test_fault_of_a_range_or_of_another_calendar(given: Any, fault: str | None) -> None:
    assert Date.model_validate(given).fault == fault


@pytest.mark.parametrize(
    "given",
    [
        {"text": "spring", "era": "BC"},
        {"year": 2023, "gregorian": "2023"},
        {"year": 2023, "season": "Spring", "until": "2023-05"},
    ],
)
def test_parts_of_a_date_that_contradict_each_other_are_refused(given: Any) -> None:
    with pytest.raises(ValidationError):
        Date.model_validate(given)
