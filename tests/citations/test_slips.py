"""What `jats refs` reports of a printed list, at the line of the reference."""

from __future__ import annotations

import pytest

from jats.citations.printed_slips import unread_doi
from jats.citations.split import split
from jats.findings import Finding
from jats.reference_lists import parsed_lists

LIST = """References
1. Roe, J., & Doe, A. B. (2021). Tides and their names. Journal of Tides, 12(3), 754–66. https://doi.org/10. 5555/abc.
2. Poe M. The salt of the sea. 2nd ed. London: Harbour Press; 2015.
3. Roe, J., & Doe, A. B. (2021). Tides and their many names. Journal of Tides, 12(3), 45–12. doi:105555/abc
4. Roe, J., & Doe, A. B. (2021). Tides and their names. Journal of Tides, 12(3), 754–66. doi: doi:10.5555/ABC
"""


def test_each_slip_is_reported_at_its_line_and_what_is_certain_is_put_right() -> None:
    findings: list[Finding] = []
    (one,) = parsed_lists(split(LIST), "list.txt", findings.append)
    assert sorted((finding.place.line or 0, finding.code) for finding in findings) == [
        (2, "INP201"),
        (2, "INP211"),
        (4, "INP120"),
        (4, "INP236"),
        (5, "INP211"),
        (5, "INP273"),
    ]
    works = [item.work for item in one.items]
    assert works[0]["doi"] == "10.5555/abc"
    assert works[0]["pages"] == {"first": "754", "last": "766"}
    assert works[2]["pages"] == {"first": "45", "last": "12"}
    assert [item.parsed.text for item in one.items if item.parsed] == [item.text for item in split(LIST)[0].items]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Tides. doi: 10.5555 /abc.", "10.5555/abc"),
        ("Tides. https://doi.org/10.5555/ abc", "10.5555/abc"),
        ("Tides. DOI:", None),
        ("Tides. Doing things: 12.", None),
    ],
)
def test_blanks_in_a_doi(text: str, meant: str | None) -> None:
    found = unread_doi(text)
    assert (found.meant if found else None) == meant


def test_long_digits_take_no_time() -> None:
    assert unread_doi("doi:" + "1" * 4000) is not None


def test_works_that_differ_are_not_one() -> None:
    findings: list[Finding] = []
    same = "Roe J. Annual report on the tides of the northern seas. Journal of Seas. {};{}:5-9."
    lines = "\n".join(same.format(year, year - 2000) for year in range(2010, 2020))
    parsed_lists(split(f"References\n{lines}\n"), "list.txt", findings.append)
    assert not [finding for finding in findings if finding.code == "INP273"]
