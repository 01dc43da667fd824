"""What is carried in JATS's own markup, in paragraphs and elsewhere."""

from __future__ import annotations

import pytest

import jats
from jats.elements.article import write_article
from jats.elements.blocks import write_blocks
from jats.elements.inline import write_inline
from jats.elements.required import missing
from jats.model.article import Article
from jats.model.base import Data
from jats.model.blocks import Blocks
from jats.model.inline import Inline
from jats.model.markup import parse_markup
from tests.elements.writing import lost, start, xml


class Text(Data):
    """A field with blocks."""

    text: Blocks = ()


def inline(text: str, parent: str = "p", variant: str = "publishing-1.3-mathml3") -> tuple[str, list[object]]:
    at = start(variant)
    made = xml(write_inline(parse_markup(text), at, parent))
    return made, list(lost(at))


def blocks(text: object, parent: str, variant: str = "publishing-1.3-mathml3") -> tuple[str, list[object]]:
    at = start(variant)
    made = write_blocks(Text.model_validate({"text": text}).text, at, parent)
    return xml(made), list(lost(at))


@pytest.mark.parametrize(
    "text",
    [
        'see <xref ref-type="bibr" rid="r1">1</xref>',
        'a<fn id="f1"><label>*</label><p>b</p></fn>',
        '<named-content content-type="gene">BRCA1</named-content> and <email>a@b.example</email>',
        '<inline-graphic xlink:href="a.png"><alt-text>A</alt-text></inline-graphic>',
        "<inline-formula><alternatives><tex-math>x</tex-math><mml:math><mml:mi>x</mml:mi></mml:math></alternatives></inline-formula>",
        '<italic toggle="yes">a</italic> <list list-type="bullet"><list-item><p>b</p></list-item></list>',
    ],
)
def test_what_the_place_holds_is_as_it_was(text: str) -> None:
    assert inline(text) == (text, [])


def test_element_without_a_place_is_carried_or_its_text() -> None:
    assert inline("a<fn><p>b</p></fn>", "kwd", "publishing-1.4-mathml3") == (
        'a<named-content content-type="fn"><fn><p>b</p></fn></named-content>',
        [],
    )
    assert inline('2<fn><p>b</p><p>c</p></fn><xref rid="x">d</xref>', "issue-title") == (
        "2b c d",
        [(tag, "issue-title", "as plain text") for tag in ("fn", "p", "p", "xref")],
    )


def test_element_without_any_text_is_left_out() -> None:
    assert inline('a<inline-graphic xlink:href="a.png"/>', "issue-title") == (
        "a",
        [("inline-graphic", "issue-title", None)],
    )


def test_tags_of_editors_are_those_of_jats() -> None:
    assert inline("<fn><p><em>a</em></p></fn>")[0] == "<fn><p><italic>a</italic></p></fn>"


def test_text_without_a_paragraph_gets_one() -> None:
    assert inline("<fn>a <bold>b</bold></fn>") == ("<fn><p>a <bold>b</bold></p></fn>", [])


def test_what_the_version_does_not_have_is_its_text() -> None:
    text = "<fn><p><ruby><rb>字</rb><rt>ji</rt></ruby> <fixed-case>a</fixed-case></p></fn>"
    assert inline(text, "p", "publishing-1.4-mathml3") == (text, [])
    assert inline(text, "p", "publishing-1.0-mathml2") == (
        "<fn><p>字ji a</p></fn>",
        [("rb", "p", "as plain text"), ("rt", "p", "as plain text"), ("ruby", "p", "as plain text"),
         ("fixed-case", "p", "as plain text")],
    )  # fmt: skip


def test_element_that_lost_what_it_needs_is_unwrapped_too() -> None:
    made, told = blocks("<list><list-item><title>a</title></list-item></list>", "abstract")
    assert made == "<p>a</p>"
    assert ("list-item of that content", "list", "as plain text") in told


def test_children_are_put_in_the_order_of_the_schema() -> None:
    made, _ = blocks('<fig><graphic xlink:href="a.png"/><caption><p>b</p></caption><label>1</label></fig>', "app")
    assert made == '<fig><label>1</label><caption><p>b</p></caption><graphic xlink:href="a.png"/></fig>'


def test_attributes_that_the_version_lacks_are_told() -> None:
    text = '<fn><p>a <inline-graphic xlink:href="a.png" assigning-authority="b"/></p></fn>'
    assert inline(text)[0] == '<fn><p>a <inline-graphic xlink:href="a.png"/></p></fn>'
    assert inline(text)[1] == [("@assigning-authority", "inline-graphic", None)]


def test_block_that_may_not_stand_itself_stands_in_a_paragraph() -> None:
    text = "a\n\n<list><list-item><p>b</p></list-item></list>\n<p>c</p>"
    inner = "<list><list-item><p>b</p></list-item></list>"
    assert blocks(text, "app") == (f"<p>a</p>{inner}<p>c</p>", [])
    assert blocks(text, "abstract") == (f"<p>a</p><p>{inner}</p><p>c</p>", [])


def test_paragraph_behind_a_section_is_its_last() -> None:
    made, told = blocks("<sec><title>a</title><p>b</p></sec>\n\nc", "abstract")
    assert (made, told) == ("<sec><title>a</title><p>b</p><p>c</p></sec>", [])


def test_section_without_title_is_its_paragraphs_where_it_needs_one() -> None:
    made, told = blocks("<sec><p>b</p><p>c</p></sec>", "abstract")
    assert made == "<p>b</p><p>c</p>"
    assert told == [("sec of that content", "abstract", "as plain text")]
    assert blocks("<sec><p>b</p></sec>", "abstract", "archiving-1.3-mathml3") == ("<sec><p>b</p></sec>", [])


