"""References of a page: as it prints them, else as its meta tags have them, whole or in parts."""

from __future__ import annotations

import re

from jats.draft import List, Map, Node, Text
from jats.findings import Note
from jats.importers import codes
from jats.importers.html_page.said import Pool, Rank, Said

_PART = re.compile(r"(?:^|;)\s*citation_(\w+)\s*=\s*")
_FIELDS = {
    "title": "title", "journal_title": "source", "volume": "volume", "issue": "issue", "doi": "doi", "pmid": "pmid",
    "publication_date": "date", "year": "date", "date": "date", "pages": "pages", "firstpage": "first", "lastpage": "last",
    "inbook_title": "source", "book_title": "source", "conference_title": "source", "publisher": "publisher", "issn": "issn",
    "isbn": "isbn", "arxiv_id": "arxiv", "technical_report_institution": "institution", "technical_report_number": "number",
    "dissertation_institution": "institution", "series_title": "series", "journal_abbrev": "source", "id": "id",
}  # fmt: skip
_PEOPLE = ("author", "authors")
_WITH_AUTHOR = re.compile(r"[^\W\d_][\w'’ -]{1,30},?\s[^\W\d_]\.")
_SHARE = 0.8
_LIKE_REFERENCE = re.compile(r"\d|.{60}")
"""A reference has a year, a page or an address; what has no digit and is short is a button or a notice."""


def references_of(pool: Pool, note: Note) -> List | None:
    """The references as a field of the draft; None if the page has none."""
    printed = [said for said in pool.ranked("reference") if said.rank is Rank.SHOWN]
    shown = [said for said in printed if _LIKE_REFERENCE.search(said.text) and not _is_issue_line(said.text)]
    pool.unplaced += [said for said in printed if said not in shown]
    tagged = [said for said in pool.ranked("reference") if said.rank is not Rank.SHOWN]
    if shown and len(shown) >= _SHARE * len(tagged):
        if tagged and len(tagged) != len(shown):
            counts = (f"{len(shown)} on the page", f"{len(tagged)} in the meta tags")
            note(codes.said_twice(shown[0].place, (), "the number of references", *counts))
        return List([Text(said.text, said.place) for said in shown], shown[0].place)
    pool.unplaced += shown
    if not tagged:
        return None
    made = [_reference(said, pool) for said in tagged if said.rank is tagged[0].rank]
    return List(made, tagged[0].place)


def _is_issue_line(text: str) -> bool:
    """Whether a text is only the line of an issue, as in a box beside the references."""
    from jats.importers.text_page.issue_line import read_issue_line

    plain = len(text) < 80 and "(" not in text and not _WITH_AUTHOR.match(text)
    found = read_issue_line(text) if plain else None
    return found is not None and found.facts > 1


def _reference(said: Said, pool: Pool) -> Node:
    """One reference of a meta tag: its parts if it has names for them, else its text."""
    starts = list(_PART.finditer(said.text))
    if not starts or starts[0].start() > 0:
        return Text(said.text, said.place)
    ends = [found.start() for found in starts[1:]] + [len(said.text)]
    parts = [(found[1], said.text[found.end() : end].strip(" ;")) for found, end in zip(starts, ends, strict=True)]
    return _structured(said, [(name, value) for name, value in parts if value], pool)


def _structured(said: Said, parts: list[tuple[str, str]], pool: Pool) -> Map:
    made = Map(said.place)
    people = [value for name, value in parts if name in _PEOPLE]
    if people:
        made.put("authors", Text("; ".join(people), said.place))
    pages = {_FIELDS[name]: value for name, value in parts if _FIELDS.get(name) in ("first", "last")}
    for name, value in parts:
        field = _FIELDS.get(name, "")
        if field in ("first", "last") or name in _PEOPLE:
            continue
        if field and field not in made.items:
            made.put(field, Text(value, said.place))
        else:
            pool.unplaced.append(Said(f"citation_{name}", value, said.place, said.rank))
    if "first" in pages and "pages" not in made.items:
        made.put("pages", Text("-".join(filter(None, (pages["first"], pages.get("last", "")))), said.place))
    if "title" in made.items and "source" not in made.items:
        made.put("source", made.items.pop("title"), made.keys.pop("title"))  # a title alone is that of a book
    return made
