"""Papers in Markdown: the front matter of JOSS, MyST and Quarto, and the references beside it."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from jats.draft import place_of, plain
from jats.findings import Finding, Severity
from jats.importers import Source, detect, read_input
from jats.importers.front_matter.bibliography import cited_keys

SHARED = Path(__file__).parents[3] / "shared"
REAL = sorted(
    path
    for kind in ("joss", "myst", "quarto")
    for path in (SHARED / "inputs" / kind).rglob("*")
    if path.suffix in (".md", ".qmd") or path.name == "myst.yml"
)
JOSS = """---
title: 'tidetable: a program for *tide* tables'
tags:
  - Python
  - tides
authors:
  - name: Jane Roe
    orcid: 0000-0002-1825-0097
    affiliation: "1, 2"
    corresponding: true
    twitter: jroe
  - name: John Doe^[Now at the lighthouse.]
    affiliation: [2]
    equal-contrib: true
  - given-names: Ludwig
    dropping-particle: van
    surname: Beethoven
    affiliation: 3
affiliations:
  - name: Institute of Seas, Odesa, Ukraine
    index: 1
  - name: University of Examples
    index: 2
    ror: 02mhbdp94
date: 30 March 2024
bibliography: paper.bib
shelf: B 12
output: pdf_document
---

# Summary

Tides are cited [@roe2019; @doe2018], and so is nobody else, whose address is x@example.org.

```python
# Funding
x = 1
```

# Acknowledgements

We thank the *harbour* master.

# References
"""
BIB = """@article{roe2019, author = {Roe, Jane}, title = {Tides}, journal = {Journal of Seas}, year = 2019, volume = 3}
@book{doe2018, author = {Doe, John}, title = {Salt}, publisher = {Example}, year = 2018}
@book{sample2000, author = {Sample, Nina}, title = {Ebb}, publisher = {Example}, year = 2000}
"""
QUARTO = """---
title: Tides
author:
  - name: Jane Roe
    affiliations:
      - id: seas
        name: Institute of Seas
        department: Department of Tides
        city: Odesa
        country: Ukraine
        shelf: 3
    attributes:
      corresponding: true
    roles:
      - writing: lead
      - Keeper of the gauge
  - name: John Doe$^{1,*}$
    affiliations:
      - ref: seas
abstract: |
  Tides were
  measured in **March**.

  They were high.
keywords: [tides, salt]
license: "CC BY-SA 4.0"
funding:
  - statement: "The Harbour Fund paid."
    awards:
      - id: HF-17
        source: [Harbour Fund]
        recipient:
          - name: Jane Roe
copyright:
  holder: The Authors
  year: 2023, 2024
citation:
  container-title: Journal of Tides
  eissn: 1234-5679
  volume: 13
  page: 8-14
  doi: 10.5555/tides.1
format: html
date: last-modified
---

$^1$Institute of Gauges, Lviv

The text.
"""
PROJECT = """version: 1
project:
  title: All of the sea
  license:
    content: CC-BY-4.0
    code: MIT
  authors:
    - name: Jane Roe
      email: j.roe@example.org
      affiliations: [seas]
  affiliations:
    - id: seas
      institution: Institute of Seas
      address: 7 Harbour Street, Odesa, 65000, Ukraine
  abbreviations:
    PSU: practical salinity unit
  venue:
    title: Journal of Tides
site:
  template: book-theme
"""
PAGE = """---
title: Tides
short_title: T
---

+++ {"part": "abstract"}

