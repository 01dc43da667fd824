"""The table of report formats: each row is a name and the place of its function; only the requested one is imported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from jats.reports.look import Look
from jats.results import Result

Report = Callable[[Iterable[Result], Look], Iterator[str]]
"""Takes results as they arrive and yields pieces of the report as soon as they are final."""

FORMATS = {
    "text": "jats.reports.text:report_text",
    "json": "jats.reports.json:report_json",
    "jsonl": "jats.reports.json:report_jsonl",
    "sarif": "jats.reports.sarif:report_sarif",
    "junit": "jats.reports.junit:report_junit",
    "github": "jats.reports.github:report_github",
    "gitlab": "jats.reports.gitlab:report_gitlab",
    "html": "jats.reports.html:report_html",
}


def report_for(name: str) -> Report:
    """The report of that format; raises KeyError for an unknown name."""
    module, function = FORMATS[name].split(":")
    report: Report = getattr(import_module(module), function)
    return report
