"""`jats refs` on the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def run(*arguments: str, given: str = "", folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "jats", "refs", *arguments]
    return subprocess.run(
        command, input=given, capture_output=True, text=True, check=False, cwd=folder, encoding="utf-8"
    )


def test_standard_input_is_read() -> None:
    done = run("-", "--to", "jsonl", given="Roe, J. (2021). Tides. Journal of Tides, 12(3), 45–59.\n")
    assert done.returncode == 0, done.stderr
    assert '"fpage": "45"' in done.stdout


@pytest.mark.parametrize("to", ["jats", "yaml", "csl-json", "ris"])
def test_characters_that_xml_cannot_hold_are_removed_and_reported(to: str) -> None:
    done = run("-", "--to", to, given="Roe, J. (2021). Ti\x0bdes\x01\uffff. Journal of Tides, 12(3), 45–59.\n")
    assert done.returncode == 0, done.stderr
    assert "Tides" in done.stdout
    assert done.stderr.startswith("-:1 info INP205 control characters are removed: ")


def test_a_file_without_references_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n", encoding="utf-8")
    done = run("empty.txt", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "jats: empty.txt has no references: give a text with at least one\n"


def test_a_file_that_is_not_utf_8_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_bytes("Література".encode("cp1251"))
    done = run("list.txt", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "jats: list.txt is not UTF-8 text (byte 3): save it as UTF-8\n"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    done = run("nowhere.txt", folder=tmp_path)
    assert done.returncode == 2
    assert "nowhere.txt" in done.stderr
    assert "Traceback" not in done.stderr
