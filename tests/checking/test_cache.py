"""Results are kept while nothing that they depend on has changed, and only then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from jats.checking.checked import Checked
from jats.checking.options import CheckOptions
from jats.checking.run import check_source
from jats.files.sources import Source
from jats.findings import Severity
from jats.options import Options
from tests.checking.journals import ARTICLE, FAULTY, JOURNAL, journal


def run(name: str, asked: CheckOptions) -> Checked:
    checked = check_source(Source(name, path=name), asked)
    assert checked is not None
    return checked


@pytest.fixture
def asked(tmp_path: Path) -> CheckOptions:
    return CheckOptions(cache=str(tmp_path / "cache"))


def test_an_unchanged_file_is_not_checked_again_and_said_the_same_of(tmp_path: Path, asked: CheckOptions) -> None:
    name = journal(tmp_path)
    first, second = run(name, asked), run(name, asked)
    assert (first.kept, second.kept) == (False, True)
    assert replace(second, kept=False) == first
    assert dict(second.result.excerpts) == dict(first.result.excerpts) != {}


def article(folder: Path) -> None:
    journal(folder, ARTICLE + "issue: 2\n")


def journal_file(folder: Path) -> None:
    journal(folder, journal_file=JOURNAL + "abbreviation: J. Tides\n")


def issue_file(folder: Path) -> None:
    (folder / "issue.yaml").write_text("issue: 3\n", encoding="utf-8")


@pytest.mark.parametrize("change", [article, journal_file, issue_file])
def test_a_changed_file_that_it_depends_on_makes_it_be_checked_again(
    tmp_path: Path, asked: CheckOptions, change: Callable[[Path], None]
) -> None:
    name = journal(tmp_path)
    run(name, asked)
    change(tmp_path)
    assert not run(name, asked).kept
    assert run(name, asked).kept


def test_a_changed_configuration_makes_it_be_checked_again(tmp_path: Path, asked: CheckOptions) -> None:
    name, configuration = journal(tmp_path), tmp_path / "jats.toml"
    configuration.write_text('ignore = ["COM105"]\n', encoding="utf-8")
    run(name, asked)
    configuration.write_text('ignore = ["CHK010"]\n', encoding="utf-8")
    assert not run(name, asked).kept


def test_other_wishes_make_it_be_checked_again(tmp_path: Path, asked: CheckOptions) -> None:
    name = journal(tmp_path)
    run(name, asked)
    assert not run(name, replace(asked, ignore=("CHK010",))).kept
    assert not run(name, replace(asked, options=Options(targets=("pmc",)))).kept


def test_the_number_of_processes_does_not_matter(tmp_path: Path, asked: CheckOptions) -> None:
    name = journal(tmp_path)
    run(name, asked)
    assert run(name, replace(asked, options=Options(jobs=2))).kept


@pytest.mark.parametrize("damage", [b"", b"{", b"[1, 2]"])
def test_a_damaged_kept_file_is_as_good_as_none(tmp_path: Path, asked: CheckOptions, damage: bytes) -> None:
    name = journal(tmp_path)
    first = run(name, asked)
    (kept,) = (tmp_path / "cache").rglob("*.json")
    kept.write_bytes(kept.read_bytes()[:120] + damage)
    again = run(name, asked)
    assert not again.kept
    assert again == first


def test_xml_with_lone_surrogates_and_fixes_comes_back_whole(tmp_path: Path, asked: CheckOptions) -> None:
    name = str(tmp_path / "a.xml")
    Path(name).write_text(FAULTY.replace("<issn>1234-5679", "<issn>12345679"), encoding="utf-8")
    first, second = run(name, asked), run(name, asked)
    assert second.kept
    assert second.result == first.result
    assert any(finding.severity is Severity.ERROR for finding in second.result.findings)
