"""The rows of a spreadsheet as texts with their places."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO

from jats.findings import Note, Place
from jats.importers import codes
from jats.importers.source import Source

TITLE = "a spreadsheet"
LONGEST_CELL = 1_000_000
_SEPARATORS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell without blanks around it, and its place: a line, for a workbook also the column."""

    value: str
    place: Place


SheetRow = list[Cell]


def cell_text(value: object) -> str:
    """A cell's value as a person would type it: whole numbers without a decimal point, dates as 2024-03-30."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").strip()


_EXACT = 1e15


def separator_of(text: str) -> str | None:
    """The character between the columns: the one that the first line has most often outside of quotation marks."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    bare = "".join(first.split('"')[::2])
    counts = {separator: bare.count(separator) for separator in _SEPARATORS}
    best = max(counts, key=lambda separator: counts[separator])
    return best if counts[best] else None


def text_rows(source: Source, note: Note) -> Iterator[SheetRow]:
    """The rows of a text file with separators; rows without any value are left out."""
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(StringIO(source.text, newline=""), delimiter=separator_of(source.text) or ",", strict=True)
    line = 1
    try:
        for values in reader:
            place = source.place(line)
            if any(value.strip() for value in values):
                yield [Cell(value.strip(), place) for value in values]
            line = reader.line_num + 1
    except csv.Error as error:
        note(codes.unreadable(source.place(line), (), TITLE, f"{error}; see the quotation marks of this row"))
