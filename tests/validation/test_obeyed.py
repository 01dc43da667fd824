"""Faults of every kind in an article: the message says what to write, and the article is valid once that is written."""

from __future__ import annotations

import pytest

from jats.options import Options
from jats.validation.run import validate_bytes
from tests.validation.host import DOCTYPE, HOST

TABLE = "<table-wrap><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table></table-wrap>"
GROUP = "<kwd-group><kwd>tides</kwd></kwd-group>"
DATE = '<pub-date date-type="pub"><day>01</day><month>05</month><year>2020</year></pub-date>'
MATH = (
    '<inline-formula><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mrow><mml:mi>x</mml:mi></mml:mrow>'
    "</mml:math></inline-formula>"
)
NOTES = '<xref ref-type="bibr" rid="r1">1</xref>'
GOOD = (
    ('<?xml version="1.0" encoding="UTF-8"?>\n' + DOCTYPE + HOST)
    .replace("</contrib-group>\n", f"</contrib-group>\n{DATE}")
    .replace("</permissions>\n", f"</permissions>\n{GROUP}")
    .replace("We counted.", f"We counted {MATH} {NOTES} <italic>twice</italic>.")
    .replace("</sec>", f"{TABLE}</sec>")
    .replace("<ref-list>", "<ack><p>We thank all.</p></ack><ref-list>")
)


def messages(document: str) -> list[str]:
    return [each.message for each in validate_bytes(document.encode(), "a.xml", Options()).findings]


def test_the_article_is_valid_before_anything_is_changed() -> None:
    assert messages(GOOD) == []


TAGS = {
    ("</p></ack>", "</p></p></ack>"): "no <p> is open here, so </p> is one too many: remove it",
    ("<italic>twice</italic>", "<italic>twice"): "write </italic> where its text ends, before </p>",
    ("<ack>", "<acks>"): "<acks> of line 23 ends with </ack>: write <ack> in line 23",
    ("</ack>", "</acks>"): "<ack> of line 23 ends with </acks>: write </ack> here",
    ("</ack>", "<ack/>"): "write </ack> for <ack/> of line 23",
    ("<ack>", "<ack/>"): "</ack> has no start tag: write <ack> for <ack/> of line 23",
    ("Methods</title>", "Methods"): "write </title> before the <p> of line 18",
    ("<p>We thank", "<pWe thank"): "the start tag <pWe lacks its >: write it after the tag's name and attributes",
    ("</ack>", "</ ack>"): "write the end tag without a space and with its >, as </ack>",
    ("<italic>twice</italic>.", "<bold>we <italic>twice</bold> did</italic>."): "write </italic> before </bold>",
    ('id="f1"', "id=“f1”"): "put straight quotation marks around the attribute's value",
    ('id="f1"', 'id="f1'): "the quotation mark at the end of the value of id is missing, before the >",
    ('rid="r1">', 'rid="r1"specific-use="x">'): "write a space between two attributes",
    ("<!DOCTYPE", "<!doctype"): "write <!DOCTYPE in capital letters",
    ("<article ", "<!DOCTYPE article><article "): "there may be one DOCTYPE, before the first element: remove this one",
    ('dtd">', 'dtd"'): "the DOCTYPE is not closed: write > at its end",
    ('version="1.0"', "version=“1.0”"): "put straight quotation marks around the value",
    ('version="1.0" ', ""): 'the first line must be <?xml version="1.0" encoding="UTF-8"?>: write it so',
    ("We thank", "<!-- We thank"): "the comment is not closed: write --> at its end",
    ("We thank", "<![CDATA[We thank"): "the <![CDATA[ section is not closed: write ]]> at its end",
    ("We thank", "We &eacute thank"): "write &eacute; with a ; at its end",
    ("We thank", "We & thank"): "write &amp; for the character &",
    ("We thank", "We &nsbp;thank"): "did you mean &nbsp;?",
    ("<p>We thank", "<m:p>We thank"): "the prefix m of <m:p> is not declared: write <p>, without a prefix",
    ("<italic>twice</italic>.", "<italic>twice<bold></italic> a</bold> day."): "move the <bold> of line 18 after </italic>",
    ('<graphic xlink:href="tides.png"', '<graphic xlink:href="tides.png'): "href is missing, before the > of <graphic",
    ("</article>", ""): "write </article> at its end",
    ("We counted", "p <q and"): "write &lt; for the character <",
    ("We thank", "We <info@example.org> thank"): "write &lt; for the character <",
    ("<p>We thank", "< p>We thank"): "write <p, without a space after the <",
    ('<graphic xlink:href="tides.png"', '<graphic id="g1 xlink:href="tides.png"'): "value of id is missing, before xlink:href=",
    ("twice</italic>", "twice<italic>"): "begins inside another <italic>: write </italic> for it",
    ("<ref-list>", ""): "</ref-list> has no start tag: write <ref-list> before <ref> of line",
}  # fmt: skip


