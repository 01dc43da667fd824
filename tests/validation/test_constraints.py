"""The validity constraints of XML 1.0, one by one: each broken in a document gives an invalid verdict and its own code.

`xmllint --valid` is asked too, where it is installed. The constraints on declarations alone (Unique Element Type Declaration
and the like) are those of the DTDs, which no article changes.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from jats.options import Options
from jats.results import Verdict
from jats.schema.catalog import dtd_bytes, variant
from jats.validation.run import validate_bytes
from tests.schema.specimen import ARTICLE, VARIANT

TEXT = ARTICLE.decode()
FIGURE, CELL, LINK = 'id="f1" position="float"', "<td>3 cm</td>", 'rid="a1 a2"'
SYSTEM = "https://jats.nlm.nih.gov/publishing/1.3/JATS-journalpublishing1-3-mathml3.dtd"
BROKEN = [
    ("Root Element Type", "SCH033", "<!DOCTYPE article ", "<!DOCTYPE Article "),
    ("Root Element Type", "SCH033", "<!DOCTYPE article ", "<!DOCTYPE jats:article "),
    ("Standalone Document Declaration", "SCH034", 'encoding="UTF-8"', 'encoding="UTF-8" standalone="yes"'),
    ("Element Valid", "SCH010", "<p>A puddle.</p>", "<p><puddle/></p>"),
    ("Element Valid", "SCH011", "<p>A puddle.</p>", "<p><body/></p>"),
    ("Element Valid", "SCH012", "<volume>7</volume><fpage>1</fpage>", "<fpage>1</fpage><volume>7</volume>"),
    ("Element Valid", "SCH013", "<article-title>Tides in <italic>puddles</italic>: H<sub>2</sub>O</article-title>", ""),
    ("Element Valid", "SCH014", "<title>Introduction</title>", "<title>Introduction</title><title>Again</title>"),
    ("Element Valid", "SCH021", "<thead><tr>", "<thead>Depth<tr>"),
    ("Element Valid", "SCH021", "<thead><tr>", "<thead><![CDATA[ ]]><tr>"),
    ("Element Valid", "SCH022", "<break/>", "<break> </break>"),
    ("Element Valid", "SCH022", "<break/>", "<break>x</break>"),
    ("Element Valid", "SCH022", "<break/>", "<break><!-- --></break>"),
    ("Element Valid", "SCH022", "<break/>", "<break><?p?></break>"),
    ("Element Valid", "SCH022", "<break/>", "<break><![CDATA[]]></break>"),
    ("Attribute Value Type", "SCH016", CELL, '<td colour="red">3 cm</td>'),
    ("Attribute Value Type", "SCH016", CELL, '<td xlink:href="a.png">3 cm</td>'),
    ("Attribute Value Type", "SCH027", CELL, '<td xmlns:w="urn:w">3 cm</td>'),
    ("ID", "SCH018", FIGURE, 'id="1f" position="float"'),
    ("ID", "SCH018", FIGURE, 'id="f 1" position="float"'),
    ("ID", "SCH018", FIGURE, 'id="" position="float"'),
    ("ID", "SCH020", 'id="t1"', 'id="s1"'),
    ("IDREF", "SCH019", LINK, 'rid="a1 a9"'),
    ("IDREF", "SCH018", LINK, 'rid=""'),
    ("IDREF", "SCH018", LINK, 'rid="a1,a2"'),
    ("IDREF", "SCH019", 'headers="h1"', 'headers="h9"'),
    ("Name Token", "SCH018", 'dtd-version="1.3" xml:lang="en"', 'dtd-version="1.3" xml:lang="en US"'),
    ("Name Token", "SCH018", 'dtd-version="1.3" xml:lang="en"', 'dtd-version="1.3" xml:lang=""'),
    ("Enumeration", "SCH017", FIGURE, 'id="f1" position="here"'),
    ("Enumeration", "SCH017", FIGURE, 'id="f1" position="Float"'),
    ("Enumeration", "SCH017", FIGURE, 'id="f1" position=""'),
    ("Required Attribute", "SCH015", ' xlink:href="f1.png"', ""),
    ("Fixed Attribute Default", "SCH023", "http://www.w3.org/1999/xlink", "http://www.w3.org/2000/xlink"),
    ("Fixed Attribute Default", "SCH017", 'xlink:type="simple"', 'xlink:type="extended"'),
    ("Entity Declared", "SCH001", "A puddle.", "A &puddle;."),
    ("Entity Declared", "SCH001", 'pub-id-type="doi"', 'pub-id-type="&puddle;"'),
]  # fmt: skip
KEPT = [
    ("Element Valid", "<break/>", "<break></break>"),
    ("Element Valid", "<thead><tr>", "<thead><!-- --><?p?> <tr>"),
    ("ID", 'id="t1"', 'id="таблиця"'),
    ("IDREF", LINK, 'rid="a1 a1"'),
    ("IDREF", LINK, 'rid="a1\na2"'),
    ("Required Attribute", ' xlink:href="f1.png"', ' xlink:href=""'),
    ("Entity Declared", '-mathml3.dtd">', '-mathml3.dtd" [<!ENTITY pool "pond">]>'),
]


def changed(old: str, new: str) -> str:
    assert TEXT.count(old) >= 1
    return TEXT.replace(old, new, 1)


def xmllint_says_valid(text: str, folder: Path) -> bool:
    """What `xmllint --valid` says with the DTD of the variant; skips the test without xmllint."""
    (folder / "jats.dtd").write_bytes(dtd_bytes(VARIANT))
    (folder / "a.xml").write_text(text.replace(SYSTEM, "jats.dtd"), "utf-8")
    try:
        run = subprocess.run(
            ["xmllint", "--noout", "--nonet", "--valid", "a.xml"], cwd=folder, capture_output=True, check=False
        )
    except FileNotFoundError:
        pytest.skip("xmllint is not installed")
    return run.returncode == 0


@pytest.mark.parametrize(("constraint", "code", "old", "new"), BROKEN)
def test_what_breaks_a_constraint_is_invalid_and_told(constraint: str, code: str, old: str, new: str) -> None:
    result = validate_bytes(changed(old, new).encode(), "a.xml", Options())
    expected = Verdict.MALFORMED if constraint == "Entity Declared" else Verdict.INVALID
    assert result.verdict is expected
    assert code in {finding.code for finding in result.findings}


@pytest.mark.parametrize(("constraint", "old", "new"), KEPT)
def test_what_keeps_a_constraint_is_valid(constraint: str, old: str, new: str) -> None:
    assert validate_bytes(changed(old, new).encode(), "a.xml", Options()).verdict is Verdict.VALID


@pytest.mark.slow
def test_xmllint_gives_the_same_verdicts(tmp_path: Path) -> None:
    assert variant(VARIANT).public_id in TEXT
    assert xmllint_says_valid(TEXT, tmp_path)
    assert [new for _, _, old, new in BROKEN if xmllint_says_valid(changed(old, new), tmp_path)] == []
    assert [new for _, old, new in KEPT if not xmllint_says_valid(changed(old, new), tmp_path)] == []


@pytest.mark.parametrize(
    ("old", "new", "remedy"),
    [
        ('id="t1"', 'id=" t1 "', 'id of <table-wrap> has spaces around its value: write id="t1"'),
        (FIGURE, 'id="f1" position="float "', 'position of <fig> has spaces around its value: write position="float"'),
        (LINK, 'rid=" a1  a2"', 'rid="a1 a2" of <xref>: write the ids with single spaces between them: rid="a1 a2"'),
    ],
)
def test_spaces_around_a_value_are_told_as_such(old: str, new: str, remedy: str) -> None:
    """The DTD refuses them as the file is read; a parser that reads the DTD takes them away, but not every program has one."""
    [finding] = validate_bytes(changed(old, new).encode(), "a.xml", Options()).findings
    assert finding.message == remedy
