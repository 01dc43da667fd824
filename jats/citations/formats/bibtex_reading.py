"""BibTeX and biblatex → records, with TeX, strings, cross-references and names read."""

from __future__ import annotations

import re
from collections.abc import Callable

from jats.citations.formats.bibtex_entries import MONTHS, BibEntry, Value, read_entries
from jats.citations.formats.bibtex_names import read_names
from jats.citations.formats.records import Doubt, Record, Unplaced, language_tag
from jats.citations.formats.tables import pairs, routes
from jats.citations.formats.tex import plain_text, running_text
from jats.draft import List, Map, Text
from jats.vocab.dates import month_number
from jats.vocab.numbers import whole_number

_NOT_WORKS = frozenset(("xdata", "set", "bibnote", "control", "comment"))
"""Types of entries that hold data for others."""
_AND = re.compile(r"(?<!\s)\s+and\s+")
_KEYWORDS = re.compile(r"(?<!\s)\s*[,;]\s*")
_ISO = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?")
_SEASONS = {"21": "Spring", "22": "Summer", "23": "Autumn", "24": "Winter"}
_PMID = re.compile(r"PMID:? ?(\d{1,9})")
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
_BOOKS = frozenset(("book", "chapter", "proceedings", "conference"))
_ALONE = frozenset(("book", "proceedings", "thesis", "report"))
"""Kinds of works whose title is that of the whole."""
_NUMBERED = frozenset(("report", "patent", "standard", "legal-doc"))


def read_bibtex(text: str, file: str) -> tuple[list[Record], list[Doubt]]:
    """One record for each entry that is a work, and what is wrong with the file."""
    entries, doubts = read_entries(text, file)
    works = [_record(entry) for entry in entries if entry.type not in _NOT_WORKS]
    doubts += [Doubt(work.place, "the entry has no fields") for work in works if len(work.work.items) == 1]
    return [work for work in works if len(work.work.items) > 1], doubts


def _record(entry: BibEntry) -> Record:
    record = Record(entry.place, entry.type, Text(entry.key, entry.place) if entry.key else None)
    kind = pairs("bibtex_types").get(entry.type, "other")
    record.set("type", Text(kind, entry.place))
    left = dict(entry.fields)
    for special in (_titles, _dates, _numbers, _eprint, _organization, _places, _roles, _degree):
        special(record, kind, left)
    for name, value in left.items():
        _field(record, name, value)
    return record


def _field(record: Record, name: str, value: Value) -> None:
    field, reader = routes("bibtex").get(name, ("", "running"))
    if name in ("crossref", "xdata", "xref"):
        return
    if field in ("", "-"):
        record.put(name, field, _plain(value))
    else:
        _READERS[reader](record, name, field, value)


def _plain(value: Value) -> Text:
    return Text(plain_text(value.text), value.place)


def _running(value: Value) -> Text:
    return Text(running_text(value.text), value.place)


def _read_text(record: Record, name: str, field: str, value: Value) -> None:
    record.put(name, field, _plain(value))


def _read_running(record: Record, name: str, field: str, value: Value) -> None:
    record.put(name, field, _running(value))


def _read_as_is(record: Record, name: str, field: str, value: Value) -> None:
    """Identifiers and addresses: their signs are not TeX, but for a few that are escaped."""
    bare = re.sub(r"\\([_%&#~{}])|[{}\n\t]+", r"\1", value.text).removeprefix("\\url")
    record.put(name, field, Text(" ".join(bare.split()), value.place))


def _read_people(record: Record, name: str, field: str, value: Value) -> None:
    people, others = read_names(value.text, value.place)
    if not people:
        return
    if not record.set(field, List(list(people), value.place)):
        record.unplaced.append(Unplaced(name, _plain(value)))
    if others and field == "authors":
        record.set("etal", Text("yes", value.place))


def _read_list(record: Record, name: str, field: str, value: Value) -> None:
    items = [plain_text(item) for item in _AND.split(value.text) if item.strip()]
    if len(items) == 1 or record.get(field) is not None:
        record.put(name, field, _plain(value))
    elif items:
        record.set(field, List([Text(item, value.place) for item in items], value.place))


def _read_pages(record: Record, name: str, field: str, value: Value) -> None:
    record.put(name, field, Text(re.sub(r"(?<!\s)\s*[–—]\s*", "-", _plain(value).value), value.place))


