"""XML that was built from an article file beside it is not judged a second time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jats.checking.options import CheckOptions
from jats.checking.run import check_source
from jats.cli.run_check import check_sources
from jats.options import Options
from jats.pipeline import build_article
from jats.rules.engine.targets import SERVICES
from tests.checking.journals import CLEAN, journal


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The XML beside its article file, as `jats build` writes it."""
    article = Path(journal(tmp_path, CLEAN))
    xml = build_article(article.read_bytes(), str(article), Options(version="1.2")).xml
    assert xml is not None
    path = article.parent / "tides.xml"
    path.write_bytes(xml)
    return path


def codes_by_file(folder: Path, *targets: str) -> dict[str, list[str]]:
    found = {}
    for source in check_sources([str(folder)]):
        checked = check_source(source, CheckOptions(Options(targets=targets)))
        if checked is not None:
            name = os.path.basename(checked.result.file)
            found[name] = [finding.code for finding in checked.result.findings]
    return found


def test_it_is_skipped_with_one_line_also_if_it_was_built_for_another_version(built: Path) -> None:
    found = codes_by_file(built.parent)
    assert found["tides.xml"] == ["CHK003"]
    assert "CHK003" not in found["article.yaml"]


@pytest.mark.parametrize("target", SERVICES)
def test_it_is_skipped_also_if_the_check_is_for_a_target_and_the_build_was_for_none(built: Path, target: str) -> None:
    (built.parent / "article.yaml").write_text(CLEAN.replace("They come and go.", "Let $x^2$ be."), encoding="utf-8")
    xml = build_article((built.parent / "article.yaml").read_bytes(), str(built.parent / "article.yaml"), Options()).xml
    built.write_bytes(xml or b"")
    assert codes_by_file(built.parent, target)["tides.xml"] == ["CHK003"]


def test_it_is_judged_once_somebody_changed_it(built: Path) -> None:
    built.write_bytes(built.read_bytes().replace(b"<volume>1</volume>", b"<volume>0</volume>"))
    assert "CHK003" not in codes_by_file(built.parent)["tides.xml"]


def test_it_is_judged_when_it_is_elsewhere(built: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "xml"
    elsewhere.mkdir()
    (elsewhere / "tides.xml").write_bytes(built.read_bytes())
    assert "CHK003" not in codes_by_file(elsewhere)["tides.xml"]


def test_it_is_judged_when_it_is_named(built: Path) -> None:
    (source,) = check_sources([str(built)])
    checked = check_source(source, CheckOptions())
    assert checked is not None
    assert "CHK003" not in [finding.code for finding in checked.result.findings]
