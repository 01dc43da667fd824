"""Malformed ids at both ends of a reference: one finding, with the id that fits in the series."""

from __future__ import annotations

import pytest

from jats.options import Options
from jats.validation.run import validate_bytes
from tests.validation.test_obeyed import GOOD

LIST = (
    '<ref id="ref-1"><mixed-citation>Doe, Ebb.</mixed-citation></ref>'
    '<ref id="WRONG"><mixed-citation>Poe 1964, Neap.</mixed-citation></ref>'
    '<ref id="ref-3"><mixed-citation>Moe, Flow.</mixed-citation></ref></ref-list>'
)


def findings(document: str) -> list[tuple[str, int, str]]:
    found = validate_bytes(document.encode(), "a.xml", Options()).findings
    return [(each.code, each.place.line or 0, each.message) for each in found]


def cited(value: str, wrong: str, series: str = "ref-", times: int = 1) -> str:
    reference = f'<xref ref-type="bibr" rid="{value}">2</xref> '
    document = GOOD.replace("We counted", reference * times + "We counted", 1)
    return document.replace("</ref-list>", LIST.replace("WRONG", wrong).replace('"ref-', f'"{series}'), 1)


@pytest.mark.parametrize(
    ("wrong", "series", "right"),
    [
        ("2", "ref-", "ref-2"),
        ("02", "ref-", "ref-2"),
        ("ref 2", "ref-", "ref-2"),
        ("ref 2", "ref_", "ref_2"),
        ("ref 2", "ref", "ref2"),
        ("r 02", "r0", "r02"),
        ("#ref-2", "ref-", "ref-2"),
        ("(2)", "B", "B2"),
    ],
)
@pytest.mark.parametrize("times", [1, 3])
def test_the_id_is_given_for_both_ends_in_one_finding(wrong: str, series: str, right: str, times: int) -> None:
    ((code, line, message),) = findings(cited(wrong, wrong, series, times))
    target = next(
        at for at, each in enumerate(cited(wrong, wrong, series).split("\n"), 1) if f'id="{wrong}"><mixed' in each
    )
    assert (code, line) == ("SCH018", 18)
    assert (
        f'write rid="{right}" here, and id="{right}" in the <ref> that has the id {wrong!r} (line {target})' in message
    )
    assert findings(cited(right, right, series, times)) == []


def test_the_other_ids_of_a_reference_are_kept() -> None:
    ((_, _, message),) = findings(cited("ref-1 2 ref-3", "2"))
    assert 'write rid="ref-1 ref-2 ref-3" here, and id="ref-2" in the <ref>' in message


def test_an_id_that_comes_before_its_references_is_told_there() -> None:
    document = GOOD.replace('<sec id="s1">', '<sec id="2">', 1).replace(
        "We counted", '<xref ref-type="sec" rid="2">2</xref> We counted', 1
    )
    ((_, _, message),) = findings(document)
    assert message.endswith('write id="sec2", here and in each reference to it')


@pytest.mark.parametrize(
    ("before", "text"), [("", "3"), ("as Poe (", "1964"), ("Poe et al. (", "1964"), ("", "Poe, 1964")]
)
def test_an_empty_reference_gets_the_id_that_its_text_means(before: str, text: str) -> None:
    document = GOOD.replace("We counted", f'{before}<xref ref-type="bibr" rid="">{text}</xref>) We counted', 1)
    labelled = LIST.replace("WRONG", "ref-2").replace('<ref id="ref-2">', '<ref id="ref-2"><label>3</label>')
    ((_, _, message),) = findings(document.replace("</ref-list>", labelled, 1))
    assert message == 'rid="" of <xref>: it is empty: write rid="ref-2"'


def test_an_empty_reference_with_a_number_gets_the_id_with_it_as_others_do() -> None:
    one, three = (f'<xref ref-type="bibr" rid="ref-{each}">{each}</xref>' for each in (1, 3))
    empty = '<xref ref-type="bibr" rid="">2</xref>'
    document = GOOD.replace("We counted", f"{one}{empty}{three} We counted", 1)
    document = document.replace("</ref-list>", LIST.replace("WRONG", "ref-2"), 1)
    ((_, _, message),) = findings(document.replace('id="r1">1', 'id="r9">9').replace('id="r1"', 'id="r9"'))
    assert message.endswith('it is empty: write rid="ref-2"')


@pytest.mark.parametrize(("text", "right"), [("Fig. S2", "g2"), ("Fig. S1", "g1"), ("2", None)])
def test_an_empty_reference_gets_the_element_with_its_label(text: str, right: str | None) -> None:
    figures = "".join(
        f'<fig id="g{each}"><label>Fig. S{each}.</label><graphic xlink:href="{each}.png"/></fig>' for each in (1, 2)
    )
    document = GOOD.replace("<fig ", f"{figures}<fig ", 1)
    document = document.replace("We counted", f'<xref ref-type="fig" rid="">{text}</xref> We counted', 1)
    ((_, _, message),) = findings(document)
    assert message.endswith(f'write rid="{right}"' if right else "'g1', 'g2' or 'f1', or remove the attribute")


def test_a_work_that_is_cited_elsewhere_too_may_be_meant() -> None:
    cites = '<xref ref-type="bibr" rid="ref-2">see there</xref> <xref ref-type="bibr" rid="">Poe, 1964</xref>'
    document = GOOD.replace("We counted", f"{cites} We counted", 1)
    ((_, _, message),) = findings(document.replace("</ref-list>", LIST.replace("WRONG", "ref-2"), 1))
    assert message.endswith('write rid="ref-2"')


def test_an_empty_reference_without_a_clue_is_said_to_be_empty() -> None:
    document = GOOD.replace("We counted", '<xref ref-type="bibr" rid="">here</xref> We counted', 1)
    ((_, _, message),) = findings(document.replace("</ref-list>", LIST.replace("WRONG", "ref-2"), 1))
    assert message.startswith('rid="" of <xref>: it is empty: write the id that it leads to')
