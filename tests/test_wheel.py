"""What people install: the wheel, in a new environment, away from the checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = "01-science-technologies-innovations"


def run(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A command with its output kept; never from the checkout."""
    return subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an environment that has the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, root, cwd=folder)
    assert built.returncode == 0, built.stderr
    run(sys.executable, "-m", "venv", folder / "env", cwd=folder)
    programs = folder / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    (wheel,) = folder.glob("*.whl")
    pip = run(programs / "python", "-m", "pip", "install", "-q", "-c", root / "requirements.lock", wheel, cwd=folder)
    if pip.returncode:
        pytest.skip(f"the package index can't be reached: {pip.stderr.splitlines()[-1:]}")
    return programs


def test_the_installed_command_builds_and_validates_a_sample(installed: Path, root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "samples" / SAMPLE, tmp_path / "sample")
    built = run(installed / "jats", "build", "sample/article.yaml", "-o", "out/article.xml", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    made = (tmp_path / "out" / "article.xml").read_bytes()
    assert made == (root / "samples" / SAMPLE / "expected.xml").read_bytes()
    assert run(installed / "jats", "validate", "out/article.xml", cwd=tmp_path).returncode == 0


def test_the_installed_package_makes_a_journal_folder(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "jats", "init", "journal", cwd=tmp_path).returncode == 0
    built = run(installed / "python", "-m", "jats", "build", "journal/articles/example", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "journal" / "articles" / "example" / "example.xml").is_file()


def test_the_package_says_that_it_is_typed(installed: Path, tmp_path: Path) -> None:
    code = "import jats, pathlib; print(pathlib.Path(jats.__file__).with_name('py.typed').is_file())"
    assert run(installed / "python", "-c", code, cwd=tmp_path).stdout.strip() == "True"
