"""Rows of tables: each kind finds what it says, where it says, with messages that tell what to write."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from jats.rules.engine import tables
from jats.rules.engine.context import RuleContext
from jats.rules.engine.registry import Rule
from jats.rules.engine.tables import Row
from jats.rules.engine.walk import RuleFinding, judge

PAGE = """T.

Why: w
Wrong: <a/>
Right: <b/>
Source: s
"""


@pytest.fixture
def found_by(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[RuleFinding]]:
    """Announce a row without adding it to the project's rules, and ask it of a document."""
    announced: list[Rule] = []
    monkeypatch.setattr(tables, "add_rule", announced.append)

    def ask(announce: Callable[..., None], on: str, xml: str, *args: object) -> list[RuleFinding]:
        announce(Row("XYZ001", on, ("pmc",), PAGE), *args)
        root = etree.fromstring(f'<r xmlns:xlink="http://www.w3.org/1999/xlink">{xml}</r>')
        return judge(RuleContext(root), announced[-1:], ("pmc",))

    return ask


def messages(found: list[RuleFinding]) -> list[str]:
    return [each.finding.message for each in found]


def test_required_child_counts_only_with_text(found_by: Callable[..., list[RuleFinding]]) -> None:
    xml = "<m><x><y>1</y></x></m><m><x><y/></x></m><m/>"
    said = messages(found_by(tables.required_child, "m", xml, "x/y"))
    assert said == ["<m> has no <y> with text: add it", "<m> has no <y>: add it"]


def test_required_attribute_with_prefix(found_by: Callable[..., list[RuleFinding]]) -> None:
    said = messages(
        found_by(tables.required_attribute, "m", '<m xlink:href="a"/><m xlink:href=" "/><m/>', "xlink:href")
    )
    assert said == [
        "the attribute xlink:href of <m> is empty: write its value",
        "the attribute xlink:href of <m> is missing: add it",
    ]


def test_closed_list_names_the_nearest(found_by: Callable[..., list[RuleFinding]]) -> None:
    [judged] = found_by(
        tables.closed_list, "m/@kind", '<m kind="publisher"/><m kind="doi"/><m/>', ("publisher-id", "doi")
    )
    assert judged.finding.message == "kind 'publisher' is not in the list; did you mean publisher-id?"
    assert judged.finding.xml_path == "/r/m[1]/@kind"


def test_max_length_is_of_the_text(found_by: Callable[..., list[RuleFinding]]) -> None:
    assert messages(found_by(tables.max_length, "m", "<m>123</m><m> 1 <i>23</i>4 </m>", 4)) == [
        "<m> has 5 characters: shorten it to 4"
    ]


def test_pattern_must_match_the_whole(found_by: Callable[..., list[RuleFinding]]) -> None:
    assert messages(found_by(tables.pattern, "m", "<m>12</m><m>12a</m><m/>", r"\d+", "a number")) == [
        "<m> '12a' is not a number"
    ]


def test_forbidden_element_and_attribute(found_by: Callable[..., list[RuleFinding]]) -> None:
    assert messages(found_by(tables.forbidden, "r/m", "<m/>", "use n")) == ["<m> is not allowed here: use n"]
    assert messages(found_by(tables.forbidden, "m/@k", '<m k="1"/><m/>', "use n")) == ["k is not allowed on <m>: use n"]


def test_at_most_one_points_at_the_extra(found_by: Callable[..., list[RuleFinding]]) -> None:
    found = found_by(tables.at_most_one, "r", "<m/><m/>", "m", "merge them")
    assert [each.finding.xml_path for each in found] == ["/r/m[2]"]
