"""`docs/ci.md` as a new user follows it: each shell block is run in its order, each push lands and is checked as GitHub would.

`sh` blocks are run in one folder, `cd` and the environment last; a `text` block shows what the one before printed (`…`: any
lines), `text annotation` what stands on the pull request; `sh fails` must fail; `yaml FILE` is that file.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.ci.journals import IDENTITY
from tests.ci.steps import Runner, load
from tests.conftest import ROOT
from tests.docs.test_commands import BLOCK, matches
from tests.reports.test_github import runner

PAGE = ROOT / "docs" / "ci.md"
ADDRESS = "https://github.com/you/tides.git"


@dataclass
class Reader:
    """A person with an empty folder and an empty repository.

    `wheels` is where the package index has our release; `dependencies` is what is installed before the page begins.
    """

    home: Path
    wheels: Path
    dependencies: Path
    printed: str = ""
    checked: list[Runner] = field(default_factory=list)
    pushed: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        subprocess.run(["git", "init", "--quiet", "--bare", str(self.origin)], check=True)
        (self.home / "folder").write_text(str(self.home), encoding="utf-8")
        (self.home / "path").write_text(os.environ["PATH"], encoding="utf-8")

    @property
    def origin(self) -> Path:
        """What stands at the address of the page."""
        return self.home / "origin.git"

    @property
    def folder(self) -> Path:
        """Where the person is now."""
        return Path((self.home / "folder").read_text("utf-8").strip())

    def type(self, lines: str) -> int:
        """Run lines of shell; where the person stands afterwards, and with what PATH, is remembered."""
        note = f'pwd > "{self.home}/folder"; printf %s "$PATH" > "{self.home}/path"'
        environment = os.environ | IDENTITY | {
            "PATH": (self.home / "path").read_text("utf-8"),
            "PIP_FIND_LINKS": str(self.wheels), "PYTHONPATH": str(self.dependencies), "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PRE_COMMIT_HOME": str(self.home / "cache"), "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_VALUE_0": ADDRESS,
            "GIT_CONFIG_KEY_0": f"url.{self.origin.as_uri()}.insteadOf",
        }  # fmt: skip
        run = subprocess.run(
            ["bash", "-ec", f"trap '{note}' EXIT\n{lines}"], cwd=self.folder, env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        )  # fmt: skip
        self.printed = run.stdout
        return run.returncode

    def check_what_was_pushed(self) -> None:
        """Of each branch that has moved, if the workflow wants it: check it out elsewhere and run the workflow's steps."""
        for line in self._git(self.origin, "for-each-ref", "--format=%(refname:short) %(objectname)").splitlines():
            branch, _, commit = line.partition(" ")
            if self.pushed.get(branch) != commit:
                self.pushed[branch] = commit
                self._check(branch, commit)

    def _check(self, branch: str, commit: str) -> None:
        checkout, temp = self.home / f"checkout-{commit}", self.home / f"temp-{commit}"
        self._git(self.home, "clone", "--quiet", str(self.origin), str(checkout), "--branch", branch)
        workflow = load(checkout / ".github" / "workflows" / "jats.yml")
        files = self._git(checkout, "ls-files").splitlines()
        if branch == "main" and not any(
            fnmatch(file, each) for file in files for each in workflow["on"]["push"]["paths"]
        ):
            return
        rest = [step for step in workflow["jobs"]["check"]["steps"] if step.get("name") != "Install jats"]
        environment = {"PATH": (self.home / "path").read_text("utf-8"), "PYTHONPATH": str(self.dependencies)}
        job = Runner(checkout, temp, {"runner.temp": str(temp)}, environment)
        job.contexts["failed"] = str(job.run(rest, {}))
        self.checked.append(job)

    def _git(self, folder: Path, *words: str) -> str:
        run = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True)
        return run.stdout.strip()


def blocks(page: str) -> Iterator[tuple[str, str, str]]:
    yield from BLOCK.findall(page)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the shown commands are for a POSIX shell")
def test_the_page_can_be_followed_to_a_checked_pull_request(tmp_path: Path, wheels: Path, dependencies: Path) -> None:
    reader = Reader(tmp_path, wheels, dependencies)
    for kind, argument, text in blocks(PAGE.read_text("utf-8")):
        if kind == "sh":
            code = reader.type(text)
            assert (code != 0) == (argument == "fails"), f"{text}\n{reader.printed}"
            reader.check_what_was_pushed()
        elif kind == "yaml" and argument:
            (reader.folder / argument).parent.mkdir(parents=True)
            (reader.folder / argument).write_text(text, encoding="utf-8")
        elif argument == "annotation":
            (shown,) = runner(reader.checked[-1].log)
            assert [shown.properties["title"], shown.message] == text.splitlines()
            assert shown.properties["line"] == "9"
        elif kind == "text":
            assert matches(text.splitlines(), reader.printed.splitlines()), reader.printed
    assert [job.contexts["failed"] for job in reader.checked] == ["1", "0"]
    assert (reader.folder / "report.html").stat().st_size > 1_000


def test_the_page_names_every_input_of_the_action() -> None:
    named = set(re.findall(r"^\| `([\w-]+)` \|", PAGE.read_text("utf-8"), re.MULTILINE))
    assert named == set(load(ROOT / "action.yml")["inputs"])
