"""Statements on conflicts of interest and on data: every mark is found, and the remedy is one that the version has."""

from __future__ import annotations

import pytest

from tests.rules.examples import codes_in
from tests.rules.host import host_text, place

NONE = "<!-- no fn[@fn-type='coi-statement'] -->"
TEXT = "<p>The authors declare no competing interests.</p>"


def found(example: str, service: str = "jats4r") -> dict[str, list[str]]:
    return codes_in(place(example, service), service)


def in_back(part: str) -> str:
    return f"<article>… {NONE}<back>… <!-- new -->{part}</back></article>"


@pytest.mark.parametrize(
    "part",
    [
        f'<sec sec-type="COI-statement"><title>Declarations</title>{TEXT}</sec>',
        f'<notes notes-type="conflict-of-interest"><title>Declarations</title>{TEXT}</notes>',
        '<sec id="s9"><title>Declarations</title><p content-type="coi-statement">None.</p></sec>',
        f"<sec><title>Competing interests</title>{TEXT}</sec>",
        f'<fn-group><fn fn-type="coi-statement" id="fn8"><label>a</label>{TEXT}</fn></fn-group>',
    ],
)
def test_statement_on_conflicts_outside_of_its_place_is_an_error(part: str) -> None:
    [message] = found(in_back(part))["J4R140"]
    assert 'move it to <fn fn-type="coi-statement"> in <author-notes>' in message


def test_statement_with_two_marks_is_one_finding() -> None:
    part = (
        '<sec sec-type="COI-statement"><title>Conflicts of interest</title><p content-type="conflict">None.</p></sec>'
    )
    assert len(found(in_back(part))["J4R140"]) == 1


@pytest.mark.parametrize(("version", "codes"), [("1.1", set()), ("1.2", {"J4R140"}), ("1.3", {"J4R140"})])
def test_conflict_is_the_word_up_to_jats_1_1(version: str, codes: set[str]) -> None:
    text = host_text("jats4r").replace('dtd-version="1.3"', f'dtd-version="{version}"')
    text = text.replace('fn-type="coi-statement"', 'fn-type="conflict"')
    assert set(codes_in(text.encode(), "jats4r")).intersection({"J4R140"}) == codes


@pytest.mark.parametrize(
    ("version", "word", "codes"),
    [("1.1", "conflict", set()), ("1.2", "coi-statement", {"SPS144"}), ("1.3", "conflict", {"SPS144"})],
)
def test_word_for_scielo_follows_the_version(version: str, word: str, codes: set[str]) -> None:
    text = host_text("scielo").replace('dtd-version="1.3"', f'dtd-version="{version}"')
    text = text.replace('fn-type="coi-statement"', f'fn-type="{word}"')
    assert set(codes_in(text.encode(), "scielo")).intersection({"SPS144"}) == codes


@pytest.mark.parametrize(("service", "codes"), [("pmc", set()), ("jats4r", {"J4R610"}), ("crossref", set())])
def test_data_statement_in_notes_is_refused_by_jats4r_alone(service: str, codes: set[str]) -> None:
    notes = '<notes notes-type="data-availability"><p>All data are in the supplementary file.</p></notes>'
    example = f"<back>… <!-- no sec[@sec-type='data-availability'] --><!-- new -->{notes}</back>"
    assert set(found(example, service)) == codes


@pytest.mark.parametrize("kind", ["data_availability", "Data Availability Statement", "data-accessibility"])
def test_other_spellings_of_data_availability_are_found(kind: str) -> None:
    section = f'<sec sec-type="{kind}"><title>Data</title><p>All data are in the supplementary file.</p></sec>'
    example = f"<back>… <!-- no sec[@sec-type='data-availability'] --><!-- new -->{section}</back>"
    assert 'write sec-type="data-availability"' in found(example)["J4R610"][0]
