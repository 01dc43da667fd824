"""Conferences at which an article was given."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, model_validator

from jats.model.base import AlsoAs, Data, Localized, LocalizedNames, String, item_or_list, listed, refuse
from jats.model.running_text import InlineText
from jats.vocab.dates import date_fault, iso, parse_date, parse_span


class Meeting(Data):
    """A conference with what is known of it."""

    name: Localized | None = None
    """The name; in other languages by tag."""
    acronym: Localized | None = None
    """The short name: TIDES 2023."""
    date: String
    """When it was held, as printed: 12-14 October 2023, or 2023-10-12/2023-10-14."""
    iso_date: String | None = None
    """The same as a machine reads it, if that isn't clear from the printed date: 2023-10-12/2023-10-14."""
    calendar: String | None = None
    """The calendar of the printed date, if it is not the Gregorian one."""
    number: String | None = None
    """Which of the series it was: 12, Twelfth."""
    place: String | None = None
    """Where it was held: Odesa, Ukraine."""
    sponsors: LocalizedNames = ()
    """Who paid for it; each in one language, or by language tag."""
    theme: InlineText | None = None
    """What it was about."""
    url: String | None = None
    """Its address on the web."""

    @property
    def iso(self) -> str | None:
        """ISO 8601, of a range both ends, if it is given or the printed date says it."""
        if self.iso_date or self.calendar:
            return self.iso_date
        if found := parse_date(self.date):
            return None if found.season else iso(found)
        span = parse_span(self.date)
        return "/".join(map(iso, span)) if span else None

    @model_validator(mode="after")
    def _named(self) -> Meeting:
        if not (self.name or self.acronym):
            raise refuse("at_field", "has no name: give one, or an acronym", field="name")
        return self

    @model_validator(mode="after")
    def _readable(self) -> Meeting:
        for day in (self.iso_date or "").split("/") if self.iso_date else ():
            if fault := date_fault(day):
                raise refuse("at_field", fault, field="iso_date")
        return self


Meetings = Annotated[tuple[Meeting, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""One conference or several."""