def test_mathml_keeps_its_elements_in_their_namespace() -> None:
    text = '<disp-formula><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></disp-formula>'
    assert blocks(text, "app")[0] == "<disp-formula><mml:math><mml:mi>x</mml:mi></mml:math></disp-formula>"


def pointing(variant: str, notes: str) -> tuple[str, list[object], list[str]]:
    context = start(variant).context
    root = write_article(Article.model_validate({"title": "A", "notes": notes}), context)
    made = root.find(".//author-notes")
    faults = [one.message for one in missing(root, context) if "points" in one.message]
    return xml(made), [(loss.tag, loss.parent) for loss in context.losses], faults


def test_identifier_that_is_taken_is_changed_and_told() -> None:
    made, told, _ = pointing("publishing-1.3-mathml3", '<target id="a">b</target><target id="a">c</target>')
    assert '<target id="a">b</target><target id="a-2">c</target>' in made
    assert told == [("@id", "target")]


def test_pointer_to_nothing_is_an_error() -> None:
    assert pointing("publishing-1.3-mathml3", '<xref rid="z">b</xref>')[2] == ["points to 'z', but nothing has that id"]


def test_pointer_to_what_the_version_could_not_hold_is_taken_out() -> None:
    text = '<xref rid="z">b</xref> <question id="z"><p>c</p></question>'
    assert pointing("publishing-1.0-mathml2", text) == (
        "<author-notes><fn><p><xref>b</xref> c</p></fn></author-notes>",
        [("question", "p"), ("p", "p"), ("@rid", "xref")],
        [],
    )


WORD = "http://example.org/word"


@pytest.mark.parametrize(
    ("text", "made", "name"),
    [
        (f'a <w:b xmlns:w="{WORD}">b</w:b> c', "a b c", "w:b"),
        (f'a <b xmlns="{WORD}">b</b> c', "a b c", f"b of the namespace {WORD}"),
        (f'a <bold xmlns="{WORD}">b</bold> c', "a b c", f"bold of the namespace {WORD}"),
        (f'a <a xmlns="{WORD}" href="https://a.example/">b</a> c', "a b c", f"a of the namespace {WORD}"),
        (f'a <mml:b xmlns:mml="{WORD}">b</mml:b> c', "a b c", f"b of the namespace {WORD}"),
        (f'a <math xmlns="{WORD}">b</math> c', "a b c", f"math of the namespace {WORD}"),
        (f'a <mml:math xmlns:mml="{WORD}">b</mml:math> c', "a b c", f"math of the namespace {WORD}"),
        (
            f'a <named-content content-type="x" xmlns:w="{WORD}"><w:xref>b</w:xref></named-content> c',
            'a <named-content content-type="x">b</named-content> c',
            "w:xref",
        ),
    ],
)
def test_element_of_another_namespace_is_its_text_and_reported_under_its_own_name(
    text: str, made: str, name: str
) -> None:
    written, told = inline(text)
    assert written == made
    assert (name, "p", "as plain text") in told or (name, "named-content", "as plain text") in told


def test_block_of_another_namespace_is_its_text() -> None:
    assert blocks(f'<sec xmlns="{WORD}"><title>a</title></sec>', "abstract") == (
        "<p>a</p>",
        [(f"{tag} of the namespace {WORD}", "abstract", "as plain text") for tag in ("title", "sec")],
    )


def test_element_of_another_namespace_in_a_formula_is_its_text() -> None:
    text = f'<mml:math><mml:mtext>a<w:mi xmlns:w="{WORD}">b</w:mi>c</mml:mtext></mml:math>'
    made = "<inline-formula><mml:math><mml:mtext>abc</mml:mtext></mml:math></inline-formula>"
    assert inline(text) == (made, [("w:mi", "mml:mtext", "as plain text")])


def test_attribute_of_another_namespace_is_reported_under_its_own_name() -> None:
    made, told = inline(f'<xref xmlns:w="{WORD}" rid="r1" w:rid="r2">1</xref>')
    assert made == '<xref rid="r1">1</xref>'
    assert told == [("@w:rid", "xref", None)]


@pytest.mark.parametrize("text", ["a <w:b>b</w:b> c", f'a <w:b xmlns:w="{WORD}">b c', "a <x:y> b", "1 <a:2>"])
def test_what_is_not_a_whole_element_of_a_declared_namespace_is_text(text: str) -> None:
    assert parse_markup(text) == Inline.of(text)


def test_mathml_under_any_prefix_is_mathml() -> None:
    mathml = "http://www.w3.org/1998/Math/MathML"
    for text in (
        f'<m:math xmlns:m="{mathml}"><m:mi>x</m:mi></m:math>',
        f'<math xmlns="{mathml}"><mi>x</mi></math>',
        "<math><mi>x</mi></math>",
        "<m:math><m:mi>x</m:mi></m:math>",
    ):
        assert inline(text) == ("<inline-formula><mml:math><mml:mi>x</mml:mi></mml:math></inline-formula>", [])


def test_a_message_names_the_element_that_was_unwrapped_and_not_the_whole_field() -> None:
    title = f'a <named-content content-type="x" xmlns:w="{WORD}"><w:b>b</w:b><w:p/></named-content>'
    journal = {"title": "J", "issn": "2520-6524", "ids": {"publisher-id": "j"}}
    built = jats.build({"title": title, "published": "2023-04-01", "journal": journal})
    assert [finding.message for finding in built.findings] == [
        "JATS 1.3 Publishing has no w:b in named-content: <w:b> in title written as plain text",
        "JATS 1.3 Publishing has no w:p in named-content: <w:p> in title left out",
    ]
