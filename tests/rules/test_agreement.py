"""The harness that compares our findings with other checkers', with invented checkers in place of theirs."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "agreement.py"
STYLE_CHECKER = """<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/"><ERR><xsl:apply-templates/></ERR></xsl:template>
<xsl:template match="@*|node()"><xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy></xsl:template>
<xsl:template match="month[. = 'May']"><error>month-check: no number</error><error>month-check: no number</error>
<xsl:copy-of select="."/></xsl:template></xsl:stylesheet>"""
SCHEMATRON = """<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern id="month"><rule context="month">
<assert test="number(.) = .">no number</assert></rule></pattern></schema>"""
ARTICLE = etree.ElementTree(
    etree.fromstring(
        "<article><front><pub-date><month>5</month></pub-date><pub-date><month>May</month></pub-date></front></article>"
    )
)
MONTH = "/article/front/pub-date[2]/month"


@pytest.fixture(scope="module")
def agreement() -> ModuleType:
    spec = spec_from_file_location("agreement", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["agreement"] = module
    spec.loader.exec_module(module)
    return module


def test_a_finding_of_the_style_checker_is_at_its_element_and_counts_once(
    agreement: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "a.xsl").write_text(STYLE_CHECKER)
    [said] = agreement.pmc_checker(str(tmp_path / "a.xsl"))(ARTICLE)
    assert (said.test, said.path, said.is_error) == ("month-check", "/article/front/pub-date[2]", True)


def test_a_finding_of_a_schematron_is_at_its_element(agreement: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.sch").write_text(SCHEMATRON)
    [said] = agreement.schematron_checker(str(tmp_path / "a.sch"))(ARTICLE)
    assert (said.test, said.path, said.words) == ("month", MONTH, "no number")


def test_recall_and_precision_are_counted_by_code(agreement: ModuleType) -> None:
    tally = agreement.Tally("scielo")
    said = [
        agreement.Said("month", MONTH, True, "no number"),
        agreement.Said("month", "/article/back/month", True, "no number"),
    ]
    ours = [
        agreement.Ours("COM205", MONTH, True),
        agreement.Ours("SPS602", "/article/body/p", True),
        agreement.Ours("PMC803", "/a", True),
    ]
    tally.add("a.xml", said, ours)
    text = "\n".join(tally.lines(show=True))
    assert "recall as error     0.500 of all" in text
    assert "precision           0.500 of all, 0.500 as the mean over 2" in text
    assert "not decided         1 errors of 1 codes" in text
    assert "missed month: 1 of 2\n      a.xml /article/back/month" in text
    assert "alone SPS602: 1 of 1" in text


@pytest.mark.parametrize(
    ("theirs", "ours", "near"),
    [
        ("/a/b/c", "/a/b/c", True),
        ("/a/b/c", "/a/b", True),
        ("/a/b/c", "/a", True),
        ("/a/b/c", "/a/b/c/d", True),
        ("/a/b/c", "/a/b/c/d/e", False),
        ("/a/b/c", "/a/b/x", False),
        ("/a/b/c/d", "/a", False),
    ],
)
def test_a_finding_is_near_at_the_element_its_parent_grandparent_or_child(
    agreement: ModuleType, theirs: str, ours: str, near: bool
) -> None:
    assert agreement.is_near(theirs, ours) is near
