"""CSL-JSON: the items that citation processors and reference managers read.

A reference comes in the form of the article file. What CSL has no variable for goes into `custom`, under `jats`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from jats.citations.formats.tables import pairs, routes, rows
from jats.vocab.dates import parse_date, parse_span

_ALONE = frozenset(("book", "proceedings", "thesis", "report"))
"""Kinds of works whose source is their own title."""
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_DATES = {"accessed": "accessed", "dates.original": "original-date", "conference.date": "event-date"}

Item = dict[str, Any]
Work = Mapping[str, Any]


def to_csl(work: Work, name: str) -> Item:
    """One reference as a CSL item with the identifier `name`."""
    kind = str(work.get("type", ""))
    item: Item = {"id": name, "type": csl_type(kind)}
    left = _flat(work)
    for skipped in ("type", "id", "label", "text"):
        left.pop(skipped, None)
    _put_people(item, left)
    _put_dates(item, left)
    _put_titles(item, left, kind)
    _put_fields(item, left)
    _put_rest(item, left)
    if left:
        item["custom"] = {"jats": _nested(left)}
    return item


def csl_type(kind: str) -> str:
    """The type of an item for a kind of work."""
    return next((row[1] for row in rows("csl_types") if row[0] == kind), "document")


def _flat(work: Work) -> dict[str, Any]:
    """The fields by dotted names, as the tables have them."""
    flat: dict[str, Any] = {}
    for key, value in work.items():
        if key in ("conference", "people", "dates", "ids") and isinstance(value, Mapping):
            flat |= {f"{key}.{below}": inner for below, inner in value.items()}
        else:
            flat[key] = value
    if isinstance(work.get("conference"), str):
        flat["conference.name"] = flat.pop("conference")
    return flat


def _nested(left: Mapping[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in left.items():
        around, _, below = key.partition(".")
        if below:
            made.setdefault(around, {})[below] = value
        else:
            made[key] = value
    return made


@cache
def _roles() -> dict[str, str]:
    return {ours: theirs for theirs, ours in pairs("csl_people").items()}


def _put_people(item: Item, left: dict[str, Any]) -> None:
    for field in [field for field in left if field in _roles()]:
        people = [_name(one) for one in _listed(left.pop(field))]
        if people:
            item[_roles()[field]] = people
    if left.pop("etal", None) in (True, "yes", "true"):
        item.setdefault("author", []).append({"literal": "et al."})


def _name(person: Any) -> dict[str, str]:
    """A name in CSL's parts."""
    if not isinstance(person, Mapping):
        return {"literal": str(person)}
    name = person.get("name", person)
    name = next(iter(name), {}) if isinstance(name, (list, tuple)) else name
    if isinstance(name, Mapping) and (name.get("surname") or name.get("given")):
        names = (("surname", "family"), ("given", "given"), ("suffix", "suffix"))
        return {theirs: str(name[ours]) for ours, theirs in names if name.get(ours)}
    if isinstance(name, Mapping):
        name = name.get("full") or person.get("collaboration") or ("Anonymous" if person.get("anonymous") else "")
    return {"literal": _text(name)}


def _put_dates(item: Item, left: dict[str, Any]) -> None:
    issued = date_parts(left.pop("date", None))
    if issued:
        item["issued"] = issued
    for field, variable in _DATES.items():
        made = date_parts(left.get(field))
        if made:
            item[variable] = made
            left.pop(field)


def date_parts(value: Any) -> dict[str, Any]:
    """A date as CSL has it; empty if there is none."""
    if isinstance(value, Mapping):
        return _date_of_fields(value)
    text = "" if value is None else str(value).strip()
    span = parse_span(text.replace("–", "/"))
    if span:
        return {"date-parts": [_parts(one) for one in span]}
    date = parse_date(text) if re.match(r"\d{4}(?:$|-)", text) else None
    if date is not None:
        return {"date-parts": [_parts(date)]}
    years = re.fullmatch(r"(\d{4})[–/-](\d{4})", text)
    if years:
        return {"date-parts": [[int(years[1])], [int(years[2])]]}
    return {"literal": text} if text else {}


def _parts(date: Any) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part]


def _date_of_fields(date: Mapping[str, Any]) -> dict[str, Any]:
    year, season = str(date.get("year", "")), str(date.get("season", ""))
    if date.get("text") and not year.isdecimal():
        return {"literal": str(date["text"])}
    if not year.isdecimal() or len(year) > 4:
        return {"literal": " ".join(part for part in (season, year) if part)} if year else {}
    parts = [int(year)]
    for part in ("month", "day"):
        given = str(date.get(part, ""))
        if not given.isdecimal() or len(given) > 2:
            break
        parts.append(int(given))
    made: dict[str, Any] = {"date-parts": [parts]}
    until = parse_date(str(date.get("until", "")))
    if until is not None:
        made["date-parts"].append(_parts(until))
    if season:
        made["season"] = _SEASONS.get(season.lower(), season)
    return made


def _put_titles(item: Item, left: dict[str, Any], kind: str) -> None:
    """A work that stands alone has one title, whichever field it is in."""
    if "title" not in left and "source" in left and (kind in _ALONE or not left.get("pages")):
        item["title"] = _text(left.pop("source"))


def _put_fields(item: Item, left: dict[str, Any]) -> None:
    for variable, (field, _) in routes("csl").items():
        value = left.get(field)
        if value is None or variable in item or variable not in _WRITTEN:
            continue
        text = _text(value)
        if text is not None:
            item[variable] = text
            left.pop(field)


_WRITTEN = frozenset(
    ("title", "container-title", "collection-title", "volume", "issue", "supplement-number", "number-of-pages",
     "number", "edition", "version", "publisher", "publisher-place", "genre", "event-title", "event-place", "DOI",
     "PMID", "PMCID", "ISBN", "ISSN", "URL", "language", "part-number", "part-title", "volume-title", "year-suffix",
     "jurisdiction", "authority")
)  # fmt: skip


def _text(value: Any) -> Any:
    """A value as one text; None if it says more than one text can."""
    if isinstance(value, Mapping):
        plain = value.get("name", value.get("text", value.get("number")))
        return str(plain) if plain is not None and len(value) == 1 else None
    if isinstance(value, (list, tuple)):
        texts = [_text(one) for one in value]
        return "; ".join(texts) if texts and all(isinstance(one, str) for one in texts) else None
    return str(value)


def _put_rest(item: Item, left: dict[str, Any]) -> None:
    pages = left.get("pages")
    if isinstance(pages, Mapping):
        pages = pages.get("range") or "-".join(str(pages[name]) for name in ("first", "last") if name in pages)
    if pages:
        item["page"] = str(pages)
        left.pop("pages")
    if "elocation_id" in left and "number" not in item:
        item["number"] = str(left.pop("elocation_id"))
    if "institution" in left and "publisher" not in item:
        item["publisher"] = _text(left.pop("institution"))
    notes = _listed(left.get("note"))
    if notes and all(isinstance(note, str) for note in notes):
        item["note"] = "\n".join(notes)
        left.pop("note")
    if isinstance(left.get("ids.arxiv"), str):
        item["archive"], item["archive_location"] = "arXiv", left.pop("ids.arxiv")
    _put_issn(item, left)


def _put_issn(item: Item, left: dict[str, Any]) -> None:
    for field, variable in (("issn", "ISSN"), ("isbn", "ISBN")):
        numbers = left.get(field)
        if isinstance(numbers, Mapping) and numbers:
            item[variable] = " ".join(dict.fromkeys(str(number) for number in numbers.values()))
            left.pop(field)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]