def _read_note(record: Record, name: str, field: str, value: Value) -> None:
    text = _running(value)
    text.value = pairs("bibtex_words").get(text.value, text.value)
    number = _PMID.fullmatch(text.value)
    if number and record.set("pmid", Text(number[1], value.place)):
        return
    if text.value:
        record.add(field, text)


def _read_howpublished(record: Record, name: str, field: str, value: Value) -> None:
    address = re.fullmatch(r"(?:\\url)?\{?(https?://[^\s{}]+)\}?", value.text.strip())
    if address and record.get("url") is None:
        record.set("url", Text(address[1], value.place))
    else:
        _read_note(record, name, field, value)


def _read_chapter(record: Record, name: str, field: str, value: Value) -> None:
    record.add(field, Text(f"chapter {_plain(value).value}", value.place))


def _read_language(record: Record, name: str, field: str, value: Value) -> None:
    words = [plain_text(word) for word in _AND.split(value.text)]
    tags = [pairs("bibtex_languages").get(word.lower()) or language_tag(word) for word in words]
    if len(words) == 1 and tags[0]:
        record.put(name, field, Text(tags[0], value.place))
    else:
        record.unplaced.append(Unplaced(name, _plain(value)))


def _read_keywords(record: Record, name: str, field: str, value: Value) -> None:
    words = [running_text(word) for word in _KEYWORDS.split(value.text) if word.strip()]
    record.set(field, List([Text(word, value.place) for word in words], value.place))


_READERS: dict[str, Callable[[Record, str, str, Value], None]] = {
    "text": _read_text, "running": _read_running, "plain": _read_as_is, "people": _read_people, "list": _read_list,
    "pages": _read_pages, "note": _read_note, "howpublished": _read_howpublished, "chapter": _read_chapter,
    "language": _read_language, "keywords": _read_keywords,
}  # fmt: skip


def _titles(record: Record, kind: str, left: dict[str, Value]) -> None:
    """Each title with its subtitle and addition; a book's own title is its source."""
    for stem, field in (
        ("title", "source" if kind in _ALONE else "title"),
        ("booktitle", "source"),
        ("maintitle", "series"),
    ):
        parts = [left.pop(name, None) for name in _parts_of(stem)]
        main = next((part for part in parts if part is not None), None)
        if main is None:
            continue
        whole = ""
        for part, joint in zip(parts, ("", ": ", ". "), strict=True):
            text = running_text(part.text) if part else ""
            whole += (joint if whole and text else "") + text
        record.put(stem, field, Text(whole, main.place))


def _parts_of(stem: str) -> tuple[str, str, str]:
    bare = stem.removesuffix("title")
    return stem, f"{bare}subtitle", f"{bare}titleaddon"


def _dates(record: Record, kind: str, left: dict[str, Value]) -> None:
    date, year = left.pop("date", None), left.pop("year", None)
    month, day = left.pop("month", None), left.pop("day", None)
    if date is None and year is not None:
        date = Value(_year_month(year, month, day), year.place)
    elif year is not None and date is not None and year.text[:4] not in date.text:
        record.unplaced.append(Unplaced("year", _plain(year)))
    if date is None and month is not None:
        record.unplaced.append(Unplaced("month", _plain(month)))
    for value, field in ((date, "date"), (left.pop("urldate", None), "accessed"), (_original(left), "dates.original")):
        if value is not None and value.text.strip():
            _put_date(record, field, value)


def _original(left: dict[str, Value]) -> Value | None:
    given, year = left.pop("origdate", None), left.pop("origyear", None)
    return given or year


def _year_month(year: Value, month: Value | None, day: Value | None) -> str:
    text = plain_text(year.text)
    if month is None or not re.fullmatch(r"\d{4}", text):
        return text
    name = plain_text(month.text)
    number = MONTHS.index(name.lower()) + 1 if name.lower() in MONTHS else month_number(name)
    if number is None and 1 <= (whole_number(name) or 0) <= 12:
        number = whole_number(name)
    if number is None:
        return f"{name} {text}"
    days = plain_text(day.text) if day else ""
    return f"{text}-{number:02}" + (f"-{int(days) if len(days) < 3 else days:0>2}" if days.isdecimal() else "")