@pytest.mark.parametrize(("fault", "words"), TAGS.items())
def test_a_tag_that_is_wrong_is_named_with_what_to_write(fault: tuple[str, str], words: str) -> None:
    (message,) = messages(GOOD.replace(*fault, 1))
    assert words in message


def test_a_file_that_breaks_off_is_said_to_be_incomplete() -> None:
    for end in (700, 1400, GOOD.index("</ack>") + 3, GOOD.index("<ref-list>")):
        (message,) = messages(GOOD[:end])
        assert "part of it is lost" in message


def test_a_web_page_is_named() -> None:
    (message,) = messages("<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>Not found</body></html>")
    assert message.startswith("the file is a web page (HTML), not JATS")


OBEYED = {
    ("Roe, Tides.", "<person-group>Roe<x> and </x>Doe</person-group> Tides."): "remove the tags <x> and </x>, and keep the text",
    ("</ref-list>", "</ref-list>" + 2 * "<sub-article><body><p>a</p></body></sub-article>"): (
        "move these 2 <sub-article> after </back>, into <article>"
    ),
    ("<mml:mi>x</mml:mi>", "("): "put it into <mml:mo>",
    ("<mml:mi>x</mml:mi>", "DD"): "put it into <mml:mi>",
    ("<mml:mi>x</mml:mi>", "10.5"): "put it into <mml:mn>",
    ("<mml:mi>x</mml:mi>", "otherwise"): "put it into <mml:mtext>, or into <mml:mi> if it is a name",
    ("<mml:mi>x</mml:mi>", "<mml:msub>x<mml:mn>2</mml:mn></mml:msub>"): "put it into <mml:mi>",
    ("<mml:mi>x</mml:mi>", "<mml:mfrac><mml:mn>2</mml:mn>x</mml:mfrac>"): "put it into <mml:mi>",
    ("<mml:mi>x</mml:mi>", "2x"): "write <mml:mn>2</mml:mn><mml:mi>x</mml:mi>",
    ("<mml:mi>x</mml:mi>", "<mml:msup>x + 1<mml:mn>2</mml:mn></mml:msup>"): (
        "write <mml:mrow><mml:mi>x</mml:mi><mml:mo>+</mml:mo><mml:mn>1</mml:mn></mml:mrow>"
    ),
    ("<surname>Roe</surname>", "<surname><bold>Roe</bold></surname>"): "remove the tags <bold> and </bold>, and keep the text",
    ("<year>2020</year>", '<year>2020<xref rid="r9">*</xref></year>'): "<xref> is not allowed in <year>: remove it",
    ("<mml:mrow><mml:mi>x</mml:mi></mml:mrow>", "<mml:mi>x<sub>1</sub></mml:mi>"): (
        "write <mml:msub><mml:mi>x</mml:mi><mml:mn>1</mml:mn></mml:msub> for this <mml:mi>"
    ),
    ("<mml:mi>x</mml:mi>", '<mml:mtext mathvariant="bold">Y<sub>ij</sub><sup>2</sup></mml:mtext>'): (
        'write <mml:msubsup><mml:mtext mathvariant="bold">Y</mml:mtext><mml:mtext>ij</mml:mtext><mml:mtext>2</mml:mtext>'
        "</mml:msubsup> for this <mml:mtext>"
    ),
    ("<mml:mi>x</mml:mi>", "<mml:mtext>CO<sub>2</sub> &lt; H<sub>2</sub>O</mml:mtext>"): (
        "write <mml:mrow><mml:msub><mml:mtext>CO</mml:mtext><mml:mtext>2</mml:mtext></mml:msub>"
        "<mml:msub><mml:mtext>&lt; H</mml:mtext><mml:mtext>2</mml:mtext></mml:msub><mml:mtext>O</mml:mtext></mml:mrow> for"
    ),
    ("<mml:mi>x</mml:mi>", "<mml:mi><sub>1</sub></mml:mi>"): "write <mml:msub> with the base",
    ("</permissions>", "<license>You may <bold>share</bold> it.</license></permissions>"): (
        "put it, and all text and elements after it up to </license>, into one <license-p>"
    ),
    ("<ref-list>", '<ref-list><ref id="r0"><label>0</label>Roe, <italic>Tides</italic>.</ref>'): (
        "put it, and all text and elements after it up to </ref>, into one <mixed-citation>"
    ),
    ("</kwd-group>", "</kwd-group><funding-group>By <bold>us</bold> all.</funding-group>"): (
        "put it, and all text and elements after it up to </funding-group>, into one <funding-statement>"
    ),
    (f"{TABLE}</sec>", "<p>Ten.<sec><title>Results</title><p>Ten.</p></sec></p></sec>"): (
        "move it after the </sec> of the <sec> 'Methods', as the next section of <body>, or after </p>, into the <sec> 'Methods'"
    ),
    (f"{TABLE}</sec>", '<p>Ten.<sec id="s1-1"><title>Counts</title><p>Ten.</p></sec></p></sec>'): (
        "move it after </p>, into the <sec> 'Methods', as a subsection of it, or after the </sec> of the <sec> 'Methods', as"
    ),
    ("<mixed-citation>Roe, Tides.</mixed-citation>", "<element-citation>Roe J. Tides. J Water 2020;3:1-4</element-citation>"): (
        "write <mixed-citation> for <element-citation>"
    ),    ("</contrib>\n", "</contrib> and <contrib><name><surname>Doe</surname></name></contrib>"): "the text 'and' is not",
    ("<day>01</day><month>05</month><year>2020</year>", "2020-05-01"): "write <day>01</day><month>05</month><year>2020</year>",
    ("<mixed-citation>Roe, Tides.</mixed-citation>", "<p>Roe, Tides.</p>"): "write <mixed-citation>",
    ("<mixed-citation>Roe, Tides.</mixed-citation>", "Roe, Tides."): "put it into <mixed-citation>",
    ("Roe, Tides.", "Roe, <doi>10.5555/2</doi>."): 'it is an element of another format: write <pub-id pub-id-type="doi">',
    ("Roe, Tides.", "<source>Tides <volume>3</volume></source>."): "move it after </source>, into <mixed-citation>",
    ("<p>We counted", "<p><title>Aim</title>We counted"): "remove the tags <title> and </title>, and keep the text",
    ("<p>We thank all.</p>", "<p><p>We thank all.</p></p>"): "remove the tags <p> and </p>, and keep the text",
    ("</article-meta>", "<term>A</term></article-meta>"): "move it into <def-item>",
    ("<p>We counted", "<def-list><term>A</term><def><p>B</p></def></def-list><p>We counted"): "into one <def-item>",
    ("</table-wrap>", "<fn><p>Note.</p></fn></table-wrap>"): "put it into <table-wrap-foot>",
    ("<ack>", "<p>We thank.</p><ack>"): "move it to the beginning of the <ack> after it, or put it into <notes>",
    ("</title-group>", '<fig><graphic xlink:href="a.png"/></fig></title-group>'): "move it into <body>",
    ('rid="r1"', 'href="#r1"'): 'write rid="r1"',
    ('rid="r1"', 'xlink:href="#r1"'): 'write rid="r1"',
    ('rid="r1"', 'linkend="r1"'): 'write rid="r1"',
    ('rid="r1"', 'target="#R-1"'): 'write rid="r1"',
    ('rid="r1"', 'href="https://example.org/a"'): (
        'write <ext-link ext-link-type="uri" xlink:href="https://example.org/a"> for <xref>'
    ),
    ('<italic>twice', '<italic href="#r1">twice'): 'put <xref rid="r1"> and </xref> around the text that leads there',
    ("twice</italic>", '<link linkend="r1">twice</link></italic>'): 'write <xref rid="r1">',
    ("twice</italic>", 'twice</italic><ref target="#r1">1</ref>'): 'write <xref rid="r1">',
    ('ref-type="bibr" rid="r1"', 'ref-type="r1" rid="bibr"'): (
        'ref-type and rid have each other\'s values: write ref-type="bibr" rid="r1"'
    ),
    ('id="f1"', 'id="f1" position="ht"'): "did you mean 'float'?",
    ('id="f1"', 'id="f1" position="H"'): "did you mean 'anchor'?",
    ('id="f1"', 'id="f1" position="portrait" orientation="float"'): 'write orientation="portrait" position="float"',
    ("<td>b</td>", '<td align="c">b</td>'): "did you mean 'center'?",
    ("<table>", '<table frame="solid">'): "did you mean 'box' or 'border'?",
    ('rid="r1"', 'rid="#r1"'): 'an id has no # or brackets: write rid="r1"',
    ('rid="r1"', 'rid="R-01"'): "did you mean 'r1'?",
    ('<ref id="r1"', '<ref id="1"'): 'write id="r1", as the references to it do',
    ('<ref id="r1"', '<ref id="r1 a"'): 'write id="r1", as the references to it do',
    ('<p>We thank', '<p xml:language="en">We thank'): 'write xml:lang="…"',
    ('xlink:href="tides.png"', 'xlink:url="tides.png"'): 'write xlink:href="…"',
    ('dtd-version="1.3"', 'dtd-version="9.9"'): 'write dtd-version="1.3"',
    ('<sec id="s1">', '<sec id="s1" title="Aim">'): "it is an element: write <title> in <sec>",
    ('<contrib contrib-type="author"><name>', '<surname>Doe</surname><given-names>Ann</given-names><contrib><name>'): (
        "put it, and the <given-names> after it, into one <name>, in <contrib>"
    ),
    ("</name></contrib>", "</name>, PhD</contrib>"): "put it into <degrees> or <role>",
    ("<table>", "<table>Table 1"): "move it before <table>, into <label> or <caption>",
    ("<title>Methods", "<title><pre>x</pre>Methods"): "write <preformat>, and move it after </title>, into <sec>",
    ('<fig id="f1">', '<fig id="f1"><graphic xlink:href="b.png"/></fig><fig id="f1"><label/>'): (
        "write another id here, or there if the references to it mean this one; this one belongs to <fig>"
    ),
    ("twice</italic>", '<span style="font-weight: bold">twice</span></italic>'): "write <bold> for its style",
    ("twice</italic>", '<a href="#s1">twice</a></italic>'): 'write <xref rid="s1">',
    ("<p>We counted", "<list><li>a</li></list><p>We counted"): "write <list-item>, with its text in <p>",
    ("<mml:mi>x</mml:mi>", "<mml:mi><mml:mrow>x</mml:mrow></mml:mi>"): "remove the tags <mml:mrow> and </mml:mrow>",
    ("<mixed-citation>Roe", '<mixed-citation type="book">Roe'): 'write publication-type="…"',
    ("</table></table-wrap>", "</table><tfoot><fn><p>a</p></fn></tfoot></table-wrap>"): "write <table-wrap-foot>",
    ("<surname>Roe</surname>", '<surname>Roe</surname><xref rid="r1">1</xref>'): "move it after </name>, into <contrib>",
    ("<day>01</day><month>05</month><year>2020</year>", "<date><year>2020</year></date>"): (
        "remove the tags <date> and </date> around <year>"
    ),
    ("</body>", "<p>After that.</p></body>"): "to the end of the <sec> before it, or before <sec>",
    ("<mixed-citation>Roe, Tides.</mixed-citation>", "<citation>Roe, Tides.</citation>"): (
        "write <mixed-citation> with publication-type for citation-type"
    ),
    ("</article-meta>", "<custom-meta-wrap/></article-meta>"): "it is an element of NLM 2.3: write <custom-meta-group>",
    ("</article-meta>", "<processing-metas/></article-meta>"): "is not an element of",
    ('<pub-date date-type="pub">', '<pub-date pub-format="print">'): "did you mean publication-format?",
    ('contrib-type="author"', 'contrib-type="author" deceased="true"'): "did you mean 'yes'?",
    ("</article-meta>", "<counts><fig-count>3</fig-count></counts></article-meta>"): 'write <fig-count count="3"/>',
    ('rid="r1"', 'rid="r/1"'): 'write rid="r1"',
    ('rid="r1"', 'rid=""'): "write the id that it leads to, 'r1', or remove the attribute",
    ("</permissions>\n", '</permissions>\n<related-article xlink:href="a"/>'): "such as 'corrected-article'",
    ("twice</italic>", "<i>twice</i></italic>"): "remove the tags <i> and </i>",
    ("twice</italic>.</p>", "twice</italic>.<br/></p>"): "it is an element of HTML: remove it",
    ("<kwd>tides</kwd>", '<kwd value="tides"/>'): "write its value as the text of <kwd>",
    ("</article-meta>", '<counts><fig-count value="3"/></counts></article-meta>'): 'write count="…"',
    ("<contrib-group>", "<contrib-group><title>Authors</title>"): "<title> is not allowed in <contrib-group>: remove it",
    ("Roe, Tides.", "<person-group><author><name><surname>Roe</surname></name></author></person-group>."): (
        "remove the tags <author> and </author> around <name>"
    ),
    ('<graphic xlink:href="tides.png"/>', '<image xlink:href="tides.png"/>'): "write <graphic xlink:href",
    ("<mixed-citation>Roe, Tides.</mixed-citation>", "<element-citation/>"): (
        "<element-citation> is empty: write what belongs in it, or remove <element-citation>"
    ),
    ("</contrib>", "</contrib>John Doe; Ann Poe"): (
        '<contrib contrib-type="author"><name><surname>Poe</surname><given-names>Ann</given-names></name></contrib>'
    ),
    ("</contrib>", "</contrib>PhD"): "put it into <string-name>, in <contrib>",
    ("</contrib>", "</contrib>Department of Physics, University of Kyiv"): "put it into <string-name>, in <contrib>",
    ("</contrib>", "</contrib>on behalf of the Tide Study Group"): "put it into <string-name>, in <contrib>",
    ("<permissions>", "<issn>1234-5679</issn><permissions>"): "move it to the end of <journal-meta>",
    ("<journal-id>jt</journal-id>", "<journal-id>jt</journal-id><volume>3</volume>"): (
        "move it into <article-meta>, before <permissions>"
    ),
    ("</permissions>", '</permissions><abstract><p>We</p></abstract><summary xml:lang="fr"><p>Nous</p></summary>'): (
        "write <trans-abstract>"
    ),
    ("</permissions>", '</permissions><summary xml:lang="en"><p>We</p></summary>'): "write <abstract>",
    ("</article-title>", '</article-title><article-title xml:lang="fr">Les</article-title>'): (
        'write <trans-title> for <article-title>, and put it into <trans-title-group xml:lang="fr">'
    ),
    ("</article-meta>", "<counts><fig-count/></counts></article-meta>"): 'write count="1", the number of <fig> here',
    ("</article-meta>", "<counts><word-count/></counts></article-meta>"): "write the number",
    ("Roe, Tides.", "Roe, <pages>12–15</pages>."): "write <fpage>12</fpage>–<lpage>15</lpage>",
    ("Roe, Tides.", "Roe, <pages>pp. 12-15</pages>."): "write pp. <fpage>12</fpage>-<lpage>15</lpage>",
    ("Roe, Tides.", "Roe, <page-no>e12</page-no>."): "write <elocation-id>e12</elocation-id>",
    ("<kwd>tides</kwd>", ""): "<kwd-group> lacks <kwd>, <compound-kwd> or <nested-kwd>: add it, or remove <kwd-group>",
}  # fmt: skip


