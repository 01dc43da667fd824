"""The text report: one line a finding, the source line on a terminal, one line a file."""

from __future__ import annotations

from jats.findings import Finding, Place, Severity
from jats.reports.look import Look
from jats.reports.text import report_text
from jats.results import Excerpt, Result, Verdict

PLACE = Place("a.xml", 3, 5)
FINDING = Finding("SCH010", Severity.ERROR, "<titel> is unknown", PLACE, xml_path="/article/titel")
RESULT = Result(
    "a.xml",
    Verdict.INVALID,
    "publishing-1.3-mathml3",
    "its public identifier names publishing-1.3-mathml3",
    findings=(FINDING,),
    excerpts={PLACE: Excerpt("    <titel>Tides", 4, 6)},
)
GOOD = Result("b.xml", Verdict.VALID, "publishing-1.3-mathml3", "it was asked for")


PLAIN = Look()


def text(*results: Result, look: Look = PLAIN) -> str:
    return "".join(report_text(results, look))


def test_a_finding_is_a_line_with_place_severity_code_message_and_path() -> None:
    assert text(RESULT) == (
        "a.xml:3:5 error SCH010 <titel> is unknown (/article/titel)\n"
        "a.xml: not valid (its public identifier names publishing-1.3-mathml3)\n"
    )


def test_several_files_end_with_their_number_by_verdict() -> None:
    assert text(RESULT, GOOD, GOOD).endswith("b.xml: valid (it was asked for)\n3 files: 2 valid, 1 not valid\n")


def test_a_quiet_report_holds_findings_alone() -> None:
    assert text(GOOD, GOOD, look=Look(quiet=True)) == ""
    assert text(RESULT, GOOD, look=Look(quiet=True)).count("\n") == 1


def test_on_a_terminal_the_source_line_is_shown_and_underlined() -> None:
    lines = text(RESULT, look=Look(terminal=True)).splitlines()
    assert lines[1:3] == ["        <titel>Tides", "        ^~~~~~"]


def test_colour_comes_only_where_it_is_understood() -> None:
    assert "\x1b" not in text(RESULT, look=Look(terminal=True))
    assert "\x1b[31;1merror\x1b[0m" in text(RESULT, look=Look(terminal=True, colour=True))


def test_no_file_can_write_to_the_terminal() -> None:
    place = Place("\x1b]0;x\x07.xml", 1, 1)
    sly = Finding("X001", Severity.ERROR, "two\nlines \x1b[2J \udcff", place)
    result = Result(place.file, Verdict.INVALID, findings=(sly,), excerpts={place: Excerpt("\x1b[31m<a>", 5, 3)})
    report = text(result, look=Look(terminal=True))
    assert report.count("\n") == 4
    assert all(letter.isprintable() or letter == "\n" for letter in report)


def test_a_field_of_the_input_stands_before_the_message() -> None:
    finding = Finding("COM105", Severity.ERROR, "check digit is 7", Place("article.yaml", 14, 11), "authors[2].orcid")
    line = text(Result("article.yaml", Verdict.INVALID, findings=(finding,))).splitlines()[0]
    assert line == "article.yaml:14:11 error COM105 authors[2].orcid: check digit is 7"
