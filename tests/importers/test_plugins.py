"""The package that docs/developers/importers.md makes works as the page shows; a broken one is named in one line."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PAGE = Path(__file__).parents[2] / "docs" / "developers" / "importers.md"
BLOCK = re.compile(r"^```(\w+(?:-\w+)?)(?: +([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = BLOCK.findall(PAGE.read_text(encoding="utf-8"))


def run(folder: Path, *command: str) -> str:
    path = {"PYTHONPATH": str(folder / "site"), "PATH": ""}
    done = subprocess.run(command, cwd=folder, env=path, capture_output=True, text=True, check=False)
    return done.stderr + done.stdout


def install(folder: Path, entry_point: str) -> None:
    about = folder / "site" / "jats_tideline-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: jats-tideline\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text(f"[jats.importers]\n{entry_point}\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files that the page shows, the package installed as pip leaves it."""
    (tmp_path / ".git").mkdir()
    files = {name: text for _, name, text in BLOCKS if name}
    assert set(files) == {"in.tide", "tideline.py", "pyproject.toml"}
    entry = re.search(r"^tideline = \"(\w+)\"", files["pyproject.toml"], re.MULTILINE)
    assert entry is not None
    install(tmp_path, f"tideline = {entry[1]}")
    (tmp_path / "site" / "tideline.py").write_text(files["tideline.py"], encoding="utf-8")
    (tmp_path / "in.tide").write_text(files["in.tide"], encoding="utf-8")
    return tmp_path


def test_the_worked_example_prints_what_the_page_shows(folder: Path) -> None:
    (shown,) = [text for kind, _, text in BLOCKS if kind == "text-output"]
    parts = re.split(r"^\$ (.*)\n", shown, flags=re.MULTILINE)[1:]
    for command, output in zip(parts[::2], parts[1::2], strict=True):
        program, *arguments = command.split()
        called = [sys.executable, "-m", "jats"] if program == "jats" else ["/bin/cat"]
        printed = run(folder, *called, *arguments)
        pattern = r"(?:.*\n)*?".join(re.escape(part) for part in output.split("…\n"))
        lines = sorted(printed.splitlines()) if program == "jats" else printed.splitlines()
        if program == "jats":  # two streams: their order in time is not seen here
            assert set(output.splitlines()) - {"…"} <= set(lines)
        else:
            assert re.fullmatch(pattern, printed), printed


def test_every_format_is_registered_with_the_decorator_that_the_page_describes() -> None:
    import inspect

    from jats.plugins import importer

    rows = re.findall(r"^\| `(\w+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == list(inspect.signature(importer).parameters)


def test_a_broken_package_is_named_in_one_line(tmp_path: Path) -> None:
    install(tmp_path, "broken = no_such_module")
    (tmp_path / "a.csv").write_text("title,doi\nTides,1\n")
    said = run(tmp_path, sys.executable, "-m", "jats", "import", "a.csv")
    assert said == (
        "jats: the importer broken (no_such_module) cannot be loaded: No module named 'no_such_module'; "
        "update or remove its package\n"
    )
