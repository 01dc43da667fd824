"""Findings as GitLab's Code Quality report; a merge request shows which of them are new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jats.findings import Severity
from jats.reports.look import Look
from jats.reports.placed import Placed, json_text, place_findings
from jats.results import Result

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_CATEGORIES = {Severity.ERROR: "Bug Risk", Severity.WARNING: "Style", Severity.INFO: "Clarity"}


def report_gitlab(results: Iterable[Result], look: Look) -> Iterator[str]:
    """One JSON list with one object per finding, streamed; GitLab identifies findings by fingerprint only, so each is unique."""
    lead = "[\n"
    for placed in place_findings(results, look):
        yield lead + json_text(_issue(placed))
        lead = ",\n"
    yield "\n]\n" if lead == ",\n" else "[]\n"


def _issue(placed: Placed) -> dict[str, Any]:
    finding = placed.finding
    field = f"{finding.data_path}: " if finding.data_path else ""
    line = finding.place.line or 1  # GitLab needs a line; findings on the whole file get the first
    return {
        "type": "issue",
        "check_name": finding.code,
        "description": f"{finding.code} {field}{finding.message}",
        "categories": [_CATEGORIES[finding.severity]],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": placed.fingerprint,
        "location": {"path": placed.path, "lines": {"begin": line, "end": line}},
    }
