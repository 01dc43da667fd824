"""Values as people type and paste them, through all of tidy: what they become and which finding says so."""

from __future__ import annotations

from typing import Any

import pytest

from jats.draft import plain
from jats.findings import Finding, Severity
from jats.tidy.steps import run
from tests.drafts import draft_of, read


def tidied(data: dict[str, Any]) -> tuple[Any, list[str]]:
    found: list[Finding] = []
    draft = run(draft_of(data), found.append)
    return plain(draft), [finding.code for finding in found]


@pytest.mark.parametrize(
    ("field", "given", "taken", "codes"),
    [
        ("title", "The \ufb01rst \ufb02ow", "The first flow", ["INP256"]),
        ("title", "Salt ,and sand", "Salt, and sand", ["INP252"]),
        ("title", "潮汐和盐。", "潮汐和盐", ["INP249"]),
        ("title", "ज्वार और नमक।", "ज्वार और नमक", ["INP249"]),
        ("title", "Salt of the sea1", "Salt of the sea1", ["INP250"]),
        ("title", "Vitamin B12", "Vitamin B12", []),
        ("license", "СС ВY 4.0", "CC BY 4.0", ["INP201"]),
        ("license", "Creative Commons", "Creative Commons", ["INP258"]),
        ("license", "the Creative Commons licence", "the Creative Commons licence", ["INP258"]),
        ("language", "EN", "en", ["INP201"]),
        ("language", "pt-br", "pt-BR", ["INP201"]),
    ],
)
def test_a_field_of_the_article_is_read(field: str, given: str, taken: str, codes: list[str]) -> None:
    assert tidied({field: given}) == ({field: taken}, codes)


@pytest.mark.parametrize(
    ("field", "given", "taken", "codes"),
    [
        ("roles", "Methodolgy", "Methodolgy", ["INP257"]),
        ("roles", "Writing", "Writing", ["INP257"]),
        ("roles", "Translator", "Translator", []),
        ("email", "E-mail a.roe@example.org", "a.roe@example.org", ["INP246"]),
        ("email", "a.roe [at] example [dot] org", "a.roe@example.org", ["INP234"]),
        ("affiliations", "seas / uni", ["seas", "uni"], []),
    ],
)
def test_a_field_of_an_author_is_read(field: str, given: str, taken: Any, codes: list[str]) -> None:
    affiliations = [{"id": "seas", "institution": "Institute of Seas"}, {"id": "uni", "institution": "Example"}]
    data, found = tidied({"authors": [{"name": "Roe, Jane", field: given}], "affiliations": affiliations})
    assert (data["authors"][0][field], found) == (taken, codes)


@pytest.mark.parametrize(("given", "code"), [("UK", "GB"), ("EN", "GB"), ("Ukraine", "UA"), ("SP", "ES")])
def test_a_country_code_is_one_of_the_standard(given: str, code: str) -> None:
    data, found = tidied({"affiliations": [{"institution": "Example", "country_code": given}]})
    assert (data["affiliations"][0]["country_code"], len(found)) == (code, 1)


@pytest.mark.parametrize(
    ("title", "language"),
    [("Припливи (Ukr.)", "uk"), ("Tides (англ.)", "en"), ("Ebbe (in German)", "de"), ("Tides (rev.)", None)],
)
def test_the_language_after_a_cited_title_is_read(title: str, language: str | None) -> None:
    data, _ = tidied({"references": [{"title": title, "source": "Sea"}]})
    assert data["references"][0].get("language") == language


@pytest.mark.parametrize("sign", ["\ufeff", "\u2028", "\x0b", "\x0c"])
def test_characters_that_yaml_has_no_place_for_are_taken_out_or_part_words(sign: str) -> None:
    draft, found = read(f"title: Tides{sign}and salt\nvolume: 3\n")
    assert draft is not None
    assert found == []
    title = plain(run(draft, found.append))["title"]
    assert title == ("Tidesand salt" if sign == "\ufeff" else "Tides and salt")
    assert [one.code for one in found] in (["INP204"], ["INP202"])


@pytest.mark.parametrize(
    ("yaml", "field", "value"),
    [
        ("keywords:\n  tides\n  salt water\n", "keywords", ["tides", "salt water"]),
        ("keywords: tides, salt and\n  water\n", "keywords", ["tides", "salt and water"]),
        ("authors:\n  Roe, Jane\n  Doe, John\n", "authors", ["Roe, Jane", "Doe, John"]),
        ("authors:\n- Roe, Jane\n  Doe, John\n- Poe, Ann\n", "authors", ["Roe, Jane", "Doe, John", "Poe, Ann"]),
        ("authors: Roe, Jane and\n  Doe, John\n", "authors", ["Roe, Jane", "Doe, John"]),
        ("authors: Roe JA, Doe\n  K, Poe A\n", "authors", ["Roe, JA", "Doe, K", "Poe, A"]),
        ("pages: [8, 14]\n", "pages", "8-14"),
        ("abstract: Salt of\n  the sea\n", "abstract", "Salt of the sea"),
    ],
)
def test_lines_and_brackets_are_read_as_they_are_meant(yaml: str, field: str, value: Any) -> None:
    draft, found = read(yaml)
    assert draft is not None
    assert plain(run(draft, found.append))[field] == value
    assert max((one.severity for one in found), default=Severity.INFO) is Severity.INFO


@pytest.mark.parametrize(
    ("yaml", "codes"),
    [
        ("references:\n- authors: Poe, E.\n- date: 2019\n- title: Ebb\n", ["INP259"]),
        ("references:\n- authors: Poe, E.\n  title: Ebb\n- title: Flow\n", []),
        ("references:\n- doi: 10.5555/tides.1\n- text: Poe E. Ebb.\n", []),
    ],
)
def test_fields_that_became_references_are_reported(yaml: str, codes: list[str]) -> None:
    draft, found = read(yaml)
    assert draft is not None
    run(draft, found.append)
    assert [one.code for one in found if one.code == "INP259"] == codes
