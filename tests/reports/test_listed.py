"""Many findings of one code in one file: every format lists the first hundred, counts the others, and says how to list them."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from jats.findings import Fix, Severity
from jats.reports.formats import FORMATS
from jats.results import MOST_LISTED, Result, Verdict, listed
from tests.reports.results import ERROR, WARNING, finding, report

MANY = 250
LEFT = MANY - MOST_LISTED
SENTENCE = f"{LEFT} more findings of this code are not listed: list them with --all-findings"


def result(*severities: Severity) -> Result:
    found = [
        finding(
            "COM105", severities[number % len(severities)], line=number + 1, message=f"number {number + 1} is wrong"
        )
        for number in range(MANY)
    ]
    return Result("a.xml", Verdict.VALID, "publishing-1.3", findings=(*found, finding("COM201", WARNING, line=999)))


@pytest.mark.parametrize("form", FORMATS)
def test_a_hundred_are_listed_and_the_others_counted(form: str) -> None:
    text = report(form, [listed(result(ERROR))])
    numbers = {int(number) for number in re.findall(r"number (\d+) is wrong", text)}
    assert numbers == set(range(1, MOST_LISTED + 1))
    assert SENTENCE in text
    assert "COM201" in text


@pytest.mark.parametrize("form", FORMATS)
def test_all_are_listed_without_the_limit(form: str) -> None:
    text = report(form, [result(ERROR)])
    assert len(set(re.findall(r"number (\d+) is wrong", text))) == MANY
    assert "--all-findings" not in text


def test_counts_are_those_of_all_findings() -> None:
    both = [listed(result(ERROR)), listed(result(ERROR))]
    assert f"{2 * MANY} errors, 2 warnings in 2 files" in report("text", both)
    assert f"{2 * (MANY + 1):,} findings in 2 of 2 files" in report("html", both)
    assert f"{2 * MANY} errors and 2 warnings in 2 files" in report("github", both)
    assert f"(and {MANY - 1} more)" in report("junit", both)
    assert f"a.xml: {MANY} errors, 1 warning; valid JATS" in report("text", both)


def test_programs_read_the_number() -> None:
    one = listed(result(ERROR))
    shown = json.loads(report("json", [one]))[0]["findings"]
    assert [each["times"] for each in shown if "times" in each] == [LEFT]
    sarif = json.loads(report("sarif", [one]))["runs"][0]["results"]
    assert [each["occurrenceCount"] for each in sarif if "occurrenceCount" in each] == [LEFT]


def test_the_others_are_counted_by_severity() -> None:
    counted = [each for each in listed(result(ERROR, WARNING)).findings if each.times > 1]
    assert [(each.severity, each.times) for each in counted] == [(ERROR, LEFT // 2), (WARNING, LEFT // 2)]
    assert listed(result(ERROR, WARNING)).severities() == result(ERROR, WARNING).severities()


def test_one_more_than_the_limit_is_listed() -> None:
    whole = result(ERROR)
    short = replace(whole, findings=whole.findings[: MOST_LISTED + 1])
    assert listed(short).findings == short.findings
    assert listed(replace(whole, findings=())) == replace(whole, findings=())


def test_safe_fixes_of_the_others_count_as_fixable() -> None:
    whole = result(ERROR)
    fixable = tuple(replace(each, fix=Fix("a", "b")) for each in whole.findings)
    assert f"{MANY + 1} fixable with --fix" in report("text", [listed(replace(whole, findings=fixable)), result(ERROR)])
