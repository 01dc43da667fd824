"""Works that are twice in a list, and years that have not come, in article files."""

from __future__ import annotations

import pytest

from jats.article_file import read_article_file
from jats.findings import Finding
from jats.tidy.steps import run

LONG = "Salt marsh recovery after spills"


def found_in(text: str) -> list[tuple[int | None, str]]:
    findings: list[Finding] = []
    draft = read_article_file(text.encode(), "article.yaml", findings.append)
    assert draft is not None
    run(draft, findings.append)
    return [(finding.place.line, finding.code) for finding in findings if finding.code in ("INP273", "INP274")]


def test_the_same_doi_in_one_list_is_reported_and_in_two_lists_is_not() -> None:
    assert found_in("references:\n  - {title: Ebb, doi: 10.5555/a}\n  - {title: Flow, doi: 10.5555/A}\n") == [
        (3, "INP273")
    ]
    lists = (
        "references:\n  - {title: A, references: [{doi: 10.5555/a}]}\n  - {title: B, references: [{doi: 10.5555/a}]}\n"
    )
    assert found_in(lists) == []


@pytest.mark.parametrize(
    ("one", "other", "twice"),
    [
        ("title: Salt marsh recovery after spills, doi: 10.5555/a", "title: Salt marsh recovery after spills", True),
        (
            "title: Salt marsh recovery after spills, doi: 10.5555/a",
            "title: Salt marsh recovery after spills, doi: 10.5555/b",
            False,
        ),
        ("title: Tides, volume: 3, pages: 5-9", "title: Tides, volume: 3, pages: {first: 5, last: 9}", True),
        ("title: Tides, volume: 3, pages: 5-9", "title: Tides, volume: 3, pages: 15-19", False),
        ("title: Tides, volume: 3, pages: 5-9", "title: Tides, volume: 4, pages: 5-9", False),
        ("title: Tides", "title: Tides", False),
    ],
)
def test_entries_for_one_work_are_told_from_works_of_one_title(one: str, other: str, twice: bool) -> None:
    found = found_in(f"references:\n  - {{date: 2019, {one}}}\n  - {{date: 2019, {other}}}\n")
    assert found == ([(3, "INP273")] if twice else [])


def test_lines_of_text_are_compared() -> None:
    line = "Roe J. Tides of the sea. J Seas. 2019;3:5-9."
    assert found_in(f'references:\n  - "{line}"\n  - "{line}"\n') == [(3, "INP273")]


@pytest.mark.parametrize(
    ("article", "work", "wrong"),
    [("2024-03-30", "2042", True), ("2024-03-30", "2025", False), ("Spring 2024", "2026", True), ("", "2105", True)],
)
def test_a_year_after_the_next_one_has_not_come(article: str, work: str, wrong: bool) -> None:
    published = f"published: {article}\n" if article else ""
    text = f"{published}references: [{{title: Ebb, date: {work}}}]\n"
    assert bool(found_in(text)) is wrong


def test_another_calendar_is_not_compared() -> None:
    text = "published: 2024\nreferences: [{title: Ebb, date: {year: 2567, era: BE, calendar: Buddhist, gregorian: 2024}}]\n"
    assert found_in(text) == []
