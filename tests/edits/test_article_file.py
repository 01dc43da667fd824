"""Edits in article files change the value meant and not a byte besides."""

from __future__ import annotations

import pytest

from jats.article_file import read_article_file
from jats.draft import Map, texts
from jats.edits.article_file import edit_article_file
from jats.findings import Finding, Fix, Severity


def draft_of(text: str, name: str) -> Map:
    faults: list[Finding] = []
    draft = read_article_file(text.encode(), name, faults.append)
    assert draft is not None
    return draft


def edited(text: str, old: str, new: str, name: str = "article.yaml") -> str:
    """The file with `old` in the first value that holds it exchanged."""
    place = next(leaf.place for _, leaf in texts(draft_of(text, name)) if old in leaf.value)
    finding = Finding("INP201", Severity.INFO, "is written otherwise", place, fix=Fix(old, new))
    return edit_article_file(text.encode(), name, [finding]).decode()


@pytest.mark.parametrize(
    ("text", "old", "new", "wanted"),
    [
        ("doi: https://doi.org/10.1/a  # the DOI\n", "https://doi.org/10.1/a", "10.1/a", "doi: 10.1/a  # the DOI\n"),
        ("doi: 'https://doi.org/10.1/a'\n", "https://doi.org/10.1/a", "10.1/a", "doi: '10.1/a'\n"),
        ('doi:   "https://doi.org/10.1/a"\n', "https://doi.org/10.1/a", "10.1/a", 'doi:   "10.1/a"\n'),
        ("{doi: a, title: b}\n", "b", "c d", "{doi: a, title: c d}\n"),
        ("title: It's here\n", "It's here", "It's there", "title: It's there\n"),
        ("title: 'It''s here'\n", "It's here", "It's there", "title: 'It''s there'\n"),
        ('title: "a \\" b"\n', 'a " b', 'a " c', 'title: "a \\" c"\n'),
        ("title: On tides\n", "On tides", "Tides: a study", 'title: "Tides: a study"\n'),
        ("title: On tides\n", "On tides", "# 1 of tides", 'title: "# 1 of tides"\n'),
        ("title: On  tides and mud\n", "tides", "Tides", "title: On  Tides and mud\n"),
        ("tides: x\ntitle: tides\n", "tides", "mud", "tides: x\ntitle: mud\n"),
        (
            "title: >-\n  On tides\n  and mud\nvolume: 1\n",
            "mud",
            "sand",
            "title: >-\n  On tides\n  and sand\nvolume: 1\n",
        ),
    ],
)
def test_a_yaml_value_is_exchanged_where_it_stands(text: str, old: str, new: str, wanted: str) -> None:
    assert edited(text, old, new) == wanted


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("a.json", '{"title" : "old \\u0041",\n "volume": 1}', '{"title" : "new",\n "volume": 1}'),
        ("a.toml", '# c\ntitle  =  "old A" # c\n', '# c\ntitle  =  "new" # c\n'),
        ("a.toml", "title = 'old A'\n", "title = 'new'\n"),
        ("a.toml", '[title]\nen = "old A"\nold = "A"\n', '[title]\nen = "new"\nold = "A"\n'),
    ],
)
def test_other_notations_keep_theirs(name: str, text: str, wanted: str) -> None:
    done = edited(text, "old A", "new", name)
    assert done == (wanted if "u0041" not in text else text)  # an escaped letter isn't found, so nothing is risked


def test_line_ends_and_byte_order_mark_stay() -> None:
    data = b"\xef\xbb\xbfvolume: 1\r\ntitle: old\r\n"
    place = next(leaf.place for _, leaf in texts(draft_of(data.decode("utf-8-sig"), "a.yaml")) if leaf.value == "old")
    finding = Finding("X", Severity.INFO, "", place, fix=Fix("old", "new"))
    assert edit_article_file(data, "a.yaml", [finding]) == data.replace(b"old", b"new")


def test_what_stands_in_another_file_is_left_alone() -> None:
    text = "title: old\n"
    place = next(leaf.place for _, leaf in texts(draft_of(text, "journal.yaml")))
    finding = Finding("X", Severity.INFO, "", place, fix=Fix("old", "new"))
    assert edit_article_file(text.encode(), "article.yaml", [finding]) == text.encode()


def test_several_edits_do_not_disturb_each_other() -> None:
    text = "title: {en: old one, uk: old two}\nvolume: old three\n"
    leaves = [leaf for _, leaf in texts(draft_of(text, "a.yaml"))]
    fixes = [
        Finding("X", Severity.INFO, "", leaf.place, fix=Fix(leaf.value, f"a much longer value {number}"))
        for number, leaf in enumerate(leaves)
    ]
    done = edit_article_file(text.encode(), "a.yaml", fixes).decode()
    assert [leaf.value for _, leaf in texts(draft_of(done, "a.yaml"))] == [f"a much longer value {n}" for n in range(3)]
