"""Each sample in another format becomes the article files and the JATS beside it, and the article files become that JATS, too."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from jats.findings import Severity
from jats.importing import import_articles
from jats.options import Options
from jats.pipeline import build_article, build_articles
from jats.schema.dtd import load
from tests.conftest import ROOT

SHARED = ROOT.parent / "shared" / "inputs"
EXPECTED = sorted((ROOT / "samples").glob("*/expected"))
INPUTS = {
    folder.parent: sorted({file.stem.rpartition("-")[0] or file.stem for file in folder.iterdir()})
    for folder in EXPECTED
}


def inputs() -> list[Path]:
    """The files that are imported: in each sample those whose name the expected files begin with."""
    own = (".yaml", ".toml", ".md")
    return [
        next(file for file in sorted(folder.iterdir()) if file.stem == stem and file.suffix not in own)
        for folder, stems in INPUTS.items()
        for stem in stems
    ]


def name_of(source: Path, number: int | None, suffix: str) -> Path:
    stem = f"{source.stem}-{number:02}" if number is not None else source.stem
    return source.parent / "expected" / f"{stem}{suffix}"


@pytest.mark.parametrize("source", inputs(), ids=lambda source: source.parent.name)
class TestInput:
    def test_article_files_are_as_expected(self, source: Path) -> None:
        for article in import_articles(source.read_bytes(), str(source), Options()):
            assert article.yaml == name_of(source, article.number, ".yaml").read_bytes()

    def test_what_is_built_is_valid_and_as_expected(self, source: Path) -> None:
        for built in build_articles(source.read_bytes(), str(source), Options()):
            assert [str(each) for each in built.findings if each.severity is Severity.ERROR] == []
            assert built.xml is not None
            assert load("publishing-1.3-mathml3").validate(etree.fromstring(built.xml))
            assert built.xml == name_of(source, built.number, ".xml").read_bytes()

    def test_the_article_files_build_the_same(self, source: Path) -> None:
        for article in import_articles(source.read_bytes(), str(source), Options()):
            path = name_of(source, article.number, ".yaml")
            again = build_article(path.read_bytes(), str(path), Options())
            assert again.xml == path.with_suffix(".xml").read_bytes()


def test_no_expected_file_is_left_over() -> None:
    made = set()
    for source in inputs():
        for built in build_articles(source.read_bytes(), str(source), Options()):
            made |= {name_of(source, built.number, suffix) for suffix in (".yaml", ".xml")}
    assert {file for folder in EXPECTED for file in folder.iterdir()} == made


REAL = sorted(path for kind in ("ojs", "sheets", "crossref-json", "doaj-xml") for path in (SHARED / kind).glob("*.*"))


@pytest.mark.slow
@pytest.mark.real
@pytest.mark.parametrize("source", REAL, ids=lambda source: f"{source.parent.name}-{source.name}")
def test_real_inputs_become_the_same_jats_by_way_of_the_article_file(source: Path) -> None:
    options = Options(settings=(("journal.title", "J"), ("journal.issn", "1234-5679")))
    data = source.read_bytes()
    for article, built in zip(
        import_articles(data, str(source), options), build_articles(data, str(source), options), strict=True
    ):
        if article.yaml is not None:
            assert build_article(article.yaml, "article.yaml", options).xml == built.xml
