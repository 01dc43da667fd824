"""What other programs leave in a file, and tags written twice or not closed: the message says what to write."""

from __future__ import annotations

import pytest

from tests.validation.test_obeyed import GOOD, messages

TABLE = "<table><colgroup>{}</colgroup><thead>"
FAULTS = {
    ("We counted", "We\x0bcounted"): "write a space in its place, for it is the line break of Word",
    ("We counted", "We\x1dcounted"): "write a space in its place",
    ("We counted", "We \x0bcounted"): "(U+000B) is not allowed in XML: remove it",
    ("<p>We counted", "<p>\x0bWe counted"): "(U+000B) is not allowed in XML: remove it",
    ("We counted", "We thank, we tha\x0bnk"): "(U+000B) is not allowed in XML: remove it",
    ("We counted", "An effect is an e\x0bect"): "write ff in its place, as in 'effect'",
    ("We counted", "A co\x1eauthor"): "write a hyphen in its place",
    ("We counted", "A co\x1fauthor"): "(U+001F) is not allowed in XML: remove it",
    ("We counted", "A\x01counted"): "remove it, or write the character in its place that was meant",
    ("<table><thead>", TABLE.format("<col>")): "end its tag with />, as in <col/>",
    ("<table><thead>", TABLE.format("<col><col>")): "end each of these tags with />, as in <col/>",
    ("<table><thead>", TABLE.format('<col width="9"><col>')): "end each of these tags with />, as in <col … />",
    ('tides.png"/>', 'tides.png">'): "end its tag with />, as in <graphic … />",
    ('tides.png"/>', 'tides.png"><alt-text>Tides</alt-text>'): "write </graphic>",
    ("We counted", "We<br>counted"): "write a space for it, or end the paragraph there with </p><p>",
    ("We counted", "We<br>count<br>ed"): "write a space for each, or end the paragraph there with </p><p>",
    ("Methods", "Met<br>hods"): "write <break/> for it",
    ("<mixed-citation>Roe", "<mixed-citation>Roe<br>"): "JATS has no line break in <mixed-citation>: write a space for it",
    ("<p>We counted", "<p><hr>We counted"): "it is an element of HTML: remove it",
    ("<p>We counted", "<p><p>We counted"): "<p> is opened twice: remove the <p> of line 18, column 4",
    ("<p>We counted", '<p id="p1"><p>We counted'): "<p> is opened twice: remove the <p> of line 18, column 12",
    ("<p>We counted", '<p><p id="p1">We counted'): "<p> is opened twice: remove the <p> of line 18, column 1",
    ("<p>We counted", "<p><o:p></o:p>We counted"): "the element is empty: remove <o:p> and </o:p>",
    ("<p>We counted", "<p><o:p>&#160;</o:p>We counted"): "the element is empty: remove <o:p> and </o:p>",
    ("<p>We counted", "<p><o:p/>We counted"): "the element is empty: remove <o:p/>",
    ("We counted", '<st1:place w:st="on">We</st1:place> counted'): "remove",
    ("</article>", "</article>\n</article>"): "the document ended in line 27: remove this </article> after it",
    ("<back>", "</article><back>"): "the </article> of line 22 is too early: remove it, for there is another at the end",
}  # fmt: skip


@pytest.mark.parametrize(("fault", "words"), FAULTS.items())
def test_the_message_says_what_to_write(fault: tuple[str, str], words: str) -> None:
    assert fault[0] in GOOD
    message, *_ = messages(GOOD.replace(*fault, 1))
    assert words in message


def test_a_second_article_is_not_thrown_away() -> None:
    (message,) = messages(GOOD + GOOD[GOOD.index("<article ") :])
    assert "put it into a file of its own" in message
