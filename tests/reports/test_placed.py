"""Fingerprints: the same after unrelated edits, never the same for two findings; shared findings are said once."""

from __future__ import annotations

from pathlib import Path

from jats.findings import Severity
from jats.reports.look import Look
from jats.reports.placed import place_findings, repository_path
from jats.results import Result, Verdict
from tests.reports.results import finding, hostile, many, ordinary, real


def fingerprints(*results: Result) -> list[str]:
    return [placed.fingerprint for placed in place_findings(results, Look())]


def test_lines_added_above_change_no_fingerprint() -> None:
    before, moved = real(), real(above="\n\n<!-- three lines more -->\n")
    assert [f.place.line for f in moved.findings] != [f.place.line for f in before.findings]
    assert fingerprints(moved) == fingerprints(before) != []


def test_no_two_findings_share_a_fingerprint() -> None:
    twice = Result(
        "a.xml", Verdict.INVALID, findings=tuple(finding("SCH013", Severity.ERROR, line=n) for n in (1, 2, 3))
    )
    found = fingerprints(*ordinary(), *hostile(), *many(50, 50), twice)
    assert len(found) == len(set(found)) > 100


def test_another_file_code_or_message_is_another_fingerprint() -> None:
    first = finding("COM100", Severity.ERROR)
    others = [
        finding("COM101", Severity.ERROR, message=first.message),
        finding("COM100", Severity.ERROR, "b.xml"),
        finding("COM100", Severity.ERROR, message="another"),
    ]
    found = fingerprints(*(Result(each.place.file, Verdict.VALID, findings=(each,)) for each in [first, *others]))
    assert len({each.partition(":")[0] for each in found}) == 4


def test_what_is_wrong_in_a_file_that_articles_share_is_said_once() -> None:
    shared = finding("COM110", Severity.ERROR, "journal.yaml")
    results = [Result(f"{n}.yaml", Verdict.VALID, findings=(shared,)) for n in range(3)]
    assert len(fingerprints(*results)) == 1


def test_standard_input_and_files_outside_keep_their_names(tmp_path: Path) -> None:
    look = Look(folder=str(tmp_path / "in"), root=str(tmp_path))
    assert repository_path("-", look) == "-"
    assert repository_path("/elsewhere/a.xml", look) == "/elsewhere/a.xml"
    assert repository_path("../../a.xml", look) == "../../a.xml"
    assert repository_path("./a.xml", Look()) == "a.xml"