@pytest.mark.parametrize(("fault", "words"), OBEYED.items())
def test_what_an_element_or_attribute_needs_is_one_finding_with_what_to_write(
    fault: tuple[str, str], words: str
) -> None:
    assert fault[0] in GOOD
    (message,) = messages(GOOD.replace(*fault, 1))
    assert words in message


@pytest.mark.parametrize(
    ("name", "right"),
    [("Kwd", "kwd"), ("KWD", "kwd"), ("kdw", "kwd")],
)
def test_a_name_that_differs_in_case_or_in_two_letters_has_one_right_name(name: str, right: str) -> None:
    (message,) = messages(GOOD.replace("<kwd>tides</kwd>", f"<{name}>tides</{name}>"))
    assert message.endswith(f"did you mean <{right}>?")


def test_an_id_that_is_there_twice_gets_the_one_that_is_missing() -> None:
    second = '<ref id="r1"><mixed-citation>Doe, Salt.</mixed-citation></ref></ref-list>'
    document = GOOD.replace("</ref-list>", second).replace("twice", 'twice <xref ref-type="bibr" rid="r2">2</xref>')
    (message,) = messages(document)
    assert message.startswith('id="r1" of <ref>: write id="r2", which fits in the series; this one belongs to <ref>')


def test_a_wrapper_around_a_section_is_one_finding() -> None:
    document = GOOD.replace('<sec id="s1">', '<sec><title>Aim</title></sec><p><sec id="s1">').replace(
        "</sec>\n</body>", "</sec></p></body>"
    )
    (message,) = messages(document)
    assert message.endswith("remove the tags <p> and </p> around <sec>")


