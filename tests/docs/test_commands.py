"""Every command shown in README, docs and samples is run, in the order of its page, and its output compared.

A fenced block marked `console` is run: lines after `$ ` are commands, the lines below what they print (standard output and
error together); a line `…` stands for any lines. The page's
blocks share one folder, which begins as a copy of `samples/`. Commands end with exit code 0, but for the last one of a block
marked `console fails`. A block `yaml FILE` or `toml FILE` makes that file.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

BLOCK = re.compile(r"^```(\w+)(?: +([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "samples/*/README.md")
    for path in ROOT.glob(pattern)
    if "```console" in path.read_text(encoding="utf-8")
)


def steps(page: str) -> Iterator[tuple[str, str, str]]:
    """Kind, argument and text of each block that is run or makes a file."""
    for kind, argument, text in BLOCK.findall(page):
        if kind == "console" or (kind in ("yaml", "toml", "json", "xml", "text") and argument):
            yield kind, argument, text


def commands(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a block with the lines that it prints."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, *output = part.rstrip("\n").split("\n")
        while command.endswith("\\"):
            command = command[:-1] + output.pop(0)
        yield command, output


def matches(shown: list[str], printed: list[str]) -> bool:
    """Whether what was printed is what is shown, `…` standing for any lines."""
    pattern = "\n".join(r"(?:.*\n)*?.*" if line.strip() == "…" else re.escape(line.rstrip()) for line in shown)
    return re.fullmatch(pattern, "\n".join(line.rstrip() for line in printed)) is not None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the samples."""
    shutil.copytree(ROOT / "samples", tmp_path / "work" / "samples")
    return tmp_path / "work"


@pytest.mark.skipif(sys.platform == "win32", reason="the shown commands are for a POSIX shell")
@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_shown_commands_print_what_is_shown(page: Path, folder: Path, jats_program: Path) -> None:
    environment = os.environ | {"PATH": f"{jats_program.parent}{os.pathsep}{os.environ['PATH']}"}
    for kind, argument, text in steps(page.read_text(encoding="utf-8")):
        if kind != "console":
            target = folder / argument
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            continue
        in_block = list(commands(text))
        for command, shown in in_block:
            run = subprocess.run(
                ["sh", "-c", command + " 2>&1"],
                cwd=folder,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            printed = run.stdout.splitlines()
            assert matches(shown, printed), f"$ {command}\nprinted:\n{run.stdout}\nshown:\n" + "\n".join(shown)
            must_fail = argument == "fails" and command == in_block[-1][0]
            assert (run.returncode != 0) == must_fail, f"$ {command} ended with {run.returncode}"


def test_continuous_integration_runs_the_test_command_of_the_readme(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    blocks = [text for kind, _, text in BLOCK.findall(readme) if kind == "sh"]
    test_command = blocks[1].strip()
    assert "pytest" in test_command
    assert test_command in (root / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    just = Path(sys.executable).with_name("just")
    shown = subprocess.run([just, "--dry-run", "test-all"], cwd=root, capture_output=True, text=True, check=True).stderr
    assert test_command.endswith(f" && {shown.strip()}")
