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
