"""JSON and JSONL: one object a file, as their published JSON Schema says."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from jats.files.sources import find_sources
from jats.findings import Finding, Fix, Place, Severity
from jats.options import Options
from jats.reports.json import report_json, report_jsonl, results_schema
from jats.reports.look import Look
from jats.results import Result, Verdict
from jats.validation.run import validate_source

FULL = Finding(
    "COM105",
    Severity.WARNING,
    "check digit – “7”",
    Place("a.yaml", 1, 2),
    "authors[1].orcid",
    "/article/@id",
    Place("a.xml", 3, None),
    Fix("a", "b", safe=False),
    "ISO 7064",
    ("pmc", "doaj"),
)
RESULTS = [
    Result("a.xml", Verdict.VALID, "publishing-1.3-mathml3", "asked for", "10.5555/1"),
    Result("bad\udcff.xml", Verdict.UNREADABLE, findings=(Finding("SCH005", Severity.ERROR, "gone", Place("b")), FULL)),
]


def check(document: object) -> None:
    jsonschema.Draft202012Validator(json.loads(results_schema())).validate(document)


def test_the_published_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(results_schema()))


def test_json_is_one_list_that_the_schema_accepts() -> None:
    document = json.loads("".join(report_json(RESULTS, Look())))
    check(document)
    assert [result["verdict"] for result in document] == ["valid", "unreadable"]
    assert document[0] == {
        "file": "a.xml",
        "verdict": "valid",
        "schema": "publishing-1.3-mathml3",
        "why": "asked for",
        "doi": "10.5555/1",
        "findings": [],
    }
    assert document[1]["findings"][1]["fix"] == {"old": "a", "new": "b", "safe": False}


def test_an_empty_run_is_an_empty_list() -> None:
    assert json.loads("".join(report_json([], Look()))) == []
    assert list(report_jsonl([], Look())) == []


def test_jsonl_is_the_same_objects_one_a_line() -> None:
    lines = "".join(report_jsonl(RESULTS, Look())).splitlines()
    assert [json.loads(line) for line in lines] == json.loads("".join(report_json(RESULTS, Look())))


def test_a_result_is_given_out_before_the_next_is_asked_for() -> None:
    asked: list[str] = []

    def results() -> object:
        for result in RESULTS:
            asked.append(result.file)
            yield result

    report = report_jsonl(results(), Look())  # type: ignore[arg-type]  # a generator is an iterable
    next(report)
    assert asked == ["a.xml"]


@pytest.mark.parametrize(
    "broken", [{"verdict": "good"}, {"extra": 1}, {"findings": [{"code": "SCH001"}]}, {"file": None}]
)
def test_the_schema_refuses_what_is_never_written(broken: dict[str, object]) -> None:
    document = json.loads("".join(report_json(RESULTS[:1], Look())))
    with pytest.raises(jsonschema.ValidationError):
        check([document[0] | broken])


@pytest.mark.slow
def test_the_whole_corpus_reported_is_what_the_schema_says(shared: Path) -> None:
    sources = find_sources([str(shared / "corpus" / "articles")])
    report = report_json((validate_source(source, Options()) for source in sources), Look())
    document = json.loads("".join(report))
    check(document)
    assert len(document) == 140
    assert sum(result["doi"] is not None for result in document) > 110