Tides were measured [here](https://example.org/here).

+++

## Introduction

The text.
"""


def read(text: str, name: str, folder: Path | None = None) -> tuple[dict[str, Any], list[Finding]]:
    findings: list[Finding] = []
    source = Source(name, text.encode(), str(folder) if folder else None)
    drafts = read_input(source, findings.append)
    return (plain(drafts[0]) if drafts else {}), findings


def said(findings: list[Finding], code: str) -> list[str]:
    return [finding.message for finding in findings if finding.code == code]


def test_a_joss_paper_with_its_references(tmp_path: Path) -> None:
    (tmp_path / "paper.bib").write_text(BIB)
    draft, findings = read(JOSS, "paper.md", tmp_path)
    assert draft["title"] == "tidetable: a program for <i>tide</i> tables"
    assert draft["authors"] == [
        {"name": "Jane Roe", "corresponding": "yes", "orcid": "0000-0002-1825-0097", "affiliations": ["aff1", "aff2"]},
        {
            "name": "John Doe",
            "notes": ["Now at the lighthouse."],
            "equal_contribution": "yes",
            "affiliations": ["aff2"],
        },
        {"name": {"surname": "Beethoven", "given": "Ludwig", "prefix": "van"}},
    ]
    assert draft["affiliations"] == [
        {"text": "Institute of Seas, Odesa, Ukraine", "id": "aff1"},
        {"institution": "University of Examples", "ror": "02mhbdp94", "id": "aff2"},
    ]
    assert draft["published"] == "30 March 2024"
    assert draft["acknowledgements"] == "We thank the <i>harbour</i> master."
    assert "funding_statement" not in draft
    assert draft["keywords"] == ["Python", "tides"]
    assert [reference["id"] for reference in draft["references"]] == ["roe2019", "doe2018"]
    assert said(findings, "IMP001") == [
        "not placed: number of an affiliation that is not listed: '3'",
        "not placed: shelf: 'B 12'",
    ]
    assert said(findings, "IMP002") == [
        "left out: sample2000: the paper does not cite them",
        "left out: author twitter and output: these are for programs, not of the article",
    ]
    assert len(said(findings, "IMP351")) == 1


def test_values_have_their_lines() -> None:
    (draft,) = read_input(Source("paper.md", JOSS.encode()), lambda _: None)
    assert place_of(draft, ("title",)).line == 2
    assert place_of(draft, ("authors", 0, "orcid")).line == 8


def test_a_list_of_references_that_is_missing_is_asked_for() -> None:
    _, findings = read(JOSS, "paper.md")
    assert len(said(findings, "IMP352")) == 1


def test_a_bibliography_outside_the_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.bib").write_text(BIB)
    folder = tmp_path / "paper"
    folder.mkdir()
    draft, findings = read(JOSS.replace("paper.bib", "../secret.bib"), "paper.md", folder)
    assert "references" not in draft
    assert len(said(findings, "IMP352")) == 1


def test_a_quarto_article() -> None:
    draft, findings = read(QUARTO, "index.qmd")
    assert draft["authors"] == [
        {
            "name": "Jane Roe",
            "corresponding": "yes",
            "affiliations": ["seas"],
            "roles": [{"credit": "Writing – original draft", "degree": "lead"}, "Keeper of the gauge"],
        },
        {"name": "John Doe", "corresponding": "yes", "affiliations": ["seas", "aff1"]},
    ]
    assert draft["affiliations"][0] == {"id": "aff1", "text": "Institute of Gauges, Lviv"}
    assert draft["affiliations"][1]["departments"] == "Department of Tides"
    assert draft["abstract"] == "Tides were measured in <b>March</b>.\n\nThey were high."
    assert draft["funding"] == [{"funder": ["Harbour Fund"], "numbers": "HF-17", "recipients": [{"name": "Jane Roe"}]}]
    assert draft["funding_statement"] == "The Harbour Fund paid."
    assert draft["copyright"] == {"holder": "The Authors", "year": ["2023", "2024"]}
    assert draft["journal"] == {"title": "Journal of Tides", "issn": {"electronic": "1234-5679"}}
    assert (draft["volume"], draft["pages"], draft["doi"]) == ("13", "8-14", "10.5555/tides.1")
    assert said(findings, "IMP001") == ["not placed: affiliation shelf: '3'", "not placed: date: 'last-modified'"]


def test_a_myst_page_has_what_its_project_says(tmp_path: Path) -> None:
    (tmp_path / "myst.yml").write_text(PROJECT)
    draft, findings = read(PAGE, "page.md", tmp_path)
    assert draft["title"] == "Tides"
    assert draft["alt_titles"] == {"short": "T"}
    assert draft["abstract"] == 'Tides were measured <a href="https://example.org/here">here</a>.'
    assert draft["authors"] == [{"name": "Jane Roe", "email": "j.roe@example.org", "affiliations": ["seas"]}]
    assert draft["affiliations"] == [
        {
            "institution": "Institute of Seas",
            "street": "7 Harbour Street",
            "city": "Odesa",
            "postal_code": "65000",
            "country": "Ukraine",
            "country_code": "UA",
            "id": "seas",
        }
    ]
    assert draft["glossary"] == {"PSU": "practical salinity unit"}
    assert draft["license"] == "CC-BY-4.0"
    assert draft["journal"] == {"title": "Journal of Tides"}
    assert said(findings, "IMP001") == ["not placed: license of the code: 'MIT'"]


def test_a_myst_project_alone() -> None:
    assert read(PROJECT, "myst.yml")[0]["title"] == "All of the sea"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [(JOSS, "paper.md", "joss"), (QUARTO, "-", "quarto"), (PAGE, "page.md", "myst"), (PROJECT, "myst.yml", "myst")],
)
def test_detection(text: str, name: str, expected: str) -> None:
    found = detect(Source(name, text.encode()))
    assert found is not None
    assert found.importer.name == expected


def test_citations_as_pandoc_myst_and_latex_write_them() -> None:
    text = "@a and [-@b; @c-d, p. 3]; {cite:p}`e,f` \\citep{g, h} mail@example.org @{i}."
    assert cited_keys(text) == {"a", "b", "c-d", "e", "f", "g", "h", "i"}


@pytest.mark.parametrize(
    "text", ["---\ntitle: [\n---\n", "---\ntitle: a: b: c\nauthors: {\n---\n", "---\nauthors: 3\ntitle: x\n---\n"]
)
def test_bad_front_matter_is_a_finding(text: str) -> None:
    draft, findings = read(text, "paper.md")
    assert draft or findings


def test_mutated_papers_never_fail(tmp_path: Path) -> None:
    (tmp_path / "paper.bib").write_text(BIB)
    (tmp_path / "myst.yml").write_text(PROJECT)
    rng = random.Random(60)  # noqa: S311
    pieces = [
        "-",
        ":",
        "\n",
        "  ",
        "[",
        "{",
        "}",
        '"',
        "null",
        "&a",
        "*a",
        "!!x",
        "---\n",
        "- - -",
        "\t",
        "\x07",
        "ref: ",
        "name: ",
    ]
    for _ in range(400):
        text = rng.choice([JOSS, QUARTO, PAGE, PROJECT])
        for _ in range(rng.randint(1, 5)):
            at = rng.randrange(len(text))
            text = text[:at] + rng.choice(pieces) + text[at + rng.choice([0, 0, 1, 5, 30]) :]
        read(text, rng.choice(["paper.md", "a.qmd", "myst.yml"]), tmp_path)


@pytest.mark.real
@pytest.mark.parametrize("path", REAL, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_real_papers_give_an_article(path: Path) -> None:
    draft, findings = read(path.read_text("utf-8"), str(path), path.parent)
    assert draft.get("authors") or draft.get("title")
    assert not [finding for finding in findings if finding.severity is Severity.ERROR]
