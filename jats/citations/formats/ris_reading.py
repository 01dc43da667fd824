"""RIS → records, in the dialects of EndNote, Zotero, Mendeley, Scopus, Web of Science, Ovid, Embase, ProQuest and CAplus."""

from __future__ import annotations

import re
from collections.abc import Callable

from jats.citations.formats.records import Doubt, Record, Unplaced, folded, group, language_tag, person
from jats.citations.formats.tables import pairs, routes
from jats.citations.formats.tagged_lines import Form, Lines, Tagged, of, records
from jats.draft import Map, Text
from jats.findings import Place
from jats.messages.words import quoted
from jats.parsers.groups import read_group
from jats.vocab.dates import month_number
from jats.vocab.identifiers import isbn_fault, tidy_isbn

FORM = Form(re.compile(r"[ \t]{0,3}([A-Z][A-Z0-9])  -[ \t]?(.*)"), "TY", "ER", " ")
_LOOSE = Form(re.compile(r"[ \t]{0,3}([A-Z][A-Z0-9]) {0,2}-[ \t]?(.*)"), "TY", "ER", " ")
"""For files of programs that put another number of blanks before the hyphen."""
_STRICT_START = re.compile(r"^[ \t]{0,3}TY  -", re.MULTILINE)
_HEADERS = re.compile(r"\d+\.|Record #?\d+ of \d+.*|Provider:.*|Content:.*|Database:.*|<?https?://\S+>?", re.IGNORECASE)
"""What programs print between the records."""
_ALONE = frozenset(("book", "proceedings", "thesis", "report"))
_WITH_EDITORS = frozenset(("book", "chapter", "conference", "proceedings"))
_PAGES = re.compile(r"\s*(\S+?)\s*[-–—]\s*(\S+)\s*")
_WORDS = re.compile(r"\([^)]*\)|\b(?:e-?|p-?)?IS[SB]N\b:?|[^\W\d_]{2,}", re.IGNORECASE)
_PMCID = re.compile(r"PMC\d+")


def read_ris(text: str, file: str) -> tuple[list[Record], list[Doubt]]:
    """One record for each TY, and what is wrong with the file."""
    found, stray = records(text, file, FORM if _STRICT_START.search(text) else _LOOSE)
    doubts = [
        Doubt(one.place, f"{quoted(str(one.value), 80)} is outside the records") for one in stray if not _is_header(one)
    ]
    made = []
    for lines in found:
        if not lines.closed:
            doubts.append(Doubt(lines.place, "the record has no end (a line 'ER  - '); it is read up to the next one"))
        record = _record(lines)
        if len(record.work.items) > 1 or record.extras.items:
            made.append(record)
        else:
            doubts.append(Doubt(lines.place, "the record has no fields"))
    return made, sorted(doubts, key=lambda doubt: doubt.place.line or 0)


def _is_header(text: Text) -> bool:
    return (
        _HEADERS.fullmatch(str(text.value)) is not None
        or "Link to the" in text.value
        or text.value.startswith("NL  - ")
    )


def _record(lines: Lines) -> Record:
    given = next(of(lines, "TY"), None)
    name = str(given.value.value) if given else ""
    kind = pairs("ris_types").get(name.upper()) or ("journal" if "journal" in name.lower() else "other")
    record = Record(lines.place, name.upper())
    record.set("type", Text(kind, given.value.place if given else lines.place))
    key = next((one.value for one in of(lines, "ID", "LB") if str(one.value.value).strip()), None)
    record.key = key
    _put_titles(record, kind, lines)
    _put_people(record, kind, lines)
    _put_numbers(record, kind, lines)
    for one in sorted(lines.tags, key=lambda one: one.tag == "DA"):  # it may be the day of a year in another tag
        if one.tag not in _DONE and str(one.value.value).strip():
            _field(record, one)
    _tidy_pages(record)
    return record


_TITLES = ("TI", "T1", "CT", "BT", "T2", "T3", "JF", "JO", "JA", "J1", "J2")
_PEOPLE = ("A2", "A3", "A4", "ED")
_NUMBERED = frozenset(("report", "patent", "standard", "legal-doc"))
_BY_KIND = ("AN", "IS", "C1", "C2", "C3", "C4", "C5", "C6", "C8", "M3")
_DONE = frozenset(("TY", *_TITLES, *_PEOPLE, *_BY_KIND))
"""Tags whose meaning depends on the type of the record, or on other tags."""


def _field(record: Record, one: Tagged) -> None:
    field, reader = routes("ris").get(one.tag, ("", "text"))
    _READERS[reader](record, one.tag, field, one.value)


