"""The text report: one line a finding, the source line on a terminal, one line a file."""

from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len

from jats.findings import Finding, Fix, Place, Severity
from jats.reports import readiness
from jats.reports.look import Look
from jats.reports.text import report_text
from jats.results import Excerpt, Readiness, Result, Verdict

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
TERMINAL = Look(terminal=True)


def text(*results: Result, look: Look = PLAIN) -> str:
    return "".join(report_text(results, look))


def terminal(finding: Finding, width: int) -> list[str]:
    look = replace(TERMINAL, width=width)
    return text(replace(RESULT, findings=(finding,)), look=look).splitlines()


def test_a_finding_is_a_line_with_place_severity_code_message_and_path() -> None:
    assert text(RESULT) == (
        "a.xml:3:5 error SCH010 <titel> is unknown (/article/titel)\n"
        "a.xml: not valid: 1 error (its public identifier names publishing-1.3-mathml3)\n"
    )


def test_several_files_end_with_the_number_of_findings() -> None:
    assert text(RESULT, GOOD, GOOD).endswith("b.xml: valid (it was asked for)\n1 error in 3 files\n")


def test_a_quiet_report_holds_findings_alone() -> None:
    assert text(GOOD, GOOD, look=Look(quiet=True)) == ""
    assert text(RESULT, GOOD, look=Look(quiet=True)).count("\n") == 1


def test_a_terminal_gets_the_file_once_and_the_source_line_underlined() -> None:
    assert text(RESULT, look=TERMINAL).splitlines()[:4] == [
        "a.xml",
        "  3:5 error SCH010 <titel> is unknown (/article/titel)",
        "          <titel>Tides",
        "          ^~~~~~",
    ]


def test_long_messages_are_wrapped_to_the_width_also_in_wide_letters() -> None:
    message = "潮汐と塩 " * 20 + "end"
    lines = terminal(replace(FINDING, message=message), width=60)
    assert all(cell_len(line) <= 60 for line in lines)
    assert (
        "".join("".join(lines[1 : lines.index("          <titel>Tides")]).split())
        == "3:5errorSCH010" + "".join(message.split()) + "(/article/titel)"
    )
    assert lines[2].startswith("      潮")


def test_a_long_source_line_is_cut_around_what_is_wrong() -> None:
    long = Excerpt("潮" * 100 + "<titel>" + "x" * 300, 100, 7)
    lines = "".join(report_text([replace(RESULT, excerpts={PLACE: long})], replace(TERMINAL, width=60))).splitlines()
    assert "<titel>" in lines[2]
    assert cell_len(lines[2]) <= 60
    assert cell_len(lines[2].partition("<titel>")[0]) == len(lines[3].partition("^")[0])


def test_findings_at_one_place_share_one_source_line() -> None:
    other = replace(FINDING, code="SCH016")
    lines = text(replace(RESULT, findings=(FINDING, other)), look=TERMINAL).splitlines()
    assert sum("<titel>Tides" in line for line in lines) == 1


def test_what_is_missing_underlines_no_line() -> None:
    place = Place("a.yaml", 1, 1)
    missing = Finding("COM330", Severity.WARNING, "there is no abstract", place)
    result = Result("a.yaml", Verdict.VALID, findings=(missing,), excerpts={place: Excerpt("format: 1", 0, 9)})
    assert text(result, look=TERMINAL).splitlines()[1:3] == [
        "  warning COM330 there is no abstract",
        "a.yaml: 1 warning; valid JATS",
    ]


def test_what_a_whole_article_file_misses_underlines_no_line_wherever_its_first_field_is() -> None:
    place = Place("a.yaml", 3, 1)
    missing = Finding("COM330", Severity.WARNING, "there is no abstract", place)
    slip = Finding("INP001", Severity.ERROR, "a colon is missing", place)
    result = Result("a.yaml", Verdict.INVALID, findings=(missing, slip), excerpts={place: Excerpt("format 1", 0, 6)})
    assert text(result, look=TERMINAL).splitlines()[1:5] == [
        "  warning COM330 there is no abstract",
        "  3:1 error INP001 a colon is missing",
        "      format 1",
        "      ^~~~~~",
    ]


def test_each_file_is_named_once() -> None:
    journal = replace(FINDING, place=Place("journal.yaml", 2, 1), data_path="journal")
    issue = replace(journal, place=Place("issue.yaml", 2, 1))
    lines = text(replace(RESULT, findings=(FINDING, journal, issue, journal)), look=TERMINAL).splitlines()
    assert [line for line in lines if line.endswith((".xml", ".yaml"))] == ["a.xml", "journal.yaml", "issue.yaml"]


