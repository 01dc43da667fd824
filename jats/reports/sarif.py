"""Findings as SARIF 2.1.0, the standard format of static analysis, within the limits of GitHub code scanning.

GitHub takes 25,000 results per run and shows 5,000 of them, not by severity, so the most severe come first. Results beyond
the limit are counted in a notification of the run. Codes become rules with the help text of their pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from jats.findings import Severity
from jats.messages.explanations import Explanation, all_explanations, sentence
from jats.reports.look import Look
from jats.reports.placed import Placed, json_text, place_findings
from jats.results import Result, Verdict

RESULTS, TAGS = 25_000, 10
"""GitHub's limits: results per run, and tags shown of a rule."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def report_sarif(results: Iterable[Result], look: Look) -> Iterator[str]:
    """One SARIF log with one run; at most 25,000 findings per severity are kept in memory, and written at the end."""
    kept = _Kept()
    for placed in place_findings(kept.watch(results), look):
        kept.add(placed)
    worst_first = kept.worst_first()
    codes = sorted({placed.finding.code for placed in worst_first})
    index = {code: number for number, code in enumerate(codes)}
    yield _head(kept, codes, worst_first)
    lead = "\n"
    for placed in worst_first:
        yield lead + json_text(_result(placed, index[placed.finding.code]))
        lead = ",\n"
    yield "\n]}]}\n"


class _Kept:
    """The findings that fit, and how many did not."""

    def __init__(self) -> None:
        self.complete = True
        self.total = 0
        self._by_severity: dict[Severity, list[Placed]] = {severity: [] for severity in _LEVELS}

    def watch(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results; records whether all could be read."""
        for result in results:
            self.complete = self.complete and result.verdict is not Verdict.UNREADABLE
            yield result

    def add(self, placed: Placed) -> None:
        self.total += placed.finding.times
        found = self._by_severity[placed.finding.severity]
        if len(found) < RESULTS:
            found.append(placed)

    def worst_first(self) -> list[Placed]:
        return [placed for found in self._by_severity.values() for placed in found][:RESULTS]


def _head(kept: _Kept, codes: list[str], shown: list[Placed]) -> str:
    pages = all_explanations()
    services: dict[str, set[str]] = {code: set() for code in codes}
    levels = dict.fromkeys(codes, Severity.INFO)
    for placed in shown:
        code = placed.finding.code
        services[code].update(placed.finding.services)
        levels[code] = max(levels[code], placed.finding.severity)
    rules = [_rule(code, pages.get(code), levels[code], sorted(services[code])) for code in codes]
    invocation: dict[str, Any] = {"executionSuccessful": kept.complete}
    if left := kept.total - sum(placed.finding.times for placed in shown):
        message = f"{left:,} more findings are left out: {RESULTS:,} is the most that a run may have"
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": message}}]
    driver = {"name": "jats", "version": version("jats-export"), "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "invocations": [invocation]}
    start = json_text({"$schema": _SCHEMA, "version": "2.1.0"}).removesuffix("}")
    return f'{start}, "runs": [{json_text(run).removesuffix("}")}, "results": ['


def _rule(code: str, page: Explanation | None, severity: Severity, services: list[str]) -> dict[str, Any]:
    """A code as GitHub shows it with an alert; a code without a page (from a plug-in) has only its name."""
    rule: dict[str, Any] = {
        "id": code,
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {
            "tags": ["jats", *services][:TAGS],
            "problem.severity": severity.word if severity is not Severity.INFO else "recommendation",
        },
    }
    if page:
        rule["shortDescription"] = {"text": page.title}
        rule["fullDescription"] = {"text": sentence(page.why)}
        rule["help"] = {"text": _plain(page), "markdown": _markdown(page)}
    return rule


def _plain(page: Explanation) -> str:
    return f"{sentence(page.why)}\n\nWrong:\n{page.wrong}\n\nRight:\n{page.right}\n\nSource: {page.source}"


def _markdown(page: Explanation) -> str:
    wrong, right = (f"```xml\n{example}\n```" for example in (page.wrong, page.right))
    return f"{sentence(page.why)}\n\n**Wrong**\n\n{wrong}\n\n**Right**\n\n{right}\n\nSource: {page.source}"


def _result(placed: Placed, rule_index: int) -> dict[str, Any]:
    finding = placed.finding
    field = f"{finding.data_path}: " if finding.data_path else ""
    return {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": field + finding.message},
        "locations": [_location(placed)],
        "partialFingerprints": {"primaryLocationLineHash": placed.fingerprint},
        **({"occurrenceCount": finding.times} if finding.times > 1 else {}),
        **({"properties": {"services": list(finding.services)}} if finding.services else {}),
    }


def _location(placed: Placed) -> dict[str, Any]:
    artifact = {"uri": _uri(placed.path)}
    if not artifact["uri"].startswith("file:"):
        artifact["uriBaseId"] = "%SRCROOT%"
    physical = {"artifactLocation": artifact, "region": _region(placed)}
    name = placed.finding.data_path or placed.finding.xml_path
    return {"physicalLocation": physical} | ({"logicalLocations": [{"fullyQualifiedName": name}]} if name else {})


def _region(placed: Placed) -> dict[str, Any]:
    """The place; GitHub shows no result without a line, so a finding on a whole file gets its first line."""
    line, column = placed.finding.place.line, placed.finding.place.column
    region: dict[str, Any] = {"startLine": line or 1}
    if line and column:
        width = placed.excerpt.width if placed.excerpt else 1
        region |= {"startColumn": column, "endColumn": column + max(width, 1)}
    if placed.excerpt:
        region["snippet"] = {"text": placed.excerpt.text}
    return region


def _uri(path: str) -> str:
    address = quote(path.encode("utf-8", "surrogatepass"))
    return f"file://{address}" if address.startswith("/") else address
