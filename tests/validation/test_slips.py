"""Slips in one tag, in the first line and in the DOCTYPE: the message says what to write there."""

from __future__ import annotations

import pytest

from jats.options import Options
from jats.schema.catalog import names
from jats.schema.content import grammar
from jats.validation.run import validate_bytes
from tests.validation.host import DOCTYPE, HOST

GOOD = '<?xml version="1.0" encoding="UTF-8"?>\n' + DOCTYPE + HOST
FIRST_LINE = '<?xml version="1.0" encoding="UTF-8"?>'


def messages(document: str) -> list[str]:
    return [each.message for each in validate_bytes(document.encode(), "a.xml", Options()).findings]


SLIPS = {
    ('id="s1"', 'id:"s1"'): "write id= for id:",
    ('id="s1"', r"id=\"s1\""): r"remove the \ before each quotation mark",
    ('id="s1"', "id=&quot;s1&quot;"): 'write " for each &quot; around the value',
    ('id="s1"', '="s1"'): "the name of the attribute is missing before the =",
    ('id="s1"', 'id "s1"'): "write = after id",
    ('id="s1"', 'id="s1", specific-use="x"'): "remove the comma or semicolon after the value",
    ('id="s1"', 'id="s1" nowrap'): "nowrap is not an attribute of <sec>: remove it",
    ('id="s1"', 'id="s1"/'): "the <sec …/> of line 16 ends at once: write > for its />",
    ("<sec id", "<s ec id"): "write <sec, without a space in it",
    ("<sec id", "<sec/ id"): "remove the / after <sec",
    ("xlink:href=", "xlink :href="): "write xlink:href= without a space",
    ("xlink:href=", "xlinks:href="): "the prefix xlinks of the attribute xlinks:href is not declared: write xlink:href",
    ('tides.png"/>', 'tides.png" / >'): "write /> without a space between",
    ('tides.png"/>', 'tides.png"/'): "write /> at the end of the tag: its > is missing",
    ("<graphic xlink", "</graphic xlink"): "an end tag has no attributes: write <graphic for </graphic",
    ("<graphic xlink", "graphic xlink"): "it is a tag without its <: write < before it",
    ("<p>We", "<<p>We"): "there are two < side by side: remove one",
    ("counted.</p>", "counted./p>"): "write </p> for '/p>' in line 18",
    ("counted.</p>", r"counted.<\p>"): "write </p>, with a / and not a",
    ("<p>We", "p>We"): "</p> has no start tag: write < before 'p>' in line 18",
    ("<p>We", "We"): "</p> has no start tag: write <p> before 'We counted.'",
    ("<front>", ""): "</front> has no start tag: write <front> before <journal-meta> of line 5",
    ("<title>Methods</title>", "</sec><title>Methods</title>"): "one too many: the one before <title> of line 17 is too early",
    ("We counted", "We</italic> counted"): "write <italic> where its text begins, or remove </italic>",
    ("We counted", '<xref rid="r1"/>We</xref> counted'): "the <xref …/> of line 18 ends at once; write > for its />",
    ("counted.</p>", "counted.< /p>"): "write the end tag without a space, as </p>",
    ("We counted", "We Agron&ocircmico counted"): "write &ocirc; with a ; at its end, or &amp;",
    ("<p>We", "<p><footnote>We"): "it is not an element of JATS: remove <footnote>",
    ("We counted", "We ]]> counted"): "remove ]]>, or write ]]&gt; for it",
    ("We counted", "We &#233 counted"): "write &#233; with a ; at its end",
    ("We counted", "We &#xA0 counted"): "write &#xA0; with a ; at its end",
    ("We counted", "We &#e; counted"): "write a number between &# and ;",
    ("We counted", "We <!- counted ->"): "a comment begins with <!-- and ends with -->",
    ("We counted", "We <![cdata[counted]]>"): "write <![CDATA[ at its beginning, in capital letters",
    ("We counted", "We <![endif]>"): "remove it, from <![ to ]>",
    (FIRST_LINE, FIRST_LINE.replace("?>", ">")): f"the first line must be {FIRST_LINE}",
    (FIRST_LINE, FIRST_LINE.replace("<?xml", "<? xml")): f"the first line must be {FIRST_LINE}",
    (FIRST_LINE, FIRST_LINE.replace("<?xml", "<xml")): f"the first line must be {FIRST_LINE}",
    (FIRST_LINE, FIRST_LINE.replace("1.0", "1,0")): f"the first line must be {FIRST_LINE}",
    (FIRST_LINE, FIRST_LINE.replace('"1.0" ', '"1.0", ')): f"the first line must be {FIRST_LINE}",
    (FIRST_LINE, f"x{FIRST_LINE}"): "the file must begin with <, but here 'x' comes before the first element: remove it",
    ('1-3.dtd">', '1-3.dtd">>'): "here '>' comes before the first element: remove it",
    ("<!DOCTYPE", "<DOCTYPE"): 'write the DOCTYPE as <!DOCTYPE article PUBLIC "-//NLM//DTD JATS',
    ("PUBLIC ", ""): 'write the DOCTYPE as <!DOCTYPE article PUBLIC "-//NLM//DTD JATS',
    ('" "JATS', " JATS"): 'write the DOCTYPE as <!DOCTYPE article PUBLIC "-//NLM//DTD JATS',
    ("<p>We", "<!-- <p>seen</p> -- <b>twice</b> --><p>We"): "two hyphens are not allowed inside a comment: write one hyphen",
    ("<p>We", "<!-- seen -- twice <p>We"): "the comment is not closed: write --> at its end",
    ("<p>We", "<!-- seen -- twice --><p>We"): "two hyphens are not allowed inside a comment: write one hyphen, or a dash",
    ("<p>We", "<!-- seen --->\n<p>We"): "write --> for --->, the end of the comment",
    ("<p>We", "<!-- seen ->\n<p>We"): "the comment is not closed: write --> for ->",
    ("<p>We", "<!-- seen\n<p>We"): "the comment is not closed: write --> at its end",
    ("<p>We", "<-- seen --><p>We"): "a comment begins with <!-- and ends with -->",
    ("We counted", "<![CDATA[We]> counted"): "the <![CDATA[ section is not closed: write ]]> for ]>",
    ("We counted", "![CDATA[We]]> counted"): "write <![CDATA[ for ![CDATA[",
    ("We counted", "<[CDATA[We]]> counted"): "write <![CDATA[ at its beginning",
    ("We counted", "We <?page 3> counted"): "the processing instruction is not closed: write ?> for its >",
    ('id="s1"', 'id="s\x0c1"'): "a control character (U+000C) is not allowed in XML: remove it",
    ("<p>We", "<p\x0c>We"): "a control character (U+000C) is not allowed in XML: remove it",
    ("<sec id", "<secid"): "write a space between <sec and id",
    ('id="s1"', "id=\"s1'"): "the value of id begins with \" and ends with ': write \" at both ends",
    ('id="s1"', 'id"s1"'): "write = after id",
    ('tides.png"/>', 'tides.png"//>'): "write /> for //>",
    ('tides.png"/>', 'tides.png"\\>'): "write /> for \\>",
    ("<p>We counted.</p>", '<xref rid="s1"We counted.</xref>'): "the start tag <xref lacks its >",
    ("counted.</p>", "counted.</p\n"): "write the end tag without a space and with its >, as </p>",
    ("We counted", "We &lt0.5 counted"): "write &lt; with a ; at its end",
    ("We counted", "We ?a=1&copy=2 counted"): "write &amp; for the character &, or &copy; with a ; at its end",
    ("We counted", "We Smith&Roe; counted"): "write &amp; for the & if a text is meant",
    ("We counted", "We &#X2013; counted"): "write &#x2013; for &#X2013;",
    ("We counted", "We &#xFFFF; counted"): "the character number xFFFF is not allowed in XML: remove &#xFFFF;",
    ("We counted", "We <info@example.org> counted"): "write &lt; for the character <",
    ("<p>We", "\ufeff<p>We"): "an invisible character (U+FEFF) is not allowed in <sec>: remove it",
    ("We counted", "We <kwd>counted"): "it is not allowed in <p>: remove <kwd>",
    ("<given-names>", "<given names>"): "write <given-names, with a hyphen for the space",
    ("<given-names>Jane", "<givJane"): "the start tag <giv is cut off: write <given-names> for it",
    ("</sec>", '</sec id="s1">'): "an end tag has no attributes: write </sec>",
    ('id="s1"', 'id=="s1"'): "write one = between the attribute's name and its value",
    ('id="s1"', 'id="<italic>s1</italic>"'): "no tags are allowed in the value of an attribute: remove <italic> and </italic>",
    ("</article>", "</article>\n<?xml version='1.0'?>"): "is allowed only at the start of the file: remove this one",
}  # fmt: skip


