"""The dates of a cited work: of publication, of a conference, of access, and others."""

from __future__ import annotations

from collections.abc import Iterator

from jats.draft import Path
from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.custom import date_in_words
from jats.elements.references.parts import CITATION, CitationPart, Field, Whole
from jats.model.dates import Date
from jats.model.references import Work

_IN_CITATION = "date-in-citation"


def work_date(work: Work, at: Cursor) -> Iterator[Field]:
    """The date of publication, each part in its own element."""
    date = work.date
    if date is not None and date.year:
        suffix = work.year_suffix
        plain = not (suffix or date.until or date.calendar or date.gregorian)
        yield Field(("date", "year"), "year", date.year + (suffix or ""), None if plain else _year_attributes(date, at))
    elif work.year_suffix:
        yield Field(("year_suffix",), "year", work.year_suffix)
    if date is None:
        return
    for step in ("month", "day", "season"):
        if value := getattr(date, step):
            yield Field(("date", step), step, value)
    if date.era:
        yield _printed_date("era", date.era, at)
    if date.text:
        yield _printed_date("text", date.text, at, _machine_readable(date, at / "date"))


def _year_attributes(date: Date, at: Cursor) -> Attributes | None:
    """What a machine reads: a year with its letter is not a year to it, and JATS4R (citations) wants the plain one beside it."""
    iso = date.span if date.until or date.gregorian else None if date.calendar or date.fault else date.year
    if date.until and not date.iso:
        (at / "date" / "until").to_custom_meta(date.until, "end of a range", "year")
    here = at / "date"
    return {"iso-8601-date": (iso, here), "calendar": (date.calendar, here / "calendar")}


def _printed_date(step: str, text: str, at: Cursor, attributes: Attributes | None = None) -> Field:
    """A part of a date that has no element of its own, or not in every version."""
    tag = "string-date" if step == "text" else step
    if at.can(CITATION, tag):
        return Field(("date", step), tag, text, attributes)
    (at / "date" / step).lose(tag, CITATION, "as comment")
    return Field(("date", step), "comment", text, {"content-type": "date" if step == "text" else step})


def other_dates(work: Work, at: Cursor) -> Iterator[CitationPart]:
    """Dates by what they are of: `<date>` if year, month and day are known, otherwise in words."""
    for kind, date in (work.dates or {}).items():
        path: Path = ("dates", kind)
        here = Cursor(at.context, at.path + path)
        words = in_citation(path, date, kind, here)
        if date.iso and date.is_plain:
            yield Whole(path, "date", _Maker(date, kind, here), (words,))
        else:
            yield words


class _Maker:
    """Makes `<date>` when it is asked to."""

    def __init__(self, date: Date, kind: str, at: Cursor) -> None:
        self.date, self.kind, self.at = date, kind, at

    def __call__(self) -> Element | None:
        parts = [element(step, self.at / step, None, getattr(self.date, step)) for step in ("day", "month", "year")]
        return element("date", self.at, {"date-type": self.kind, "iso-8601-date": self.date.iso}, parts)


def in_citation(path: Path, date: Date, kind: str, at: Cursor) -> Field:
    """A date in one element: in ISO 8601 if it is a date of that form, else as it is known; `at` is the date's field."""
    return Field(path, _IN_CITATION, _in_print(date), {"content-type": kind, **_machine_readable(date, at)})


def _in_print(date: Date) -> str:
    printed = date.text if date.iso and date.text and not (date.until or date.calendar or date.era) else None
    return printed or date_in_words(date)


def _machine_readable(date: Date, at: Cursor) -> Attributes:
    return {"iso-8601-date": (date.span, at), "calendar": (date.calendar, at / "calendar")}


def meeting_date(date: str | Date, at: Cursor) -> Field:
    """The dates of a conference, with those that programs read if they are given; `at` is their field."""
    path: Path = ("conference", "date")
    if isinstance(date, str):
        return Field(path, "conf-date", date)
    return Field(path, "conf-date", _in_print(date), _machine_readable(date, at))
