"""The fields of a parsed reference in the words of the article file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jats.citations.fields import Fields
from jats.vocab.dates import iso, parse_date
from jats.vocab.languages import words_to_language

_SAME = {
    "article_title": "title", "chapter_title": "title", "trans_title": "trans_title", "source": "source",
    "trans_source": "trans_source", "series": "series", "edition": "edition", "volume": "volume", "issue": "issue",
    "supplement": "supplement", "elocation": "elocation_id", "size": "total_pages", "publisher": "publisher",
    "publisher_loc": "place", "degree": "degree", "number": "number", "doi": "doi", "pmid": "pmid", "isbn": "isbn",
    "issn": "issn",
}  # fmt: skip
"""Our field → the article file's, where the value stays as it is."""
_OTHERS = {
    "year": "date", "fpage": "pages", "lpage": "pages", "conf_name": "conference", "conf_loc": "conference",
    "conf_date": "conference",
    "url": "url", "arxiv": "ids", "pmcid": "pmcid", "date_in_citation": "accessed", "lang": "language", "collab": "authors",
    "etal": "etal", "medium": "note", "status": "note", "comment": "note",
}  # fmt: skip
_NOTES = ("medium", "status", "comment")
_YEAR = re.compile(r"(\d{4})([a-zа-яіїє]?)")
_YEAR_AT_START = re.compile(r"\d{4}")
_IN_BRACKETS = " []()."


def field_of(label: str) -> str | None:
    """The article file's field that a span of that label goes into, None if it goes into none."""
    role = label.partition("_")[0]
    if role in ("author", "editor", "translator"):
        return f"{role}s"
    return _SAME.get(label) or _OTHERS.get(label)


def work_fields(kind: str, fields: Fields) -> dict[str, Any]:
    """A reference as the article file writes it, without its text; a value that the file has no field for is a note."""
    work: dict[str, Any] = {"type": kind}
    work |= {role: fields[role] for role in ("authors", "editors", "translators") if fields.get(role)}
    groups = _listed(fields.get("collab"))
    if groups:
        work["authors"] = [*work.get("authors", []), *({"collaboration": group} for group in groups)]
    if fields.get("etal"):
        work["etal"] = True
    notes = [value for name in _NOTES for value in _listed(fields.get(name))]
    _put_year(work, notes, fields)
    work |= {ours: fields[name] for name, ours in _SAME.items() if name in fields}
    _put_pages(work, fields)
    _put_conference(work, fields)
    _put_addresses(work, notes, fields)
    _put_language(work, notes, fields)
    if notes:
        work["note"] = notes
    return work


def _listed(value: object) -> list[str]:
    if value is None:
        return []
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _put_year(work: dict[str, Any], notes: list[str], fields: Fields) -> None:
    year = fields.get("year")
    if year is None:
        return
    found = _YEAR.fullmatch(str(year))
    if found is None:
        notes.append(str(year))
        return
    work["date"] = found[1]
    if found[2]:
        work["year_suffix"] = found[2]


def _put_pages(work: dict[str, Any], fields: Fields) -> None:
    pages = {ours: str(fields[name]) for name, ours in (("fpage", "first"), ("lpage", "last")) if name in fields}
    if "first" in pages:
        work["pages"] = pages


def _put_conference(work: dict[str, Any], fields: Fields) -> None:
    names = (("conf_name", "name"), ("conf_loc", "place"), ("conf_date", "date"))
    conference = {ours: fields[name] for name, ours in names if name in fields}
    if conference:
        work["conference"] = conference


def _put_addresses(work: dict[str, Any], notes: list[str], fields: Fields) -> None:
    """Addresses, and the day of access if it is clearly a date."""
    urls = _listed(fields.get("url"))
    if urls:
        work["url"] = urls[0]
        notes += urls[1:]
    if "arxiv" in fields:
        work["ids"] = {"arxiv": fields["arxiv"]}
    if "pmcid" in fields:
        work["pmcid"] = str(fields["pmcid"]).replace(" ", "")
    accessed = fields.get("date_in_citation")
    if accessed is not None:
        day = parse_date(str(accessed))
        if day is None:
            notes.append(str(accessed))
        else:
            work["accessed"] = iso(day)


def _put_language(work: dict[str, Any], notes: list[str], fields: Mapping[str, object]) -> None:
    noted = fields.get("lang")
    if noted is None:
        return
    language = words_to_language(str(noted).strip(_IN_BRACKETS))
    if language is None:
        notes.append(str(noted))
    else:
        work["language"] = language


_BACK = {ours: label for label, ours in _SAME.items() if label != "chapter_title"} | {"institution": "publisher", "url": "url",
         "pmcid": "pmcid", "accessed": "date_in_citation", "language": "lang", "note": "comment"}  # fmt: skip
_ROLES = ("authors", "editors", "translators")


def labelled_fields(work: Mapping[str, Any]) -> Fields:
    """The fields of the article file under the names that a parsed reference has; the others keep their own."""
    fields: Fields = {}
    for name, value in work.items():
        if name in ("type", "id", "label", "text"):
            continue
        if name in _ROLES:
            _put_people(fields, name, value)
        elif name == "title" and work.get("type") == "chapter":
            fields["chapter_title"] = value
        elif name == "etal":
            fields["etal"] = True
        elif name == "date":
            fields["year"] = _year_of(value) + str(work.get("year_suffix", ""))
        elif name == "pages":
            fields |= _pages_of(value)
        elif name == "conference" and isinstance(value, Mapping):
            names = {"name": "conf_name", "place": "conf_loc", "date": "conf_date"}
            fields |= {names.get(key, f"conf_{key}"): one for key, one in value.items()}
        elif name == "ids" and isinstance(value, Mapping):
            fields |= dict(value)
        elif name != "year_suffix":
            fields[_BACK.get(name, name)] = value
    return fields


def _put_people(fields: Fields, role: str, people: Any) -> None:
    persons, groups = [], []
    for one in people if isinstance(people, list) else [people]:
        if isinstance(one, Mapping) and "collaboration" in one:
            groups.append(one["collaboration"])
        elif isinstance(one, Mapping):
            persons.append({key: one[key] for key in ("surname", "given", "suffix") if key in one})
        else:
            groups.append(str(one))
    if persons:
        fields[role] = persons
    if groups:
        fields["collab"] = groups[0] if len(groups) == 1 else groups


def _year_of(date: Any) -> str:
    if isinstance(date, Mapping):
        return str(date.get("year") or date.get("text") or "")
    found = _YEAR_AT_START.match(str(date))
    return found[0] if found else str(date)


def _pages_of(pages: Any) -> Fields:
    if isinstance(pages, Mapping):
        names = {"first": "fpage", "last": "lpage", "range": "page_range"}
        return {names[key]: value for key, value in pages.items() if key in names}
    first, dash, last = str(pages).replace("\u2013", "-").partition("-")
    return {"fpage": first.strip(), "lpage": last.strip()} if dash else {"fpage": first.strip()}
