"""Parsed references in the formats of other programs."""

from __future__ import annotations

import json

import pytest
import rispy  # type: ignore[import-untyped]
import yaml
from bibtexparser.entrypoint import parse_string
from lxml import etree

from jats.citations.split import split
from jats.reference_lists import FORMATS, parsed_lists

PAGE = """References
1. Roe, J., & Doe, A. B. (2021). Tides & names. Journal of Tides, 12(3), 45–59. https://doi.org/10.1234/tides_5
2. Poe M. The salt of the sea. 2nd ed. London: Harbour Press; 2015.
"""
LINES = [line[3:] for line in PAGE.splitlines()[1:]]


def written(form: str) -> str:
    return FORMATS[form](parsed_lists(split(PAGE)), lambda *_: None, lambda _: None)


def test_jsonl_has_the_text_type_fields_and_confidence_of_each() -> None:
    rows = [json.loads(line) for line in written("jsonl").splitlines()]
    assert [row["text"] for row in rows] == LINES
    assert [row["type"] for row in rows] == ["journal", "book"]
    assert rows[0]["fields"]["doi"] == "10.1234/tides_5"
    assert all(0 <= row["confidence"] <= 1 for row in rows)
    for row in rows:
        for start, end, label, _ in row["spans"]:
            if label in ("year", "source"):
                assert row["text"][start:end] == row["fields"][label]


def test_yaml_is_references_of_an_article_file() -> None:
    made = yaml.safe_load(written("yaml"))
    assert made["references"][0]["title"] == "References"
    works = made["references"][0]["references"]
    assert [work["text"] for work in works] == LINES
    assert works[0]["pages"] == {"first": "45", "last": "59"}
    assert works[1]["place"] == "London"


def test_jats_tags_the_parts_and_keeps_every_character() -> None:
    root = etree.fromstring(written("jats"))
    citations = list(root.iter("mixed-citation"))
    assert ["".join(citation.itertext()) for citation in citations] == LINES
    assert [name.text for name in citations[0].iter("surname")] == ["Roe", "Doe"]
    assert citations[0].findtext("pub-id") == "10.1234/tides_5"
    assert root.findtext("title") == "References"


def test_csl_json_names_the_types_and_people() -> None:
    items = json.loads(written("csl-json"))
    assert [item["type"] for item in items] == ["article-journal", "book"]
    assert items[0]["author"][1] == {"family": "Doe", "given": "A. B."}
    assert items[1]["title"] == "The salt of the sea"


def test_bibtex_is_read_by_its_library() -> None:
    entries = parse_string(written("bibtex")).entries
    assert [entry.entry_type for entry in entries] == ["article", "book"]
    assert entries[0]["title"] == r"Tides \& names"
    assert entries[0]["pages"] == "45--59"


def test_ris_is_read_by_its_library() -> None:
    records = rispy.loads(written("ris"))
    assert [record["type_of_reference"] for record in records] == ["JOUR", "BOOK"]
    assert records[0]["authors"] == ["Roe, J.", "Doe, A. B."]
    assert records[0]["start_page"] == "45"


@pytest.mark.parametrize("form", list(FORMATS))
def test_every_format_takes_a_text_that_is_not_a_reference(form: str) -> None:
    assert isinstance(FORMATS[form](parsed_lists(split("Nothing to see here")), lambda *_: None, lambda _: None), str)
