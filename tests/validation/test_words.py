"""What is said of a fault: what was found, what may stand there instead, and each cause once."""

from __future__ import annotations

import pytest

from jats.findings import Finding
from jats.options import Options
from jats.validation.run import validate_bytes
from tests.validation.host import DOCTYPE, HOST

GOOD = DOCTYPE + HOST


def findings(document: str) -> tuple[Finding, ...]:
    return validate_bytes(document.encode(), "a.xml", Options()).findings


def changed(*pairs: str) -> str:
    document = GOOD
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert document.count(old) == 1
        document = document.replace(old, new)
    return document


CASES = {
    "a misspelt element": (
        changed("<title>", "<titel>", "</title>", "</titel>"),
        "16:1 SCH010 <titel> in <sec> is not an element of JATS Publishing 1.3; did you mean <title>?",
    ),
    "a name in capitals": (
        changed("<p>We counted.</p>", "<P>We counted.</P>"),
        "17:1 SCH010 <P> in <sec> is not an element of JATS Publishing 1.3; did you mean <p>?",
    ),
    "an element of another parent": (
        changed(
            "<permissions>",
            "<permissions><license><p>CC</p></license>",
            "<copyright-statement>Jane Roe</copyright-statement>",
            "",
        ),
        "11:23 SCH011 <p> is not allowed in <license>: write <license-p>",
    ),
    "an element that belongs elsewhere": (
        changed("<body>", "<body><ref-list/>"),
        "14:7 SCH011 <ref-list> is not allowed in <body>: move it into <back>",
    ),
    "two children swapped": (
        changed('<graphic xlink:href="tides.png"/>', '<graphic xlink:href="tides.png"/><label>Fig. 1</label>'),
        "18:47 SCH012 <label> is in the wrong place in <fig>: move it before <graphic>",
    ),
    "a required child left out": (
        changed("<title-group><article-title>On tides</article-title></title-group>\n", ""),
        "5:1 SCH013 <article-meta> lacks <title-group>, before <contrib-group>",
    ),
    "a child too many": (
        changed("<surname>Roe</surname>", "<surname>Roe</surname><surname>Doe</surname>"),
        "9:60 SCH014 there is one <surname> too many in <name>: put both into one, or keep one of them",
    ),
    "a required attribute left out": (
        changed('<graphic xlink:href="tides.png"/>', "<graphic/>"),
        "18:14 SCH015 <graphic> lacks the attribute xlink:href: write the name or the address of the file",
    ),
    "a required attribute misspelt": (
        changed('<graphic xlink:href="tides.png"/>', '<graphic\n  href="tides.png"/>'),
        '19:3 SCH016 <graphic> has no attribute href: write xlink:href="…"',
    ),
    "a value that is not on the list": (
        changed('contrib-type="author"', 'contrib-type="author" corresp="true"'),
        "9:32 SCH017 corresp=\"true\" of <contrib> must be 'no' or 'yes'; did you mean 'yes'?",
    ),
    "an id that is no name": (
        changed('id="s1"', 'id="1s"'),
        '15:6 SCH018 id="1s" of <sec> must be a letter or _, then letters, digits and . - _, no space: '
        'write id="sec1s", here and in each reference to it',
    ),
    "references to nothing, one cause": (
        changed(
            "We counted.", 'See <xref ref-type="bibr" rid="r2">2</xref> and <xref ref-type="bibr" rid="r2">2</xref>.'
        ),
        '17:30 SCH019 rid="r2" of <xref>: nothing here has this id (and 1 more reference to it): add the missing <ref>, '
        "or remove the reference; in <ref-list> the id is 'r1' (line 22)",
    ),
    "an id lost by its element": (
        changed("We counted.", 'See <xref ref-type="bibr" rid="r1">1</xref>.', '<ref id="r1">', "<ref>"),
        '17:30 SCH019 rid="r1" of <xref>: nothing here has this id; <ref> has no id: '
        'write id="r1" there, or add another <ref> (line 23)',
    ),
    "all that is referred to left out": (
        changed(
            "We counted.", 'See <xref ref-type="table" rid="t1">1</xref>, <xref ref-type="table" rid="t2">2</xref>.'
        ),
        "17:31 SCH029 the 2 references of ref-type 'table' lead nowhere: the document has no <table-wrap>; "
        "add those with the ids 't1' and 't2' in <body>, or remove the references (line 14)",
    ),
    "an id given twice": (
        changed('<ref id="r1"', '<ref id="s1"'),
        '23:6 SCH020 id="s1" of <ref>: write another id here, or there if the references to it mean this one; '
        "this one belongs to <sec> (line 15)",
    ),
    "text outside paragraphs": (
        changed("<p>We counted.</p>", "We counted."),
        "17:1 SCH021 the text 'We counted.' is not allowed in <sec>: put it into <p>",
    ),
    "a wrong address of a namespace": (
        changed('"http://www.w3.org/1999/xlink"', '"http://www.w3.org/1999/XLink"'),
        "2:10 SCH023 the prefix xlink is bound to 'http://www.w3.org/1999/XLink': write xmlns:xlink=\"http://www.w3.org/1999/xlink\"",
    ),
    "another prefix, one cause": (
        changed("We counted.", '<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>x</m:mi></m:math>'),
        "17:4 SCH026 <m:math> has the right namespace, but the tag set knows it only as <mml:math>: write mml: for m: here and "
        "wherever it is, and xmlns:mml for xmlns:m",
    ),
    "a namespace declared again": (
        changed("<p>", '<p xmlns:xlink="http://www.w3.org/1999/xlink">'),
        '17:4 SCH027 <p> may not declare the namespace xmlns:xlink="http://www.w3.org/1999/xlink" again: remove it',
    ),
    "the same inside a formula": (
        changed(
            "We counted.",
            '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><![CDATA[ ]]><mml:mi>x</mml:mi></mml:math>',
        ),
        "17:4 SCH021 the text '<![CDATA[ ]]>' is not allowed in <mml:math>: remove it",
    ),
    "a heading in the middle of a section": (
        changed("<p>We counted.</p>", "<p>We counted.</p><title>Results</title>"),
        "17:19 SCH014 there is one <title> too many in <sec>: end the section before it, and begin a new <sec> with it",
    ),
    "a heading among the references": (
        changed("</ref>", '</ref><ref id="r2"><title>Books</title><mixed-citation>Doe.</mixed-citation></ref>'),
        "23:77 SCH011 <title> is not allowed in <ref>: if it is the heading of a group, begin a new <ref-list> with it, "
        "before this <ref>, or else remove it",
    ),
    "the heading of the references in the first one": (
        changed('<ref id="r1">', '<ref id="r1"><title>Books</title>'),
        "23:14 SCH011 <title> is not allowed in <ref>: move it before the <ref> that it is in",
    ),
    "what was said of an author after the author": (
        changed(
            "</contrib>\n",
            "</contrib><email>a@b.org</email><contrib><string-name>X</string-name></contrib>\n"
            "<contrib><string-name>Y</string-name></contrib><aff>Oslo</aff>\n",
        ),
        "9:108 SCH012 <email> is in the wrong place in <contrib-group>: move it to the end of the <contrib> "
        "before it, or before <aff>",
    ),
    "keywords after the front": (
        changed("</front>", "</front><kwd-group><kwd>tides</kwd></kwd-group>"),
        "13:9 SCH011 <kwd-group> is not allowed in <article>: move it to the end of <article-meta>",
    ),
    "keywords after the front, when some are there": (
        changed(
            "</article-meta>",
            "<kwd-group><kwd>sea</kwd></kwd-group><counts/></article-meta>",
            "</front>",
            "</front><kwd-group><kwd>tides</kwd></kwd-group>",
        ),
        "13:9 SCH011 <kwd-group> is not allowed in <article>: move it into <article-meta>, before <counts>",
    ),
    "a line break between a table's parts": (
        changed('<graphic xlink:href="tides.png"/>', '<graphic xlink:href="tides.png"/><br/>'),
        "18:47 SCH010 <br> in <fig> is not an element of JATS Publishing 1.3: it is an element of HTML: remove it",
    ),
    "pages of which the first is there": (
        changed(
            "<mixed-citation>Roe, Tides.</mixed-citation>",
            "<element-citation><fpage>2</fpage><lpage>5</lpage><pages>4</pages></element-citation>",
        ),
        "23:64 SCH010 <pages> in <element-citation> is not an element of JATS Publishing 1.3: it is an element of another "
        "format: remove it, for <fpage> is there",
    ),
    "the number of a reference": (
        changed('<ref id="r1">', '<ref id="r1"><number>1</number>'),
        "23:14 SCH010 <number> in <ref> is not an element of JATS Publishing 1.3: it is an element of another format: "
        "write <label>",
    ),
    "the number of a reference that has a label": (
        changed('<ref id="r1">', '<ref id="r1"><number>1</number><label>1</label>'),
        "23:14 SCH010 <number> in <ref> is not an element of JATS Publishing 1.3: it is an element of another format: "
        "remove it, for <label> is there",
    ),
    "a range of one id": (
        changed("We counted.", '<xref rid="r1-r1">1</xref>'),
        "17:10 SCH019 rid=\"r1-r1\" of <xref>: nothing here has this id; did you mean 'r1'?",
    ),
    "the words before dates": (
        changed(
            "<permissions>",
            "<history>Received: <date><year>2020</year></date></history><permissions>",
        ),
        "11:10 SCH021 the text 'Received:' is not allowed in <history>: remove it",
    ),
    "the words before keywords": (
        changed("</article-meta>", "<kwd-group>Keywords: <kwd>tides</kwd></kwd-group></article-meta>"),
        "12:12 SCH021 the text 'Keywords:' is not allowed in <kwd-group>: put it into <title>",
    ),
    "the language of a program": (
        changed("<p>We counted.</p>", '<code lang="R">x</code>'),
        '17:7 SCH016 <code> has no attribute lang: write language="…"',
    ),
    "a list that goes on": (
        changed("We counted.", '<list continued="yes"><list-item><p>x</p></list-item></list>'),
        '17:10 SCH016 <list> has no attribute continued: write continued-from="…" with the id of the list that goes on, '
        "or remove it",
    ),
    "a section of nothing but a blank": (
        changed("<body>", "<body><![CDATA[ ]]>"),
        "14:1 SCH021 the text '<![CDATA[ ]]>' is not allowed in <body>: remove it",
    ),
}


