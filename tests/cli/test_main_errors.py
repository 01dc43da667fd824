"""What is typed wrongly on the command line is answered on one line, with what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from jats.cli.main import run
from tests.checking.journals import CLEAN, journal


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["valdate", "a.xml"], "there is no command 'valdate'; did you mean validate?"),
        (["chek"], "did you mean check"),
        (["check", ".", "--report", "readines"], "'readines' is not a value of this option; did you mean readiness"),
        (["check", ".", "--format", "jsn"], "did you mean json"),
        (["check", ".", "--ignore", "COM999"], "--ignore: no rule has the code COM999"),
        (["check", ".", "--select", "COM105,COM99"], "--select: no rule has the code COM99"),
        (["check", ".", "--target", "pmc,crosref"], "did you mean crossref"),
    ],
)
def test_it_is_one_line_with_what_was_meant(
    arguments: list[str],
    answer: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    journal(tmp_path, CLEAN)
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert answer in said.err + said.out
    assert said.err.count("\n") == 1


def test_values_with_commas_are_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    journal(tmp_path, CLEAN)
    monkeypatch.chdir(tmp_path)
    run(["check", ".", "--target", "pmc,crossref", "--select", "CHK011,COM105", "--format", "jsonl"])
    assert '"CHK011"' in capsys.readouterr().out


@pytest.mark.parametrize(("name", "answer"), [("article.yaml", "use jats check"), ("article.txt", "article.yaml")])
def test_an_article_file_that_is_taken_for_xml_is_recognised(
    name: str, answer: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(CLEAN)
    assert run(["validate", str(tmp_path / name)]) == 1
    assert answer in capsys.readouterr().out
