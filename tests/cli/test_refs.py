"""`jats refs` on the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

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


TWO_SCRIPTS = """Література

1. Роу Д. М. Припливи моря. Журнал морів. 2019. Т. 3, № 1. С. 5–9.
2. Доу А. Б. Сіль землі. Київ: Приклад, 2018. 240 с.
3. Бойко П. І. Вітри узбережжя. Журнал морів. 2003. № 8. С. 9–13.

References

1. Rou, D. M. (2019). Pryplyvy moria [Tides of the sea]. Zhurnal moriv, 3(1), 5–9. [in Ukrainian].
2. Dou, A. B. (2018). Sil zemli [Salt of the earth]. Kyiv: Pryklad. [in Ukrainian].
"""


def test_lists_in_two_scripts_are_one_list_in_jats_and_what_has_no_counterpart_is_reported() -> None:
    done = run("-", "--to", "jats", given=TWO_SCRIPTS)
    assert done.returncode == 0, done.stderr
    (whole,) = etree.fromstring(done.stdout).iter("ref-list")
    assert [len(ref.findall("citation-alternatives/mixed-citation")) for ref in whole.iter("ref")] == [2, 2, 0]
    printed = ["".join(one.itertext()) for one in whole.iter("mixed-citation")]
    assert sorted(printed) == sorted(line[3:] for line in TWO_SCRIPTS.splitlines() if line[:1].isdigit())
    said = [line.split()[:3] for line in done.stderr.splitlines()]
    assert said == [["-:9", "info", "INP262"], ["-:5", "warning", "INP263"]]


def test_parts_that_are_not_certain_are_named_at_their_line_in_jats() -> None:
    done = run(
        "-", "--to", "jats", given="References\n\n1. See note 4 above.\n2. Roe, J. (2021). Tides. London: Poe.\n"
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("-:3 info INP260 ")
    assert "See note 4 above." in done.stdout


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
