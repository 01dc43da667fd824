"""`jats rules`: the list in three forms, of all services and of one."""

from __future__ import annotations

import json

import pytest

from jats.cli.main import run
from jats.rules import list_rules


def printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert run(["rules", *arguments]) == 0
    return capsys.readouterr().out


def test_text_has_a_line_for_each_rule(capsys: pytest.CaptureFixture[str]) -> None:
    codes = [line.split()[0] for line in printed([], capsys).splitlines()]
    assert codes == [rule.code for rule in list_rules()]


def test_a_service_has_its_own_rules_with_its_own_severities(capsys: pytest.CaptureFixture[str]) -> None:
    lines = {line.split()[0]: line.split()[1] for line in printed(["--target", "DOAJ"], capsys).splitlines()}
    assert list(lines) == [rule.code for rule in list_rules("doaj")]
    assert lines["COM010"] == "info"


def test_json_holds_the_whole_page(capsys: pytest.CaptureFixture[str]) -> None:
    listed = {each["code"]: each for each in json.loads(printed(["--format", "json"], capsys))}
    orcid = listed["COM105"]
    assert (orcid["severity"], orcid["title"]) == ("error", "An ORCID iD must have a correct check digit.")
    assert "doaj" in orcid["services"]
    assert all(orcid[part] for part in ("why", "wrong", "right", "source"))
    assert listed["COM010"]["severities"] == {"doaj": "info"}


def test_markdown_has_a_section_for_each_rule_of_a_service(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(["--format", "md", "--target", "datacite"], capsys)
    sections = [line.removeprefix("### ") for line in page.splitlines() if line.startswith("### ")]
    assert sections == ["DataCite (`datacite`)", *(rule.code for rule in list_rules("datacite"))]


def test_tags_in_a_sentence_are_shown_as_characters(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(["--format", "md"], capsys)
    outside_code = "".join(page.split("`")[::2])
    assert "<" not in outside_code


def test_unknown_service_is_one_line_with_the_nearest_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "--target", "crosref"]) == 2
    assert capsys.readouterr().err == "jats: no target is named 'crosref'; did you mean crossref?\n"
