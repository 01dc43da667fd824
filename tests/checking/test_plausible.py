"""Facts that can't be true are reported without a target, each at its line."""

from __future__ import annotations

from datetime import date

import pytest

from jats.checking.article import inspect_articles
from jats.checking.options import CheckOptions, FileSettings
from jats.options import Options

HEAD = """format: 1
language: en
doi: 10.5555/tides.1
journal: {title: Journal of Tides, ids: {publisher-id: jt}, issn: {electronic: 1234-5679}}
title: Tides and salt
"""
PERSON = 'authors: ["Roe, Jane"]\n'
DATED = "published: {electronic: 2024-03-30}\n"
LINE = 8
"""The line of what a test adds."""


def found(written: str, before: str = DATED + PERSON) -> list[tuple[str, int | None, str]]:
    request = CheckOptions(Options(), today=date(2026, 6, 1))
    seen = next(inspect_articles((HEAD + before + written + "\n").encode(), "a.yaml", request, FileSettings()))
    return [(one.finding.code, one.finding.place.line, one.finding.message) for one in seen.located]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("history: {received: 2024-07-05, accepted: 2024-05-17}", "COM210"),
        ("history: {received: 2029-01-05}", "COM209"),
        ("copyright: {year: 24, holder: The Authors}", "COM404"),
        ("affiliations: {institution: Institute of Seas, country_code: UK}", "INP255"),
        ("affiliations: {institution: Institute of Seas, country_code: el}", "INP255"),
        ("pages: 23-14", "INP236"),
        ("references: [{type: jurnal, title: Ebb, source: Seas}]", "INP136"),
        ("references: [{type: chaptr, title: Ebb, works: {type: book, title: Flow}}]", "INP136"),
        ("references: [{type: book, title: Ebb, works: [{type: bok, title: Flow}]}]", "INP136"),
        ("type: original article", "INP136"),
    ],
)
def test_a_value_that_cannot_be_is_one_finding_at_its_line(written: str, code: str) -> None:
    assert [one[:2] for one in found(written)] == [(code, LINE)]


def test_a_date_of_publication_before_acceptance_is_one_finding_at_the_publication() -> None:
    assert [one[:2] for one in found("history: {accepted: 2024-05-17}")] == [("COM210", 6)]


@pytest.mark.parametrize(
    "written",
    [
        "history: {received: 2024-01-05, accepted: 2024-03-17}",
        "history: {received: 2024-01-05, accepted: 2024-01-05}",
        "copyright: {year: 2024, holder: The Authors}",
        "affiliations: {institution: Institute of Seas, country_code: GB}",
        "pages: 14-23",
        "references: [{type: poster, title: Ebb}]",
        "references: [{type: journal-article, title: Ebb, source: Seas}]",
        "type: review-article",
    ],
)
def test_a_value_that_can_be_is_silent(written: str) -> None:
    assert found(written) == []


@pytest.mark.parametrize(
    ("person", "code"),
    [
        ("{name: 'Doe, John', orcid: 0000-0002-1825-0097}", "COM106"),
        ("{name: 'Doe, John', email: j.doe(at)example.org}", "INP234"),
        ("{name: 'Doe, John', email: j.doe-example.org}", "COM907"),
        ("{name: 'Doe, John', roles: {credit: Sofware}}", "COM121"),
        ("{name: 'Roe, Jane'}", "INP138"),
    ],
)
def test_a_fact_about_a_person_that_cannot_be_is_one_finding_at_its_line(person: str, code: str) -> None:
    first = "authors:\n  - {name: 'Roe, Jane', orcid: 0000-0002-1825-0097}\n"
    assert [one[:2] for one in found(f"  - {person}", DATED + first)] == [(code, LINE + 1)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Sofware", "Software"),
        ("Conceptualisation and design", "Conceptualization"),
        ("Formal analisis (lead)", "Formal analysis"),
        ("Design of the study", None),
    ],
)
def test_a_role_that_credit_does_not_have_comes_with_the_term_that_was_meant(written: str, meant: str | None) -> None:
    [(code, _, message)] = found(f"authors: {{name: 'Roe, Jane', roles: {{credit: {written}}}}}", DATED)
    assert code == "COM121"
    assert ("did you mean" in message) == (meant is not None)
    assert f"'{meant or written}'" in message


@pytest.mark.parametrize(
    ("key", "kind"), [("dedication", "dedication"), ("Epigraph", "epigraph"), ("translators_note", "translators-note")]
)
def test_what_is_printed_before_the_text_is_led_to_the_notes(key: str, kind: str) -> None:
    [(code, line, message)] = found(f"{key}: To the keeper of the gauge.")
    assert (code, line) == ("INP101", LINE)
    assert f"notes: [{{type: {kind}, text: …}}]" in message
    assert found(f"notes: [{{type: {kind}, text: To the keeper of the gauge.}}]") == []


def test_a_date_of_another_calendar_is_neither_in_the_future_nor_out_of_order() -> None:
    written = "history: {received: {year: 2567, calendar: Buddhist}, accepted: 2024-03-17}"
    assert not {"COM209", "COM210"} & {code for code, _, _ in found(written)}
