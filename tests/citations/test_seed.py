"""The page of a real article: each field of its seven references, and of the same list about other works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jats.citations.parse import parse
from jats.citations.split import split

OTHER = """
  1. Halberstam, Q. R., Halberstamm, O. O., & Dobrynets, P. T. (2011). Water memory of inland delta towns. Limnology and Heritage, 4 (1).  212–230. DOI:
  2. Kalynets, M. D. (2003). Vesniani pisni u shkilnomu repertuari Halychyny [Spring songs in the school repertoire of Galicia]. Vol. 7. Drohobych, 318 p. [in Ukr.].
  3. Zubenko, S. H., & Morozhko, D. V. (2014). Tradytsii ta novatstvo kylymarstva Podillia na yarmarkakh [Traditions and novelty of Podillia carpet weaving at fairs]. Mystetstvo ta remesla – Art and crafts. 21, 33–47. [in Ukr.].
  4. Ferrano, L. D., Stock, H. E., & Bobotzki, V. (2006). A grammatical model for choir-supported and inter-parish music notation. Brit. J. Mus. Ed., 31, 402–419.
  5. Lehtonnen, R., Sommerfeld, P., & Edwards, C. (2013). Inter‐Island Ferry Timetable Design: A Practical Handbook Chapter. Zeitschrift für Maritime und Insulare Geographie. 77, 311–329.
"""  # noqa: E501


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


def test_the_same_list_about_other_works_is_read_as_well() -> None:
    (only,) = split(OTHER)
    first, second, third, fourth, fifth = (fields(item.text) for item in only.items)
    assert [one["surname"] for one in first["authors"]] == ["Halberstam", "Halberstamm", "Dobrynets"]  # type: ignore[attr-defined]
    assert (first["source"], first["volume"], first["issue"], first["fpage"]) == (
        "Limnology and Heritage",
        "4",
        "1",
        "212",
    )
    assert second["source"] == "Vesniani pisni u shkilnomu repertuari Halychyny"
    assert (second["volume"], second["publisher_loc"], second["size"]) == ("7", "Drohobych", "318")
    assert third["article_title"] == "Tradytsii ta novatstvo kylymarstva Podillia na yarmarkakh"
    assert (third["source"], third["trans_source"]) == ("Mystetstvo ta remesla", "Art and crafts")
    assert (third["volume"], third["fpage"], third["lpage"], third["lang"]) == ("21", "33", "47", "in Ukr")
    assert (fourth["source"], fourth["volume"]) == ("Brit. J. Mus. Ed.", "31")
    assert fifth["source"] == "Zeitschrift für Maritime und Insulare Geographie"
