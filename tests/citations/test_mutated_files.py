"""Damaged files of references: no traceback, whatever is cut out or put in, and every format takes what is read."""

from __future__ import annotations

import re
from random import Random

import pytest

from jats.findings import Finding
from jats.importers import Source, read_articles
from jats.reference_files import read_references
from jats.reference_lists import FORMATS, structured_list
from tests.citations.test_ris import JOURNAL, MEDLINE
from tests.importers.test_bibliography import BIBTEX, CSL

pytestmark = pytest.mark.slow

FILES = {
    "bibtex": "@string{js = {Journal of Seas}}\n"
    + BIBTEX
    + "\n@inbook{b, crossref = {roe}, title = {T}, month = may # { 3}}",
    "ris": JOURNAL,
    "csl-json": CSL,
    "nbib": MEDLINE,
}
PIECES = ["{", "}", "\\", '"', "#", "@", "TY  - ", "ER  -", "\n", "null", "[", "]", ",", "\0", "-", "=", "$", "%", "<i>", "9999",
          "and", "crossref = {b}", '"family":', "\ud7ff", "\u0301", "PMID- "]  # fmt: skip
NUMBER = 50


def mutated(text: str, random: Random) -> str:
    for _ in range(random.randint(1, 10)):
        at = random.randrange(len(text) + 1)
        if random.random() < 0.4:
            text = text[:at] + text[at + random.randint(1, 40) :]
        else:
            text = text[:at] + random.choice(PIECES) * random.randint(1, 8) + text[at:]
    return text


@pytest.mark.parametrize("form", list(FILES))
def test_damaged_files_are_findings(form: str) -> None:
    random = Random(form)  # noqa: S311 - damage needs no secrets
    for _ in range(NUMBER):
        assert_read_and_written(mutated(FILES[form], random), form)


@pytest.mark.parametrize("form", list(FILES))
@pytest.mark.parametrize(
    "number", ["9" * 5_000, f'"{"9" * 5_000}"', "²", "٣", "-1"]
)  # Python reads no number of more than 4,300 digits
def test_numbers_of_any_kind_stand_in_any_field(form: str, number: str) -> None:
    for found in re.finditer(r"\d+", FILES[form]):
        assert_read_and_written(FILES[form][: found.start()] + number + FILES[form][found.end() :], form)


def assert_read_and_written(text: str, form: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    findings: list[Finding] = []
    found = read_references(data, "list", findings.append, form)
    if found:
        lists = [structured_list(found, "list", findings.append)]
        for to in FORMATS:
            assert isinstance(FORMATS[to](lists, lambda *_: None, lambda _: None), str), text
    assert list(read_articles(Source("list", data), form))
