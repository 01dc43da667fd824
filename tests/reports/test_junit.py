"""JUnit XML, as junitparser reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from jats.findings import Severity
from jats.reports.look import Look
from jats.results import Result
from tests.reports.results import hostile, ordinary, report


def suites(results: list[Result], look: Look | None = None) -> dict[str, TestSuite]:
    return {str(suite.name): suite for suite in JUnitXml.fromstring(report("junit", results, look).encode())}


def cases(suite: TestSuite) -> dict[str, TestCase]:
    return {str(case.name): case for case in suite}


def test_an_article_is_a_suite_and_a_family_of_codes_a_case() -> None:
    found = suites(ordinary())
    assert list(found) == ["articles/a.xml", "articles/b.yaml", "c.xml", "d.xml", "e.xml", "f.xml"]
    assert list(cases(found["articles/b.yaml"])) == ["COM", "schema"]
    assert list(cases(found["articles/a.xml"])) == ["schema"]


def test_a_case_has_one_failure_with_all_findings_of_its_family() -> None:
    (failure,) = cases(suites(ordinary())["articles/b.yaml"])["COM"].result
    assert isinstance(failure, Failure)
    assert (failure.message, failure.type) == ("check digit is 7, expected 4", "COM105")
    assert [line.split()[2] for line in (failure.text or "").strip().splitlines()] == ["COM105", "COM201", "COM301"]


def test_what_does_not_fail_the_run_is_output_of_a_passed_case() -> None:
    warned = [Result("b.xml", ordinary()[1].verdict, findings=ordinary()[1].findings[1:])]
    case = cases(suites(warned)["b.xml"])["COM"]
    assert case.is_passed
    assert "COM201" in str(case.system_out)
    assert not cases(suites(warned, Look(fail_on=Severity.WARNING))["b.xml"])["COM"].is_passed


def test_unread_files_are_errors_and_unjudged_ones_are_skipped() -> None:
    found = suites(ordinary())
    assert [type(each) for each in cases(found["f.xml"])["schema"].result] == [Error]
    assert [type(each) for each in cases(found["e.xml"])["schema"].result] == [Skipped]


def test_the_counts_of_a_suite_are_those_that_the_reader_counts() -> None:
    for suite in suites(ordinary()).values():
        said = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()  # type: ignore[no-untyped-call]  # junitparser has no types for it
        assert said == (suite.tests, suite.failures, suite.errors, suite.skipped)


@pytest.mark.parametrize("results", [hostile(), []], ids=["hostile", "none"])
def test_any_text_gives_xml_that_a_strict_reader_takes(results: list[Result], tmp_path: Path) -> None:
    file = tmp_path / "report.xml"
    file.write_text(report("junit", results), encoding="utf-8")
    assert len(JUnitXml.fromfile(str(file))) == len(results)