@pytest.mark.parametrize(("fault", "words"), SLIPS.items())
def test_a_slip_is_named_with_what_to_write(fault: tuple[str, str], words: str) -> None:
    assert fault[0] in GOOD
    message, *_ = messages(GOOD.replace(*fault, 1))
    assert words in message


def test_a_prefix_that_is_not_declared_is_declared_in_the_first_start_tag() -> None:
    (message,) = messages('<article><front><x xlink:href="a"/></front></article>')
    assert message.endswith('write xmlns:xlink="http://www.w3.org/1999/xlink" in the first start tag, <article')


def test_elements_of_later_versions_get_what_the_version_has_instead() -> None:
    from jats.validation.elements.later import later_element

    oldest, newest = grammar("archiving-1.0-mathml2"), grammar("archiving-1.4-mathml3")
    later = sorted(name for name in newest.elements - oldest.elements if not name.startswith(("mml:", "oasis:")))
    assert later
    for name in later:
        words = later_element(name, "JATS Archiving 1.0", oldest) or ""
        assert "it came with JATS 1." in words
        for named in (part.partition(">")[0].split()[0] for part in words.split("<")[1:]):
            assert named in oldest.elements
    assert later_element("par", "JATS Archiving 1.0", oldest) is None
    assert "archiving-1.4-mathml3" in names()
