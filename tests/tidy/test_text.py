"""The hygiene of running text: each kind of change, told at its place, switchable; formulas, code and tags stay."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jats.draft import plain
from jats.findings import Finding
from jats.tidy.steps import run
from tests.drafts import draft_of


def tidied(data: dict[str, Any], *keep: str) -> tuple[Any, list[str]]:
    found: list[Finding] = []
    draft = run(draft_of(data), found.append, frozenset(keep))
    return plain(draft), [f"{finding.code} {finding.data_path}" for finding in found]


@pytest.mark.parametrize(
    ("code", "given", "taken"),
    [
        ("INP202", "a\u00a0b\u2009c\u202fd", "a b c d"),
        ("INP203", "cross\u2010border\u2011tide", "cross-border-tide"),
        ("INP204", "trans\u00adfor\u200bm\ufeffed", "transformed"),
        ("INP205", "a\x0bb\x85c", "a b c"),
        ("INP206", "и\u0306 e\u0301", "й é"),
        ("INP207", "two  blanks   here", "two blanks here"),
        ("INP208", "a,, b;; c:: d.. e", "a, b; c: d. e"),
    ],
)
def test_a_text_is_cleaned_and_the_change_told(code: str, given: str, taken: str) -> None:
    assert tidied({"title": {"en": given}}) == ({"title": {"en": taken}}, [f"{code} title.en"])
    assert tidied({"title": given}, code) == ({"title": given}, [])


@pytest.mark.parametrize(
    "text",
    [
        "and so on ... or …",
        "$a,,b  c$ stays",
        "<math><mi>a\u00a0b</mi></math>",
        "<tt>a  b\u00adc</tt>",
        '<a href="https://x.org/a,,b">c</a>',
        "from 8–14 to — here",
        "first line\n\n  second paragraph",
        "кириця і latin side by side",
    ],
)
def test_what_is_meant_stays(text: str) -> None:
    assert tidied({"abstract": text}) == ({"abstract": text}, [])


@pytest.mark.parametrize("label", ["DOI:", "doi: ", "DOI", "https://doi.org/", "DOI: https://doi.org/"])
def test_a_doi_label_with_nothing_behind_it_goes(label: str) -> None:
    text = "Roe, J. (2019). Tides. Seas, 3, 5-9."
    given = f"{text} {label}" if label.lower().startswith("doi") else f"{text} DOI {label}"
    for reference in (given, {"text": given}):
        data, found = tidied({"references": [reference]})
        assert plain_reference(data) == text
        assert found[0].startswith("INP209 references[1]")


def plain_reference(data: dict[str, Any]) -> str:
    reference = data["references"][0]
    return str(reference["text"] if isinstance(reference, dict) else reference)


def test_a_doi_is_no_empty_label() -> None:
    text = "Roe, J. (2019). Tides. DOI: 10.5555/tides"
    link = 'Roe, J. (2019). Tides. DOI: <a href="https://doi.org/10.5555/tides">10.5555/tides</a>'
    for one in (text, link):
        data = {"references": [{"text": one, "title": "Tides"}]}
        assert tidied(data) == (data, [])


def test_addresses_and_identifiers_are_no_running_text() -> None:
    data = {"url": "https://a.org/a,,b", "authors": [{"name": "A, B", "email": "a..b@c.org"}]}
    assert tidied(data) == (data, [])


@pytest.mark.parametrize(
    ("given", "taken"),
    [("No. 3", "3"), ("№ 2", "2"), ("вип. 4(2)", "4(2)"), ("Issue 7", "7")],
)
def test_numbers_lose_the_word_before_them(given: str, taken: str) -> None:
    assert tidied({"issue": given}) == ({"issue": taken}, ["INP210 issue"])
    assert tidied({"issue": given}, "INP210") == ({"issue": given}, [])


@pytest.mark.parametrize("number", ["3", "1(25)", "Suppl 1", "Notes", "November"])
def test_other_numbers_stay(number: str) -> None:
    assert tidied({"issue": number}) == ({"issue": number}, [])


def test_page_ranges_get_a_hyphen() -> None:
    assert tidied({"issue": "Vol. 13"}) == ({"issue": "13"}, ["INP235 issue"])
    assert tidied({"volume": "Т. 5"}) == ({"volume": "5"}, ["INP210 volume"])
    assert tidied({"pages": "8 – 14"}) == ({"pages": "8-14"}, ["INP211 pages"])


def test_a_word_of_two_alphabets_is_told_and_stays() -> None:
    data, found = tidied({"title": "Сrossref and tides"})
    assert data == {"title": "Сrossref and tides"}
    assert found == ["INP220 title"]


@given(st.text(alphabet="ab $<>/im,;.\u00a0\u00ad\u0301\u2010", max_size=30))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    once, _ = tidied({"title": text})
    assert tidied(once)[0] == once
