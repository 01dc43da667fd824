"""Elements that lost their tags, end too early or too late, and text without an element: the message says where it belongs."""

from __future__ import annotations

import pytest

from tests.validation.test_obeyed import GOOD, messages

REFERENCE = "<element-citation><article-title>Tides</article-title><year>2020</year></element-citation>"
ROWS = "<tr><td>b</td></tr><tr><td>c</td><td>d</td></tr>"
MORE = (
    GOOD.replace("</ref-list>", f'<ref id="r2"><label>2</label>{REFERENCE}</ref></ref-list>')
    .replace("<tr><td>b</td></tr>", ROWS)
    .replace("</kwd-group>", '</kwd-group><counts><page-count count="3"/></counts>')
    .replace("</contrib>\n", "</contrib><aff><label>1</label>Institute of Tides, <country>Chile</country></aff>")
)

FAULTS = {
    ("</article-meta>", ""): ("<counts>", "</article-meta><counts>", "move it to the end of the <article-meta> before it"),
    ("</ref></ref-list>", "</ref-list>"): ("<element-citation>", "</ref><element-citation>", "to the end of the <ref> before it"),
    ("</td><td>d</td></tr>", "</td></tr><td>d</td>"): (
        "", "", "move it to the end of the <tr> before it, or put it into another <tr>"
    ),
    ("<tr><td>c</td><td>d</td></tr>", "<td>c</td><td>d</td>"): (
        "", "", "put these 2 <td> into another <tr>, or move these 2 <td>"
    ),
    ("</tr></tbody>", "</tr>"): ("<tr><td>c", "</tbody><tr><td>c", "to the end of the <tbody> before it"),
    ('<ref id="r2"><label>2', "<label>2"): ("</ref></ref-list>", "</ref-list>", "after it, into one <ref>"),
    ("<country>Chile</country></aff>", "<country>Chile</country>"): (
        "Institute of", "</aff>Institute of", "with <country>, to the end of the <aff> before it"
    ),
    ("<ack><p>We thank all.</p></ack>", "<p>We thank all.</p>"): ("", "", "put it into <ack>, or put it into <notes>"),
    ("<tr><td>c</td><td>d</td></tr>", ""): (
        "<td>b</td>", "<td>b</td><tr><td>c</td></tr>", "move it after </tr>, into <tbody>, or remove the tags"
    ),
    ("<p>We counted", "<p>We<p>counted"): ("twice</italic>.</p>", "twice</italic>.</p></p>", "move it after </p>, into <sec>"),
    ("<title>Methods</title>", "Methods"): ("", "", "put it into <title> or <p>"),
    ("<label>2</label>", "2"): ("", "", "put it into <label>"),
    ("<year>2020</year></element", "2020</element"): ("", "", "put it into <year>"),
    ("<article-title>Tides</article-title><year>", "Tides<year>"): ("", "", "put it into <article-title>, <source>"),
    ("<month>05</month>", "05"): ("", "", "put it into <month>"),
    ("<surname>Roe</surname>", "Roe"): ("", "", "put it into <surname>"),
    ("<article-title>On tides</article-title>", "On tides"): ("", "", "put it into <article-title>"),
    ('<article-id pub-id-type="doi">10.5555/1</article-id>', "10.5555/1"): ("", "", 'put it into <article-id pub-id-type="…">'),
    ("<given-names>Jane</given-names></name>", "<given-names>Jane</given-names></name>roe@example.org"): (
        "", "", "put it into <email>"
    ),
    ('<fig id="f1">', '<fig id="f1">Figure 1.'): ("", "", "put it into <label>"),
}  # fmt: skip


def test_the_article_is_valid_before_anything_is_changed() -> None:
    assert messages(MORE) == []


@pytest.mark.parametrize(("one", "other"), FAULTS.items())
def test_what_is_outside_of_its_element_is_one_finding(one: tuple[str, str], other: tuple[str, str, str]) -> None:
    assert one[0] in MORE
    message, *more = messages(MORE.replace(*one, 1).replace(other[0], other[1] or other[0], 1))
    assert other[2] in message
    assert [each for each in more if not each.startswith("rid=")] == []


def test_an_element_that_is_there_twice_word_for_word_is_removed() -> None:
    fig = '<fig id="f1"><graphic xlink:href="tides.png"/></fig>'
    (message,) = messages(GOOD.replace(fig, fig * 2))
    assert message == "<fig> is repeated word for word, with the id 'f1': remove it, or give it new ids"
