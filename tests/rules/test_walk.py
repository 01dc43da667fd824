"""The walk: which rules are on, how hits become findings, how rules on text are asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree

from jats.errors import TargetError
from jats.findings import Severity
from jats.rules import explain, list_rules
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element
from jats.rules.engine.registry import Hit, Rule, load_rules
from jats.rules.engine.targets import rules_for
from jats.rules.engine.walk import judge, run_rules

ARTICLE = """<article xmlns:xlink="http://www.w3.org/1999/xlink" dtd-version="1.2" xml:lang="uk"><front><article-meta>
<contrib-group><contrib id="a1"><contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0098</contrib-id></contrib>
</contrib-group></article-meta></front><body><p>One <b/>two<xref rid="a1"/> thr\ufffdee \ufffd</p></body></article>"""


def context() -> RuleContext:
    return RuleContext(etree.fromstring(ARTICLE))


def rule_on(key: str, *said: str | Hit, services: tuple[str, ...] = ("pmc", "doaj")) -> Rule:
    def check(_el: Element) -> Iterator[str | Hit]:
        yield from said

    return Rule(
        "XYZ001", (key,), services, Severity.WARNING, check, "T.\n\nWhy: w\nWrong: <a/>\nRight: <b/>\nSource: s"
    )


def test_finding_has_path_services_and_source() -> None:
    [judged] = judge(context(), [rule_on("contrib/@id", Hit("wrong id", attribute="id"))], ("pmc", "crossref"))
    finding = judged.finding
    assert finding.xml_path == "/article/front/article-meta/contrib-group/contrib/@id"
    assert (finding.services, finding.source, finding.severity) == (("pmc",), "s", Severity.WARNING)


def test_severity_is_the_worst_of_the_services_asked_for() -> None:
    rule = Rule(
        "XYZ001",
        ("body",),
        ("pmc", "doaj"),
        Severity.WARNING,
        rule_on("body", "x").check,
        rule_on("p").page,
        {"doaj": Severity.ERROR},
    )
    assert [each.finding.severity for each in judge(context(), [rule], ("pmc",))] == [Severity.WARNING]
    assert [each.finding.severity for each in judge(context(), [rule], ("pmc", "doaj"))] == [Severity.ERROR]


def test_hit_may_weigh_differently_for_each_service() -> None:
    hit = Hit("x", severities={"doaj": Severity.ERROR, "pmc": Severity.INFO})
    [judged] = judge(context(), [rule_on("body", hit)], ("pmc", "doaj"))
    finding = judged.finding
    assert finding.severity is Severity.ERROR
    assert (finding.severity_for("pmc"), finding.severity_for("doaj")) == (Severity.INFO, Severity.ERROR)


def test_hit_for_another_service_is_dropped() -> None:
    assert judge(context(), [rule_on("body", Hit("x", services=("doaj",)))], ("pmc",)) == []


@pytest.mark.parametrize(
    ("key", "count"),
    [("contrib", 1), ("contrib/contrib-id", 1), ("article-meta//contrib-id", 1), ("body//contrib-id", 0), ("@xml:lang", 1),
     ("@id", 1), ("xref/@rid", 1), ("xref/@id", 0), ("/", 1), ("@xlink:href", 0)],
)  # fmt: skip
def test_keys_find_their_elements(key: str, count: int) -> None:
    assert len(context().group(key)) == count


def test_text_rule_is_told_once_an_element_with_its_owner() -> None:
    owners = []

    def check(match: object, el: Element) -> Iterator[str]:
        owners.append(el.tag)
        yield "replacement character"

    rule = Rule("XYZ002", ("text()",), ("common",), Severity.ERROR, check, rule_on("p").page, pattern="\ufffd")
    assert [each.element.tag for each in judge(context(), [rule], ())] == ["p"]
    assert set(owners) == {"p"}


def test_findings_come_in_document_order() -> None:
    rules = [rule_on("p", "late"), rule_on("front", "early")]
    assert [each.finding.message for each in judge(context(), rules, ("pmc",))] == ["early", "late"]


def test_common_rules_are_on_without_targets() -> None:
    codes = {each.finding.code for each in run_rules(etree.fromstring(ARTICLE))}
    assert "COM105" in codes


def test_select_and_ignore_take_beginnings_and_the_longer_wins() -> None:
    chosen = {rule.code for rule in rules_for(("pmc",), select=("COM105",), ignore=("COM1",))}
    assert chosen == {"COM105"}
    assert "COM105" not in {rule.code for rule in rules_for(("pmc",), ignore=("com1",))}


def test_unknown_target_names_the_nearest() -> None:
    with pytest.raises(TargetError, match="crossref"):
        run_rules(etree.fromstring(ARTICLE), targets=("crosref",))


def test_paper_knows_version_and_language() -> None:
    found = context()
    assert (found.version, found.language, found.article_type) == ((1, 2), "uk", "")


def test_codes_are_listed_and_explained() -> None:
    page = explain("com105")
    assert page is not None
    assert page.title == "An ORCID iD must have a correct check digit."
    assert explain("COM999") is None
    assert {rule.code for rule in list_rules("doaj")} < {rule.code for rule in load_rules()}
