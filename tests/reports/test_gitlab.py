"""GitLab's Code Quality report: of the shape that its documents give, as another project wrote it down in types."""

from __future__ import annotations

import json
from typing import Any

import pytest
from gitlab_cq import GitLabCodeQuality  # type: ignore[import-untyped]  # its types are used as a schema
from typeguard import CollectionCheckStrategy, check_type

from jats.results import Result
from tests.reports.results import hostile, ordinary, real, report


def issues(results: list[Result]) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(report("gitlab", results))
    return loaded


@pytest.mark.parametrize("results", [ordinary(), hostile(), [real()], []], ids=["ordinary", "hostile", "real", "none"])
def test_every_issue_has_the_shape_that_gitlab_reads(results: list[Result]) -> None:
    every = CollectionCheckStrategy.ALL_ITEMS
    found = check_type(issues(results), list[GitLabCodeQuality.Issue], collection_check_strategy=every)
    assert len(found) == sum(len(result.findings) for result in results)


def test_an_issue_names_code_field_and_place() -> None:
    first = issues(ordinary())[0]
    assert first["description"] == "COM105 authors[2].orcid: check digit is 7, expected 4"
    assert first["location"] == {"path": "articles/b.yaml", "lines": {"begin": 14, "end": 14}}
    assert (first["check_name"], first["severity"]) == ("COM105", "major")


def test_fingerprints_are_unique() -> None:
    found = [issue["fingerprint"] for issue in issues([*ordinary(), *ordinary(), *hostile()])]
    assert len(found) == len(set(found))
