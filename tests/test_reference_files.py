"""`references: tides.bib` in an article file."""

from __future__ import annotations

from pathlib import Path

import pytest

from jats.options import Options
from jats.pipeline import Built, build_article
from jats.reference_files import files_named

ARTICLE = """format: 1
language: en
title: Tides and salt
doi: 10.5555/tides.1
authors: Roe, Jane
published: 2024-03-30
journal: {title: Journal of Tides, ids: {publisher-id: jt}, issn: {electronic: 1234-5679}}
references: NAME
"""
BIBTEX = """@article{roe2019,
  author = {Roe, Jane},
  title = {Ebb},
  journal = {Journal of Seas},
  year = 2019,
  doi = {https://doi.org/10.5555/12345678}
}
"""


def built(folder: Path, name: str, **files: str) -> Built:
    """The article built whose references are in a file of that name."""
    (folder / ".git").mkdir(exist_ok=True)
    article = folder / "article.yaml"
    article.write_text(ARTICLE.replace("NAME", name), encoding="utf-8")
    for stem, text in files.items():
        (folder / stem.replace("_", ".")).write_text(text, encoding="utf-8")
    return build_article(article.read_bytes(), str(article), Options())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tides.bib", BIBTEX),
        (
            "tides.ris",
            "TY  - JOUR\nAU  - Roe, Jane\nTI  - Ebb\nJF  - Journal of Seas\nPY  - 2019\nDO  - 10.5555/12345678",
        ),
        (
            "tides.json",
            '[{"id": "a", "type": "article-journal", "author": [{"family": "Roe", "given": "Jane"}], "title": "Ebb",'
            ' "container-title": "Journal of Seas", "issued": {"date-parts": [[2019]]}, "DOI": "10.5555/12345678"}]',
        ),
        (
            "tides.nbib",
            "PMID- 12345678\nFAU - Roe, Jane\nTI  - Ebb\nJT  - Journal of Seas\nDP  - 2019\nLID - 10.5555/12345678 [doi]\n",
        ),
    ],
)
def test_the_references_of_the_file_are_those_of_the_article(tmp_path: Path, name: str, text: str) -> None:
    made = built(tmp_path, name, **{name.replace(".", "_"): text})
    assert made.xml is not None, made.findings
    xml = made.xml.decode()
    assert "<surname>Roe</surname>" in xml
    assert "<source>Journal of Seas</source>" in xml
    assert '<pub-id pub-id-type="doi">10.5555/12345678</pub-id>' in xml


def test_findings_are_at_their_line_of_that_file(tmp_path: Path) -> None:
    made = built(tmp_path, "tides.bib", tides_bib=BIBTEX)
    (normalised,) = [finding for finding in made.findings if finding.code == "INP201"]
    assert normalised.place == (str(tmp_path / "tides.bib"), 6, 3)


@pytest.mark.parametrize("name", ["../tides.bib", "/tides.bib", "nowhere.bib", "folder/../../tides.bib", "tides.ris"])
def test_a_file_elsewhere_or_of_no_format_is_one_error_at_the_field(tmp_path: Path, name: str) -> None:
    (tmp_path / "tides.bib").write_text(BIBTEX, encoding="utf-8")
    folder = tmp_path / "inner"
    folder.mkdir()
    made = built(folder, name, tides_ris="nothing\n")
    assert made.xml is None
    (finding,) = [finding for finding in made.findings if finding.code == "INP270"]
    if name != "tides.ris":
        assert (finding.place.line, finding.data_path) == (8, "references")


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.bib").write_text(BIBTEX, encoding="utf-8")
    folder = tmp_path / "inner"
    folder.mkdir()
    (folder / "tides.bib").symlink_to(tmp_path / "secret.bib")
    assert built(folder, "tides.bib").xml is None


def test_a_list_with_a_heading_may_be_a_file(tmp_path: Path) -> None:
    made = built(tmp_path, "\n  - title: Sources\n    references: tides.bib", tides_bib=BIBTEX)
    assert made.xml is not None, made.findings
    assert b"<title>Sources</title>" in made.xml
    assert b"<surname>Roe</surname>" in made.xml


@pytest.mark.parametrize(
    "line", ['"Roe J. Tides. https://example.org/tides.json"', '"Roe J. Tides. Odesa: Harbour. tides.bib"']
)
def test_a_reference_that_ends_like_a_file_is_a_reference(tmp_path: Path, line: str) -> None:
    made = built(tmp_path, line)
    assert not [finding for finding in made.findings if finding.code == "INP270"]


def test_standard_input_has_nothing_beside_it() -> None:
    made = build_article(ARTICLE.replace("NAME", "tides.bib").encode(), "-", Options())
    assert any("standard input" in finding.message for finding in made.findings)


@pytest.mark.parametrize("line", ["references: tides.bib", '{"references": "tides.bib"}', 'references = "tides.bib"'])
def test_a_cached_result_depends_on_the_file(line: str) -> None:
    assert list(files_named(line.encode(), Path("folder"))) == [str(Path("folder/tides.bib"))]