def test_of_two_equal_ids_the_one_that_does_not_fit_in_the_series_is_wrong() -> None:
    others = "".join(f'<ref id="r{each}"><mixed-citation>Doe {each}.</mixed-citation></ref>' for each in (2, 3, 4))
    document = GOOD.replace("</ref-list>", f"{others}</ref-list>").replace(' rid="r1"', ' rid="r3"')
    assert messages(document) == []
    for wrong, right in ((1, 2), (2, 3), (3, 2), (4, 3)):
        (message,) = messages(document.replace(f'<ref id="r{wrong}"', f'<ref id="r{right}"'))
        assert message.startswith(f'id="r{right}" of <ref>: write id="r{wrong}"')


def test_a_prefix_on_every_element_is_one_finding() -> None:
    (message,) = messages(f'{DOCTYPE}<j:article xmlns:j="http://jats.nlm.nih.gov"><j:front/></j:article>')
    assert "remove the prefix j, here and everywhere" in message


TWO = {
    ("</given-names>", "</given-names><surname>Doe</surname><given-names>Ann</given-names>"): (
        'begin another <name> before it: write </name></contrib><contrib contrib-type="author"><name>'
    ),
    ("Roe, Tides.", f"<name>{2 * '<surname>Roe</surname><given-names>J</given-names>'}</name>".replace("Roe", "Doe", 1)): (
        "begin another <name> before it: write </name><name>"
    ),
    ("<mixed-citation>", "<label>1</label><mixed-citation>A</mixed-citation><label>2</label><mixed-citation>"): (
        "begin another <ref> before it: write </ref><ref>"
    ),
    ("<year>2020</year>", "<year>2020</year><day>03</day><month>06</month><year>2020</year>"): (
        'write </pub-date><pub-date date-type="…">'
    ),
    ("<year>2020</year>", "<year>2020</year><year>2020</year>"): "keep one of them, for they say the same",
    ("<day>01</day><month>05</month><year>2020</year>", "<date>2012-03-20</date>"): (
        "write <day>20</day><month>03</month><year>2012</year> for <date>"
    ),
    ("<day>01</day><month>05</month><year>2020</year>", "<iso>20 March 2012</iso>"): (
        "write <day>20</day><month>03</month><year>2012</year> for <iso>"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("fault", "words"), TWO.items())
def test_two_things_in_one_element_are_parted_and_whole_dates_are_written_in_parts(
    fault: tuple[str, str], words: str
) -> None:
    assert fault[0] in GOOD
    (message,) = messages(GOOD.replace(*fault, 1))
    assert words in message


def test_a_wrapper_that_references_lead_to_is_written_with_its_id() -> None:
    award = '<award-group id="a{}"><funding-source>Fund {}</funding-source></award-group>'
    funding = f"<funding-group>{award.format(1, 1)}<funding-source>Fund 2</funding-source>{award.format(3, 3)}</funding-group>"
    document = GOOD.replace("</kwd-group>", f"</kwd-group>{funding}").replace(
        "twice", 'twice <xref ref-type="other" rid="a2">2</xref>'
    )
    (message,) = messages(document)
    assert 'into another <award-group id="a2">' in message
