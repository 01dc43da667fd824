"""Pairs of a good and a bad piece of JATS that others wrote: our rule is silent on the one and speaks on the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from jats.rules.engine.context import RuleContext
from jats.rules.engine.registry import load_rules
from jats.rules.engine.targets import ALL
from jats.rules.engine.walk import judge

PAIRS = {
    "a-title-replacement-character-presence": "COM910",
    "aff-institution-id-test-2": "COM137",
    "article-title-test-1": "COM304",
    "article-title-test-4": "COM301",
    "award-group-test-2": "COM421",
    "date-test-3": "COM206",
    "disp-formula-xref-target-test": "COM621",
    "duplicate-member-orcid-test": "COM106",
    "duplicate-ref-test-2": "COM505",
    "empty-xref-test": "COM623",
    "ext-link-doi-check": "COM906",
    "institution-replacement-character-presence": "COM910",
    "orcid-test-2": "COM104",
    "pub-id-doi-test-1": "COM517",
    "sec-title-bold": "COM602",
    "surname-number-check": "COM109",
}
"""Folder of a pair (of eLife's Schematron) and the rule of ours that says the same.

Two that look alike are not: their good abstract has a single section, which JATS4R and PMC refuse (COM334), and a comma in
one of several keywords, which they refuse, is how medical subject headings are written ("blood, salvage").
"""

_WHO_AGREES = tuple(service for service in ALL if service != "scielo")
"""SciELO alone wants ORCIDs without their address, so the others' good example is its bad one."""

KNOWN = {rule.code for rule in load_rules()}


@pytest.mark.parametrize(("folder", "code"), [pair for pair in PAIRS.items() if pair[1] in KNOWN])
def test_rule_tells_the_pair_apart(folder: str, code: str, shared: Path) -> None:
    pair = shared / "official" / "elife-pairs" / folder
    assert code in codes(pair / "fail.xml")
    assert code not in codes(pair / "pass.xml")


def codes(path: Path) -> set[str]:
    article = etree.parse(path).getroot().find("article")
    assert article is not None
    root = etree.fromstring(etree.tostring(article, with_tail=False))
    return {each.finding.code for each in judge(RuleContext(root), load_rules(), _WHO_AGREES)}
