"""The editor's notation of running text, there and back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jats.model.inline import Inline, Kept, Link, Math, Span
from jats.model.markup import DEEPEST, format_markup, parse_markup

E_COLI = Span("italic", Inline.of("E. coli"))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a < b & c", ("a < b & c",)),
        ("<i>E. coli</i>", (E_COLI,)),
        ("<em>E. coli</em>", (E_COLI,)),
        ("H<sub>2</sub>O", ("H", Span("sub", Inline.of("2")), "O")),
        ("from $5 to $10", ("from $5 to $10",)),
        ("$x^2$ at $ 3$", (Math(tex="x^2"), " at $ 3$")),
        ("$z$3", ("$z$3",)),
        (r"\<i> is a tag", ("<i> is a tag",)),
        (r"cost \$5 and 6$", ("cost $5 and 6$",)),
        ("<i>abc", ("<i>abc",)),
        ("abc</i>", ("abc</i>",)),
        ("<i>a<b>c</i>d</b>", (Span("italic", Inline.of("a<b>c")), "d</b>")),
        ("<math><mi>x</mi></math>", (Math(mathml="<math><mi>x</mi></math>"),)),
        ("<math><mi>x</math>", ("<math><mi>x</math>",)),
        ('<a href="https://a.b">c</a>', (Link("https://a.b", Inline.of("c")),)),
        ("<script>alert(1)</script>", ("<script>alert(1)</script>",)),
        ("p<0.05 and q>1", ("p<0.05 and q>1",)),
        (
            'see <xref ref-type="bibr" rid="r1">1</xref>, <i>x</i>',
            ("see ", Kept('<xref ref-type="bibr" rid="r1">1</xref>'), ", ", Span("italic", Inline.of("x"))),
        ),
        ("<i>a<break/>b</i>", (Span("italic", Inline(("a", Kept("<break/>"), "b"))),)),
        ('<italic toggle="yes">a</italic>', (Kept('<italic toggle="yes">a</italic>'),)),
        ("<fn><p>R & D, p < 0.05&nbsp;%</p></fn>", (Kept("<fn><p>R &amp; D, p &lt; 0.05\u00a0%</p></fn>"),)),
        ("<fn><!-- no --><p><![CDATA[a<b]]></p></fn>", (Kept("<fn><p>a&lt;b</p></fn>"),)),
        ("<fn><p>a</fn> b", ("<fn><p>a</fn> b",)),
        ('<uri foo:href="x">a</uri>', ('<uri foo:href="x">a</uri>',)),
        ("<fn><p>$x$</p></fn>$y$", (Kept("<fn><p>$x$</p></fn>"), Math(tex="y"))),
    ],
)
def test_what_is_markup_and_what_is_text(text: str, parts: tuple[object, ...]) -> None:
    assert parse_markup(text).parts == parts


PIECES = st.sampled_from(
    ["<fn>", "</fn>", "<p>", "</p>", '<xref rid="a">', "</xref>", "<break/>", "<i>", "</i>", "&amp;", "a", "\\", "$"]
)


@given(st.one_of(st.text(alphabet="ab<>/$\\i &1", max_size=40), st.lists(PIECES, max_size=12).map("".join)))
def test_writing_what_was_read_reads_the_same(text: str) -> None:
    read = parse_markup(text)
    assert parse_markup(format_markup(read)) == read


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["<i>", "<math>", "\\", "$", "<a href='", "</i>", "<math></math", "\\<", "<fn>", "<fn><!--", "<fn><p></p>"]
)
def test_hostile_text_takes_no_time(piece: str) -> None:
    start = time.process_time()
    parse_markup(piece * 100_000)
    assert time.process_time() - start < 5
    assert DEEPEST < 100


def test_characters_of_a_kept_element_are_its_text() -> None:
    assert parse_markup("a<fn><p>b &amp; <bold>c</bold></p></fn>").plain() == "ab & c"
