from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from jats.elements.build import Cursor
from jats.elements.conferences import write_conferences
from jats.model.article import Article
from jats.model.conferences import Meeting
from tests.elements.writing import lost, start, xml


def conferences(data: Any, at: Cursor) -> str:
    return xml(write_conferences(Article.model_validate({"conference": data}).conference, at / "conference"))


@pytest.mark.parametrize("variant", ["publishing-1.0-mathml2", "archiving-1.2-mathml3", "authoring-1.4-mathml3"])
def test_conference_stands_in_every_version(variant: str) -> None:
    at = start(variant)
    data = {
        "name": "Tides",
        "acronym": "T23",
        "date": "2023-10",
        "number": 12,
        "place": "Odesa",
        "sponsors": ["A", "B"],
    }
    assert conferences(data, at) == (
        '<conference><conf-date iso-8601-date="2023-10">2023-10</conf-date><conf-name>Tides</conf-name>'
        "<conf-acronym>T23</conf-acronym><conf-num>12</conf-num><conf-loc>Odesa</conf-loc>"
        "<conf-sponsor>A</conf-sponsor><conf-sponsor>B</conf-sponsor></conference>"
    )
    assert lost(at) == []


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ({"date": "12 October 2023"}, "2023-10-12"),
        ({"date": "2023-10-12/2023-10-14"}, "2023-10-12/2023-10-14"),
        ({"date": "12-14 October 2023"}, "2023-10-12/2023-10-14"),
        ({"date": "October 2023, twice"}, None),
        ({"date": "12-14 October 2023", "iso_date": "2023-10-12/2023-10-14"}, "2023-10-12/2023-10-14"),
        ({"date": "1 Nisan 5783", "calendar": "Hebrew"}, None),
        ({"date": "Spring 2023"}, None),
    ],
)
def test_machines_read_a_date_that_is_clear_or_given(date: dict[str, str], iso: str | None) -> None:
    assert Meeting.model_validate({"name": "Tides", **date}).iso == iso


def test_name_in_other_languages_and_theme() -> None:
    data = {
        "name": {"en": "Tides", "uk": "Припливи"},
        "date": "2023",
        "theme": "<i>Fucus</i>",
        "url": "https://a.example",
    }
    assert conferences(data, start()) == (
        '<conference xlink:href="https://a.example"><conf-date iso-8601-date="2023">2023</conf-date>'
        '<conf-name>Tides</conf-name><conf-name xml:lang="uk">Припливи</conf-name>'
        "<conf-theme><italic>Fucus</italic></conf-theme></conference>"
    )


@pytest.mark.parametrize("data", [{"date": "2023"}, {"name": "Tides", "date": "2023", "iso_date": "2023-13"}])
def test_conference_without_a_name_or_with_an_impossible_date_is_refused(data: Any) -> None:
    with pytest.raises(ValidationError):
        Meeting.model_validate(data)
