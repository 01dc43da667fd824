"""Real exports, where they are at hand: each gives drafts or a clear finding, and valid JATS or a list of what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from jats.findings import Severity
from jats.importers import Source, detect, read_articles
from tests.importers.reading import INPUTS, OFFICIAL, build_all

FOLDERS = {
    "ojs": "ojs",
    "crossref-json": "crossref-json",
    "crossref-xml": "crossref-xml",
    "unixref": "crossref-xml",
    "doaj-json": "doaj-json",
    "doaj-xml": "doaj-xml",
    "pubmed-articleset": "pubmed",
    "pubmed-efetch": "pubmed-efetch",
    "datacite-json": "datacite-json",
    "datacite-xml": "datacite-xml",
    "endnote-xml": "endnote-xml",
}
FILES = [(path, name) for folder, name in FOLDERS.items() for path in sorted((INPUTS / folder).glob("*.*"))]
SAMPLES = {
    "crossref-4.4.2/examples": "crossref-xml",
    "crossref-5.3.1/examples": "crossref-xml",
    "crossref-5.3.1/doaj-samples": "crossref-xml",
    "datacite-4.5/example": "datacite-xml",
    "datacite-4.6/example": "datacite-xml",
    "datacite-4.7/example": "datacite-xml",
}
OFFICIAL_FILES = [
    (path, name) for folder, name in SAMPLES.items() for path in sorted((OFFICIAL / folder).glob("*.xml"))
]


@pytest.mark.real
@pytest.mark.parametrize(("path", "name"), FILES, ids=[path.name for path, _ in FILES])
def test_an_export_is_recognised_and_read(path: Path, name: str) -> None:
    source = Source(path.name, path.read_bytes())
    detected = detect(source)
    assert detected is not None
    assert detected.importer.name == name
    articles = list(read_articles(source))
    assert all(article.draft is not None or article.findings for article in articles)


@pytest.mark.real
@pytest.mark.slow
@pytest.mark.parametrize(("path", "name"), FILES, ids=[path.name for path, _ in FILES])
def test_an_export_becomes_valid_jats_or_says_what_is_missing(path: Path, name: str, tmp_path: Path) -> None:
    for run in build_all(path, tmp_path):
        errors = [finding for finding in run.findings if finding.severity is Severity.ERROR]
        assert run.valid or errors
        assert run.draft is None or all(error.code.startswith("INP") and error.data_path for error in errors)


@pytest.mark.real
@pytest.mark.slow
@pytest.mark.parametrize(("path", "name"), OFFICIAL_FILES, ids=[path.name for path, _ in OFFICIAL_FILES])
def test_official_samples_are_read(path: Path, name: str) -> None:
    source = Source(path.name, path.read_bytes())
    detected = detect(source)
    assert detected is not None
    assert detected.importer.name == name
    assert [article for article in read_articles(source) if article.draft is not None]
