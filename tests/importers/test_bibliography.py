"""Bibliographic records as articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from jats.findings import Severity
from jats.importers import Source, detect, read_articles
from tests.importers.reading import INPUTS, build_all, read

FILES = [
    (path, folder) for folder in ("ris", "bibtex", "csl-json", "nbib") for path in sorted((INPUTS / folder).glob("*.*"))
]

RIS = """TY  - JOUR
AU  - Roe, Jane
A2  - Doe, K.
TI  - Ebb
T2  - Journal of Seas
JA  - J Seas
PY  - 2019/05/17/
VL  - 3
SP  - 5
EP  - 9
SN  - 1234-5679
DO  - 10.5555/tides.1
AB  - Salt was measured.
KW  - tides
KW  - salt
AD  - Institute of Seas, Odesa, Ukraine
LA  - en
N1  - Export Date: 1 May 2020
XX  - what
ID  - 17
ER  -
"""
BIBTEX = r"""@article{roe, author = {Roe, Jane and {Tides Group}}, title = {Ebb of \emph{E. coli}}, journal = {Journal of Seas},
  issn = {1234-5679}, year = 2019, volume = 3, pages = {5--9}, doi = {10.5555/tides.1}, abstract = {Salt.},
  keywords = {tides, salt}, publisher = {Harbour Press}, address = {Odesa}, language = {en}, mood = {good}}"""
CSL = """[{"id": "a", "type": "article-journal", "title": "Ebb", "container-title": "Journal of Seas", "DOI": "10.5555/tides.1",
 "author": [{"family": "Roe", "given": "Jane", "ORCID": "http://orcid.org/0000-0002-1825-0097",
 "affiliation": [{"name": "Institute of Seas"}]}], "issued": {"date-parts": [[2019, 5]]},
 "ISSN": "1234-5679", "language": "en"}]"""
NBIB = """PMID- 12345678
IS  - 1234-5679 (Electronic)
VI  - 3
DP  - 2019 May
TI  - [Ebb].
TT  - Reflux
PG  - 5-9
AB  - Salt was measured.
FAU - Roe, Jane
AUID- ORCID: 0000-0002-1825-0097
AD  - Institute of Seas, Odesa.
LA  - fre
PT  - Review
DEP - 20190503
PHST- 2019/01/02 00:00 [received]
JT  - Journal of seas
AID - 10.5555/tides.1 [doi]
OT  - tides
GR  - R01 12345/Tides Foundation
"""


def test_ris() -> None:
    made = read(RIS, "list.txt")
    (article,) = made.articles
    assert article["journal"] == {"title": "Journal of Seas", "issn": "1234-5679", "abbreviation": "J Seas"}
    assert article["authors"] == [{"name": {"surname": "Roe", "given": "Jane"}}]
    assert article["affiliations"] == [{"id": "aff1", "text": "Institute of Seas, Odesa, Ukraine"}]
    assert (article["published"], article["keywords"]) == ("2019-05-17", ["tides", "salt"])
    assert article["abstract"] == "Salt was measured."
    assert [line for line in made.said if "IMP001" in line] == [
        "3 IMP001 not placed: A2: 'Doe, K.'",
        "18 IMP001 not placed: N1: 'Export Date: 1 May 2020'",
        "19 IMP001 not placed: XX: 'what'",
    ]
    assert any("IMP002" in line and "ID" in line for line in made.said)


def test_bibtex() -> None:
    made = read(BIBTEX, "list.txt")
    (article,) = made.articles
    assert article["title"] == "Ebb of <i>E. coli</i>"
    assert article["authors"][1] == {"collaboration": "Tides Group"}
    assert article["journal"]["publisher"] == {"name": "Harbour Press", "place": "Odesa"}
    assert (article["pages"], article["doi"]) == ("5-9", "10.5555/tides.1")
    assert "4 IMP001 not placed: mood: 'good'" not in made.said
    assert any("mood" in line for line in made.said)


def test_csl() -> None:
    (article,) = read(CSL, "list.json").articles
    (author,) = article["authors"]
    assert author["orcid"] == "http://orcid.org/0000-0002-1825-0097"
    assert author["affiliations"] == ["Institute of Seas"]
    assert article["published"] == "2019-05"


def test_medline() -> None:
    made = read(NBIB, "list.txt")
    (article,) = made.articles
    assert article["title"] == {"fr": "Reflux", "en": "Ebb"}
    assert article["type"] == "review-article"
    assert article["published"] == {"electronic": "2019-05-03", "collection": "2019-05"}
    assert article["history"] == {"received": "2019-01-02"}
    assert article["ids"] == {"pmid": "12345678"}
    assert article["authors"][0]["orcid"] == "0000-0002-1825-0097"
    assert article["journal"] == {"title": "Journal of seas", "issn": {"electronic": "1234-5679"}}


def test_a_book_is_read_with_a_warning() -> None:
    made = read("@book{a, title = {The sea}, author = {Roe, J.}, year = 2019}", "list.bib")
    assert made.articles[0]["title"] == "The sea"
    assert "IMP601" in made.codes()


@pytest.mark.parametrize(("text", "name"), [(RIS, "a.ris"), (BIBTEX, "a.bib"), (CSL, "a.json"), (NBIB, "a.nbib")])
def test_a_record_becomes_valid_jats(text: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (run,) = build_all(path, tmp_path)
    assert run.valid, [str(finding) for finding in run.findings]


@pytest.mark.real
@pytest.mark.parametrize(("path", "name"), FILES, ids=[path.name for path, _ in FILES])
def test_a_real_file_is_recognised_and_read(path: Path, name: str) -> None:
    source = Source(path.name, path.read_bytes())
    detected = detect(source)
    assert detected is not None
    assert detected.importer.name == name
    assert all(article.draft is not None for article in read_articles(source))


@pytest.mark.real
@pytest.mark.slow
@pytest.mark.parametrize(("path", "name"), FILES, ids=[path.name for path, _ in FILES])
def test_a_real_file_becomes_valid_jats_or_says_what_is_missing(path: Path, name: str, tmp_path: Path) -> None:
    for run in build_all(path, tmp_path):
        errors = [finding for finding in run.findings if finding.severity is Severity.ERROR]
        assert run.valid or errors
        assert run.draft is None or all(error.code.startswith("INP") and error.data_path for error in errors)


@pytest.mark.parametrize("text", ["TY  - JOUR\n" * 3000, "@a{" * 3000, "PMID- 1\n" * 2000, "[" * 60 + "]" * 60])
@pytest.mark.parametrize("name", ["ris", "bibtex", "nbib", "csl-json"])
def test_odd_input_is_findings(text: str, name: str) -> None:
    read(text, "odd", name)
