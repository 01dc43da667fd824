"""`--all-findings`: build, check and validate list the first hundred findings of a code in a file, and with it all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jats.cli.main import run

pytestmark = pytest.mark.slow

MANY = 150
YAML = "title: On tides\nlanguage: en\njournal: {title: J, issn: 1234-5679}\nauthors:\n" + "".join(
    '- {name: "Roe, A.", orcid: 0000-0002-1825-0098}\n' for _number in range(MANY)
)
XML = '<article dtd-version="1.3"><body>' + "<foo/><p/>" * MANY + "</body></article>"


@pytest.mark.parametrize(
    ("command", "name", "code"),
    [
        ("build -o out", "article.yaml", "INP121"),
        ("build --jobs 2 -o out", "article.yaml", "INP121"),
        ("check", "article.yaml", "INP121"),
        ("check --jobs 2", "article.yaml", "INP121"),
        ("check", "article.xml", "SCH010"),
        ("validate", "article.xml", "SCH010"),
        ("validate --target pmc", "article.xml", "SCH010"),
    ],
)
def test_a_hundred_findings_are_listed_or_all(
    command: str,
    name: str,
    code: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(YAML if name.endswith("yaml") else XML)
    listed = {}
    for option in ("", "--all-findings"):
        assert run([*command.split(), *option.split(), name]) == 1
        out = "".join(capfd.readouterr())
        listed[option] = [line for line in out.splitlines() if f" {code} " in line]
    assert len(listed[""]) == 101
    assert f"{MANY - 100} more findings of this code are not listed: list them with --all-findings" in listed[""][-1]
    assert len(listed["--all-findings"]) == MANY
    assert "more findings" not in str(listed["--all-findings"])


def test_a_cached_result_is_listed_as_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("article.yaml").write_text(YAML)
    numbers = []
    for option in ("", "--all-findings", ""):
        run(["check", "--cache-dir", "kept", "--format", "json", *option.split(), "article.yaml"])
        found = json.loads(capfd.readouterr().out)[0]["findings"]
        numbers.append(sum(each["code"] == "INP121" for each in found))
    assert numbers == [101, MANY, 101]
