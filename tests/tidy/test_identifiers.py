"""Identifiers are brought into their normal form, each change with its place; faulty ones are left to be shown as they are."""

from __future__ import annotations

from typing import Any

import pytest

from jats.draft import plain
from jats.findings import Finding, Severity
from jats.tidy.steps import run
from tests.drafts import read, shown


def tidied(text: str) -> tuple[Any, list[str]]:
    draft, _ = read(text)
    assert draft is not None
    findings: list[Finding] = []
    run(draft, findings.append)
    assert all(finding.severity is Severity.INFO for finding in findings)
    return plain(draft), [shown(finding) for finding in findings]


@pytest.mark.parametrize(
    ("text", "path", "given", "taken"),
    [
        ("doi: https://doi.org/10.5555/x", "1:6 INP201 doi", "https://doi.org/10.5555/x", "10.5555/x"),
        ("authors: [{orcid: 'https://orcid.org/0000-0002-1825-0097'}]", "1:19 INP201 authors[1].orcid",
         "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("authors: [{ids: {isni: 0000 0001 2103 2683}}]", "1:24 INP201 authors[1].ids.isni",
         "0000 0001 2103 2683", "0000000121032683"),
        ("journal: {issn: 25206524}", "1:17 INP201 journal.issn", "25206524", "2520-6524"),
        ("journal: {issn: {print: ISSN 2520-6524}}", "1:25 INP201 journal.issn.print", "ISSN 2520-6524", "2520-6524"),
        ("references: [{doi: 'doi:10.5555/x'}]", "1:20 INP201 references[1].doi", "doi:10.5555/x", "10.5555/x"),
        ("affiliations: {ror: 03yrm5c26}", "1:21 INP201 affiliations.ror", "03yrm5c26", "https://ror.org/03yrm5c26"),
    ],
)  # fmt: skip
def test_a_sound_identifier_takes_its_normal_form(text: str, path: str, given: str, taken: str) -> None:
    data, found = tidied(text + "\n")
    assert found == [f"{path}: '{given}' is taken as '{taken}'"]
    assert f"'{given}'" not in str(data)
    assert f"'{taken}'" in str(data)


@pytest.mark.parametrize(
    "text",
    [
        "doi: 10.5555/x",
        "doi: https://doi.org/x",
        "journal: {issn: 25206525}",
        "title: doi:10.5555/x",
        "references: [{text: 'https://doi.org/10.5555/x', title: Tides}]",
        "url: https://doi.org/10.5555/x",
    ],
)
def test_all_else_is_left_as_it_is(text: str) -> None:
    draft, _ = read(text + "\n")
    assert draft is not None
    before = plain(draft)
    assert tidied(text + "\n") == (before, [])
