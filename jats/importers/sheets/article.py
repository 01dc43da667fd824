"""A row of a spreadsheet → the draft of an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from jats.draft import List, Map, Node, Text
from jats.findings import Note
from jats.importers import codes
from jats.importers.sheets.codes import ERRORS, cell_error
from jats.importers.sheets.columns import Column
from jats.importers.sheets.rows import Cell, SheetRow

Columns = Sequence[Column | None]


def article_of(row: SheetRow, header: SheetRow, columns: Columns, note: Note) -> Map | None:
    """The draft of a row; None if none of its cells has a value that an article needs."""
    draft = Map(row[0].place)
    language = _language(row, columns)
    translated = {column.path for column in columns if column is not None and column.language}
    for number, cell in enumerate(row):
        if not cell.value:
            continue
        column = columns[number] if number < len(columns) else None
        name = header[number].value if number < len(header) else f"column {number + 1}"
        if cell.value in ERRORS:
            note(cell_error(cell.place, (), name, cell.value))
        elif column is None:
            note(codes.not_placed(cell.place, (), name, cell.value))
        elif column.path:
            _put(draft, _path(column, translated, language), cell, column, note)
    for key, value in draft.items.items():
        draft.items[key] = _listed(value)
    return draft if draft.items else None


def _language(row: SheetRow, columns: Iterable[Column | None]) -> str:
    cells = zip(row, columns, strict=False)
    return next((cell.value for cell, column in cells if column is not None and column.path == ("language",)), "")


def _path(column: Column, translated: Set[tuple[str, ...]], language: str) -> tuple[str, ...]:
    """The path of a value; where other columns have the field's translations, its own language is a step of it."""
    if column.language is not None:
        return (*column.path, column.language)
    return (*column.path, language) if column.path in translated else column.path


def _put(draft: Map, path: tuple[str, ...], cell: Cell, column: Column, note: Note) -> None:
    node = draft
    for step in path[:-1]:
        below: Node = node.items.get(step) or Map(cell.place)
        if not isinstance(below, Map):
            note(codes.said_twice(cell.place, (), ".".join(path), _shown(below), cell.value))
            return
        if step not in node.items:
            node.put(step, below, cell.place)
        node = below
    known = node.items.get(path[-1])
    if known is None:
        node.put(path[-1], Text(cell.value, cell.place), cell.place)
    elif column.adds and isinstance(known, Text):
        node.items[path[-1]] = Text(f"{known.value} {cell.value}", known.place)
    elif not (isinstance(known, Text) and _agree(str(known.value), cell.value)):
        note(codes.said_twice(cell.place, (), ".".join(path), _shown(known), cell.value))


def _agree(one: str, other: str) -> bool:
    """Whether two values say the same, one perhaps more of it: the year of a date."""
    return one.startswith(other) or other.startswith(one)


def _shown(node: Node) -> str:
    return str(node.value) if isinstance(node, Text) else "more than one value"


def _listed(node: Node) -> Node:
    """A list, if the fields are numbers, as in `authors.2.orcid`; else the fields."""
    if not isinstance(node, Map) or not node.items or not all(key.isdecimal() for key in node.items):
        return node
    return List([node.items[key] for key in sorted(node.items, key=int)], node.place)
