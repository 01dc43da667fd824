from __future__ import annotations

import json
from pathlib import Path

import pytest

from jats.acceptance.baseline import load_baseline, save_baseline
from jats.errors import InputError
from jats.findings import Finding, Place, Severity


def finding(file: Path, line: int, field: str = "authors[1].orcid", code: str = "COM105") -> Finding:
    return Finding(code, Severity.ERROR, "is wrong", Place(str(file), line, 1), field)


def test_accepted_findings_are_known_again_wherever_they_have_moved(tmp_path: Path) -> None:
    article = tmp_path / "a" / "article.yaml"
    assert save_baseline(str(tmp_path / "known.json"), [(finding(article, 7), "0000-1")]) == 1
    baseline = load_baseline(str(tmp_path / "known.json"))
    assert not baseline.is_new(finding(article, 12, "authors[3].orcid"), "0000-1")


@pytest.mark.parametrize(
    ("field", "code", "value", "name"),
    [
        ("authors[1].orcid", "COM105", "0000-2", "article.yaml"),
        ("authors[1].name", "COM105", "0000-1", "article.yaml"),
        ("authors[1].orcid", "COM106", "0000-1", "article.yaml"),
        ("authors[1].orcid", "COM105", "0000-1", "other.yaml"),
    ],
)
def test_another_value_field_code_or_file_is_new(tmp_path: Path, field: str, code: str, value: str, name: str) -> None:
    save_baseline(str(tmp_path / "known.json"), [(finding(tmp_path / "article.yaml", 7), "0000-1")])
    assert load_baseline(str(tmp_path / "known.json")).is_new(finding(tmp_path / name, 7, field, code), value)


def test_each_accepts_one(tmp_path: Path) -> None:
    article = tmp_path / "article.yaml"
    twice = [(finding(article, line), "0000-1") for line in (7, 8)]
    save_baseline(str(tmp_path / "known.json"), twice)
    baseline = load_baseline(str(tmp_path / "known.json"))
    assert [baseline.is_new(finding(article, line), "0000-1") for line in (7, 8, 9)] == [False, False, True]


def test_what_is_mended_is_counted(tmp_path: Path) -> None:
    article = tmp_path / "article.yaml"
    save_baseline(str(tmp_path / "known.json"), [(finding(article, 7), "0000-1"), (finding(article, 8), "0000-2")])
    baseline = load_baseline(str(tmp_path / "known.json"))
    baseline.is_new(finding(article, 7), "0000-1")
    assert baseline.gone([str(article)]) == 1
    assert baseline.gone([str(tmp_path / "other.yaml")]) == 0


def test_the_file_is_the_same_on_every_run_and_has_a_line_a_finding(tmp_path: Path) -> None:
    found = [(finding(tmp_path / "a.yaml", 1), "x" * 500), (finding(tmp_path / "b.yaml", 1), "é")]
    path = tmp_path / "known.json"
    save_baseline(str(path), found)
    first = path.read_text(encoding="utf-8")
    save_baseline(str(path), found[::-1])
    assert path.read_text(encoding="utf-8") == first
    assert len(first.splitlines()) == 4
    assert max(map(len, first.splitlines())) < 250
    assert [row["file"] for row in json.loads(first)["findings"]] == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"findings": [{"file": "a"}]}'])
def test_a_file_that_is_no_baseline_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "known.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="not a baseline"):
        load_baseline(str(tmp_path / "known.json"))


def test_a_missing_baseline_is_told_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--write-baseline"):
        load_baseline(str(tmp_path / "none.json"))
