"""The columns of a spreadsheet → fields of the article file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jats.input_codes.field_names import top_names

_TABLE = Path(__file__).parents[2] / "data" / "importers" / "sheet_columns.txt"
_TAG = re.compile(r"(?P<name>.+?)\s*(?:\[(?P<a>[^\]]+)\]|\((?P<b>[^)]+)\)|[_. -](?P<c>[a-z]{2,3}(?:-[A-Za-z]{2,4})?))")
NOT_NEEDED = "-"
LOCALISED = (
    "title",
    "subtitle",
    "abstract",
    "keywords",
    "acknowledgements",
    "funding_statement",
    "conflict_of_interest",
)
"""Fields that may have versions by language tag."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the sheet, the path of its field, and the language tag of its values, if the name has one.

    The path is empty if no article needs the column.
    """

    name: str
    path: tuple[str, ...]
    language: str | None = None


def column_of(name: str, mapped: dict[str, str]) -> Column | None:
    """The field of a column by its name: as `jats.toml` maps it, as fields are named, or as sheets commonly name it."""
    given = mapped.get(_folded(name), name)
    found = _TAG.fullmatch(given)
    if found:
        column = _plain(found["name"], name)
        if column is not None and len(column.path) == 1 and column.path[0] in LOCALISED:
            return Column(name, column.path, found["a"] or found["b"] or found["c"])
    return _plain(given, name)


def _plain(given: str, name: str) -> Column | None:
    path = tuple(part.strip() for part in given.split("."))
    top = path[0].lower().replace(" ", "_").replace("-", "_")
    if top in top_names() and all(path):
        return Column(name, (top, *path[1:]))
    common = _common().get(_folded(given))
    if common is None:
        return None
    return Column(name, () if common == NOT_NEEDED else tuple(common.split(".")))


@cache
def _common() -> dict[str, str]:
    rows = (line.split("|") for line in _TABLE.read_text("utf-8").splitlines() if line.strip() and line[0] != "#")
    return {_folded(name): field.strip() for name, field in rows}


def _folded(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name).casefold()
