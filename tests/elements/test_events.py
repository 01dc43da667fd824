from __future__ import annotations

from typing import Any

from jats.elements.build import Cursor
from jats.elements.events import write_early_events, write_events
from jats.model.article import Article
from tests.elements.writing import lost, start, xml

PREPRINT = {"preprint": {"date": 2023, "doi": "10.5555/p1", "license": "CC BY 4.0", "notes": "Two versions."}}


def events(data: Any, at: Cursor) -> str:
    return xml(write_events(Article.model_validate({"events": data}), at / "events"))


def early(data: Any, at: Cursor) -> str:
    return xml(write_early_events(Article.model_validate({"events": data}), at / "events"))


def test_event_by_its_day_alone() -> None:
    assert events({"corrected": 2024}, start()) == (
        '<event event-type="corrected"><date iso-8601-date="2024"><year>2024</year></date></event>'
    )


def test_event_with_what_identifies_it() -> None:
    made = events(PREPRINT, start())
    assert made.startswith(
        '<event event-type="preprint"><article-id pub-id-type="doi">10.5555/p1</article-id>'
        '<date iso-8601-date="2023"><year>2023</year></date><permissions><license'
    )
    assert made.endswith("</permissions><notes><p>Two versions.</p></notes></event>")


def test_event_says_where_and_in_which_version_it_was_published() -> None:
    data = {
        "type": "preprint",
        "description": "Posted.",
        "version": "AO",
        "issn": "2520-6524",
        "url": "https://a.example",
    }
    made = events(data, start())
    assert made.startswith('<event event-type="preprint"><event-desc>Posted.</event-desc><article-version ')
    assert made.endswith('<issn>2520-6524</issn><self-uri xlink:href="https://a.example"/></event>')


def test_other_dates_of_an_event_have_their_kind() -> None:
    made = events({"preprint": {"published": {"electronic": 2023}, "dates": {"received": 2022}}}, start())
    assert '<pub-date publication-format="electronic" date-type="pub" iso-8601-date="2023">' in made
    assert '<date date-type="received" iso-8601-date="2022">' in made


def test_date_as_printed_stands_beside_the_one_in_parts() -> None:
    data = {"preprint": {"date": 2023, "printed_date": "late in 2023"}}
    own = '<event event-type="preprint"><date iso-8601-date="2023"><year>2023</year></date>'
    assert events(data, start("publishing-1.4-mathml3")) == f"{own}<string-date>late in 2023</string-date></event>"
    at = start("publishing-1.3-mathml3")
    assert events(data, at) == f"{own}</event>"
    assert at.context.aside == [(("events", 0, "printed_date"), "late in 2023")]


def test_before_there_were_events_their_days_are_dates_of_the_history() -> None:
    at = start("publishing-1.1-mathml3")
    assert events(PREPRINT, at) == ""
    assert early(PREPRINT, at) == '<date date-type="preprint" iso-8601-date="2023"><year>2023</year></date>'
    assert lost(at)[0] == ("pub-history", "article-meta", "as date in history")
    assert [value for _, value in at.context.aside][:1] == ["10.5555/p1"]


def test_early_event_without_a_day_is_set_aside_whole() -> None:
    at = start("publishing-1.1-mathml3")
    assert early({"type": "preprint", "doi": "10.5555/p1"}, at) == ""
    assert [value for _, value in at.context.aside] == ["preprint", "10.5555/p1"]


def test_version_with_events_writes_none_into_the_history() -> None:
    assert early(PREPRINT, start()) == ""
