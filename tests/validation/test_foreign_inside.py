"""An element of another format is named with those inside it, so that the first advice is enough."""

from __future__ import annotations

import re

import pytest

from tests.validation.test_obeyed import GOOD, messages

CONTRIBUTORS = re.search("(?s)<contrib-group>.*?</contrib-group>", GOOD)[0]  # type: ignore[index]
NAME = re.search("<name>.*?</name>", GOOD)[0]  # type: ignore[index]
INSIDE = {
    ("<p>We counted", "<orderedlist><listitem><para>a</para></listitem></orderedlist><p>We counted"): (
        'write <list list-type="order">, with <list-item> for <listitem> and <p> for <para> in it'
    ),
    (NAME, "<persName><surname>Roe</surname><forename>J</forename></persName>"): (
        "write <name>, with <given-names> for <forename> in it"
    ),
    (NAME, "<person_name><given_name>J</given_name><surname>Roe</surname></person_name>"): (
        "with <given-names> for <given_name> in it, in the order <surname>, <given-names>"
    ),
    ("<tr><td>b</td></tr>", "<row><entry>b</entry></row>"): "write <tr>, with <td> for <entry> in it",
    (CONTRIBUTORS, "<AuthorList><Author><LastName>Roe</LastName><ForeName>Jane</ForeName></Author></AuthorList>"): (
        "<contrib> for <Author>, <surname> for <LastName> and <given-names> for <ForeName> in it, "
        "<surname> and <given-names> in one <name>"
    ),
    ("<p>We counted", "<ol><li><label>1</label><p>a</p></li></ol><p>We counted"): (
        'write <list list-type="order">, with <list-item> for <li> in it'
    ),
    ("<p>We counted", "<ol><li><b>a</b></li></ol><p>We counted"): (
        'write <list list-type="order">, with <list-item><p> for <li> and <bold> for <b> in it'
    ),
    ("<mixed-citation>Roe, Tides.</mixed-citation>", "<citation>Roe, Tides.</citation>"): "write <mixed-citation> with",
    ("<mixed-citation>Roe, Tides.</mixed-citation>", "<citation><source>Tides</source><year>2020</year></citation>"): (
        "NLM 2.3: write <element-citation> with"
    ),
    ('<graphic xlink:href="tides.png"/>', '<img src="tides.png"/>'): 'HTML: write <graphic xlink:href="tides.png"/>',
    ("<kwd>tides</kwd>", "<keyword>tides</keyword><keyword>sea</keyword>"): (
        "another format: write <kwd>, also for the 1 <keyword> after it"
    ),
    ("<p>We counted", "<blockquote>Tides.</blockquote><p>We counted"): "write <disp-quote>, with its text in <p>",
    ("<p>We counted", "<list><item>a</item></list><p>We counted"): "write <list-item>, with its text in <p>",
    ("<italic>twice</italic>", '<hi rend="bold">twice</hi>'): "write <bold> for its style",
    ("<italic>twice</italic>", '<emphasis role="strong">twice</emphasis>'): "write <bold> for its style",
    ("<italic>twice</italic>", '<cross-ref refid="r1">twice</cross-ref>'): 'write <xref rid="r1">',
    ("<p>We counted", "<dl><dt>a</dt><dd>b</dd></dl><p>We counted"): "for each <dt> and its <dd>",
}  # fmt: skip


@pytest.mark.parametrize(("fault", "words"), INSIDE.items())
def test_the_names_of_those_inside_are_written_too(fault: tuple[str, str], words: str) -> None:
    assert fault[0] in GOOD
    (message,) = messages(GOOD.replace(*fault, 1))
    assert words in message


def test_an_unknown_element_does_not_tell_the_name_of_the_one_around_it() -> None:
    document = GOOD.replace("<ref-list>", "<glossary><dl><dt>a</dt><dd>b</dd></dl></glossary><ref-list>", 1)
    (message,) = messages(document)
    assert message.startswith("<dl> in <glossary>")


@pytest.mark.parametrize(
    ("start", "inside", "words"),
    [
        ('m:math xmlns:m="{}"', "m:mi", "write mml: for m: here and wherever it is, and xmlns:mml for xmlns:m"),
        ('math xmlns="{}"', "mi", "write mml: before the names of <math> and of all elements in it"),
    ],
)
def test_another_prefix_is_changed_with_its_declaration(start: str, inside: str, words: str) -> None:
    tag = start.format("http://www.w3.org/1998/Math/MathML")
    name = start.partition(" ")[0]
    formula = f"<inline-formula><{tag}><{inside}>x</{inside}></{name}></inline-formula>"
    assert words in messages(GOOD.replace("We thank", f"{formula} We thank", 1))[0]


WRAPPERS = {
    ("<p>We counted", "<list><p>a</p><p>b</p><p>c</p></list><p>We counted"): (
        "put each of these 3 <p> into its own <list-item>"
    ),
    ("<tbody>", "<tbody><td>1</td><td>2</td>"): "put these 2 <td> into <tr>",
}  # fmt: skip


@pytest.mark.parametrize(("fault", "words"), WRAPPERS.items())
def test_several_go_into_one_wrapper_or_each_into_its_own_as_is_usual(fault: tuple[str, str], words: str) -> None:
    assert fault[0] in GOOD
    (message,) = messages(GOOD.replace(*fault, 1))
    assert words in message