def _put_titles(record: Record, kind: str, lines: Lines) -> None:
    """The title, what it is in, and the series, in the tags that the dialects use for them."""
    titles = [*of(lines, "TI"), *of(lines, "T1"), *of(lines, "CT")]
    books = list(of(lines, "BT"))
    for one in titles:
        record.put(one.tag, "source" if kind in _ALONE else "title", one.value)
    for one in books:
        record.put(one.tag, "source" if kind in ("chapter", "conference") or not titles else "series", one.value)
    whole = [*of(lines, "JF"), *of(lines, "T2"), *of(lines, "JO"), *of(lines, "JA", "J1", "J2")]
    for one in whole:
        if one.tag == "T2" and kind in _ALONE:
            record.put("T2", "series", one.value)
        elif one.tag in ("JA", "J1", "J2") and record.get("source") is not None:
            record.put(one.tag, "+abbreviation", one.value)
        elif one.tag == "JO" and record.get("source") is not None:
            record.put("JO", "+abbreviation", one.value)
        elif str(one.value.value).strip():
            _put_source(record, one)
    for one in of(lines, "T3"):
        record.put("T3", "series", one.value)


def _put_source(record: Record, one: Tagged) -> None:
    present = record.get("source")
    if isinstance(present, Text) and str(present.value).casefold() != str(one.value.value).casefold():
        record.put(one.tag, "+source", one.value)
    else:
        record.put(one.tag, "source", one.value)


def _put_people(record: Record, kind: str, lines: Lines) -> None:
    """A2 to A4 are editors, translators or others, by the type of the record."""
    for one in of(lines, *_PEOPLE):
        if one.tag == "ED" or (one.tag == "A2" and kind in _WITH_EDITORS):
            field = "editors"
        elif one.tag == "A3":
            field = "people.series-editor" if kind in _WITH_EDITORS else "people.advisor"
        elif one.tag == "A4":
            field = "translators"
        else:
            field = ""
        if field and str(one.value.value).strip():
            _people(record, one.tag, field, one.value)
        else:
            record.put(one.tag, "", one.value)


def _put_numbers(record: Record, kind: str, lines: Lines) -> None:
    """C1, C3, C5 and M3 mean another thing in each type, and in Web of Science."""
    for one in of(lines, *_BY_KIND):
        value = one.value
        if one.tag == "C1" and kind == "conference":
            record.put("C1", "conference.place", value)
        elif one.tag == "C3" and kind in ("conference", "proceedings"):
            record.put("C3", "conference.name", value)
        elif one.tag == "M3" and kind == "thesis":
            record.put("M3", "degree", value)
        elif one.tag == "M3" and str(value.value).startswith("10."):
            record.put("M3", "doi", value)
        elif one.tag == "M3":
            record.put("M3", "+type", value)
        elif one.tag == "IS":
            record.put("IS", "number" if kind in _NUMBERED else "issue", value)
        elif one.tag == "C2" and _PMCID.fullmatch(str(value.value)):
            record.put("C2", "pmcid", value)
        elif one.tag == "C2" and str(value.value).isdecimal():  # Scopus
            record.put("C2", "pmid", value)
        elif one.tag == "AN" and str(value.value).isdecimal() and _is_of_pubmed(lines):
            record.put("AN", "pmid", value)
        elif one.tag == "AN":
            record.put("AN", "-", value)
        else:
            record.put(one.tag, "-" if one.tag in ("C3", "C1", "C5") else "", value)


def _is_of_pubmed(lines: Lines) -> bool:
    return any(re.search("pubmed|medline|NLM", str(one.value.value), re.IGNORECASE) for one in of(lines, "DB", "DP"))


def _people(record: Record, tag: str, field: str, value: Text) -> None:
    """`Surname, Given, Suffix` by the specification; several in one line where a program joins them by semicolons."""
    for name in str(value.value).split(";"):
        if name.strip().rstrip(".,").lower() in ("et al", "others"):
            record.set("etal", Text("yes", value.place))
        elif name.strip():
            record.add(field, _person(name, value.place))


def _person(name: str, place: Place) -> Map | Text:
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 2 and not parts[1]:  # as EndNote marks an organisation
        return group(place, parts[0])
    if len(parts) == 1:
        body = read_group(parts[0])
        return group(place, parts[0]) if body is not None else Text(parts[0], place)
    if len(parts) > 3 or (len(parts) == 2 and read_group(name.strip()) is not None):
        return group(place, name)
    return person(place, *parts)


def _serial(record: Record, tag: str, field: str, value: Text) -> None:
    """ISSNs and ISBNs are in one tag, several in a line, with words beside them."""
    found = _serials(_WORDS.sub(" ", str(value.value)))
    for name, number in found:
        present = record.get(name)
        if present is None:
            record.set(name, Text(number, value.place))
        elif folded(present.value if isinstance(present, Text) else "") != folded(number):
            record.put(tag, f"+{name}", Text(number, value.place))
    if not found:
        record.put(tag, "", value)


