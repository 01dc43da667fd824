"""What people install: the wheel, in a new environment, away from the checkout."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.installation import run

pytestmark = pytest.mark.slow

SAMPLE = "01-science-technologies-innovations"


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
