"""The spreadsheet that editors fill in: one row per article, columns that need no mapping, the same bytes on every run."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from io import BytesIO

from jats.importers.tables import importer_rows

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every part in the archive: the first one that zip can hold."""
_MODIFIED = re.compile(rb"<dcterms:modified .*?</dcterms:modified>")
"""The time of saving, which openpyxl writes whatever the book's own properties say."""


def sheet_template() -> bytes:
    """The workbook with the names of columns, notes on them, and an example row."""
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Articles"
    sheet.freeze_panes = "A2"
    for number, (name, width, example, note) in enumerate(importer_rows("sheet_template"), 1):
        head = sheet.cell(1, number, name)
        head.font = Font(bold=True)
        if note:
            head.comment = Comment(note, "jats", width=320)
        value = sheet.cell(2, number, example or None)
        value.number_format = "@"  # text: a spreadsheet would make 8-14 a date
        value.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(number)].width = float(width)
    book.properties.created = datetime(*_FIRST_DAY[:3])
    stream = BytesIO()
    book.save(stream)
    return _without_time(stream.getvalue())


def _without_time(data: bytes) -> bytes:
    """The same archive with fixed dates, so that the same template has the same bytes."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for part in given.infolist():
            content = _MODIFIED.sub(b"", given.read(part))
            made.writestr(zipfile.ZipInfo(part.filename, _FIRST_DAY), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
