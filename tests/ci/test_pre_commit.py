"""The hooks, run by the real pre-commit on real commits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ci.journals import IDENTITY, journal, spoil
from tests.validation.host import DOCTYPE, HOST

pytestmark = pytest.mark.slow

NEEDED = ("jats", "schemas", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", ".pre-commit-hooks.yaml")
"""What of this project a hook is made from."""


class Repository:
    """A journal's repository in which pre-commit is installed; `environment` is added to that of its commands."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.folder = folder
        cache = {"PRE_COMMIT_HOME": str(folder.parent / "cache")}
        self._environment = {**os.environ, **IDENTITY, **cache, **environment}
        self.command(sys.executable, "-m", "pre_commit", "install")

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words,
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def commit(self) -> tuple[bool, str]:
        """Whether a commit of everything went through, and what was printed."""
        self.command("git", "add", "--all")
        done = self.command("git", "commit", "--message=another article")
        return done.returncode == 0, done.stdout


def published(root: Path, folder: Path) -> str:
    """A copy of this project as a repository that hooks are taken from, and its commit."""
    for name in NEEDED:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            folder.mkdir(exist_ok=True)
            shutil.copy(source, folder / name)
    git = ["git", "-C", str(folder)]
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message=release"]):
        subprocess.run([*git, *words], check=True, env=os.environ | IDENTITY)
    head = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True)
    return head.stdout.strip()


def test_hooks_of_this_repository_stop_a_commit_until_it_is_mended(
    root: Path, tmp_path: Path, dependencies: Path
) -> None:
    commit = published(root, tmp_path / "project")
    folder = journal(tmp_path / "journal")
    hooks = "hooks: [{id: jats-check}, {id: jats-validate}]"
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {tmp_path / 'project'}\n    rev: {commit}\n    {hooks}\n", encoding="utf-8"
    )
    repository = Repository(folder, PYTHONPATH=str(dependencies))
    (folder / "xml").mkdir()
    (folder / "xml" / "tides.xml").write_text(DOCTYPE + HOST, encoding="utf-8")
    done, said = repository.commit()
    assert done, said
    assert [line.split("...")[0] for line in said.splitlines() if line.endswith("Passed")] == [
        "jats check",
        "jats validate",
    ]

    spoil(folder)
    (folder / "xml" / "tides.xml").write_text(DOCTYPE + HOST.replace("title-group>", "title-grup>"), encoding="utf-8")
    done, said = repository.commit()
    assert not done
    assert "articles/example/article.yaml:" in said
    assert "authors[1].orcid: check digit" in said
    assert "xml/tides.xml:" in said

    (folder / "xml" / "tides.xml").write_text(DOCTYPE + HOST, encoding="utf-8")
    assert repository.command("git", "checkout", "HEAD", "--", "articles").returncode == 0
    (folder / "notes.txt").write_text("of no matter to jats\n", encoding="utf-8")
    done, said = repository.commit()
    assert done, said
    assert "Skipped" in said
