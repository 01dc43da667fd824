from __future__ import annotations

import pytest

from jats.elements.inline import write_inline, write_text
from jats.model.inline import Inline, Link, Span
from jats.model.markup import parse_markup
from tests.elements.writing import lost, start, xml


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain & simple", "plain & simple"),
        ("<i>E. <b>coli</b></i> O157", "<italic>E. <bold>coli</bold></italic> O157"),
        ("H<sub>2</sub>O, m<sup>2</sup>", "H<sub>2</sub>O, m<sup>2</sup>"),
        (
            "<sc>a</sc><u>b</u><tt>c</tt><s>d</s>",
            "<sc>a</sc><underline>b</underline><monospace>c</monospace><strike>d</strike>",
        ),
    ],
)
def test_spans_become_phrase_elements(text: str, expected: str) -> None:
    at = start()
    assert xml(write_inline(parse_markup(text), at, "p")) == expected
    assert lost(at) == []


def test_link_is_an_ext_link_with_its_address() -> None:
    content = parse_markup('see <a href="https://example.org/?a=1&b=2">the <i>page</i></a>')
    assert xml(write_inline(content, start(), "p")) == (
        'see <ext-link ext-link-type="uri" xlink:href="https://example.org/?a=1&amp;b=2">the <italic>page</italic></ext-link>'
    )


def test_link_and_formula_in_a_keyword_are_carried_by_named_content() -> None:
    at = start()
    made = write_text("kwd", parse_markup('<a href="https://example.org">x</a> and $y$'), at)
    assert xml(made) == (
        '<kwd><named-content content-type="link"><ext-link ext-link-type="uri" xlink:href="https://example.org">x</ext-link>'
        '</named-content> and <named-content content-type="formula"><inline-formula><tex-math>y</tex-math></inline-formula>'
        "</named-content></kwd>"
    )
    assert lost(at) == []


def test_link_in_a_link_keeps_both_addresses() -> None:
    content = Inline((Link("https://a.example", Inline(("a ", Link("https://b.example", Inline.of("b"))))),))
    made = xml(write_inline(content, start(), "p"))
    assert "https://a.example" in made
    assert "https://b.example" in made


def test_what_a_plain_place_cannot_hold_is_unwrapped_and_reported() -> None:
    at = start() / "issue_title"
    content = parse_markup('<i>On</i> <a href="https://example.org">x</a> and $y$')
    assert xml(write_text("issue-title", content, at)) == "<issue-title>On x (https://example.org) and y</issue-title>"
    assert lost(at) == [
        ("italic", "issue-title", "as plain text"),
        ("ext-link", "issue-title", "as plain text"),
        ("inline-formula", "issue-title", "as plain text"),
    ]
    assert {loss.path for loss in at.context.losses} == {("issue_title",)}


def test_address_that_is_the_text_itself_is_not_repeated() -> None:
    content = Inline((Link("https://example.org", Inline.of("https://example.org")),))
    assert xml(write_inline(content, start(), "issue-title")) == "https://example.org"


def test_kind_that_jats_does_not_know_is_its_text() -> None:
    at = start()
    assert xml(write_inline(Inline((Span("blink", Inline.of("x")),)), at, "p")) == "x"
    assert lost(at) == [("blink", "p", "as plain text")]


def test_funding_statement_of_1_4_has_no_subscripts() -> None:
    at = start("publishing-1.4-mathml3")
    assert xml(write_text("funding-statement", parse_markup("CO<sub>2</sub>"), at)) == (
        "<funding-statement>CO2</funding-statement>"
    )
    assert lost(at) == [("sub", "funding-statement", "as plain text")]
