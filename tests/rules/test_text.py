"""Text: where patterns stand, and what only looks damaged."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from jats.rules.engine.context import RuleContext
from jats.rules.text.places import foreign_letters, matches, texts_with
from tests.rules.examples import codes_in
from tests.rules.host import place


def found(example: str, service: str = "common") -> set[str]:
    return set(codes_in(place(example, service), service))


def context(xml: str) -> RuleContext:
    return RuleContext(etree.fromstring(xml))


def test_text_behind_a_child_is_its_parents() -> None:
    pieces = texts_with(context("<p>one <i>two</i> three<!-- x --> four</p>"), "")
    assert [(text, owner.tag) for text, owner in pieces] == [
        ("one ", "p"),
        (" three", "p"),
        (" four", "p"),
        ("two", "i"),
    ]


def test_letters_beyond_ascii_are_gathered_once() -> None:
    assert foreign_letters(context("<p>Łódź <b>𝑥</b> a</p>")) == set("Łóź𝑥")


def test_code_is_no_running_text() -> None:
    xml = "<p>a {}<code>x = a[/b]</code><m:math xmlns:m='http://www.w3.org/1998/Math/MathML'><m:mi>a[/b]</m:mi></m:math></p>"
    assert not list(matches(context(xml.format("")), "[/", re.compile(r"\[/b\]")))
    assert [owner.tag for _, owner in matches(context(xml.format("[/b]")), "[/", re.compile(r"\[/b\]"))] == ["p"]


@pytest.mark.parametrize(
    "text",
    [
        "a &lt; b and b &gt; c",
        "benzo[b]thiophene and [b]",
        "** p &lt; 0.01, *** p &lt; 0.001",
        "C:\\Program Files\\R",
        "AT&amp;T; the R&amp;D department",
        "Âge, Ñandú, Ðuro and Ã",
        "IgG-антитіла та Sзаг",
        "x\u0304 has no letter of its own",
        "1) tides, (2) mud and [0, 1) as an interval",
        "an emoji \U0001f30a and a name \u05d3\u05df\u200f",
    ],
)
def test_what_only_looks_damaged_is_no_fault(text: str) -> None:
    assert not found(f'<p>{text} <xref ref-type="bibr" rid="B1">1</xref> <xref ref-type="bibr" rid="B2">2</xref>.</p>')


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("caf&#xc3;&#xa9;", "COM911"),
        ("it&#xe2;&#x20ac;&#x2122;s", "COM911"),
        ("a &amp;lt; b", "COM911"),
        ("\\frac{1}{2}", "COM912"),
        ("&lt;sup&gt;2&lt;/sup&gt;", "COM912"),
        ("[i]Zostera[/i]", "COM912"),
        ("**Background and aims**", "COM912"),
        ("[the table](https://www.tidal-studies.org)", "COM912"),
        ("Кoваленко", "COM913"),
        ("\u212b", "COM914"),
        ("tides\u200band mud", "COM914"),
        ("\ue001", "COM910"),
        ("\u0092", "COM910"),
    ],
)
def test_what_is_damaged_is_found(text: str, code: str) -> None:
    assert found(f'<p>{text} <xref ref-type="bibr" rid="B1">1</xref> <xref ref-type="bibr" rid="B2">2</xref>.</p>') == {
        code
    }


@pytest.mark.parametrize("title", ["Mud (dark", "Mud “dark", "Mud , dark", "Mud)"])
def test_punctuation_of_titles_is_looked_at(title: str) -> None:
    assert found(f"<trans-title-group xml:lang='es'><trans-title>{title}</trans-title></trans-title-group>") == {
        "COM915"
    }


@pytest.mark.parametrize(
    "title",
    [
        "„Schlick“ und „Mud“",
        "»Schlick« und «vase»",
        "”Lera” i hamnar",
        "„Muł” w portach",
        "La vase ; le sable",
        "Mud (dark) [wet]",
    ],
)
def test_quotation_marks_of_every_language_make_pairs(title: str) -> None:
    language = "fr" if ";" in title else "es"
    group = f"<trans-title-group xml:lang='{language}'><trans-title>{title}</trans-title></trans-title-group>"
    assert not found(group)


def test_lost_quotation_mark_is_found() -> None:
    group = "<trans-title-group xml:lang='de'><trans-title>„Schlick und Watt</trans-title></trans-title-group>"
    assert found(group) == {"COM915"}


def test_space_without_width_between_words_of_khmer_is_spelling() -> None:
    text = "<p>{} <xref ref-type='bibr' rid='B1'>1</xref> <xref ref-type='bibr' rid='B2'>2</xref>.</p>"
    assert not found(text.format("\u1797\u17b6\u200b\u179f\u17b6"))
    assert found(text.format("tides\u200band mud")) == {"COM914"}


@pytest.mark.parametrize(
    ("volume", "codes"), [("XXX", set()), ("XXXX", set()), ("xxxxx", {"COM916"}), ("TBD", {"COM916"})]
)
def test_volume_in_roman_numbers_is_no_placeholder(volume: str, codes: set[str]) -> None:
    assert found(f"<volume>{volume}</volume>", "doaj") == codes


def test_wrong_encoding_says_what_was_meant() -> None:
    said = codes_in(place("<kwd>&#xc3;&#xbc;bertidal mud</kwd>", "common"), "common")["COM911"]
    assert "'übertidal mud'" in said[0]


@pytest.mark.parametrize("surname", ["Null", "Test", "None", "Na", "Todo", "Xxx"])
def test_words_that_are_names_are_no_placeholders(surname: str) -> None:
    assert not found(f"<name><surname>{surname}</surname><given-names>Ida</given-names></name>")


@pytest.mark.parametrize("interval", ["[a, b)", "(0, 1]", "]a; b[", "[0, ∞)", "[−1, 2.5)"])
def test_the_brackets_of_an_interval_need_no_other_half(interval: str) -> None:
    assert "COM915" not in found(f"<kwd>maps of {interval}</kwd>")
    assert "COM915" in found("<kwd>maps [north, south)</kwd>")
