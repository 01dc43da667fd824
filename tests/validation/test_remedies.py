"""What a message says to write works: the document is valid once it is done."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree

from jats.options import Options
from jats.schema.content import grammar
from jats.validation.run import validate_bytes
from jats.vocab.namespaces import NAMESPACES
from tests.examples import sample
from tests.validation.host import DOCTYPE, HOST

GOOD = DOCTYPE + HOST


def messages(document: str) -> list[str]:
    return [f"{each.code} {each.message}" for each in validate_bytes(document.encode(), "a.xml", Options()).findings]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("b", "write <bold>"), ("strong", "write <bold>"), ("i", "write <italic>"), ("em", "write <italic>"),
        ("u", "write <underline>"), ("br", "split the paragraph"), ("a", "write <ext-link"), ("img", "write <graphic"),
        ("span", "remove the tag"), ("tt", "write <monospace>"), ("ul", "write <list list-type"), ("pre", "write <preformat>"),
    ],
)  # fmt: skip
def test_elements_of_html_get_their_counterpart_and_no_guess(name: str, remedy: str) -> None:
    (message,) = messages(GOOD.replace("We counted.", f"We <{name}>counted</{name}>."))
    assert message.startswith(f"SCH010 <{name}> in <p> is not an element of")
    assert remedy in message
    assert "did you mean" not in message


@pytest.mark.parametrize(
    ("old", "new", "remedy"),
    [
        ("<body>", "<body><ack><p>Thanks.</p></ack>", "move it into <back>"),
        ("<surname>Roe</surname>", "<surname>Roe</surname><email>a@b.org</email>", "move it after </name>, into <contrib>"),
        ("<title>", "<kwd>tides</kwd><title>", "move it into <kwd-group>, in <article-meta>"),
        ("<p>We counted.</p>", "<list><p>We counted.</p></list>", "put it into <list-item>"),
        ("<p>We counted.</p>", "We <italic>counted</italic>.", "after it up to the next <fig> (line 18), into one <p>"),
        ("<article-title>", "<article-title><p>On</p>", "remove the tags <p> and </p>, and keep the text"),
        ("<surname>Roe</surname>", "<last-name>Roe</last-name>", "write <surname>"),
        ('<contrib contrib-type="author"', '<contrib orcid="1" contrib-type="author"', 'contrib-id-type="orcid"> in <contrib>'),
        ("<p>We counted.</p>", '<p lang="en">We counted.</p>', 'write xml:lang="…"'),
        ("We counted.", '<xref type="sec" rid="s1">1</xref>', 'write ref-type="…"'),
    ],
)  # fmt: skip
def test_a_misplaced_element_is_sent_to_where_it_belongs(old: str, new: str, remedy: str) -> None:
    (message,) = messages(GOOD.replace(old, new, 1))
    assert message.endswith(remedy)


def test_elements_of_one_name_side_by_side_are_one_finding() -> None:
    cells = "<table-wrap><table><tbody><td>a</td><td>b</td><td>c</td></tbody></table></table-wrap>"
    assert messages(GOOD.replace("<p>We counted.</p>", cells)) == [
        "SCH011 <td> is not allowed in <tbody>: put these 3 <td> into <tr>"
    ]


def test_several_children_in_the_wrong_order_are_one_finding_with_the_right_order() -> None:
    date = '<pub-date pub-type="epub"><year>2016</year><month>1</month><day>26</day></pub-date>'
    (message,) = messages(GOOD.replace("<permissions>", date + "<permissions>"))
    assert message == "SCH030 the elements in <pub-date> must be in this order: <day>, <month>, <year>"


@pytest.mark.parametrize("named", ["artcle", "html", "jats:article", "ARTICLE"])
def test_a_doctype_that_names_another_element_is_not_valid(named: str) -> None:
    document = GOOD.replace("<!DOCTYPE article", f"<!DOCTYPE {named}")
    result = validate_bytes(document.encode(), "a.xml", Options())
    assert (result.verdict, [each.code for each in result.findings]) == ("invalid", ["SCH033"])
    assert result.findings[0].place.line == 1


def test_tags_that_cross_are_named() -> None:
    (message,) = messages(GOOD.replace("We counted.", "<bold><italic>We</bold></italic>"))
    assert message.endswith("<bold> and <italic> cross: write </italic></bold>")


def test_a_forgotten_end_tag_is_placed_where_the_next_element_of_the_name_begins() -> None:
    document = "<article>\n  <sec>\n    <p/>\n  <sec>\n    <p/>\n  </sec>\n</article>"
    (message,) = messages(document)
    assert message.endswith(
        "<sec> of line 2 is not closed when </article> comes: write </sec> before the <sec> of line 4"
    )


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("<article>&mdash;</article>", "the file has no DOCTYPE, so &mdash; has no meaning: write — instead"),
        (GOOD.replace("We counted.", "&mdahs;"), "did you mean &mdash;?"),
        ('<?xml version="1.0" encoding="UTF-16"?><article/>', 'write encoding="UTF-8"'),
    ],
)
def test_characters_and_encodings_are_explained_by_their_cause(document: str, words: str) -> None:
    (message,) = messages(document)
    assert words in message


@pytest.mark.parametrize("value", ["16 14", "r1,r2", "r1; r2"])
def test_a_list_of_ids_of_a_wrong_form_is_one_finding(value: str) -> None:
    (message,) = messages(GOOD.replace("We counted.", f'<xref rid="{value}">1</xref>'))
    assert message.startswith("SCH018 ")


def test_libxml2_agrees_about_the_name_in_the_doctype() -> None:
    document = "<!DOCTYPE {} [<!ELEMENT article (#PCDATA)>]><article/>"
    etree.fromstring(document.format("article"), etree.XMLParser(dtd_validation=True))
    with pytest.raises(etree.XMLSyntaxError, match="root and DTD name do not match"):
        etree.fromstring(document.format("artcle"), etree.XMLParser(dtd_validation=True))


ELEMENTS = sorted(grammar("publishing-1.3-mathml3").elements)


def parents_of_all() -> Iterator[bytes]:
    """For each element, a document in which it has one of every other element as a child."""
    spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items() if prefix != "xml")
    for parent in ELEMENTS:
        inner = "".join(f"<{name}/>" for name in ELEMENTS if name != parent)
        yield f"{DOCTYPE}<article {spaces}><front/><body><{parent}>{inner}</{parent}></body></article>".encode()


@pytest.mark.slow
@pytest.mark.drawn
def test_there_are_words_for_every_element_in_every_other() -> None:
    assert "mml:mi" in ELEMENTS
    for document in sample(list(parents_of_all())):
        assert validate_bytes(document, "a.xml", Options()).findings