def orcid(line: int, last: int) -> Finding:
    message = f"the ORCID iD is '0000-000{last}': write https://orcid.org/0000-000{last}"
    return Finding("COM104", Severity.ERROR, message, Place("a.xml", line, 9), xml_path="/article")


def test_findings_that_say_the_same_of_other_values_are_told_once_with_their_places() -> None:
    findings = (*(orcid(line, line) for line in range(2, 6)), FINDING)
    lines = text(replace(RESULT, findings=findings), look=replace(TERMINAL, width=140)).splitlines()
    assert lines[1:4] == [
        "  2:9 error COM104 the ORCID iD is '0000-0002': write https://orcid.org/0000-0002 (/article)",
        "      COM104 also at 3:9 ('0000-0003'), 4:9 ('0000-0004'), 5:9 ('0000-0005')",
        "  3:5 error SCH010 <titel> is unknown (/article/titel)",
    ]
    assert text(replace(RESULT, findings=findings)).count("COM104") == 4


def test_two_findings_that_say_the_same_are_both_told() -> None:
    lines = text(replace(RESULT, findings=(orcid(2, 2), orcid(3, 3))), look=TERMINAL)
    assert lines.count("the ORCID iD is") == 2


def test_what_is_fixed_and_what_is_not_are_told_apart() -> None:
    fixed = [replace(orcid(line, 2), fix=Fix("a", "b")) for line in range(2, 5)]
    lines = text(replace(RESULT, findings=(*fixed, orcid(6, 2))), look=TERMINAL)
    assert lines.count("the ORCID iD is") == 2
    assert lines.count("[*]") == 1


def test_a_file_that_was_skipped_has_one_line() -> None:
    skipped = Finding("CHK003", Severity.INFO, "skipped: it was built from a.yaml", Place("a.xml"))
    assert text(Result("a.xml", Verdict.VALID, findings=(skipped,))).count("\n") == 1


def test_the_last_lines_count_findings_and_fixes() -> None:
    fixable = replace(FINDING, fix=Fix("titel", "title"))
    lines = text(replace(RESULT, findings=(fixable,)), GOOD, look=TERMINAL).splitlines()
    assert lines[1].endswith(" [*]")
    assert lines[-2:] == ["1 error in 2 files; 1 fixable with --fix", "What a code means: jats explain CODE"]


def test_valid_is_not_the_last_word_over_errors() -> None:
    assert text(replace(GOOD, findings=(FINDING,))).splitlines()[-1] == "b.xml: 1 error; valid JATS (it was asked for)"


def test_colour_comes_only_where_it_is_understood() -> None:
    assert "\x1b" not in text(RESULT, look=TERMINAL)
    assert "\x1b[31;1merror\x1b[0m" in text(RESULT, look=Look(terminal=True, colour=True))


def test_no_file_can_write_to_the_terminal() -> None:
    place = Place("\x1b]0;x\x07.xml", 2, 3)
    sly = Finding("X001", Severity.ERROR, "two\nlines \x1b[2J \udcff", place)
    result = Result(place.file, Verdict.INVALID, findings=(sly,), excerpts={place: Excerpt("\x1b[31m<a>", 5, 3)})
    report = text(result, look=TERMINAL)
    assert report.count("\n") == 7
    assert all(letter.isprintable() or letter == "\n" for letter in report)


def test_a_field_of_the_input_stands_before_the_message() -> None:
    finding = Finding("COM105", Severity.ERROR, "check digit is 7", Place("article.yaml", 14, 11), "authors[2].orcid")
    line = text(Result("article.yaml", Verdict.INVALID, findings=(finding,))).splitlines()[0]
    assert line == "article.yaml:14:11 error COM105 authors[2].orcid: check digit is 7"


def test_answers_of_services_are_wrapped_on_a_terminal_and_name_the_file_once() -> None:
    blocking = replace(FINDING, message="潮汐と塩 " * 20 + "end")
    answer = Readiness("pmc", (blocking,), (FINDING,), ("whether the journal is accepted",))
    lines = "".join(readiness.report_text([(RESULT, (answer,))], replace(TERMINAL, width=60))).splitlines()
    assert all(cell_len(line) <= 60 for line in lines)
    assert sum("a.xml" in line for line in lines) == 1
    assert lines[1].startswith("  blocks   3:5 error SCH010")
    assert lines[2].startswith("           潮")
    assert "  likes    3:5 error SCH010 <titel> is unknown" in lines
    piped = "".join(readiness.report_text([(RESULT, (answer,))], PLAIN)).splitlines()
    assert piped[2] == "  likes    a.xml:3:5 error SCH010 <titel> is unknown (/article/titel)"
