"""Dates as they are written, as fields."""

from __future__ import annotations

import re

from jats.draft import List, Map, Node, Path, Text
from jats.input_codes import readings
from jats.parsers.dates import CLEAN, HOW, WrittenDate, read_date
from jats.parsers.outcome import Outcome
from jats.tidy.context import Context, Words, fields_at, report
from jats.vocab.dates import date_fault

_YEAR = re.compile(r"\d{4}", re.ASCII)
_WORDS = Words(readings.date_read, readings.date_guessed, readings.date_unreadable)
_PARTS = frozenset(("year", "month", "day", "season", "text", "until", "era", "calendar", "gregorian"))
_ABOUT = frozenset(("date", "type", "format", "authority"))


def read_date_field(around: Map, key: str, path: Path, context: Context) -> None:
    """A field that holds one date."""
    text = around.items[key]
    if isinstance(text, Map) and not context.in_work:
        _say_both_years(text)
    elif isinstance(text, Text) and isinstance(text.value, str) and not CLEAN.fullmatch(text.value):
        around.items[key] = _date(text, (*path, key), context, around)


def read_dates(around: Map, key: str, path: Path, context: Context) -> None:
    """`published`, `history` or `dates`: a date, dates by what they are of, or a list of fields."""
    node = around.items[key]
    if isinstance(node, Text):
        read_date_field(around, key, path, context)
    elif isinstance(node, Map) and not node.items.keys() & (_PARTS | _ABOUT):
        for kind, value in list(node.items.items()):
            if isinstance(value, List):
                value.items[:] = [_item(one, (*path, key, kind, at), context) for at, one in enumerate(value.items)]
            else:
                read_date_field(node, kind, (*path, key), context)


def _say_both_years(date: Map) -> None:
    """Give `{year: 2024, until: 2025}`, with a season or without, the words that its short form has."""
    year, until, season = (_value(date, key) for key in ("year", "until", "season"))
    if not (_YEAR.fullmatch(year) and _YEAR.fullmatch(until)) or date.items.keys() - {"year", "until", "season"}:
        return
    place = date.items["until"].place
    date.put("text", Text(f"{season} {year}/{until}".strip(), place), place)
    if season and year < until:
        del date.items["until"], date.keys["until"]


def _value(date: Map, key: str) -> str:
    node = date.items.get(key)
    return str(node.value).strip() if isinstance(node, Text) else ""


def _item(node: Node, path: Path, context: Context) -> Node:
    if isinstance(node, Text) and isinstance(node.value, str) and not CLEAN.fullmatch(node.value):
        return _date(node, path, context, None)
    return node


def _date(text: Text, path: Path, context: Context, around: Map | None) -> Node:
    read = read_date(text.value, context.language)
    wordy = read.value is not None and not read.value.year and not context.in_work
    if wordy or (read.value is None and read.write == HOW and date_fault(text.value) is not None):
        return text  # the gate says what is wrong with it
    report(_shown(read), text, path, _WORDS, context)
    if read.value is None:
        return fields_at(text.place, text=text.value)
    if around is not None and context.in_work and path[-1] == "date":
        _put_beside(around, read.value, text)
    return _fields(read.value, text, context)


def _shown(read: Outcome[WrittenDate]) -> Outcome[str]:
    return Outcome(str(read.value) if read.value else None, read.certainty, read.notes, read.write)


def _put_beside(around: Map, date: WrittenDate, text: Text) -> None:
    """The letter of 2007a and the year of the first printing have fields of their own in a cited work."""
    if date.suffix and "year_suffix" not in around.items:
        around.put("year_suffix", Text(date.suffix, text.place), text.place)
    if date.original and "dates" not in around.items:
        around.put("dates", fields_at(text.place, original=date.original), text.place)


def _fields(date: WrittenDate, text: Text, context: Context) -> Node:
    until = date.until if date.until and not (date.season and len(date.until) == 4) else None
    printed = date.text
    if date.original and not context.in_work:
        printed = text.value
    return fields_at(
        text.place, year=date.year, month=date.month, day=date.day, season=date.season, text=printed, until=until
    )
