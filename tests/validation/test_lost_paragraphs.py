"""Lines of text that lost the tags of their paragraph: the message says where the paragraph begins and ends."""

from __future__ import annotations

import pytest

from tests.validation.test_obeyed import GOOD, messages

ONE = "<p><italic>Tides</italic> rise twice a day <xref rid='r1'>1</xref>, as is known.</p>"
TWO = "<p>We <italic>counted</italic> them all.</p>"
FIGURE = '<fig id="f2">{}<graphic xlink:href="b.png"/></fig>'


def bare(paragraph: str) -> str:
    return paragraph.removeprefix("<p>").removesuffix("</p>")


def said(content: str, captions: str = "") -> list[str]:
    """The messages about a section with this content, in an article that has figures with such captions."""
    figures = captions and FIGURE.format(captions)
    section = (
        f"<sec><title>Tides of the sea</title>{content}</sec>{figures and f'<sec><title>A</title>{figures}</sec>'}"
    )
    return messages(GOOD.replace("<body>", f"<body>{section}", 1))


ALL = "put it, and all text and elements after it up to"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (bare(ONE), f"<italic> is not allowed in <sec>: {ALL} </sec>, into one <p>"),
        (bare(TWO) + ONE, f"{ALL} the next <p> (line 15), into one <p>"),
        (ONE + bare(TWO), f"{ALL} </sec>, into another <p>, or move it to the end of the <p> before it"),
        (TWO + bare(ONE), f"{ALL} </sec>, into another <p>, or move it to the end of the <p> before it"),
        (TWO.replace(" all.", "") + "all of <italic>them</italic>.", "to the end of the <p> before it, or put it into another"),
        (TWO.replace(" all.", "") + "\n<italic>Tides</italic> go on.", "into another <p>, or move it to the end"),
        (bare(TWO) + FIGURE.format("") + TWO, f"{ALL} the next <fig> (line 15), into one <p>"),
        ("<italic>in spring</italic> and autumn" + TWO, "to the end of the <title> before it, or put it into one <p>"),
        (f"<disp-quote>{bare(TWO)}</disp-quote>", f"{ALL} </disp-quote>, into one <p>"),
        (FIGURE.format(f"<caption>{bare(TWO)}</caption>"), f"{ALL} </caption>, into one <p> or <title>"),
        (FIGURE.format("<caption>Tides.</caption>"), "put it into <p> or <title>"),
        (FIGURE.format(f"<caption>The tides.{TWO}</caption>"), "put it into <title> or <p>"),
    ],
)  # fmt: skip
def test_what_belongs_into_a_lost_paragraph_is_told_as_a_whole(content: str, words: str) -> None:
    (message,) = said(content)
    assert words in message


def test_two_lost_paragraphs_are_two_findings() -> None:
    assert len(said(bare(ONE) + TWO + bare(ONE))) == 2


def test_a_caption_is_as_the_other_captions_of_the_document() -> None:
    lost = FIGURE.format("<caption>Tides.</caption>")
    titled = "<caption><title>Tides.</title></caption>"
    (one,) = said(lost.replace("f2", "f9"), titled)
    assert one.endswith("put it into <title> or <p>")
    more = "".join(FIGURE.format(titled).replace("f2", f"f{each}") for each in (3, 4))
    (three,) = said(lost.replace("f2", "f9") + more, titled)
    assert three.endswith("put it into <title>")


@pytest.mark.parametrize("content", [f"{TWO},{ONE}", f"{TWO}<xref rid='r1'>1</xref>{ONE}"])
def test_a_mark_or_a_link_alone_is_no_paragraph(content: str) -> None:
    (message,) = said(content)
    assert "put it into another <p>" not in message.partition(", or")[0]


TABLE = '<table-wrap id="t9">{}<table><tbody><tr><td>b</td></tr></tbody></table>{}</table-wrap>'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (TABLE.format("<label>1</label>The tides", ""), "put it into <title> or <p>, in <caption>"),
        (TABLE.format("The <italic>tides</italic>.", ""), "the next <table> (line 15), into one <title> or <p>, in <caption>"),
        (TABLE.format("", "Two <italic>are</italic> high."), f"{ALL} </table-wrap>, into one <p>, in <table-wrap-foot>"),
        (TABLE.format("", "Two are high."), "put it into <p>, in <table-wrap-foot>"),
        (FIGURE.format("The <italic>tides</italic>."), "the next <graphic> (line 15), into one <p> or <title>, in <caption>"),
        (FIGURE.format("<title>A</title><p>B</p>"), "put it, and the <p> after it, into one <caption>"),
        (FIGURE.format("<title>A</title><p>B</p><p>C</p>"), "put it, and the 2 <p> after it, into one <caption>"),
        (FIGURE.format("<caption><title><p>A</p></title></caption>"), "remove the tags <p> and </p>, and keep the text"),
    ],
)  # fmt: skip
def test_what_belongs_into_a_lost_caption_is_told_as_a_whole(content: str, words: str) -> None:
    (message,) = said(content)
    assert message.endswith(words)


