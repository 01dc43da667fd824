"""The fields of a cited work as elements, in the order that a reader expects: what both forms of citation are made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from jats.draft import Path
from jats.elements.build import At, Attributes
from jats.elements.custom import said
from jats.elements.ids import authority
from jats.model.dates import Date
from jats.model.inline import Inline
from jats.model.references import People, Reference
from jats.vocab.reference_types import find_type

CITATION = "element-citation"
"""Both forms of citation have the same children in every schema, so one is asked for both."""


class Field(NamedTuple):
    """One value and the element that it becomes."""

    path: Path
    tag: str
    content: str | Inline
    attributes: Attributes | None = None
    sure: dict[str, str] | None = None
    """Attributes that every variant has there, and that may have these values."""


class Group(NamedTuple):
    """People of one role; `etal` where the list is cut off."""

    path: Path
    role: str
    people: People
    etal: bool = False


def citation_attributes(reference: Reference) -> Attributes:
    """The kind of work, and its language."""
    return {"publication-type": find_type(reference.type).publication_type, "xml:lang": reference.language}


def fields(reference: Reference, at: At) -> Iterator[Field | Group]:
    """All fields that stand in a citation, as elements that the variant has; where it has a nearer one only, it's reported."""
    if reference.authors or reference.etal:
        yield Group(("authors",), "author", reference.authors, reference.etal)
    yield from _titles(reference, at)
    if reference.editors:
        yield Group(("editors",), "editor", reference.editors)
    if reference.translators:
        yield Group(("translators",), "translator", reference.translators)
    yield from _source(reference, at)
    yield from _imprint(reference)
    yield from _date(reference, at)
    yield from _place(reference)
    yield from _identifiers(reference, at)
    yield from _access(reference)


def _titles(reference: Reference, at: At) -> Iterator[Field]:
    tag = find_type(reference.type).title_element(has_source=reference.source is not None)
    if reference.title:
        if not at.can(CITATION, tag):
            (at / "title").lose(tag, CITATION, "as article-title")
            tag = "article-title"
        yield Field(("title",), tag, reference.title)
    yield from _translations("trans_title", "trans-source" if tag == "source" else "trans-title", reference, at)


def _translations(step: str, tag: str, reference: Reference, at: At) -> Iterator[Field]:
    """Those in the article's language, which needs no tag in the input, and in others.

    Where the cited work has the article's language, a translation without a tag is into one that nobody names.
    """
    own, cited = at.writing.language, reference.language
    same = own and cited and own.partition("-")[0].lower() == cited.partition("-")[0].lower()
    for language, value in (getattr(reference, step) or {}).items():
        yield Field((step, language), tag, value, {"xml:lang": language or (None if same else own)})


def _source(reference: Reference, at: At) -> Iterator[Field]:
    if reference.source:
        yield Field(("source",), "source", reference.source)
    yield from _translations("trans_source", "trans-source", reference, at)
    if reference.edition:
        yield Field(("edition",), "edition", reference.edition)
    if reference.version:
        yield _version(reference.version, at)
    if reference.series:
        yield Field(("series",), "series", reference.series)


def _version(version: str, at: At) -> Field:
    if at.can(CITATION, "version"):
        return Field(("version",), "version", version, {"designator": version})
    (at / "version").lose("version", CITATION, "as edition")
    return Field(("version",), "edition", version, {"content-type": "version"})


def _imprint(reference: Reference) -> Iterator[Field]:
    meeting = reference.conference
    for step in ("name", "date", "place") if meeting else ():
        if value := getattr(meeting, step):
            yield Field(("conference", step), "conf-loc" if step == "place" else f"conf-{step}", value)
    for index, (place, publisher) in enumerate(zip_longest(reference.place, reference.publisher)):
        if place:
            yield Field(("place", index), "publisher-loc", place)
        if publisher:
            yield Field(("publisher", index), "publisher-name", publisher)
    if reference.institution:
        yield Field(("institution",), "institution", reference.institution)
    if reference.degree:
        yield Field(("degree",), "comment", reference.degree, {"content-type": "degree"})


