"""The action's steps, run as shell in their order with the environment that GitHub gives them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from jats.cli.init import Service
from tests.ci.journals import journal, spoil
from tests.ci.steps import Runner, load
from tests.reports.test_github import Annotation, runner

pytestmark = pytest.mark.slow

UPLOAD = "github/codeql-action/upload-sarif@v4"
PYTHON = {"actions/setup-python@v6": {"python-path": sys.executable}}


def act(root: Path, folder: Path, program: Path | None = None, **inputs: str) -> tuple[Runner, int]:
    """The action on the journal in a folder; with a program, the step that installs one is left out."""
    action = load(root / "action.yml")
    contexts = {f"inputs.{name}": value["default"] for name, value in action["inputs"].items()}
    contexts |= {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
    contexts["github.action_path"] = str(root)
    steps = action["runs"]["steps"]
    if program:
        contexts["steps.install.outputs.program"] = str(program)
        steps = [step for step in steps if step.get("id") != "install"]
    job = Runner(folder, folder.parent / "temp", contexts)
    return job, job.run(steps, PYTHON)


def errors(job: Runner) -> list[Annotation]:
    """The errors that stand on the pull request; what else the rules remark is not this test's matter."""
    return [shown for shown in runner(job.log) if shown.kind == "error"]


def uploaded(job: Runner) -> list[str]:
    """The levels of the results that went to code scanning, errors only."""
    log = json.loads(Path(job.used[UPLOAD]["sarif_file"]).read_text("utf-8"))
    return [result["level"] for result in log["runs"][0]["results"] if result["level"] == "error"]


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    return journal(tmp_path / "journal")


def test_a_clean_journal_passes_and_is_uploaded_so_that_old_alerts_close(
    root: Path, clean: Path, jats_program: Path
) -> None:
    job, code = act(root, clean, jats_program)
    assert (code, errors(job), uploaded(job)) == (0, [], []), job.log
    assert job.log.splitlines()[-1].endswith("in 1 file")
    assert job.summary.startswith("## jats: ")


def test_a_finding_is_annotated_uploaded_summarised_and_fails_the_job(
    root: Path, clean: Path, jats_program: Path
) -> None:
    spoil(clean)
    job, code = act(root, clean, jats_program)
    (shown,) = errors(job)
    assert (code, uploaded(job)) == (1, ["error"])
    assert shown.properties["file"] == "articles/example/article.yaml"
    assert shown.properties["title"].endswith("authors[1].orcid")
    assert "authors" in job.summary


@pytest.mark.parametrize("targets", ["pmc,doaj", "pmc doaj", " pmc\ndoaj\n"])
def test_services_are_named_with_commas_blanks_or_lines(
    root: Path, clean: Path, jats_program: Path, targets: str
) -> None:
    folder = clean / "articles" / "example"
    text = (folder / "article.yaml").read_text("utf-8").replace("doi: 10.15407", "# doi: 10.15407")
    (folder / "article.yaml").write_text(text, encoding="utf-8")
    job, code = act(root, clean, jats_program, targets=targets)
    assert code == 1
    assert {"PMC", "DOA"} <= {shown.properties["title"][:3] for shown in runner(job.log)}


def test_warnings_fail_when_asked_to(root: Path, clean: Path, jats_program: Path) -> None:
    article = clean / "articles" / "example" / "article.yaml"
    text = article.read_text("utf-8").replace(
        "title: How an example becomes an article", "title: HOW AN EXAMPLE BECOMES AN ARTICLE"
    )
    article.write_text(text, encoding="utf-8")
    assert act(root, clean, jats_program)[1] == 0
    assert act(root, clean, jats_program, fail_on="warning")[1] == 1


@pytest.mark.parametrize("hostile", ["$(touch pwned)", "`touch pwned`", '"; touch pwned; "', "articles; touch pwned"])
def test_no_input_is_taken_for_shell(root: Path, clean: Path, jats_program: Path, hostile: str) -> None:
    _, code = act(root, clean, jats_program, paths=hostile, targets=hostile, fail_on=hostile)
    assert code == 2
    assert not (clean / "pwned").exists()


@pytest.mark.parametrize("name", ["paths", "targets", "fail_on"])
def test_no_input_is_taken_for_an_option(root: Path, clean: Path, jats_program: Path, name: str) -> None:
    job, code = act(root, clean, jats_program, **{name: "--format=html"})
    assert code == 2
    assert "<html" not in job.log


def test_paths_may_hold_blanks_and_stand_one_a_line(root: Path, clean: Path, jats_program: Path) -> None:
    (clean / "articles").rename(clean / "all articles")
    assert act(root, clean, jats_program, paths="all articles\r\n")[1] == 0
    job, code = act(root, clean, jats_program, paths="all articles\nmissing\n")
    assert code == 2
    assert "missing" in job.log


def test_nothing_is_uploaded_where_that_is_not_wanted_or_there_is_nothing(
    root: Path, clean: Path, jats_program: Path
) -> None:
    assert UPLOAD not in act(root, clean, jats_program, sarif="false")[0].used
    assert UPLOAD not in act(root, clean, jats_program, targets="nobody")[0].used


@pytest.mark.slow
def test_the_action_installs_what_it_came_with_into_an_environment_of_its_own(
    root: Path, clean: Path, dependencies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(dependencies))
    job, code = act(root, clean)
    assert (code, errors(job)) == (0, []), job.log
    assert (clean.parent / "temp" / "jats" / "bin" / "jats").exists()


@pytest.mark.slow
def test_a_version_that_does_not_exist_stops_the_job(root: Path, clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    job, code = act(root, clean, version="0.0.0.dev99")
    assert code == 1
    assert "jats-export==0.0.0.dev99" in job.log


def test_the_workflow_that_init_writes_checks_and_collects(tmp_path: Path, jats_program: Path) -> None:
    folder = journal(tmp_path / "journal", Service.GITHUB)
    steps = load(folder / ".github" / "workflows" / "jats.yml")["jobs"]["check"]["steps"]
    rest = [step for step in steps if step.get("name") != "Install jats"]
    for faulty in (False, True):
        if faulty:
            spoil(folder)
        path = {"PATH": f"{jats_program.parent}:/usr/bin:/bin"}
        job = Runner(folder, tmp_path / "temp", {"runner.temp": str(tmp_path / "temp")}, path)
        assert job.run(rest, PYTHON) == int(faulty), job.log
        assert len(uploaded(job)) == len(errors(job)) == int(faulty)
