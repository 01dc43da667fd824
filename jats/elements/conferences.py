"""Conferences at which the article was given: `<conference>`."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.inline import write_text
from jats.elements.languages import versions
from jats.model.base import Localized
from jats.model.conferences import Meeting


def write_conferences(given: Sequence[Meeting], at: Cursor) -> list[Element | None]:
    """One `<conference>` each."""
    return [_write(one, at / index) for index, one in enumerate(given)]


def _write(given: Meeting, at: Cursor) -> Element | None:
    date: Attributes = {
        "iso-8601-date": (given.iso, at / ("iso_date" if given.iso_date else "date")),
        "calendar": (given.calendar, at / "calendar"),
    }
    return element(
        "conference",
        at,
        {"xlink:href": (given.url, at / "url")},
        element("conf-date", at / "date", date, given.date),
        _write_names("conf-name", given.name, at / "name"),
        _write_names("conf-acronym", given.acronym, at / "acronym"),
        element("conf-num", at / "number", None, given.number),
        element("conf-loc", at / "place", None, given.place),
        [
            made
            for index, one in enumerate(given.sponsors)
            for made in _write_names("conf-sponsor", one, at / "sponsors" / index)
        ],
        write_text("conf-theme", given.theme, at / "theme"),
    )


def _write_names(tag: str, names: Localized | None, at: Cursor) -> list[Element | None]:
    return [element(tag, here, {"xml:lang": language}, name) for language, name, here in versions(names, at)]
