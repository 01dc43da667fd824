"""GitHub's workflow commands, read back as its runner does, and the job summary, read by a Markdown parser."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from jats.findings import Severity
from jats.reports.look import Look
from jats.results import Result, Verdict
from tests.reports.results import HOSTILE, finding, hostile, look_at, many, ordinary, real, report

OLD_COMMAND = "##["


@dataclass
class Annotation:
    kind: str
    message: str
    properties: dict[str, str]


def unescaped(text: str, more: Iterable[tuple[str, str]] = ()) -> str:
    for code, character in (*more, ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def runner(log: str) -> list[Annotation]:
    """What the runner takes from a log: a line that begins, after blanks, with two colons is a command up to the next two."""
    found = []
    for line in log.splitlines():
        if not line.lstrip().startswith("::"):
            assert OLD_COMMAND not in line
            continue
        head, _, message = line.lstrip()[2:].partition("::")
        kind, _, listed = head.partition(" ")
        pairs = (part.partition("=") for part in listed.split(","))
        properties = {name: unescaped(value, (("%3A", ":"), ("%2C", ","))) for name, _, value in pairs}
        found.append(Annotation(kind, unescaped(message), properties))
    return found


def test_a_finding_is_an_annotation_at_its_place() -> None:
    first = runner(report("github", ordinary()))[0]
    expected = {"file": "articles/b.yaml", "line": "14", "col": "11", "title": "COM105 authors[2].orcid"}
    assert first == Annotation("error", "check digit is 7, expected 4", expected)


def test_errors_come_first_then_warnings_then_notices() -> None:
    assert [a.kind for a in runner(report("github", ordinary()))] == ["error"] * 4 + ["warning"] * 2 + ["notice"]


def test_ten_of_a_kind_are_annotations_the_rest_is_in_the_log_and_counted() -> None:
    log = report("github", list(many(errors=25, warnings=12, infos=3)))
    assert [sum(a.kind == kind for a in runner(log)) for kind in ("error", "warning", "notice")] == [10, 10, 3]
    plain = [line for line in log.splitlines() if not line.startswith("::")]
    assert len(plain) == 15 + 2 + 1
    last = (
        "jats: 25 errors and 12 warnings in 40 files; 17 more are in the log above: GitHub shows 10 of a kind per step"
    )
    assert plain[-1] == last


def test_each_code_of_a_file_is_annotated_once_before_any_is_twice() -> None:
    often = tuple(finding("COM100", Severity.ERROR, line=line) for line in range(1, 30))
    rare = finding("COM200", Severity.ERROR, line=99)
    shown = runner(report("github", [Result("a.xml", Verdict.VALID, findings=(*often, rare))]))
    assert len(shown) == 10
    assert sum(a.properties["title"] == "COM200" for a in shown) == 1


def test_hostile_names_and_messages_add_no_command() -> None:
    shown = runner(report("github", hostile() * 30))
    assert {a.kind for a in shown} == {"error", "warning", "notice"}
    assert {frozenset(a.properties) for a in shown} == {frozenset({"file", "line", "col", "title"})}
    assert all("\n" not in a.message and "\x1b" not in a.message for a in shown)


def test_a_percent_sign_survives() -> None:
    result = Result(
        "a.xml", Verdict.VALID, findings=(finding("COM100", Severity.ERROR, message="100%0A is 50% of it"),)
    )
    assert runner(report("github", [result]))[0].message == "100%0A is 50% of it"


def test_paths_start_at_the_root_of_the_repository(tmp_path: Path) -> None:
    shown = runner(report("github", [real(name="one.xml")], look_at(tmp_path, "journal")))
    assert {a.properties["file"] for a in shown} == {"journal/one.xml"}


def test_standard_input_is_no_file_of_the_repository() -> None:
    assert "file" not in runner(report("github", [real(name="-")]))[0].properties


# The summary of the job


def summary(results: list[Result], file: Path) -> str:
    report("github", results, Look(summary=str(file)))
    return file.read_text("utf-8")


def cells(markdown: str) -> list[list[str]]:
    """The text of each row of each table, and nothing but text in it."""
    rows: list[list[str]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.type == "tr_open":
            rows.append([])
        if token.type == "inline" and token.level > 3:
            assert {child.type for child in token.children or ()} <= {"text", "text_special"}
            rows[-1].append("".join(child.content for child in token.children or ()))
    return rows


def test_the_summary_counts_by_code_worst_first(tmp_path: Path) -> None:
    text = summary(ordinary(), tmp_path / "summary.md")
    assert text.startswith("## jats: 4 errors and 2 warnings in 6 files\n\n1 file could not be read.\n")
    assert [row[2] for row in cells(text)[1:8]] == [
        "COM105", "SCH001", "SCH005", "SCH013", "COM201", "SCH006", "COM301"
    ]  # fmt: skip
    assert ["❌ error", "articles/b.yaml:14:11", "COM105", "authors[2].orcid: check digit is 7, expected 4"] in cells(
        text
    )


def test_a_clean_run_says_so(tmp_path: Path) -> None:
    assert summary(ordinary()[:1], tmp_path / "summary.md") == "## jats: nothing to fix in 1 file\n\n"


def test_the_summary_is_appended_to_what_other_steps_wrote(tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    file.write_text("# Before\n", "utf-8")
    assert summary(ordinary(), file).startswith("# Before\n## jats: ")


def test_hostile_text_means_nothing_in_markdown(tmp_path: Path) -> None:
    rows = cells(summary(hostile(), tmp_path / "summary.md"))
    shown = rows[-1][-1]
    assert "<script>alert(1)</script>" in shown
    assert "| `code` [link](http://evil.example) @everyone" in shown
    assert {len(row) for row in rows} == {4}
    assert HOSTILE[:10] in shown


def test_the_summary_of_a_large_run_stays_below_what_github_takes(tmp_path: Path) -> None:
    results = [Result(f"{n}.xml", Verdict.VALID, findings=hostile()[0].findings * 10) for n in range(200)]
    text = summary([*many(5_000, 5_000), *results], tmp_path / "summary.md")
    assert len(text.encode()) < 1_000_000
    assert "more are in the log." in text


def test_a_summary_that_can_not_be_written_is_a_warning(tmp_path: Path) -> None:
    last = runner(report("github", ordinary(), Look(summary=str(tmp_path / "no" / "summary.md"))))[-1]
    assert (last.kind, last.message) == ("warning", "the summary could not be written: No such file or directory")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "gitlab"])
def test_other_formats_write_no_summary(form: str, tmp_path: Path) -> None:
    report(form, ordinary(), Look(summary=str(tmp_path / "summary.md")))
    assert not (tmp_path / "summary.md").exists()
