"""The sheets of an Excel workbook (.xlsx) as rows of texts, read without formulas, macros or anything outside the file."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from lxml.etree import LxmlError

from jats.findings import Place
from jats.importers.sheets.rows import Cell, SheetRow, cell_text

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

MOST_UNPACKED = 100_000_000
"""Bytes of all parts of a workbook together; one with 5,000 articles takes about 20 million."""
MOST_PARTS = 2_000
MOST_ROWS = 50_000
MOST_EMPTY_ROWS = 1_000
"""Empty rows after which the sheet is taken to have ended."""

_WORKBOOK = "xl/workbook.xml"
_CHUNK = 1 << 20
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError, ValueError, TypeError,
    AttributeError, IndexError, OverflowError, OSError, ParseError, LxmlError,
)  # fmt: skip
"""What openpyxl and the zip reader raise for a damaged workbook."""


class UnreadableWorkbookError(Exception):
    """Raised for a workbook that is damaged or that takes too much; the message says why, `too_much` which of both."""

    def __init__(self, message: str, *, too_much: bool = False) -> None:
        super().__init__(message)
        self.too_much = too_much


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are a zip archive with the parts of a workbook."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _WORKBOOK in archive.namelist()
    except _BROKEN:
        return False


def check_size(data: bytes) -> None:
    """Unpack every part once, without keeping it; raises UnreadableWorkbookError if they are too many or too large.

    The sizes that the archive itself states are not trusted.
    """
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS:
                raise UnreadableWorkbookError(f"has {len(parts):,} parts, more than {MOST_PARTS:,}", too_much=True)
            for part in parts:
                if part.flag_bits & 1:
                    raise UnreadableWorkbookError("is protected by a password: save it without one")
                with archive.open(part) as stream:
                    while chunk := stream.read(_CHUNK):
                        left -= len(chunk)
                        if left < 0:
                            words = f"grows to more than {MOST_UNPACKED // 1_000_000} MB when it is unpacked"
                            raise UnreadableWorkbookError(words, too_much=True)
    except _BROKEN as error:
        raise UnreadableWorkbookError(f"is damaged ({_words(error)})") from error


@contextmanager
def opened(data: bytes) -> Iterator[Workbook]:
    """The workbook, read-only, with the values that formulas had when it was saved; raises as `check_size`."""
    import openpyxl

    check_size(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about formatting that openpyxl does not read
        try:
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        except _BROKEN as error:
            raise UnreadableWorkbookError(f"is damaged ({_words(error)})") from error
        try:
            yield book
        finally:
            book.close()


def sheet_rows(sheet: Any, name: str) -> Iterator[SheetRow]:
    """The rows of a sheet that have a value, with the row and the column as place. Raises as `check_size`."""
    reset = getattr(sheet, "reset_dimensions", None)  # a sheet of charts has no cells
    if reset is None:
        return
    reset()  # the size that the file states is not trusted
    empty = 0
    rows = iter(sheet.iter_rows(values_only=True))
    for number in range(1, MOST_ROWS + 2):
        try:
            values = next(rows, None)
        except _BROKEN as error:
            raise UnreadableWorkbookError(f"is damaged in row {number} ({_words(error)})") from error
        if values is None or empty > MOST_EMPTY_ROWS:
            return
        if number > MOST_ROWS:
            raise UnreadableWorkbookError(f"has more than {MOST_ROWS:,} rows", too_much=True)
        cells = [Cell(cell_text(value), Place(name, number, column)) for column, value in enumerate(values, 1)]
        empty = 0 if any(cell.value for cell in cells) else empty + 1
        if not empty:
            yield cells


def _words(error: BaseException) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
