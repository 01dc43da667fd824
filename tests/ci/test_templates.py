"""What `jats init --ci` writes: read by each service's own schema, never over what is there, asking for our own version."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from jats.cli.init import CI_FILES, Service, make_journal
from jats.errors import InputError
from jats.model.json_schema import json_schema_text
from tests.ci.steps import load

pytestmark = pytest.mark.slow

MADE = cache(json_schema_text)
SCHEMAS = {Service.GITHUB: "vendor.github-workflows", Service.GITLAB: "vendor.gitlab-ci"}


@pytest.fixture(autouse=True)
def schemas_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jats.model.json_schema.json_schema_text", MADE)


def written(folder: Path, service: Service) -> Path:
    make_journal(folder, [service])
    return folder / CI_FILES[service][1]


def judged(*command: str) -> str:
    run = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False)
    return "" if run.returncode == 0 else run.stdout + run.stderr


@pytest.mark.parametrize("service", SCHEMAS)
def test_the_schema_of_the_service_accepts_it(service: Service, tmp_path: Path) -> None:
    file = written(tmp_path, service)
    assert judged("check_jsonschema", "--builtin-schema", SCHEMAS[service], str(file)) == ""


def test_pre_commit_accepts_its_file(tmp_path: Path) -> None:
    assert judged("pre_commit", "validate-config", str(written(tmp_path, Service.PRE_COMMIT))) == ""


def test_the_action_and_the_hooks_are_accepted(root: Path) -> None:
    assert judged("check_jsonschema", "--builtin-schema", "vendor.github-actions", str(root / "action.yml")) == ""
    assert judged("pre_commit", "validate-manifest", str(root / ".pre-commit-hooks.yaml")) == ""


@pytest.mark.parametrize("service", Service)
def test_it_asks_for_the_version_that_wrote_it(service: Service, tmp_path: Path) -> None:
    text = written(tmp_path, service).read_text("utf-8")
    assert f"jats-export=={version('jats-export')}" in text
    assert "VERSION" not in text


@pytest.mark.parametrize("service", Service)
def test_a_journal_that_is_there_gets_the_file_alone(service: Service, tmp_path: Path) -> None:
    make_journal(tmp_path)
    assert make_journal(tmp_path, [service]) == [tmp_path / CI_FILES[service][1]]


@pytest.mark.parametrize("service", Service)
def test_a_file_that_is_there_is_not_written_over(service: Service, tmp_path: Path) -> None:
    file = tmp_path / CI_FILES[service][1]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("mine\n", encoding="utf-8")
    with pytest.raises(InputError, match="already exists: move it away first"):
        make_journal(tmp_path, list(Service))
    assert file.read_text("utf-8") == "mine\n"
    assert not (tmp_path / "journal.yaml").exists()


def test_the_jobs_may_write_nothing_but_findings(tmp_path: Path) -> None:
    workflow = load(written(tmp_path, Service.GITHUB))
    assert workflow["permissions"] == {"contents": "read", "security-events": "write"}
    assert workflow["jobs"]["check"]["steps"][0]["with"] == {"persist-credentials": "false"}


def actions(root: Path, folder: Path) -> list[dict[str, Any]]:
    jobs = load(written(folder, Service.GITHUB))["jobs"]
    steps = [*load(root / "action.yml")["runs"]["steps"], *jobs["check"]["steps"]]
    return [step for step in steps if "uses" in step]


def test_others_actions_are_pinned_to_a_major_version_and_nothing_is_cached(root: Path, tmp_path: Path) -> None:
    for step in actions(root, tmp_path):
        name, _, pinned = step["uses"].partition("@")
        assert pinned[:1] == "v"
        assert pinned[1:].isdigit(), step
        assert "cache" not in name
        assert "cache" not in step.get("with", {})
