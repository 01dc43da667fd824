"""Three articles typed as their journals print them: built at the first try, each value read right."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

import jats

CASES = Path(__file__).parents[1] / "cases" / "typed-as-printed"
EXPECTED = {
    "transliterated": {
        "//contrib/name/surname": ["Prykladenko", "Zrazkova-Ivashchuk"],
        "//contrib/degrees": ["PhD"],
        "//contrib/xref/@rid": ["aff1", "aff2"],
        "//article-meta/fpage": ["41"],
        "//article-meta/lpage": ["49"],
        "//kwd": ["gauges", "shared use", "load of a harbour", "policy"],
        "count(//ref)": ["3"],
        "starts-with(//ref[1]/mixed-citation, 'Prykladna')": ["true"],
    },
    "spanish": {
        "//contrib/name/surname": ["Ejemplo Huamán", "Muestra-Villacís"],
        "//article-meta/volume": ["7"],
        "//article-meta/issue": ["14"],
        "//pub-date/season": ["julio–diciembre"],
        "//*[local-name()='license_ref']": ["https://creativecommons.org/licenses/by-nc-sa/4.0/"],
        "count(//abstract/p)": ["2"],
        "//kwd": ["marea en voz alta", "puerto rural", "práctica", "sal"],
        "count(//ref)": ["3"],
    },
    "vancouver": {
        "//contrib/name/surname": ["Potti", "Qadri", "D’Mello"],
        "//history/date/@iso-8601-date": ["2019-11-11", "2020-03-16"],
        "//pub-date/@iso-8601-date": ["2020-06-30"],
        "count(//aff)": ["2"],
        "//abstract/sec/title": ["Background", "Results"],
        "//article-meta/lpage": ["84"],
        "count(//ref)": ["3"],
        "starts-with(//ref[3]/mixed-citation, 'World Tide Organization.')": ["true"],
    },
}


def values(tree: etree._Element, path: str) -> list[str]:
    found = tree.xpath(path)
    if isinstance(found, (bool, float, str)):
        return [f"{found:g}" if isinstance(found, float) else str(found).lower()]
    return [one if isinstance(one, str) else "".join(one.itertext()) for one in found]


@pytest.mark.parametrize("case", EXPECTED)
def test_an_article_typed_as_printed_is_built_at_the_first_try(case: str) -> None:
    built = jats.build(CASES / case / "article.yaml")
    assert built.xml is not None, [str(one) for one in built.findings]
    tree = etree.fromstring(built.xml)
    assert {path: values(tree, path) for path in EXPECTED[case]} == EXPECTED[case]


def test_what_was_guessed_in_them_is_a_warning() -> None:
    findings = jats.build(CASES / "vancouver" / "article.yaml").findings
    assert [one.data_path for one in findings if one.code == "INP231"] == ["authors"]
