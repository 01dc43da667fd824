"""The importers of spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from jats.acceptance.config import config_for
from jats.draft import Map
from jats.findings import Note, Place
from jats.importers import codes
from jats.importers.registry import importer
from jats.importers.sheets.article import article_of
from jats.importers.sheets.codes import no_title_column, other_sheets
from jats.importers.sheets.columns import Column, column_of, mapping
from jats.importers.sheets.old_workbook import old_sheets
from jats.importers.sheets.rows import SheetRow, separator_of, text_rows
from jats.importers.sheets.workbook import UnreadableWorkbookError, is_workbook, opened, sheet_rows
from jats.importers.source import Source

_FEWEST = 2
"""Columns that must be known for a text file to be a spreadsheet of articles."""
_TITLE = ("title",)
_OLE = b"\xd0\xcf\x11\xe0"
_WORKBOOK_STREAM = "Workbook".encode("utf-16-le")
Rows = Callable[[], Iterator[SheetRow]]
"""Gives the rows of a sheet, from the first one each time."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def detects_csv(source: Source) -> str | None:
    """Whether the first line is a row of column names with a title among them."""
    if source.data.startswith((_OLE, b"PK\x03\x04")):
        return None
    first = next((line for line in source.head.split("\n") if line.strip()), "")
    separator = separator_of(first)
    if separator is None or "\0" in first or first.lstrip()[:1] in "{[<":
        return None
    names = [name.strip().strip('"') for name in first.split(separator)]
    mapped = _mapped(source)
    known = [column for name in names if (column := column_of(name, mapped)) is not None]
    if len(known) < _FEWEST or not _has_title(known):
        return None
    return f"its first line names columns: {', '.join(names[:4])}{' …' if len(names) > 4 else ''}"


def detects_workbook(source: Source) -> str | None:
    """Whether the bytes are a workbook, or one that is locked with a password."""
    if source.data.startswith(b"PK") and is_workbook(source.data):
        return "it is a zip archive with xl/workbook.xml"
    if source.data.startswith(_OLE) and source.suffix in (".xlsx", ".xlsm") and _ENCRYPTED in source.data:
        return "it is an encrypted workbook"
    return None


def detects_old_workbook(source: Source) -> str | None:
    """Whether the bytes are an Excel workbook of the years before 2007."""
    if source.data.startswith(_OLE) and _WORKBOOK_STREAM in source.data:
        return "it is an office document with a Workbook stream"
    return None


@importer("csv", title="spreadsheet as text", suffixes=(".csv", ".tsv"), detects=detects_csv)
def read_csv(source: Source, note: Note) -> Iterator[Map]:
    """One draft per row after the first, which names the columns."""
    yield from _articles(text_rows(source, note), _mapped(source), note)


@importer("xlsx", title="Excel workbook", suffixes=(".xlsx", ".xlsm"), detects=detects_workbook)
def read_workbook(source: Source, note: Note) -> Iterator[Map]:
    """One draft per row of the first sheet that has a column for the title."""
    if source.data.startswith(_OLE):
        note(
            codes.unreadable(
                source.place(1), (), "Excel workbook", "it is protected by a password: save it without one"
            )
        )
        return
    try:
        with opened(source.data) as book:
            sheets = [(str(sheet.title), partial(sheet_rows, sheet, source.name)) for sheet in book.worksheets]
            yield from _from_sheets(sheets, source, note)
    except UnreadableWorkbookError as error:
        if error.too_much:
            note(codes.too_much(source.place(1), (), f"the workbook {error}"))
        else:
            note(codes.unreadable(source.place(1), (), "Excel workbook", f"it {error}"))


@importer("xls", title="old Excel workbook", suffixes=(".xls",), detects=detects_old_workbook)
def read_old_workbook(source: Source, note: Note) -> Iterator[Map]:
    """One draft per row of the first sheet that has a column for the title."""
    try:
        sheets = [(name, partial(iter, rows)) for name, rows in old_sheets(source.data, source.name)]
    except UnreadableWorkbookError as error:
        note(codes.unreadable(source.place(1), (), "old Excel workbook", f"it {error}"))
        return
    yield from _from_sheets(sheets, source, note)


def _from_sheets(sheets: Sequence[tuple[str, Rows]], source: Source, note: Note) -> Iterator[Map]:
    mapped = _mapped(source)
    rows = _chosen(sheets, mapped, source.place(1), note)
    if rows is not None:
        yield from _articles(rows(), mapped, note)


def _chosen(sheets: Sequence[tuple[str, Rows]], mapped: Mapping[str, str], place: Place, note: Note) -> Rows | None:
    """The first sheet that has a column for the title, else the first one; which is taken is noted if there are several."""
    filled = [(name, rows, header) for name, rows in sheets if (header := next(iter(rows()), None)) is not None]
    titled = [each for each in filled if _has_title([column_of(cell.value, mapped) for cell in each[2]])]
    chosen = next(iter(titled or filled), None)
    if chosen is None:
        return None
    if others := [each[0] for each in filled if each is not chosen]:
        note(other_sheets(place, (), chosen[0], others))
    return chosen[1]


def _has_title(columns: list[Column] | list[Column | None]) -> bool:
    return any(column is not None and column.path[:1] == _TITLE for column in columns)


def _mapped(source: Source) -> dict[str, str]:
    """The names of columns that the nearest `jats.toml` maps to fields."""
    config = config_for(source.name)
    return mapping(dict(config.columns), config.path)


def _articles(rows: Iterator[SheetRow], mapped: Mapping[str, str], note: Note) -> Iterator[Map]:
    """One draft per row; the first row names the columns."""
    header = next(rows, None)
    if header is None:
        return
    columns = [column_of(cell.value, mapped) if cell.value else None for cell in header]
    if not _has_title(columns):
        note(no_title_column(header[0].place, (), [cell.value for cell in header if cell.value]))
        return
    unneeded = [column.name for column in columns if column is not None and not column.path]
    if unneeded:
        note(codes.left_out(header[0].place, (), unneeded))
    drafts = (article_of(row, header, columns, note) for row in rows)
    yield from (draft for draft in drafts if draft is not None)