ROWS = "<table-wrap><table><tbody><tr><td>a</td><td>b</td></tr>{}</tbody></table>{}</table-wrap>"
LINKS = '<p>See <xref ref-type="table-fn" rid="n1">*</xref><xref ref-type="table-fn" rid="n2">a</xref>.</p>'
NOTE = '<fn id="{}"><p>Note.</p></fn>'


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("<tr><td>c</td>d</tr>", "put it into <td>"),
        ("<tr>c<td>d</td></tr>", "put it into <td>"),
        ("<tr><td>c</td><italic>d</italic></tr>", "put it into <td>"),
        ("<tr>c <sup>d</sup> e<td>f</td></tr>", f"{ALL} the next <td> (line 15), into one <td>"),
        ("<tr><td>c</td><td>d</td>e</tr>", "move it to the end of the <td> before it, or put it into another <td>"),
        (
            '<tr><td rowspan="2">c</td><td>d</td></tr><tr><td>e</td>f</tr>',
            "move it to the end of the <td> before it, or",
        ),
    ],
)
def test_a_cell_that_lost_its_tags_is_another_cell_if_the_row_lacks_one(row: str, words: str) -> None:
    (message,) = said(ROWS.format(row, ""))
    assert words in message


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("* The median." + NOTE.format("n2"), 'put it into <p>, in <fn id="n1">, which references have'),
        (NOTE.format("n1") + "a The median.", 'put it into <p>, in <fn id="n2">, which references have'),
        (
            NOTE.format("n1") + "The <italic>median</italic>.",
            f'{ALL} </table-wrap-foot>, into one <p>, in <fn id="n2">',
        ),
        (NOTE.format("n1") + NOTE.format("n2") + "Two notes.", "put it into <p>, in <fn>"),
        (NOTE.format("n1") + NOTE.format("n2") + "<p>A</p><p>B</p>Two notes.", "put it into <p>"),
    ],
)
def test_a_note_that_lost_its_tags_gets_the_id_that_references_have(notes: str, words: str) -> None:
    (message,) = said(LINKS + ROWS.format("", f"<table-wrap-foot>{notes}</table-wrap-foot>"))
    assert words in message


def test_two_lost_notes_are_told_by_their_marks() -> None:
    notes = f"a The median.{NOTE.format('n3')}* The mean."
    one, other = said(LINKS + ROWS.format("", f"<table-wrap-foot>{notes}</table-wrap-foot>"))
    assert 'in <fn id="n2">' in one
    assert 'in <fn id="n1">' in other


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<p>A</p>", "move it before the first <sec> in this <sec> (line 15), or to the end of the <sec> before it"),
        (
            "<p>A</p><p>B</p>",
            "move these 2 <p> to the end of the <sec> before it, or before the first <sec> in this <sec>",
        ),
    ],
)
def test_a_paragraph_after_subsections_goes_before_the_first_or_into_the_last(content: str, words: str) -> None:
    section = "<sec><title>A</title><p>A</p></sec>"
    (message,) = said(section + section + content)
    assert words in message


def test_a_link_that_is_written_on_a_style_is_put_around_it() -> None:
    (inside,) = messages(GOOD.replace("twice</italic>", '<sup rid="r1" ref-type="bibr">1</sup></italic>', 1))
    assert inside.endswith(
        'write <xref rid="r1" ref-type="bibr"><sup>1</sup></xref>, without rid and ref-type on <sup>'
    )
    (alone,) = messages(GOOD.replace("</contrib>", '<sup rid="r1">1</sup></contrib>', 1))
    assert alone.endswith('write <xref rid="r1"><sup>1</sup></xref>, without rid on <sup>')
    (address,) = messages(GOOD.replace("twice</italic>", '<bold xlink:href="https://a.org">A</bold></italic>', 1))
    assert 'write <ext-link xlink:href="https://a.org"><bold>A</bold></ext-link>' in address


@pytest.mark.parametrize("name", ["article-title", "kwd", "title"])
def test_a_paragraph_in_a_heading_loses_its_tags(name: str) -> None:
    (message,) = messages(GOOD.replace(f"<{name}>", f"<{name}><p>", 1).replace(f"</{name}>", f"</p></{name}>", 1))
    assert message.endswith("remove the tags <p> and </p>, and keep the text")
