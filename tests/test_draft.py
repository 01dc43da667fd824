"""Drafts: places are found through short forms, maps are laid over one another, settings reach into them."""

from __future__ import annotations

from typing import Any

import pytest

from jats.draft import List, Map, Path, Text, find, key_place, merge, place_of, plain, set_value, show_path, texts
from jats.findings import Place
from tests.drafts import draft_of, read

HERE = Place("--set", 1, 1)


def way(data: Any, path: Path) -> str:
    return show_path(find(draft_of(data), path)[1])


@pytest.mark.parametrize(
    ("data", "path", "shown"),
    [
        ({"title": "x"}, ("title",), "title"),
        ({"title": "x"}, ("title", ""), "title"),
        ({"title": {"uk": "x"}}, ("title", "uk"), "title.uk"),
        ({"title": "x"}, ("volume",), ""),
        ({"ids": {"pmid": "1"}}, ("journal", "ids"), ""),
        ({"authors": "x"}, ("authors", 0, "name", 0, "surname"), "authors"),
        ({"authors": ["x", "y"]}, ("authors", 1, "name", 0, "surname"), "authors[2]"),
        ({"authors": {"name": "x", "url": "y"}}, ("authors", 0, "url"), "authors.url"),
        ({"keywords": ["a", "b"]}, ("keywords", 0, "terms", 1), "keywords[2]"),
        ({"keywords": {"en": ["a"], "uk": ["b", "c"]}}, ("keywords", 1, "terms", 1), "keywords.uk[2]"),
        ({"keywords": [{"terms": ["a", "b"]}]}, ("keywords", 0, "terms", 1), "keywords[1].terms[2]"),
        ({"keywords": {"language": "en", "terms": ["a", "b"]}}, ("keywords", 0, "terms", 1), "keywords.terms[2]"),
        ({"abstract": {"en": "x", "uk": {"text": ["y", "z"]}}}, ("abstract", 1, "text", 1), "abstract.uk.text[2]"),
        ({"history": {"a": [1, 2], "b": 3}}, ("history", 1, "date", "year"), "history.a[2]"),
        ({"history": {"a": [1, 2], "b": 3}}, ("history", 2, "date", "year"), "history.b"),
        ({"published": {"print": 1, "electronic": {"year": 2}}}, ("published", 1, "date", "year"), "published.electronic.year"),
        ({"published": {"year": 2}}, ("published", 0, "date", "year"), "published.year"),
        ({"published": {"year": 2}}, ("published", 0, "date"), "published"),
        ({"published": {"date": 2, "type": "x"}}, ("published", 0, "date"), "published.date"),
        ({"contributor_groups": {"a": ["x", "y"]}}, ("contributor_groups", 0, "members", 1), "contributor_groups.a[2]"),
        ({"departments": {"en": "x", "uk": "y"}}, ("departments", 0, "name", "uk"), "departments.uk"),
        ({"departments": ["x", {"uk": "y"}]}, ("departments", 1, "name", "uk"), "departments[2].uk"),
        ({"subjects": {"heading": "x", "udc": ["y", "z"]}}, ("subjects", 1, "subjects", 1), "subjects.udc[2]"),
    ],
)  # fmt: skip
def test_a_path_of_the_article_is_found_through_short_forms(data: Any, path: Path, shown: str) -> None:
    assert way(data, path) == shown


def test_what_is_missing_has_the_place_of_what_is_around_it() -> None:
    draft, _ = read("authors:\n  - name: x\n")
    assert draft is not None
    assert place_of(draft, ("authors", 0, "orcid")) == Place("article.yaml", 2, 5)
    assert key_place(draft, ("authors", 0, "name")) == Place("article.yaml", 2, 5)
    assert key_place(draft, ("authors",)) == Place("article.yaml", 1, 1)
    assert place_of(draft, ("volume",)) == Place("article.yaml", 1, 1)


def test_maps_are_merged_and_all_else_is_replaced() -> None:
    over = draft_of({"a": {"x": "1"}, "b": ["1"], "c": "1"})
    under = draft_of({"a": {"x": "2", "y": "2"}, "b": ["2", "2"], "c": {"z": "2"}, "d": "2"})
    assert plain(merge(over, under)) == {"a": {"x": "1", "y": "2"}, "b": ["1"], "c": "1", "d": "2"}


def test_a_setting_makes_the_maps_on_its_way_and_counts_items_from_one() -> None:
    draft = draft_of({"authors": ["a", {"name": "b"}]})
    set_value(draft, "journal.publisher.name", "x", HERE)
    set_value(draft, "authors.1", "y", HERE)
    set_value(draft, "authors.2.orcid", "z", HERE)
    assert plain(draft) == {"authors": ["y", {"name": "b", "orcid": "z"}], "journal": {"publisher": {"name": "x"}}}
    assert key_place(draft, ("journal", "publisher")) == HERE


@pytest.mark.parametrize(
    ("key", "step"),
    [
        ("authors.3.name", "3"),
        ("authors.x", "x"),
        ("title.en", "en"),
        ("title.a.b", "a"),
        ("authors.0", "0"),
        ("authors.².name", "²"),
        ("authors." + "9" * 5_000, "9" * 5_000),
    ],
)
def test_a_setting_that_leads_nowhere_names_its_step(key: str, step: str) -> None:
    with pytest.raises(KeyError) as caught:
        set_value(draft_of({"title": "x", "authors": ["a", "b"]}), key, "y", HERE)
    assert caught.value.args == (step,)


def test_every_leaf_comes_with_its_path() -> None:
    draft = Map(HERE)
    draft.put("a", List([Text("1", HERE), Text("2", HERE)], HERE))
    draft.put("b", Text("3", HERE))
    assert [(show_path(path), text.value) for path, text in texts(draft)] == [("a[1]", "1"), ("a[2]", "2"), ("b", "3")]


def test_a_map_of_languages_may_be_the_text_of_one_item() -> None:
    draft = draft_of({"abbreviation": {"en": "J. Tides", "uk": "Ж. Припливи"}})
    assert find(draft, ("abbreviation", 0, "text", "uk"))[1] == ("abbreviation", "uk")
