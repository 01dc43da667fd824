"""The text of an article out of a file that the article file names."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

import jats
from jats.findings import Finding
from jats.results import Verdict

ARTICLE = """format: 1
language: en
title: On tides
journal: {title: Journal of Tides, issn: {electronic: 1234-5679}, ids: {publisher-id: tides}}
published: {electronic: 2024-03-30}
references: [{id: B1, type: book, title: Ebb, date: 2020}]
body: %s
"""
BODY = """<?xml version="1.0"?>
<!-- from the typesetter -->
<body>
  <sec id="s1"><title>Results</title>
    <p>As in <xref ref-type="bibr" rid="B1">1</xref>, <inline-graphic xlink:href="a.png"/>.</p>
  </sec>
</body>
"""


def folder_with(folder: Path, body: str | bytes = BODY, name: str = "body.xml", named: str = "") -> Path:
    article = folder / "article.yaml"
    article.write_text(ARTICLE % (named or name), encoding="utf-8")
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body if isinstance(body, bytes) else body.encode())
    return article


def faults(article: Path) -> list[Finding]:
    return [one for one in jats.build(article).findings if one.code == "INP275"]


@pytest.mark.parametrize("name", ["body.xml", "text/tides.xml"])
def test_the_body_of_the_file_is_in_the_article_with_its_ids(name: str, tmp_path: Path) -> None:
    built = jats.build(folder_with(tmp_path, name=name))
    assert built.xml is not None, built.findings
    root = etree.fromstring(built.xml)
    assert root.xpath("string(body/sec[@id='s1']/p/xref/@rid)") == "B1"
    assert [str(child.tag) for child in root] == ["front", "body", "back"]


def test_the_body_of_a_whole_article_is_taken(tmp_path: Path) -> None:
    built = jats.build(folder_with(tmp_path, "<article><front/><body><p>Ebb.</p></body></article>"))
    assert built.xml is not None
    assert etree.fromstring(built.xml).xpath("string(body)").strip() == "Ebb."


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<body><p>Ebb</body>", "cannot be read as XML, at its line 1: not well-formed: "),
        ("<body>\n<sek><p>Ebb</p></sec></body>", "at its line 2: not well-formed: <sek> of line 2 ends with </sec>"),
        ("<html><body/></html>", "begins with <html>"),
        (b"PK\x03\x04", "not XML but a zip archive"),
        ('<!DOCTYPE body [<!ENTITY a SYSTEM "/etc/passwd">]><body><p>&a;</p></body>', "and those are never read"),
    ],
)
def test_a_file_without_a_body_is_reported_where_it_is_named(body: str | bytes, words: str, tmp_path: Path) -> None:
    (fault,) = faults(folder_with(tmp_path, body))
    assert (fault.place.line, fault.data_path) == (7, "body")
    assert words in fault.message


@pytest.mark.parametrize("named", ["../body.xml", "/etc/hostname", "none.xml", "a\\b.xml", "."])
def test_only_files_beside_the_article_file_are_read(named: str, tmp_path: Path) -> None:
    (tmp_path / "body.xml").write_text(BODY, encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    assert len(faults(folder_with(inner, named=named))) == 1


def test_text_where_the_name_of_a_file_belongs_is_explained(tmp_path: Path) -> None:
    (fault,) = faults(folder_with(tmp_path, named="The sea is salt."))
    assert "the full text itself" in fault.message


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text(BODY, encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    article = folder_with(inner, named="link.xml")
    (inner / "link.xml").symlink_to(tmp_path / "secret.xml")
    assert len(faults(article)) == 1


def test_a_rule_about_the_text_names_the_line_in_its_file(tmp_path: Path) -> None:
    article = folder_with(tmp_path, BODY.replace("a.png", "a b.png"))
    result = jats.check(article, jats.Options(targets=("pmc",)))
    assert result.verdict is Verdict.VALID
    places = {(Path(one.place.file).name, one.place.line) for one in result.findings if one.data_path == "body"}
    assert places == {("body.xml", 5)}
    assert "CHK011" not in {one.code for one in result.findings}


def test_the_body_of_an_article_in_the_article_is_written_too(tmp_path: Path) -> None:
    article = folder_with(tmp_path)
    text = article.read_text(encoding="utf-8").replace("body: ", "translations: {uk: {title: Припливи, body: ") + "}}\n"
    article.write_text(text.replace("body.xml\n}}", "body.xml}}"), encoding="utf-8")
    built = jats.build(article)
    assert built.xml is not None, built.findings
    assert etree.fromstring(built.xml).xpath("count(sub-article/body)") == 1
