"""CSL-JSON as references, and references in other formats and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jats.citations.formats.csl import date_parts, to_csl
from jats.draft import List, Map, Text
from jats.findings import Finding, Place
from jats.reference_files import TITLES, format_of, read_references
from jats.reference_lists import FORMATS, structured_list
from tests.citations.records import messages_of, references_of

ITEM = {
    "id": "roe2019",
    "type": "article-journal",
    "title": "Ebb of <i>E. coli</i>",
    "author": [
        {"family": "Berg", "given": "Jane", "non-dropping-particle": "van den", "ORCID": "0000-0002-1825-0097"},
        {"family": "Goethe", "given": "Johann", "dropping-particle": "von", "suffix": "Jr."},
        {"literal": "Tides Group"},
    ],
    "container-title": ["Journal of Seas"],
    "issued": {"date-parts": [[2019, 5]]},
    "page": "5-9",
    "DOI": "10.5555/12345678",
    "language": "en-GB",
    "note": "PMID: 12345\nin press",
    "mood": "good",
}


def test_an_item_of_a_journal() -> None:
    (work,) = references_of(json.dumps([ITEM]))
    assert work["id"] == "roe2019"
    assert work["authors"] == [
        {"surname": "van den Berg", "given": "Jane"},
        {"surname": "Goethe", "given": "Johann von", "suffix": "Jr."},
        {"collaboration": "Tides Group"},
    ]
    assert (work["source"], work["date"], work["pages"]) == ("Journal of Seas", "2019-05", "5-9")
    assert (work["pmid"], work["note"]) == ("12345", ["in press"])
    found = messages_of(json.dumps([ITEM]))
    assert "mood" in found
    assert "orcid" in found


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ({"date-parts": [["2019", "5", "3"]]}, "2019-05-03"),
        ({"date-parts": [[2019, 5, 3], [2019, 5, 4]]}, "2019-05-03/2019-05-04"),
        ({"date-parts": [[2019]], "season": 2}, {"year": "2019", "season": "Summer"}),
        ({"raw": "May 2019"}, "May 2019"),
        ({"literal": "n.d."}, "n.d."),
    ],
)
def test_dates(date: dict[str, Any], expected: object) -> None:
    (work,) = references_of(json.dumps({"type": "book", "title": "T", "issued": date}), "csl-json")
    assert work["date"] == expected


@pytest.mark.parametrize(
    "text", ["[]", "{}", "[1, [2]]", '[{"type": "book"}]', '{"items": {}}', '[{"type": "book", "author": [[]]}]']
)
def test_odd_json_is_reported_and_never_fails(text: str) -> None:
    assert references_of(text, "csl-json") == []


WORKS: list[dict[str, Any]] = [
    {"type": "journal", "authors": [{"surname": "Roe", "given": "Jane"}, {"collaboration": "Tides & Salt Group"}],
     "date": "2019-05-03", "title": "Ebb & flow of 5% <i>E. coli</i>", "source": "Journal of Seas", "volume": "3", "issue": "1",
     "pages": {"first": "5", "last": "9"}, "doi": "10.5555/a_b", "pmid": "12345", "language": "en"},
    {"type": "book", "authors": [{"surname": "van der Berg", "given": "J.", "suffix": "Jr."}], "date": "2016",
     "source": "Tides of the sea", "edition": "2nd", "publisher": "Harbour Press", "place": "Odesa", "isbn": "978-3-16-148410-0"},
    {"type": "chapter", "authors": [{"surname": "Шевченко", "given": "Т."}], "editors": [{"surname": "Doe", "given": "A."}],
     "date": "2018", "title": "Сіль", "source": "Море", "pages": {"first": "1", "last": "8"},
     "publisher": "Порт", "place": "Київ"},
    {"type": "thesis", "authors": [{"surname": "Doe", "given": "A."}], "date": "2016", "source": "High tide",
     "degree": "PhD thesis", "institution": "University of Examples"},
    {"type": "conference", "authors": [{"surname": "Roe", "given": "J."}], "date": "2017", "title": "Low tide",
     "source": "Papers of Tides", "conference": {"name": "Tides 2017", "place": "Odesa"}},
    {"type": "journal", "authors": [{"surname": "Roe", "given": "J."}], "date": "2021", "title": "Ebb", "source": "Seas",
     "volume": "2", "elocation_id": "e0815"},
    {"type": "webpage", "authors": [{"collaboration": "Tides Group"}], "date": "2020", "title": "Tides today",
     "url": "https://example.org/~a/tides_1", "accessed": "2024-01-31"},
    {"type": "report", "authors": [{"surname": "Doe", "given": "A."}], "date": "2015", "source": "Salt of the year",
     "number": "17", "publisher": "Seas Lab"},
]  # fmt: skip


def node(value: Any) -> Any:
    """Plain data as a draft."""
    place = Place("x", 1, 1)
    if isinstance(value, dict):
        made = Map(place)
        for key, one in value.items():
            made.put(key, node(one))
        return made
    return List([node(one) for one in value], place) if isinstance(value, list) else Text(value, place)


def back(form: str, work: dict[str, Any]) -> dict[str, Any]:
    """A reference written in a format and read again, without what that format says in another way."""
    findings: list[Finding] = []
    lists = [structured_list([node(work)], "x", findings.append)]
    left: list[str] = []
    text = FORMATS[form](lists, lambda _, field: left.append(field), findings.append)
    assert left == [], text
    (again,) = read_references(text.encode(), "y", findings.append, form) or []
    return structured_list([again], "y", findings.append).items[0].work


@pytest.mark.parametrize("form", ["csl-json", "bibtex", "ris"])
@pytest.mark.parametrize("work", WORKS, ids=[f"{number}-{work['type']}" for number, work in enumerate(WORKS)])
def test_a_reference_survives_the_way_to_a_format_and_back(form: str, work: dict[str, Any]) -> None:
    again = dict(back(form, work))
    work = structured_list([node(work)], "x", lambda _: None).items[0].work
    again.pop("id", None)
    if form == "ris":  # one line for the whole name; the institution of a thesis is its publisher; no emphasis is lost
        assert again.pop("institution", again.get("publisher")) == work.get("institution", work.get("publisher"))
        again.pop("publisher", None)
        work = {key: value for key, value in work.items() if key not in ("institution", "publisher")}
    if form == "bibtex" and work["type"] == "report":
        again["publisher"] = again.pop("institution")
    if isinstance(again.get("pages"), str):
        again["pages"] = work["pages"]
    assert again == work


def test_what_csl_has_no_variable_for_is_kept_in_custom() -> None:
    item = to_csl({"type": "journal", "title": "Ebb", "trans_title": {"uk": "Відплив"}, "source": "Seas"}, "a")
    assert item["custom"] == {"jats": {"trans_title": {"uk": "Відплив"}}}
    (work,) = references_of(json.dumps([item]))
    assert work["trans_title"] == {"uk": "Відплив"}


@pytest.mark.parametrize("form", list(TITLES))
def test_real_files_give_references_in_every_format(form: str, shared: Path) -> None:
    for path in sorted((shared / "inputs" / form).iterdir()):
        findings: list[Finding] = []
        data = path.read_bytes()
        assert format_of(data) == form, path.name
        found = read_references(data, path.name, findings.append)
        assert found, path.name
        listed = [structured_list(found, path.name, findings.append)]
        for to in FORMATS:
            assert FORMATS[to](listed, lambda *_: None, lambda _: None)


@pytest.mark.parametrize("year", ["9" * 5_000, "20201"])
def test_a_year_that_is_no_year_stays_text(year: str) -> None:
    assert date_parts({"year": year, "month": "5"}) == {"literal": year}
