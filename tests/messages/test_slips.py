"""Slips of editors in article, journal and issue files: what is reported, and that the advice, followed, mends the file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from jats.article_file import read_article_file
from jats.draft import Map, plain
from jats.findings import Finding, Severity
from tests.messages.obeying import obey

TABLES = sorted(Path(__file__).parent.glob("slips_*.txt"))


class Slip(NamedTuple):
    """A case of a table: a faulty file, its findings as `line:column code message`, and the file as it should be if that
    can't be had by writing lines anew."""

    name: str
    file: str
    faulty: str
    findings: list[str]
    right: str | None


def slips() -> list[Slip]:
    found = []
    for table in TABLES:
        for case in table.read_text("utf-8").split("=== ")[1:]:
            title, _, rest = case.partition("\n")
            faulty, findings, *right = rest.split("---\n")
            file, _, name = title.rpartition(": ")
            found.append(Slip(name, file or "article.yaml", faulty, findings.splitlines(), right[0] if right else None))
    return found


CASES = slips()


def read(text: str, name: str) -> tuple[Map | None, list[Finding]]:
    findings: list[Finding] = []
    return read_article_file(text.encode(), name, findings.append), findings


@pytest.mark.parametrize("slip", CASES, ids=[f"{case.file} {case.name}" for case in CASES])
def test_each_slip_is_reported_once_with_what_to_write(slip: Slip) -> None:
    _, findings = read(slip.faulty, slip.file)
    assert [f"{one.place.line}:{one.place.column} {one.code} {one.message}" for one in findings] == slip.findings


@pytest.mark.parametrize("slip", CASES, ids=[f"{case.file} {case.name}" for case in CASES])
def test_a_file_is_whole_after_the_advice_is_followed(slip: Slip) -> None:
    recovered, findings = read(slip.faulty, slip.file)
    right = slip.right if slip.right is not None else obey(slip.faulty, findings)
    mended, left = read(right, slip.file)
    assert [one for one in left if one.severity is Severity.ERROR] == []
    assert mended is not None
    if recovered is not None and any(one.severity is Severity.ERROR for one in findings):
        assert plain(recovered) == plain(mended)


def test_there_are_at_least_ten_slips_of_each_kind() -> None:
    kinds = {table.stem.removeprefix("slips_"): table.read_text("utf-8").count("=== ") for table in TABLES}
    assert min(kinds.values()) >= 10, kinds
