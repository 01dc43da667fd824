"""The GitLab job that init writes: its script, run line by line as GitLab's runner does."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from junitparser import JUnitXml

from jats.cli.init import Service
from tests.ci.journals import journal, spoil
from tests.ci.steps import load

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("faulty", [False, True])
def test_the_job_leaves_both_reports_and_fails_only_on_errors(tmp_path: Path, jats_program: Path, faulty: bool) -> None:
    folder = journal(tmp_path / "journal", Service.GITLAB)
    if faulty:
        spoil(folder)
    job = load(folder / ".gitlab-ci.yml")["jats"]
    install, *script = job["script"]
    assert "pip install" in install
    environment = {**os.environ, "PATH": f"{jats_program.parent}:/usr/bin:/bin", "CI_PROJECT_DIR": str(folder)}
    run = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(script)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == int(faulty), run.stdout + run.stderr
    reports = job["artifacts"]["reports"]
    issues = json.loads((folder / reports["codequality"]).read_text("utf-8"))
    assert {issue["location"]["path"] for issue in issues} <= {"articles/example/article.yaml", "journal.yaml"}
    assert [issue["severity"] for issue in issues if issue["severity"] == "major"] == ["major"] * faulty
    (suite,) = JUnitXml.fromfile(str(folder / reports["junit"]))
    assert suite.failures == int(faulty)
