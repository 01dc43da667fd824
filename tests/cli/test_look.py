"""What a report is told of the world: the terminal, the repository around the run, the file for the job's summary."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from jats.cli.streams import look_of


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_the_repository_is_the_folder_that_the_service_names(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "journal").mkdir()
    monkeypatch.chdir(tmp_path / "journal")
    monkeypatch.setenv(name, str(tmp_path))
    look = look_of(io.StringIO())
    assert (look.root, look.folder) == (str(tmp_path), str(tmp_path / "journal"))


def test_without_such_a_name_it_is_the_nearest_folder_with_a_git_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / "house" / "journal" / "articles"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    (tmp_path / "house" / ".git").mkdir()
    assert look_of(io.StringIO()).root == str(tmp_path / "house")
    (tmp_path / "house" / "journal" / ".git").write_text("gitdir: elsewhere", encoding="utf-8")  # as in a worktree
    assert look_of(io.StringIO()).root == str(tmp_path / "house" / "journal")


def test_a_run_outside_of_it_has_its_own_folder_as_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "elsewhere"))
    assert look_of(io.StringIO()).root == str(tmp_path)


def test_a_folder_that_was_removed_meanwhile_is_no_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert look_of(io.StringIO()).folder == ""
    os.chdir(tmp_path)


def test_the_summary_goes_where_github_says(monkeypatch: pytest.MonkeyPatch) -> None:
    assert look_of(io.StringIO()).summary == ""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    assert look_of(io.StringIO()).summary == "summary.md"