def _date(reference: Reference, at: At) -> Iterator[Field]:
    date = reference.date
    if date is not None and date.year:
        suffix = reference.year_suffix
        plain = not (suffix or date.until or date.calendar or date.gregorian)
        yield Field(("date", "year"), "year", date.year + (suffix or ""), None if plain else _year_attributes(date, at))
    elif reference.year_suffix:
        yield Field(("year_suffix",), "year", reference.year_suffix)
    if date is None:
        return
    for step in ("month", "day", "season"):
        if value := getattr(date, step):
            yield Field(("date", step), step, value)
    if date.era:
        yield _printed_date("era", date.era, at)
    if date.text:
        yield _printed_date("text", date.text, at)


def _year_attributes(date: Date, at: At) -> Attributes | None:
    """What a machine reads: a year with its letter is no year to it, and JATS4R (citations) wants the plain one beside it."""
    iso = date.span if date.until or date.gregorian else None if date.calendar or date.fault else date.year
    if date.until and not date.iso:
        (at / "date" / "until").set_aside(date.until, "end of a range", "year")
    return {"iso-8601-date": iso, "calendar": date.calendar} if iso or date.calendar else None


def _printed_date(step: str, text: str, at: At) -> Field:
    """A part of a date that has no element of its own, or not in every version."""
    tag = "string-date" if step == "text" else step
    if at.can(CITATION, tag):
        return Field(("date", step), tag, text)
    (at / "date" / step).lose(tag, CITATION, "as comment")
    return Field(("date", step), "comment", text, {"content-type": "date" if step == "text" else step})


def _place(reference: Reference) -> Iterator[Field]:
    """Where in the source the work stands."""
    for step in ("volume", "issue", "supplement"):
        if value := getattr(reference, step):
            yield Field((step,), step, value)
    pages = reference.pages
    for step, tag in (("first", "fpage"), ("last", "lpage"), ("range", "page-range")) if pages else ():
        if value := getattr(pages, step):
            yield Field(("pages", step), tag, value)
    if reference.elocation_id:
        yield Field(("elocation_id",), "elocation-id", reference.elocation_id)
    if reference.total_pages:
        yield Field(("total_pages",), "size", reference.total_pages, None, {"units": "pages"})


_NUMBERS = {"standard": "std", "patent": "patent"}
"""Kinds of work whose number has an element of its own."""


def _identifiers(reference: Reference, at: At) -> Iterator[Field]:
    if reference.number:
        own = _NUMBERS.get(find_type(reference.type).publication_type or "")
        sure = None if own else {"pub-id-type": "publisher-id"}
        yield Field(("number",), own or "pub-id", reference.number, None, sure)
    for step in ("doi", "pmid", "pmcid"):
        if value := getattr(reference, step):
            yield Field((step,), "pub-id", value, None, {"pub-id-type": step})
    for kind, value in reference.ids.items():
        yield Field(("ids", kind), "pub-id", value, _identifier_type(kind, value, at / "ids" / kind))
    if reference.isbn:
        yield Field(("isbn",), "isbn", reference.isbn)
    if reference.issn:
        yield Field(("issn",), "issn", reference.issn)


def _identifier_type(kind: str, value: str, at: At) -> Attributes:
    """The type itself where the variant has it, else as one of its own, else beside `other`; and who assigned it."""
    assigned = authority("pub-id", value, at)
    if at.takes("pub-id", "pub-id-type", kind):
        return {"pub-id-type": kind, **assigned}
    if at.takes("pub-id", "pub-id-type", "custom"):
        return {"pub-id-type": "custom", "custom-type": kind, **assigned}
    free = not assigned and at.has("pub-id", "assigning-authority")
    return {"pub-id-type": "other", "assigning-authority" if free else "specific-use": kind, **assigned}


def _access(reference: Reference) -> Iterator[Field]:
    if reference.url:
        yield Field(("url",), "ext-link", reference.url, {"ext-link-type": "uri", "xlink:href": reference.url})
    date = reference.accessed
    if date is not None:
        printed = date.text if date.iso and date.text and not (date.until or date.calendar or date.era) else None
        attributes = {"content-type": "access-date", "iso-8601-date": date.span}
        if date.calendar:
            attributes["calendar"] = date.calendar
        yield Field(("accessed",), "date-in-citation", printed or said(date), attributes)
    if reference.note:
        yield Field(("note",), "comment", reference.note)
