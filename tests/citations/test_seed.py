"""The page of a real article: each field of its seven references, and of the same list about other works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jats.citations.parse import parse
from jats.citations.split import split
from tests.citations.hand_made import HandMade, hand_made
from training.corpus import read_labelled
from training.data import rare_words, words_in


def fields(line: str) -> dict[str, object]:
    return parse(line).fields


@pytest.fixture(scope="module")
def seven(shared: Path) -> list[dict[str, object]]:
    page = (shared / "seed" / "page.txt").read_text(encoding="utf-8")
    (only,) = split(page)
    return [fields(item.text) for item in only.items]


def test_all_seven_are_found(seven: list[dict[str, object]]) -> None:
    assert len(seven) == 7


def test_people_years_and_places_are_right(seven: list[dict[str, object]], shared: Path) -> None:
    page = (shared / "seed" / "page.txt").read_text(encoding="utf-8")
    for number, found in enumerate(seven, 1):
        line = next(line for line in page.splitlines() if line.strip().startswith(f"{number}. "))
        before_year = re.split(r"\(\d{4}\)", line)[0].split(". ", 1)[1]
        names = [
            " ".join(part.strip(" ,&\xa0").split())
            for part in re.findall(r"[^,]+,\s(?:[A-Z][a-z]?\.\s?)+", before_year)
        ]
        authors = found["authors"]
        assert isinstance(authors, list)
        assert [" ".join(f"{one['surname']}, {one['given']}".split()) for one in authors] == names
        assert found["year"] == re.findall(r"\((\d{4})\)", line)[0]


def test_articles_have_their_journal_volume_and_pages(seven: list[dict[str, object]]) -> None:
    found = [tuple(one.get(name) for name in ("volume", "issue", "fpage", "lpage")) for one in seven]
    assert found == [
        ("6", "2", "754", "766"),
        ("13", None, None, None),
        ("14", None, "139", "146"),
        ("19", None, "117", "133"),
        ("108", None, "805", "820"),
        (None, None, None, None),
        ("26", None, "1961", "1979"),
    ]


def test_books_have_translation_place_size_and_language(seven: list[dict[str, object]]) -> None:
    for number in (1, 5):
        book = seven[number]
        assert "article_title" not in book
        assert str(book["trans_source"]).startswith("Cross-border cooperation")
        assert book["lang"] == "in Ukr"
    assert (seven[1]["publisher_loc"], seven[1]["size"]) == ("Uzhhorod", "520")
    assert (seven[5]["publisher_loc"], seven[5]["size"]) == ("Kyiv", "152")


def test_a_source_and_its_translation_are_two_fields(seven: list[dict[str, object]]) -> None:
    assert (seven[2]["source"], seven[2]["trans_source"]) == ("Ekonomika ta suspilstvo", "Economy and society")


def test_titles_and_sources_are_whole(seven: list[dict[str, object]]) -> None:
    assert seven[3]["source"] == "Eur. J. Inf. Syst."
    assert seven[4]["source"] == "Tijdschrift voor Economische en Sociale Geografie"
    assert seven[4]["article_title"] == "Cross‐Border Regional Innovation System Integration: An Analytical Framework"
    assert str(seven[6]["article_title"]).endswith("with evidence for Northern Europe")


@pytest.mark.parametrize("one", list(hand_made("seed_like.txt")), ids=lambda one: one.style)
def test_the_same_list_about_other_works_is_read_as_well(one: HandMade) -> None:
    parsed = parse(one.text)
    assert parsed.text == one.text
    assert parsed.fields == one.fields


def test_the_list_about_other_works_is_split_as_well() -> None:
    every = [one.text for one in hand_made("seed_like.txt")]
    page = "References\n\n" + "\n".join(f"  {i}. {text}" for i, text in enumerate(every, 1))
    (only,) = split(page)
    assert [item.text for item in only.items] == every


def test_no_rule_and_no_training_text_holds_a_word_of_the_list(shared: Path, root: Path) -> None:
    """A word that twenty or fewer of the labelled references hold is the list's own."""
    page = (shared / "seed" / "page.txt").read_text(encoding="utf-8")
    (only,) = split(page)
    own = rare_words(" ".join(item.text for item in only.items), read_labelled(shared / "refs"))
    own -= {"legal"}  # in the name of a type, `legal-doc`
    files = [*(root / "jats" / "citations").glob("*.py"), *(root / "jats" / "data" / "citations").glob("*.txt")]
    files += [*(root / "training").rglob("*.py"), *(root / "training").rglob("*.txt")]
    held = {f"{file.name}: {word}" for file in files for word in own & set(words_in(file.read_text(encoding="utf-8")))}
    assert not held
