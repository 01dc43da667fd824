"""The quick way and typer's answer alike: the same bytes on both streams and the same exit code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jats.cli.main import run
from jats.cli.quick import run_quick
from tests.validation.host import DOCTYPE, HOST

PLAIN = [
    "good.xml",
    "good.xml good.xml",
    "bad.xml",
    "good.xml bad.xml malformed.xml foreign.xml empty.xml missing.xml",
    "warned.xml",
    "warned.xml --fail-on warning",
    "--fail-on=error warned.xml",
    "bad.xml --format json",
    "--format jsonl good.xml bad.xml",
    "--format=text bad.xml",
    "--quiet good.xml bad.xml",
    "-q good.xml",
    "foreign.xml --allow-unknown-schema",
    "foreign.xml --allow-unknown-schema --fail-on warning",
    "good.xml --schema archiving-1.3-mathml3",
    "good.xml --schema=authoring-1.3-mathml2",
    "good.xml --schema nonsense",
    "good.xml --schema missing.dtd",
    "good.xml --schema good.xml",
    "good.xml --schema book.rng",
    "folder",
    "folder/*.xml",
    "nothing*.xml",
    "@list.txt",
    "@missing.txt",
    "--format jsonl --format json good.xml",
    "пример.xml",
]
UNUSUAL = [
    "",
    "--help",
    "--nonsense good.xml",
    "good.xml --format yaml",
    "good.xml --format",
    "good.xml --fail-on info",
    "good.xml --jobs 2",
    "-- good.xml",
    "-qq good.xml",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    good = DOCTYPE + HOST
    foreign = good.replace("-//NLM//DTD JATS (Z39.96) Journal", "-//Example//DTD Own Journal")
    files = {
        "good.xml": good,
        "пример.xml": good,
        "bad.xml": good.replace("<title>", "<titel>").replace("</title>", "</titel>"),
        "malformed.xml": good.replace("</sec>", ""),
        "foreign.xml": foreign,
        "empty.xml": "",
        "warned.xml": good.replace("v1.3 20210610", "v1.3"),
        "folder/a.xml": good,
        "folder/b.xml": good,
        "list.txt": "good.xml\nbad.xml\n",
        "book.rng": '<element name="book" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("line", PLAIN)
def test_both_ways_give_the_same_bytes_and_exit_code(
    line: str, folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    arguments = ["validate", *line.split()]
    quick = run_quick(arguments), capfdbinary.readouterr()
    slow = run(arguments), capfdbinary.readouterr()
    assert quick[0] is not None
    assert quick == slow


@pytest.mark.parametrize("line", UNUSUAL)
def test_what_is_not_plain_is_left_to_typer_untouched(
    line: str, folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run_quick(["validate", *line.split()]) is None
    assert capfdbinary.readouterr() == (b"", b"")


@pytest.mark.parametrize("line", [["schema", "x"], ["explain", "SCH001"], [], ["--help"], ["valid"]])
def test_other_commands_are_left_to_typer(line: list[str]) -> None:
    assert run_quick(line) is None


def test_the_quick_way_stays_short(root: Path) -> None:
    assert len((root / "jats/cli/quick.py").read_text("utf-8").splitlines()) <= 60


SLOW_TO_IMPORT = {
    "pydantic",
    "yaml",
    "ruamel",
    "xmlschema",
    "rich",
    "typer",
    "click",
    "difflib",
    "jats.validation.walk",
}


def test_a_valid_file_imports_nothing_that_is_slow(folder: Path) -> None:
    program = (
        "import sys; from jats.cli.quick import run_quick; code = run_quick(sys.argv[1:]);"
        "print(code, *sorted(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "validate", "good.xml"], capture_output=True, text=True, check=True
    )
    first, last = done.stdout.splitlines()
    code, *modules = last.split()
    assert (first.split(" ")[:2], code) == (["good.xml:", "valid"], "0")
    assert SLOW_TO_IMPORT.isdisjoint(modules)
    assert len([name for name in modules if name.startswith("jats.")]) < 40
