"""Dates as far as they are known: a year, a month, a day, a season; what can't be read stays as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import MODEL, AlsoAs, Data, String, map_schema
from jats.parsers.dates import read_date
from jats.vocab.dates import date_fault, is_after, iso, parse_date

RANGE = re.compile(r"(\d{4}-\d\d(?:-\d\d)?) ?/ ?(\d{4}-\d\d(?:-\d\d)?)", re.ASCII)
"""A range of days or months in ISO 8601."""


class Date(Data):
    """A date, whole or partial. A wrong part (`month: January`) stays as given, with its fault."""

    short_form = "2023, 2023-03, 2023-03-30, Spring 2023, 2023-03-12/2023-03-14, 12-14 March 2023"

    year: String | None = None
    """Four digits."""
    month: String | None = None
    """1 to 12."""
    day: String | None = None
    """1 to 31."""
    season: String | None = None
    """Such as Spring, or a range of months, if there is no month."""
    text: String | None = None
    """The date as printed, if its parts are not known."""
    until: String | None = None
    """The last day or month of a range, in ISO 8601: 2023-03-14."""
    era: String | None = None
    """The era of the year: BCE, 令和."""
    calendar: String | None = None
    """The calendar that the parts are of, if it is not the Gregorian one: Buddhist, Islamic …"""
    gregorian: String | None = None
    """The same date in the Gregorian calendar, in ISO 8601: 2023-03-30."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The parts of a written date, of its first day if it is a range; what is not a date is kept as a faulty year."""
        if match := RANGE.fullmatch(text):
            return {**cls.from_short(match[1]), "until": match[2]}
        read = read_date(text)
        if read.value is None:
            return {"year": text}
        named = {name: getattr(read.value, name) for name in cls.model_fields if hasattr(read.value, name)}
        return {name: part for name, part in named.items() if part}

    @property
    def fault(self) -> str | None:
        """What is wrong with the date, in an editor's words; `None` when nothing is."""
        if self.calendar or self.era:
            return date_fault(self.gregorian) if self.gregorian else None
        return self._fault() or self._fault_of_until()

    def _fault(self) -> str | None:
        if self.year is None:
            return "has no year" if self.text is None else None
        if self.month is None and self.day is None and self.year.isdecimal() and "1000" <= self.year < "3000":
            return None if len(self.year) == 4 else date_fault(self.year)
        return date_fault("-".join([self.year, *self._after_year()]))

    def _fault_of_until(self) -> str | None:
        if self.until is None:
            return None
        first, last = parse_date(self.until), parse_date("-".join([self.year or "", *self._after_year()]))
        if first is None:
            return f"ends with {self.until}: {date_fault(self.until) or 'not a date'}"
        return f"ends on {self.until}, before it starts" if last and is_after(last, first) else None

    def _after_year(self) -> list[str]:
        if self.month is None:
            return [] if self.day is None else ["00", self.day]
        return [part.zfill(2) for part in (self.month, self.day) if part is not None]

    @property
    def iso(self) -> str | None:
        """ISO 8601 (`2023-03`), of a range its start; `None` if there is a fault or a season."""
        if self.calendar or self.era:
            return self.gregorian
        if self.fault is not None or self.year is None or self.season is not None:
            return None
        found = parse_date("-".join([self.year, *self._after_year()]))
        return iso(found) if found else None

    @property
    def span(self) -> str | None:
        """ISO 8601, of a range both ends: `2023-03-12/2023-03-14`."""
        return f"{self.iso}/{self.until}" if self.until and self.iso else self.iso

    @property
    def is_plain(self) -> bool:
        """Whether it is only the year, month and day of one date."""
        return not (self.text or self.season or self.until or self.era or self.calendar or self.gregorian)

    @model_validator(mode="after")
    def _of_some_year(self) -> Date:
        if self.year is None and (self.until or self.era or self.calendar or self.gregorian):
            raise ValueError("says until, era, calendar or gregorian, but gives no year")
        if self.gregorian and not (self.calendar or self.era):
            raise ValueError("says gregorian, but no calendar that it would be another date in")
        if self.until and ((self.season and not self.text) or ((self.calendar or self.era) and not self.gregorian)):
            raise ValueError("says until, but not in days or months of the Gregorian calendar when it starts")
        return self


def _event_list(value: Any) -> Any:
    """`{received: 2022-01-01, revised: [2022-02-01, 2022-03-01]}` as a list of events."""
    if not isinstance(value, Mapping):
        return value
    events: list[dict[str, Any]] = []
    for kind, dates in value.items():
        events += [{"type": kind, "date": date} for date in (dates if isinstance(dates, (list, tuple)) else [dates])]
    return events


class Event(Data):
    """One dated event in the life of the article."""

    type: String
    """What happened: received, accepted, rev-recd, rev-request, preprint, corrected, retracted …"""
    format: String | None = None
    """`electronic` or `print`, if it is the date of one form of the article."""
    date: Date
    """When."""


class Publication(Data):
    """One date of publication."""

    type: String = "pub"
    """`pub`, or `collection` for the date of the issue; also preprint, corrected, retracted …"""
    format: String | None = None
    """`electronic` or `print`, if it is known."""
    date: Date
    """When."""
    authority: String | None = None
    """Who gave the date."""


PUBLICATION_FORMATS = ("electronic", "print", "electronic-print")


def _publication_list(value: Any) -> Any:
    """A date alone, or `{electronic: …, print: …, collection: …}`, as a list of dates of publication."""
    if isinstance(value, Mapping):
        if value and not set(value) & {*Date.model_fields, *Publication.model_fields}:
            return [_publication(kind, date) for kind, date in value.items()]
        return [value if "date" in value else {"date": value}]
    if isinstance(value, (list, tuple)):
        return value
    return value if value is None else [{"date": value}]


def _publication(kind: str, date: Any) -> dict[str, Any]:
    return {"format": kind, "date": date} if kind in PUBLICATION_FORMATS else {"type": kind, "date": date}


_DATE_SCHEMA: JsonSchemaValue = {MODEL: "Date"}


def _event_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [map_schema({"anyOf": [_DATE_SCHEMA, {"type": "array", "items": _DATE_SCHEMA}]})]


def _publication_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [_DATE_SCHEMA, made["items"], map_schema(_DATE_SCHEMA)]


History = Annotated[tuple[Event, ...], BeforeValidator(_event_list), AlsoAs(_event_forms)]
"""Events: `{received: 2022-01-01, revised: [2022-02-01, 2022-03-01], accepted: 2022-04-01}`, or a list."""

Published = Annotated[tuple[Publication, ...], BeforeValidator(_publication_list), AlsoAs(_publication_forms)]
"""Dates of publication: a date, `{electronic: 2023-03-30, print: 2023-04, collection: 2023}`, or a list."""
