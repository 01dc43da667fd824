from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from jats.errors import SchemaError
from jats.rules.engine.walk import RuleFinding
from jats.schematron.compile import compile_schematron
from jats.schematron.run import ask_schematron

pytest.importorskip("saxonche", reason="Schematron needs the extra [schematron]")

ARTICLE = """<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta>
<article-id pub-id-type="doi">10.1234/a</article-id><title-group><article-title>TIDES</article-title></title-group>
<self-uri xlink:href="http://example.org"/><self-uri xlink:href="https://example.org"/>
</article-meta></front></article>"""


def schema(folder: Path, content: str, attributes: str = 'queryBinding="xslt2"') -> str:
    path = folder / "house.sch"
    path.write_text(
        f'<schema xmlns="http://purl.oclc.org/dsdl/schematron" {attributes}>{content}</schema>', encoding="utf-8"
    )
    return str(path)


def asked(folder: Path, content: str) -> list[RuleFinding]:
    return ask_schematron(etree.fromstring(ARTICLE), [schema(folder, content)])


def said(folder: Path, content: str) -> list[tuple[str, str, str]]:
    return [(each.finding.code, each.finding.severity.word, each.finding.message) for each in asked(folder, content)]


def test_an_assert_that_fails_and_a_report_that_holds_are_findings(tmp_path: Path) -> None:
    content = """<pattern><rule context="article-title">
      <assert test="not(. = upper-case(.))" id="house-caps" role="warning">The title <value-of select="."/> shouts.</assert>
      <report test="string-length(.) lt 10">In <name/> only <value-of select="string-length(.)"/>.</report>
      <report test="false()">never</report></rule></pattern>"""
    assert said(tmp_path, content) == [
        ("HOUSE-CAPS", "warning", "The title TIDES shouts."),
        ("HOUSE-2", "error", "In article-title only 5."),
    ]


def test_findings_are_about_the_element_or_attribute_itself(tmp_path: Path) -> None:
    content = """<ns prefix="xlink" uri="http://www.w3.org/1999/xlink"/>
      <pattern><rule context="self-uri/@xlink:href"><assert test="starts-with(., 'https:')">insecure</assert></rule></pattern>
      <pattern><rule context="self-uri[2]"><report test="true()">second</report></rule></pattern>"""
    first, second = asked(tmp_path, content)
    assert (first.attribute, first.element.get("{http://www.w3.org/1999/xlink}href")) == (
        "xlink:href",
        "http://example.org",
    )
    assert first.finding.xml_path == "/article/front/article-meta/self-uri[1]/@xlink:href"
    assert second.finding.xml_path == "/article/front/article-meta/self-uri[2]"


def test_in_a_pattern_the_first_rule_that_fits_counts(tmp_path: Path) -> None:
    content = """<pattern><rule context="self-uri[1]"><report test="true()">one</report></rule>
      <rule context="self-uri"><report test="true()">other</report></rule></pattern>"""
    assert [message for _, _, message in said(tmp_path, content)] == ["one", "other"]


def test_lets_functions_abstract_patterns_and_rules_are_understood(tmp_path: Path) -> None:
    content = """<xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:h="urn:h" name="h:twice">
        <xsl:param name="n"/><xsl:sequence select="$n * 2"/></xsl:function>
      <ns prefix="h" uri="urn:h"/><let name="most" value="h:twice(2)"/>
      <pattern abstract="true" id="short"><rule context="$what">
        <let name="length" value="string-length(.)"/><report test="$length gt $most">long: <value-of select="$length"/></report>
      </rule></pattern>
      <pattern is-a="short"><param name="what" value="article-title"/></pattern>
      <pattern><rule abstract="true" id="any"><report test="true()">extended</report></rule>
        <rule context="article-id"><extends rule="any"/></rule></pattern>"""
    assert [message for _, _, message in said(tmp_path, content)] == ["long: 5", "extended"]


def test_files_of_the_same_folder_are_included(tmp_path: Path) -> None:
    (tmp_path / "part.sch").write_text(
        '<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><rule context="article-id">'
        '<report test="true()" diagnostics="d">here</report></rule></pattern>',
        encoding="utf-8",
    )
    content = '<include href="part.sch"/><diagnostics><diagnostic id="d">see <value-of select="."/></diagnostic></diagnostics>'
    assert [message for _, _, message in said(tmp_path, content)] == ["here; see 10.1234/a"]


@pytest.mark.parametrize("call", ["unparsed-text('{}')", "string(doc('{}'))"])
def test_no_other_file_can_be_read(tmp_path: Path, call: str) -> None:
    (tmp_path / "secret.xml").write_text("<secret/>", encoding="utf-8")
    test = call.format((tmp_path / "secret.xml").as_uri())
    with pytest.raises(SchemaError, match="prohibited"):
        asked(
            tmp_path,
            f'<pattern><rule context="article"><report test="not({test} = &quot;x&quot;)">read</report></rule></pattern>',
        )


@pytest.mark.parametrize(
    ("content", "attributes", "message"),
    [
        ("", 'queryBinding="exslt"', "queryBinding"),
        ('<include href="../other.sch"/>', "", "outside"),
        ('<include href="missing.sch"/>', "", "no such file"),
        ('<pattern is-a="none"/>', "", "no abstract pattern"),
        ('<pattern><rule><assert test="a">b</assert></rule></pattern>', "", "rule has no context"),
    ],
)
def test_a_faulty_file_is_told_in_one_line(tmp_path: Path, content: str, attributes: str, message: str) -> None:
    with pytest.raises(SchemaError, match=message):
        compile_schematron(schema(tmp_path, content, attributes))


def test_xpath_that_is_none_is_told_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r"house\.sch: "):
        asked(tmp_path, '<pattern><rule context="article"><assert test="(">broken</assert></rule></pattern>')
