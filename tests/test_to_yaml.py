"""The YAML that is written reads back to the same draft, without a finding, and looks as a person would write it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jats.article_file import read_article_file
from jats.article_file.to_yaml import WIDTH, Comments, to_yaml
from jats.draft import List, Map, Node, Text, plain
from jats.findings import Finding, Place

PLACE = Place("a.yaml", 1, 1)

CHARACTERS = st.characters(exclude_categories=["Cs"])
WORDS = st.text(CHARACTERS, max_size=12)
TRAPS = st.sampled_from(
    (
        "no", "yes", "null", "~", "010", "1.10", "1e3", "2024-03-30", "8-14", "12:30", "a: b", "a:", "a #b", "#", "- a", "— a",
        "* a", "[a]", "{a}", "a, b", "'a'", '"a"', "„a“", "«a: b»", "@a", "`a", "%a", "!a", "&a", "|", ">", "?", "<<", "---",
        "...", "a\tb", " a", "a ", "a\nb", "a\n\nb", "\na", "a\n", "a\u2028b", "a\x85b", "a\xa0b", "\ufeffa", "title authors: x",
    )
)  # fmt: skip
LONG = st.lists(st.one_of(WORDS, TRAPS, st.just("word")), max_size=60).map(" ".join)
TEXTS = st.one_of(WORDS, TRAPS, LONG)
KEYS = st.one_of(st.sampled_from(("title", "authors", "en", "name", "language", "")), WORDS, TRAPS)
DATA = st.recursive(
    TEXTS, lambda below: st.one_of(st.lists(below, max_size=4), st.dictionaries(KEYS, below, max_size=4)), max_leaves=12
)


def drafted(value: Any) -> Node:
    if isinstance(value, dict):
        return Map(PLACE, {key: drafted(one) for key, one in value.items()}, dict.fromkeys(value, PLACE))
    return List([drafted(one) for one in value], PLACE) if isinstance(value, list) else Text(value, PLACE)


def mapped(value: dict[str, Any]) -> Map:
    draft = drafted(value)
    assert isinstance(draft, Map)
    return draft


def read_back(text: str) -> tuple[Any, list[Finding]]:
    findings: list[Finding] = []
    draft = read_article_file(text.encode(), "a.yaml", findings.append)
    return (None if draft is None else plain(draft)), findings


@given(st.dictionaries(KEYS, DATA, min_size=1, max_size=5), st.lists(TEXTS, max_size=2))
@example({"authors": ["Roe, Jane", "Doe, John"]}, [])
@example({"name": "„Roe“"}, [])
@example({"x" * 1500: "a", "b": {"y" * 1500: ["c"]}}, [])
def test_what_is_written_is_read_back(value: dict[str, Any], notes: list[str]) -> None:
    comments: Comments = {(key,): notes for key in value}
    text = to_yaml(mapped(value), comments, head=notes, tail=notes)
    assert read_back(text) == (value, []), text


def test_a_comment_inside_does_not_change_what_is_read() -> None:
    value = {"authors": [{"name": "Roe, Jane", "orcid": "x"}, "Doe, John"], "title": {"en": "Tides", "uk": "Припливи"}}
    comments = {
        (): ["all"],
        ("authors", 0): ["one"],
        ("authors", 0, "name"): ["two"],
        ("title", "uk"): ["three\nlines"],
    }
    text = to_yaml(mapped(value), comments)
    assert read_back(text) == (value, [])
    assert text == (
        "authors:\n"
        "  # one\n"
        "  # two\n"
        "  - name: Roe, Jane\n"
        "    orcid: x\n"
        "  - Doe, John\n"
        "title:\n"
        "  en: Tides\n"
        "  # three lines\n"
        "  uk: Припливи\n"
    )


def test_the_layout_is_a_persons() -> None:
    abstract = "The sea rises and falls. " * 9 + "It is salt."
    value = {
        "format": "1", "language": "no", "title": "Tides: a study", "volume": "13", "issue": "010", "pages": "8-14",
        "authors": [{"name": "Roe, Jane", "corresponding": "yes"}], "abstract": abstract,
        "references": ["Roe J. Tides. 2020;5(2):1-9. doi:10.5555/x"], "url": "https://example.org/a?b=c",
        "statements": {"Ethics and so on": "Nothing."},
        "affiliations": [{"id": "a1", "country": "Ukraine"}],
    }  # fmt: skip
    assert to_yaml(mapped(value)) == (
        "format: 1\n"
        'language: "no"\n'
        'title: "Tides: a study"\n'
        "volume: 13\n"
        'issue: "010"\n'
        "pages: 8-14\n"
        "authors:\n"
        "  - name: Roe, Jane\n"
        "    corresponding: yes\n"
        "abstract: >-\n"
        "  The sea rises and falls. The sea rises and falls. The sea rises and falls. The sea rises and\n"
        "  falls. The sea rises and falls. The sea rises and falls. The sea rises and falls. The sea rises\n"
        "  and falls. The sea rises and falls. It is salt.\n"
        "references:\n"
        "  - Roe J. Tides. 2020;5(2):1-9. doi:10.5555/x\n"
        "url: https://example.org/a?b=c\n"
        "statements:\n"
        "  Ethics and so on: Nothing.\n"
        "affiliations:\n"
        "  - {id: a1, country: Ukraine}\n"
    )
    assert all(len(line) <= WIDTH for line in to_yaml(mapped(value)).splitlines())


def test_half_a_character_is_replaced() -> None:
    assert to_yaml(mapped({"title": "a\ud800b"})) == 'title: "a\ufffdb"\n'


@pytest.mark.parametrize("value", [{}, {"a": {}}, {"a": []}, {"a": [[], {}, [["b"]]]}])
def test_empty_things_and_lists_in_lists(value: dict[str, Any]) -> None:
    assert read_back(to_yaml(mapped(value)))[0] == value
