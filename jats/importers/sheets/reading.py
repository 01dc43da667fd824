"""The importers of spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jats.draft import Map, Node, Text
from jats.findings import Note
from jats.importers import codes
from jats.importers.registry import importer
from jats.importers.sheets.columns import Column, column_of
from jats.importers.sheets.rows import Cell, Row, separator_of, text_rows
from jats.importers.source import Source

_FEWEST = 2
"""Columns that must be known for a text file to be a spreadsheet of articles."""


def detects_csv(source: Source) -> str | None:
    """Whether the first line is a row of column names with a title among them."""
    first = next((line for line in source.head.split("\n") if line.strip()), "")
    separator = separator_of(first)
    if separator is None or "\0" in first or first.lstrip()[:1] in "{[<":
        return None
    names = [name.strip().strip('"') for name in first.split(separator)]
    known = [column for name in names if (column := column_of(name, {})) is not None]
    if len(known) < _FEWEST or not any(column.path == ("title",) for column in known):
        return None
    return f"its first line names columns: {', '.join(names[:4])} …"


@importer("csv", title="spreadsheet as text", suffixes=(".csv", ".tsv"), detects=detects_csv)
def read_csv(source: Source, note: Note) -> Iterator[Map]:
    """One draft per row after the first, which names the columns."""
    return read_rows(text_rows(source, note), note)


def read_rows(rows: Iterator[Row], note: Note) -> Iterator[Map]:
    """One draft per row; the first row names the columns."""
    header = next(rows, None)
    if header is None:
        return
    columns = [column_of(cell.value, {}) if cell.value else None for cell in header]
    unneeded = [column.name for column in columns if column is not None and not column.path]
    if unneeded:
        note(codes.left_out(header[0].place, (), unneeded))
    for row in rows:
        yield _article(row, header, columns, note)


def _article(row: Row, header: Row, columns: list[Column | None], note: Note) -> Map:
    draft = Map(row[0].place)
    language = _language(row, columns)
    for number, cell in enumerate(row):
        if not cell.value:
            continue
        column = columns[number] if number < len(columns) else None
        if column is None:
            name = header[number].value if number < len(header) else f"column {number + 1}"
            note(codes.not_placed(cell.place, (), name, cell.value))
        elif column.path:
            _put(draft, _path(column, columns, language), cell, note)
    return draft


def _language(row: Row, columns: Iterable[Column | None]) -> str:
    cells = zip(row, columns, strict=False)
    return next((cell.value for cell, column in cells if column is not None and column.path == ("language",)), "")


def _path(column: Column, columns: list[Column | None], language: str) -> tuple[str, ...]:
    """The path of a value; where other columns have the field's translations, its own language is a step of it."""
    if column.language is not None:
        return (*column.path, column.language)
    translated = any(other is not None and other.path == column.path and other.language for other in columns)
    return (*column.path, language) if translated else column.path


def _put(draft: Map, path: tuple[str, ...], cell: Cell, note: Note) -> None:
    node: Map = draft
    for step in path[:-1]:
        below: Node = node.items.get(step) or Map(cell.place)
        if not isinstance(below, Map):
            note(
                codes.said_twice(
                    cell.place, (), ".".join(path), str(below.value if isinstance(below, Text) else ""), cell.value
                )
            )
            return
        if step not in node.items:
            node.put(step, below, cell.place)
        node = below
    if path[-1] in node.items:
        known = node.items[path[-1]]
        note(
            codes.said_twice(
                cell.place, (), ".".join(path), str(known.value if isinstance(known, Text) else ""), cell.value
            )
        )
        return
    node.put(path[-1], Text(cell.value, cell.place), cell.place)
