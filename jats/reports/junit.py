"""Findings as JUnit XML, which almost every CI service shows: one suite per article, one case per family of codes.

A case has at most one failure, because Jenkins keeps only one; its text has all findings of the family. What does not fail the
run is output of a case that passed. A file that could not be read is an error, one that was not validated is skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.etree import ElementTree

from jats.findings import Finding
from jats.reports.look import Look
from jats.reports.paint import clean
from jats.reports.placed import repository_path
from jats.reports.text import finding_line
from jats.results import Result, Verdict

_SCHEMA = "SCH"
_PLAIN = Look()


def report_junit(results: Iterable[Result], look: Look) -> Iterator[str]:
    """One document, written suite by suite."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="jats">\n'
    for result in results:
        suite = _suite(result, look)
        ElementTree.indent(suite)
        yield ElementTree.tostring(suite, encoding="unicode") + "\n"
    yield "</testsuites>\n"


def _suite(result: Result, look: Look) -> ElementTree.Element:
    families: dict[str, list[Finding]] = {_SCHEMA: []}
    families |= {name: list(found) for name, found in groupby(sorted(result.findings, key=_family), _family)}
    if not _was_judged(result):
        families.pop(_SCHEMA)
    suite = ElementTree.Element("testsuite", name=clean(repository_path(result.file, look)))
    suite.extend(_case(result, name, found, look) for name, found in sorted(families.items()))
    for counted, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(counted, str(sum(1 for _ in suite.iter(tag))))
    return suite


def _was_judged(result: Result) -> bool:
    """Whether the input was validated: not if earlier faults prevented it, or if it is not XML with a known schema."""
    return result.schema is not None or any(_family(finding) == _SCHEMA for finding in result.findings)


def _case(result: Result, family: str, found: list[Finding], look: Look) -> ElementTree.Element:
    file = clean(repository_path(result.file, look))
    title = "schema" if family == _SCHEMA else family
    case = ElementTree.Element("testcase", classname=file, name=title, file=file, time="0")
    failing = [finding for finding in found if finding.severity >= look.fail_on]
    if family == _SCHEMA and result.verdict is Verdict.UNKNOWN_SCHEMA and not failing:
        ElementTree.SubElement(case, "skipped", message=_message(found) or "not judged: no schema for it")
    elif failing:
        tag = "error" if result.verdict is Verdict.UNREADABLE else "failure"
        entry = ElementTree.SubElement(case, tag, message=_message(failing), type=failing[0].code)
        entry.text = _lines(found)
    elif found:
        ElementTree.SubElement(case, "system-out").text = _lines(found)
    return case


def _family(finding: Finding) -> str:
    return finding.code.rstrip("0123456789")


def _message(found: list[Finding]) -> str:
    number = sum(finding.times for finding in found)
    rest = f" (and {number - 1} more)" if number > 1 else ""
    return clean(found[0].message) + rest if found else ""


def _lines(found: list[Finding]) -> str:
    return "\n" + "".join(f"{finding_line(finding, _PLAIN)}\n" for finding in found)
