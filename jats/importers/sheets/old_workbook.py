"""The sheets of an old Excel workbook (.xls) as rows of texts; xlrd reads values and nothing else."""

from __future__ import annotations

import struct
from io import StringIO
from typing import Any

from jats.findings import Place
from jats.importers.sheets.rows import Cell, SheetRow, cell_text
from jats.importers.sheets.workbook import MOST_ROWS, UnreadableWorkbookError

_BROKEN = (
    struct.error, EOFError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, OverflowError,
    RecursionError, NotImplementedError, UnboundLocalError, MemoryError,
)  # fmt: skip
"""What xlrd raises for a damaged workbook, besides its own error."""


def old_sheets(data: bytes, name: str) -> list[tuple[str, list[SheetRow]]]:
    """The sheets that have a value, each with its name and its rows; raises UnreadableWorkbookError."""
    import xlrd  # type: ignore[import-untyped]

    try:
        book = xlrd.open_workbook(file_contents=data, logfile=StringIO(), ragged_rows=True)
        return [(str(sheet.name), _rows(sheet, book.datemode, name)) for sheet in book.sheets()]
    except xlrd.XLRDError as error:
        problem = (
            "is protected by a password: save it without one"
            if "encrypt" in str(error).lower()
            else f"is damaged ({error})"
        )
        raise UnreadableWorkbookError(problem) from error
    except _BROKEN as error:
        raise UnreadableWorkbookError(f"is damaged ({error or type(error).__name__})") from error


def _rows(sheet: Any, date_mode: int, name: str) -> list[SheetRow]:
    rows = []
    for number in range(min(sheet.nrows, MOST_ROWS)):
        cells = [
            Cell(cell_text(_value(cell, date_mode)), Place(name, number + 1, column + 1))
            for column, cell in enumerate(sheet.row(number))
        ]
        if any(cell.value for cell in cells):
            rows.append(cells)
    return rows


def _value(cell: Any, date_mode: int) -> object:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#N/A")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        return xlrd.xldate.xldate_as_datetime(cell.value, date_mode)
    return None if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) else cell.value