@pytest.mark.parametrize(("document", "expected"), CASES.values(), ids=CASES)
def test_a_fault_is_told_once_at_its_place_with_what_to_write(document: str, expected: str) -> None:
    told = [f"{each.place.line}:{each.place.column} {each.code} {each.message}" for each in findings(document)]
    assert told == [expected]


def test_a_misplaced_element_with_a_wrong_name_is_one_cause() -> None:
    document = changed("<sec id", "<title-group id", "</sec>", "</title-group>")
    assert [each.code for each in findings(document)] == ["SCH011"]


def test_a_second_history_that_is_one_of_versions_gets_its_right_name() -> None:
    dated, versions = "<history><date><year>2020</year></date></history>", "<event><event-desc>v1</event-desc></event>"
    document = changed("<permissions>", f"{dated}<history>{versions}</history><permissions>")
    first = findings(document)[0]
    assert (first.code, first.message.rpartition(": ")[2]) == ("SCH014", "write <pub-history> for this one")
    assert not findings(document.replace(f"<history>{versions}</history>", f"<pub-history>{versions}</pub-history>"))


def test_several_faults_in_one_parent_are_each_told() -> None:
    document = changed(
        "<journal-id>jt</journal-id><issn>1234-5679</issn>", "<isn>1234-5679</isn><zz/>", "<title>", "<p/><title>"
    )
    assert [each.code for each in findings(document)] == ["SCH010", "SCH010", "SCH012"]