def _serials(numbers: str) -> list[tuple[str, str]]:
    """Each number with the field that it belongs to; an ISBN may have blanks inside."""
    if isbn_fault(tidy_isbn(numbers.strip())) is None:
        return [("isbn", numbers.strip())]
    parts = [part for part in re.split(r"[\s,;]+", numbers) if re.search(r"\d", part)]
    return [("isbn" if len(re.sub("[^0-9Xx]", "", part)) > 8 else "issn", part) for part in parts]


def _date(record: Record, tag: str, field: str, value: Text) -> None:
    date = _iso(str(value.value))
    present = record.get(field)
    if present is None:
        record.set(field, Text(date, value.place))
    else:
        _more_exact(record, tag, field, Text(date, value.place))


def _more_exact(record: Record, tag: str, field: str, value: Text) -> None:
    """Of two dates of one year the one that says more."""
    present = record.get(field)
    if not isinstance(present, Text):
        return
    old, new = str(present.value), str(value.value)
    if new.startswith(old):
        present.value, present.place = new, value.place
    elif not old.startswith(new):
        record.unplaced.append(Unplaced(tag, value))


def _iso(text: str) -> str:
    """`2006/05/17/`, `2014//`, `2019/May/03`, `2020///Spring` → as much of a date as there is."""
    year, _, rest = text.strip().partition("/")
    if not rest.strip("/ "):
        return year.strip()
    parts = [part.strip() for part in rest.split("/")]
    if any(part.isdecimal() and len(part) > 2 for part in parts):
        return text.strip()
    month = parts[0] if parts[0].isdecimal() else str(month_number(parts[0]) or "") if parts[0] else ""
    day = parts[1] if len(parts) > 1 and parts[1].isdecimal() else ""
    words = " ".join(part for part in parts if part and not part.isdecimal() and part != parts[0] * bool(month))
    if month:
        return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return f"{words} {year}" if words else year


def _day(record: Record, tag: str, field: str, value: Text) -> None:
    """DA is a whole date, or the month and day of Web of Science."""
    text = str(value.value)
    present = record.get("date")
    if re.match(r"\d{4}\b", text):
        _date(record, tag, "date", value)
    elif isinstance(present, Text) and re.fullmatch(r"\d{4}", str(present.value)):
        words = text.split()
        number = month_number(words[0].title()) if words else None
        if number and len(words) < 3 and all(word.isdecimal() for word in words[1:]):
            present.value += f"-{number:02}" + (f"-{int(words[1]):02}" if len(words) == 2 else "")
        elif words:
            present.value = f"{text} {present.value}"
    else:
        record.put(tag, "" if re.search(r"\d", text) else "-", value)


def _accessed(record: Record, tag: str, field: str, value: Text) -> None:
    record.put(tag, field, Text(_iso(str(value.value)), value.place))


def _address(record: Record, tag: str, field: str, value: Text) -> None:
    """The first address is that of the work; those of databases and libraries are left to be reported."""
    for address in re.split(r";\s*(?=https?://)", str(value.value)):
        record.put(tag, field, Text(address.strip(), value.place))


def _language(record: Record, tag: str, field: str, value: Text) -> None:
    tag_of = language_tag(str(value.value))
    record.put(tag, field if tag_of else "", Text(tag_of or value.value, value.place))


def _keywords(record: Record, tag: str, field: str, value: Text) -> None:
    for word in re.split(r"(?<!\s)\s*;\s*", str(value.value)):
        if word:
            record.add(field, Text(word, value.place))


def _several(record: Record, tag: str, field: str, value: Text) -> None:
    record.add(field, value)


_READERS: dict[str, Callable[[Record, str, str, Text], None]] = {
    "text": Record.put, "people": _people, "serial": _serial, "date": _date, "day": _day, "accessed": _accessed,
    "address": _address, "language": _language, "keywords": _keywords, "several": _several,
}  # fmt: skip


def _tidy_pages(record: Record) -> None:
    """`SP  - 8-14` is a range; a page such as `e0815` alone is an article's number."""
    pages = record.work.items.get("pages")
    if not isinstance(pages, Map):
        return
    first, last = pages.items.get("first"), pages.items.get("last")
    if not isinstance(first, Text):
        if isinstance(last, Text):
            record.unplaced.append(Unplaced("EP", last))
        del record.work.items["pages"], record.work.keys["pages"]
        return
    text = str(first.value)
    if text == "No" and isinstance(last, Text) and last.value == "Specified":  # Ovid's "No Pagination Specified"
        del record.work.items["pages"], record.work.keys["pages"]
    elif last is None and re.fullmatch(r"[eE]\d{2,}|\d{6,}", text):
        record.put("SP", "elocation_id", first)
        del record.work.items["pages"], record.work.keys["pages"]
    elif last is None:
        record.work.items["pages"] = first
