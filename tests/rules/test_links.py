"""What links and mentions mean: ranges, marks in superscript, numbers between two ends."""

from __future__ import annotations

import pytest
from lxml import etree

from jats.rules.engine.context import RuleContext
from jats.rules.engine.registry import load_rules
from jats.rules.engine.walk import judge
from jats.rules.links.pointing import pointed_at

REFS = "".join(f'<ref id="B{number}"><label>{number}</label></ref>' for number in range(1, 6))


def context(text: str) -> RuleContext:
    return RuleContext(
        etree.fromstring(f"<article><body><p>{text}</p></body><back><ref-list>{REFS}</ref-list></back></article>")
    )


def messages(code: str, text: str) -> list[str]:
    rules = [rule for rule in load_rules() if rule.code == code]
    return [each.finding.message for each in judge(context(text), rules, ())]


@pytest.mark.parametrize(
    "text",
    [
        '<xref ref-type="bibr" rid="B2">2</xref>–<xref ref-type="bibr" rid="B4">4</xref>',
        '<sup><xref ref-type="bibr" rid="B2">2</xref></sup>-<sup><xref ref-type="bibr" rid="B4">4</xref></sup>',
        '<xref ref-type="bibr" rid="B2">2</xref> to <xref ref-type="bibr" rid="B4">4</xref>',
    ],
)
def test_range_of_links_points_to_what_lies_between(text: str) -> None:
    assert pointed_at(context(text)) == {"B2", "B3", "B4"}


@pytest.mark.parametrize("between", [", ", " and ", ""])
def test_links_beside_each_other_are_no_range(between: str) -> None:
    text = f'<xref ref-type="bibr" rid="B2">2</xref>{between}<xref ref-type="bibr" rid="B4">4</xref>'
    assert pointed_at(context(text)) == {"B2", "B4"}


@pytest.mark.parametrize("text", ["1", "[1]", "1–3", "(1, 4)", "Osei 2019", "2019", "a"])
def test_link_may_show_its_number_a_range_or_names(text: str) -> None:
    assert not messages("COM626", f'<xref ref-type="bibr" rid="B1">{text}</xref>')


@pytest.mark.parametrize("text", ["2", "[3]", "2–4"])
def test_link_with_another_number_is_told(text: str) -> None:
    assert messages("COM626", f'<xref ref-type="bibr" rid="B1">{text}</xref>')


@pytest.mark.parametrize(("text", "told"), [("as shown [2]", True), ("the vector t[2]", False), ("item [9]", False)])
def test_mention_of_a_reference_is_a_number_in_brackets_alone(text: str, told: bool) -> None:
    assert bool(messages("COM625", text)) is told
