"""Findings as JSON: one object per file, as a list (`json`) or one per line (`jsonl`); their JSON Schema is in `jats/data`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from jats.findings import Finding, Place
from jats.reports.look import Look
from jats.results import Result


def report_jsonl(results: Iterable[Result], _look: Look) -> Iterator[str]:
    """One object per line, as soon as its result arrives."""
    return (_dump(result) + "\n" for result in results)


def report_json(results: Iterable[Result], _look: Look) -> Iterator[str]:
    """One JSON list with one object per file; also streamed, so that memory does not grow with the number of files."""
    lead = "[\n"
    for result in results:
        yield lead + _dump(result)
        lead = ",\n"
    yield "\n]\n" if lead == ",\n" else "[]\n"


def result_object(result: Result) -> dict[str, Any]:
    """One result as the object that `results.schema.json` describes."""
    return {
        "file": result.file,
        "verdict": result.verdict.value,
        "schema": result.schema,
        "why": result.why,
        "doi": result.doi,
        "findings": [finding_object(finding) for finding in result.findings],
    }


def finding_object(finding: Finding) -> dict[str, Any]:
    """One finding as an object; absent values are left out, except line and column, which may be null."""
    extras = {
        "data_path": finding.data_path,
        "xml_path": finding.xml_path,
        "xml_place": finding.xml_place and _place_object(finding.xml_place),
        "fix": finding.fix and {"old": finding.fix.old, "new": finding.fix.new, "safe": finding.fix.safe},
        "source": finding.source,
        "services": list(finding.services) or None,
        "times": finding.times if finding.times > 1 else None,
    }
    return {
        "code": finding.code,
        "severity": finding.severity.word,
        "message": finding.message,
        **_place_object(finding.place),
        **{key: value for key, value in extras.items() if value is not None},
    }


def _place_object(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column}


def _dump(result: Result) -> str:
    # ASCII escapes give the same bytes on every terminal and can express lone surrogates in file names.
    return json.dumps(result_object(result), ensure_ascii=True)


def results_schema() -> str:
    """The JSON Schema of both formats, as text."""
    from importlib.resources import files

    return files("jats.data").joinpath("results.schema.json").read_text("utf-8")
