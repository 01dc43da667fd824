"""Related articles: the kinds that SciELO's checker takes, and remedies that do not lead to the next finding."""

from __future__ import annotations

import pytest

from jats.findings import Severity
from jats.rules.engine.context import RuleContext
from jats.rules.engine.targets import rules_for
from jats.rules.engine.walk import judge
from jats.xmlio import parse
from tests.rules.host import place

CODES = ("COM44", "SPS44", "SPS203", "PMC44")
DOI = "10.70112/jts.2024.30"


def link(kind: str, address: str = DOI, link_type: str = "doi") -> str:
    href = f' xlink:href="{address}"' if address else ""
    return f'<related-article related-article-type="{kind}" id="ra1"{href} ext-link-type="{link_type}"/>'


def found(example: str, service: str, kind: str = "article") -> list[tuple[str, Severity]]:
    """What the rules on related articles find in a host of a kind: code and severity."""
    context = RuleContext(parse(place(example, service, kind), "host.xml").root)
    judged = judge(context, rules_for((service,), CODES), (service,))
    return [(each.finding.code, each.finding.severity) for each in judged]


@pytest.mark.parametrize(
    ("links", "code"),
    [
        (link("corrected-article"), None),
        (link("corrected-article") + link("companion").replace("ra1", "ra2"), "SPS440"),
        (link("companion"), "COM440"),
    ],
)
def test_a_correction_is_linked_to_what_it_corrects_alone(links: str, code: str | None) -> None:
    example = f"<article-meta>… <!-- no related-article -->{links}</article-meta>"
    told = [each for each in found(example, "scielo", "correction") if each[0] != "SPS203"]
    assert told == ([(code, Severity.ERROR)] if code else [])


def test_an_article_without_the_link_that_it_must_have_is_told_to_mend_the_one_that_is_there() -> None:
    example = f"<article-meta>… <!-- no related-article -->{link('companion')}</article-meta>"
    context = RuleContext(parse(place(example, "scielo", "correction"), "host.xml").root)
    [judged] = judge(context, rules_for(("scielo",), ("COM440",)), ("scielo",))
    assert "write related-article-type='corrected-article' on the <related-article>" in judged.finding.message


@pytest.mark.parametrize(
    ("address", "link_type", "expected"),
    [
        (DOI, "doi", []),
        (DOI, "pmid", [("COM444", Severity.ERROR)]),
        ("31234567", "pmid", [("COM444", Severity.ERROR)]),
        ("", "pmid", [("COM442", Severity.ERROR), ("COM444", Severity.ERROR)]),
        ("https://www.tidal-studies.org/30", "uri", [("COM444", Severity.WARNING)]),
    ],
)
def test_scielo_takes_two_kinds_of_links_and_prefers_the_doi(
    address: str, link_type: str, expected: list[tuple[str, Severity]]
) -> None:
    assert sorted(found(link("commentary", address, link_type), "scielo")) == sorted(expected)


def test_a_kind_of_link_that_pmc_knows_is_no_fault_for_pmc() -> None:
    assert found(link("commentary", "31234567", "pmid"), "pmc") == []


def test_what_scielo_asks_of_a_partial_retraction_is_no_fault_for_scielo() -> None:
    example = (
        f'<article article-type="partial-retraction">… <!-- no related-article -->{link("retracted-article")}</article>'
    )
    assert found(example, "scielo", "correction") == []


def test_an_event_that_scielo_asks_for_and_refuses_is_only_noted() -> None:
    example = f'<article article-type="article-commentary">… <!-- no related-article -->{link("commentary-article")}</article>'
    assert found(example, "scielo", "correction") == [("SPS203", Severity.INFO)]