def test_findings_come_in_the_order_of_the_document_and_references_last() -> None:
    document = changed(
        "We counted.",
        '<xref rid="nope">1</xref>',
        "<mixed-citation>",
        "<mixed-citation foo='1'>",
        "<title>",
        "<titel>",
        "</title>",
        "</titel>",
    )
    assert [each.code for each in findings(document)] == ["SCH010", "SCH016", "SCH019"]


def test_the_xpath_finds_the_element_or_attribute() -> None:
    document = changed('<ref id="r1">', '<ref id="r0"/><ref id="r1" foo="1">')
    paths = [each.xml_path for each in findings(document)]
    assert paths == ["/article/back/ref-list/ref[1]", "/article/back/ref-list/ref[2]/@foo"]


def test_a_copied_part_with_its_ids_is_one_cause() -> None:
    section = GOOD[GOOD.index("<sec ") : GOOD.index("</sec>") + 6]
    (finding,) = findings(GOOD.replace(section, section + section))
    assert finding.message == (
        'id="s1" of <sec>: write another id here, or there if the references to it mean this one; '
        "1 more id inside it repeated too; this one belongs to <sec> (line 15)"
    )
    without = section.replace(' id="s1"', "")
    (finding,) = findings(GOOD.replace(section, without + without))
    assert finding.message == "<sec> is repeated word for word, with the id 'f1': remove it, or give it new ids"


def test_a_valid_document_with_a_doubtful_declaration_is_valid_with_a_warning() -> None:
    result = validate_bytes(GOOD.replace("v1.3 20210610", "v1.3").encode(), "a.xml", Options())
    assert (result.verdict, [each.severity.word for each in result.findings]) == ("valid", ["warning"])


def test_the_doi_is_told_else_the_pmcid() -> None:
    def doi(document: str) -> str | None:
        return validate_bytes(document.encode(), "a.xml", Options()).doi

    assert doi(GOOD) == "10.5555/1"
    assert doi(GOOD.replace('"doi">10.5555/1', '"pmc">123')) == "PMC123"
    assert doi(GOOD.replace('"doi">10.5555/1', '"pmcid">PMC123')) == "PMC123"
    assert doi(GOOD.replace('"doi"', '"publisher-id"')) is None
