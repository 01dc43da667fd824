from __future__ import annotations

import pytest

from jats.acceptance.suppressions import in_article_file, parse_suppression
from jats.findings import Finding, Place, Severity

HERE = Place("article.yaml", 3, 1)


def finding(code: str, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code, severity, "is wrong", HERE)


@pytest.mark.parametrize(
    ("text", "codes", "reason"),
    [
        (" COM105 asked in May", ("COM105",), "asked in May"),
        ("COM105, PMC020 asked", ("COM105", "PMC020"), "asked"),
        (" J4R312 as the publisher wants", ("J4R312",), "as the publisher wants"),
        ("COM105", ("COM105",), ""),
        (" because I say so", (), "because I say so"),
        ("", (), ""),
    ],
)
def test_codes_stand_first_then_the_reason(text: str, codes: tuple[str, ...], reason: str) -> None:
    found = parse_suppression(text, HERE)
    assert (found.codes, found.reason) == (codes, reason)
    assert found.counts is bool(codes and reason)


def test_a_suppression_without_reason_suppresses_nothing() -> None:
    assert not parse_suppression("COM105", HERE).fits(finding("COM105"))


def test_errors_of_input_and_schema_are_not_suppressed() -> None:
    suppression = parse_suppression("SCH010, SCH007, INP121 let it", HERE)
    assert not suppression.fits(finding("SCH010"))
    assert not suppression.fits(finding("INP121"))
    assert suppression.fits(finding("SCH007", Severity.WARNING))


TEXT = """title: On tides
# jats: ignore COM1 for the line below
# and its reason goes on
doi: 10.1234/a   # jats: ignore COM2 this line
note: "a # jats: ignore COM3 in a text"
"""


def test_a_comment_is_for_its_own_line_or_the_next_that_is_none() -> None:
    found = list(in_article_file(TEXT, "article.yaml", lambda index: TEXT[index - 2] != "a"))
    assert [(each.codes, each.place.line, list(lines)) for each, lines in found] == [
        (("COM1",), 2, [2, 3, 4]),
        (("COM2",), 4, [4]),
    ]
    assert found[1][0].place.column == 18
