"""MEDLINE, the format of PubMed's .nbib files → records."""

from __future__ import annotations

import re
from collections.abc import Callable

from jats.citations.formats.records import Doubt, Record, group, language_tag, person
from jats.citations.formats.tables import routes
from jats.citations.formats.tagged_lines import Form, Lines, Tagged, of, records
from jats.draft import List, Map, Text
from jats.findings import Place
from jats.messages.words import quoted
from jats.parsers.groups import read_group
from jats.vocab.dates import month_number

FORM = Form(re.compile(r"([A-Z]{2,4}) *- ?(.*)"), "PMID", None, " ")
_SHORT_NAME = re.compile(r"(.+?) ([^\W\da-z_]{1,4})(?: (Jr|Sr|[IV]{2,4}|\d\w\w))?")
_IN_BRACKETS = re.compile(r"(\S+) \[(\w+)\]")
_DATE = re.compile(r"(\d{4})(?: ([A-Za-z]{3,9}))?(?: (\d{1,2}))?")
_SERIAL = re.compile(r"([\dXx-]+)(?: \((Print|Electronic|Linking)\))?", re.IGNORECASE)
_ABOUT_AUTHORS = ("FAU", "AU", "AD", "AUID", "CN")
_KINDS = {"Book": "book", "Book Chapter": "chapter", "Preprint": "preprint", "Technical Report": "report"}


def read_nbib(text: str, file: str) -> tuple[list[Record], list[Doubt]]:
    """One record for each PMID, and what is wrong with the file."""
    found, stray = records(text, file, FORM)
    doubts = [Doubt(one.place, f"{quoted(str(one.value), 80)} is outside the records") for one in stray]
    return [_record(lines) for lines in found], doubts


def _record(lines: Lines) -> Record:
    record = Record(lines.place, "PMID")
    types = [str(one.value.value) for one in of(lines, "PT")]
    record.set("type", Text(next((_KINDS[name] for name in types if name in _KINDS), "journal"), lines.place))
    _put_authors(record, lines)
    for one in lines.tags:
        if one.tag not in _ABOUT_AUTHORS and str(one.value.value).strip():
            field, reader = routes("nbib").get(one.tag, ("", "text"))
            _READERS[reader](record, one.tag, field, one.value)
    return record


def _put_authors(record: Record, lines: Lines) -> None:
    """Full names where there are any; an affiliation or an ORCID iD belongs to the author before it."""
    full = any(one.tag == "FAU" for one in lines.tags)
    last: Map | None = None
    for one in lines.tags:
        if one.tag == ("FAU" if full else "AU"):
            last = _name(str(one.value.value), one.value.place)
            record.add("authors", last)
        elif one.tag == "CN":
            last = group(one.value.place, str(one.value.value))
            record.add("authors", last)
        elif one.tag == "AD":
            _affiliation(record, last, one)
        elif one.tag == "AUID":
            _identifier(record, last, one)


def _name(text: str, place: Place) -> Map:
    surname, comma, given = text.partition(", ")
    if comma:
        given, _, suffix = given.partition(", ")
        words = given.split()
        if not suffix and len(words) > 1 and re.fullmatch(r"Jr\.?|Sr\.?|[IV]{2,4}|\d(?:nd|rd|th)", words[-1]):
            given, suffix = " ".join(words[:-1]), words[-1]
        return person(place, surname, given, suffix)
    short = _SHORT_NAME.fullmatch(text)
    if short:
        return person(place, short[1], short[2], short[3] or "")
    return person(place, text) if read_group(text) is None and " " not in text else group(place, text)


def _affiliation(record: Record, last: Map | None, one: Tagged) -> None:
    if last is None:
        record.add("+affiliations", one.value)
        return
    present = last.items.get("affiliations")
    if isinstance(present, List):
        present.items.append(one.value)
    else:
        last.put("affiliations", List([one.value], one.value.place))


def _identifier(record: Record, last: Map | None, one: Tagged) -> None:
    text = str(one.value.value)
    if last is not None and text.upper().startswith("ORCID") and "orcid" not in last.items:
        last.put("orcid", Text(text.partition(":")[2].strip(), one.value.place))
    else:
        record.put(one.tag, "", one.value)


def _title(record: Record, tag: str, field: str, value: Text) -> None:
    """A title in brackets is a translation into English."""
    text = str(value.value)
    if tag == "TI" and text.startswith("[") and text.rstrip(".").endswith("]"):
        value = Text(text.rstrip(".")[1:-1].rstrip("."), value.place)
        original = record.get("trans_title")
        if original is None:
            record.set("trans_title", value)
            return
    if tag == "TT" and isinstance(record.get("trans_title"), Text):
        record.set("title", value)
        return
    record.put(tag, "title" if tag == "TT" else field, value)


def _pages(record: Record, tag: str, field: str, value: Text) -> None:
    text = str(value.value)
    is_number = re.fullmatch(r"[eE]\d{2,}|\d{6,}", text) is not None
    record.put(tag, "elocation_id" if is_number else field, value)


def _date(record: Record, tag: str, field: str, value: Text) -> None:
    text = str(value.value)
    found = _DATE.fullmatch(text)
    month = month_number(found[2]) if found and found[2] else None
    if found and (month or not found[2]):
        text = found[1] + (f"-{month:02}" if month else "") + (f"-{int(found[3]):02}" if month and found[3] else "")
    elif re.fullmatch(r"\d{4} .+", text):
        text = f"{text[5:]} {text[:4]}"
    record.put(tag, field, Text(text, value.place))


def _language(record: Record, tag: str, field: str, value: Text) -> None:
    known = language_tag(str(value.value))
    record.put(tag, field if known else "", Text(known or value.value, value.place))


def _issn(record: Record, tag: str, field: str, value: Text) -> None:
    found = _SERIAL.fullmatch(str(value.value))
    if found is None:
        record.put(tag, "", value)
        return
    number = Text(found[1], value.place)
    kind = (found[2] or "").lower()
    record.put(tag, f"issn.{kind}" if kind else "issn.print", number)


def _isbn(record: Record, tag: str, field: str, value: Text) -> None:
    number = re.search(r"[\dXx][\dXx -]{8,}[\dXx]", str(value.value))
    record.put(tag, field if number else "", Text(number.group() if number else value.value, value.place))


def _article_id(record: Record, tag: str, field: str, value: Text) -> None:
    found = _IN_BRACKETS.fullmatch(str(value.value))
    kinds = {"doi": "doi", "pii": "+pii", "bookaccession": "ids.bookaccession"}
    target = kinds.get(found[2], "") if found else ""
    record.put(tag, target, Text(found[1], value.place) if found and target else value)


def _list(record: Record, tag: str, field: str, value: Text) -> None:
    record.add(field, value)


def _editor(record: Record, tag: str, field: str, value: Text) -> None:
    record.add(field, _name(str(value.value), value.place))


def _editor_short(record: Record, tag: str, field: str, value: Text) -> None:
    """The short form of the name on the line before."""
    if record.get("editors") is None:
        record.add("editors", _name(str(value.value), value.place))


def _type(record: Record, tag: str, field: str, value: Text) -> None:
    record.add("+types", value)


_READERS: dict[str, Callable[[Record, str, str, Text], None]] = {
    "text": Record.put, "title": _title, "pages": _pages, "date": _date, "language": _language, "issn": _issn, "isbn": _isbn,
    "article_id": _article_id, "list": _list, "editor": _editor, "editor_short": _editor_short, "type": _type,
}  # fmt: skip