def _put_date(record: Record, field: str, value: Value) -> None:
    text = plain_text(value.text).rstrip("?~%")
    season = _SEASON.fullmatch(text)
    if season:
        made = Map(value.place)
        made.put("year", Text(season[1], value.place))
        made.put("season", Text(_SEASONS[season[2]], value.place))
        record.set(field, made)
    elif text.endswith(("/", "/..")):  # a range that is open: what has begun is known
        record.set(field, Text(text.rstrip("/."), value.place))
    elif re.fullmatch(r"\d{4}/\d{4}", text):
        record.set(field, Text(text.replace("/", "–"), value.place))
    elif field == "accessed" and not _ISO.fullmatch(text):
        record.put("urldate", field, Text(text, value.place))
    else:
        record.set(field, Text(text, value.place))


def _numbers(record: Record, kind: str, left: dict[str, Value]) -> None:
    """`number` is an issue, a report's number, or the number in a series of books."""
    number = left.pop("number", None)
    if number is None:
        return
    if kind in _NUMBERED:
        field = "number"
    elif kind in _BOOKS and "series" in left:
        field = "volume"
    else:
        field = "issue"
    if kind == "journal" and "issue" in left:
        record.put("issue", "issue_title", _plain(left.pop("issue")))
    record.put("number", field, _plain(number))
    series = left.get("series")
    if kind == "journal" and series is not None:
        record.put("series", "volume_series", _running(left.pop("series")))


_ARCHIVES = {"arxiv": "ids.arxiv", "pubmed": "pmid", "pmc": "pmcid", "hdl": "ids.handle", "hal": "ids.hal"}


def _eprint(record: Record, kind: str, left: dict[str, Value]) -> None:
    number = left.pop("eprint", None)
    named = [left.pop(name, None) for name in ("eprinttype", "archiveprefix")]
    classes = [left.pop(name, None) for name in ("eprintclass", "primaryclass")]
    archive = next((plain_text(one.text).lower() for one in named if one), "")
    if number is None:
        return
    if not archive and re.match(r"\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7}", number.text):
        archive = "arxiv"
    field = _ARCHIVES.get(archive, f"ids.{archive}" if re.fullmatch(r"[a-z][\w-]*", archive) else "")
    _read_as_is(record, "eprint", field, number)
    for one in classes:
        if one is not None and plain_text(one.text) not in number.text:
            record.unplaced.append(Unplaced("eprintclass", _plain(one)))


def _organization(record: Record, kind: str, left: dict[str, Value]) -> None:
    given = left.pop("organization", None)
    if given is None:
        return
    if kind == "standard":
        record.put("organization", "organization", _plain(given))
    elif kind in ("conference", "proceedings"):
        record.put("organization", "conference.sponsors", _plain(given))
    else:
        record.put("organization", "institution" if kind == "report" else "publisher", _plain(given))


def _places(record: Record, kind: str, left: dict[str, Value]) -> None:
    """Of a paper with two places, `location` is that of the conference."""
    if kind in ("conference", "proceedings") and "address" in left and "location" in left:
        record.put("location", "conference.place", _plain(left.pop("location")))


def _roles(record: Record, kind: str, left: dict[str, Value]) -> None:
    """`editora` with `editoratype` is a person in another role."""
    for letter in "abc":
        people, role = left.pop(f"editor{letter}", None), left.pop(f"editor{letter}type", None)
        if people is not None:
            name = plain_text(role.text) if role else "editor"
            _read_people(record, f"editor{letter}", f"people.{name}" if re.fullmatch(r"[\w-]+", name) else "", people)
    role = left.pop("editortype", None)
    if role is not None and "editor" in left:
        name = plain_text(role.text)
        if name != "editor" and re.fullmatch(r"[\w-]+", name):
            _read_people(record, "editor", f"people.{name}", left.pop("editor"))
    if kind == "patent" and "author" in left:
        _read_people(record, "author", "people.inventor", left.pop("author"))


def _degree(record: Record, kind: str, left: dict[str, Value]) -> None:
    given = left.pop("type", None)
    if given is None:
        word = {"phdthesis": "phdthesis", "mastersthesis": "mathesis", "bachelorsthesis": "bathesis"}.get(record.kind)
        if word:
            record.set("degree", Text(pairs("bibtex_words")[word], record.place))
        return
    text = plain_text(given.text)
    printed = Text(pairs("bibtex_words").get(text.lower(), text), given.place)
    if kind == "thesis":
        record.put("type", "degree", printed)
    elif printed.value:
        record.add("note", printed)
