"""The columns of a spreadsheet → fields of the article file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jats.draft import DEEPEST
from jats.errors import InputError
from jats.importers.tables import importer_rows
from jats.input_codes.field_names import article_names
from jats.messages.words import did_you_mean, nearest, quoted

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

_TAG = re.compile(
    r"(?P<before>[a-z]{2,3}(?:[_-][A-Za-z]{2,4})?):(?P<rest>.+)"
    r"|(?P<name>.+?)\s*(?:\[(?P<a>[^\]]+)\]|\((?P<b>[^)]+)\)|[_. -](?P<c>[a-z]{2,3}(?:-[A-Za-z]{2,4})?))"
)
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the sheet, the path of its field, and the language tag of its values, if the name has one.

    The path is empty if no article needs the column. `adds` says that a value follows the one that is in the field already.
    """

    name: str
    path: tuple[str, ...]
    language: str | None = None
    adds: bool = False

    @property
    def is_translatable(self) -> bool:
        """Whether its field may have versions by language tag."""
        return len(self.path) == 1 and self.path[0] in LOCALISED


def column_of(name: str, mapped: Mapping[str, str]) -> Column | None:
    """The field of a column by its name: as `jats.toml` maps it, as fields are named, or as sheets commonly name it."""
    given = mapped.get(_folded(name), name)
    if given == NOT_NEEDED:
        return Column(name, ())
    found = _TAG.fullmatch(given)
    if found:
        column = _plain(found["name"] or found["rest"], name)
        if column is not None and column.is_translatable:
            tag = found["before"] or found["a"] or found["b"] or found["c"]
            return Column(name, column.path, tag.replace("_", "-"))
    return _plain(given, name)


def mapping(pairs: Mapping[str, str], file: str) -> dict[str, str]:
    """The `[columns]` of a `jats.toml`, by folded names; raises InputError for a field that there is not."""
    for name, field in pairs.items():
        if field != NOT_NEEDED and column_of(field, {}) is None:
            close = did_you_mean(nearest(field.partition(".")[0], article_names(), 2, 0.5))
            raise InputError(
                f"{file}: the column {quoted(name)} is mapped to {quoted(field)}, which is not a field{close}"
            )
    return {_folded(name): field for name, field in pairs.items()}


def _plain(given: str, name: str) -> Column | None:
    path = tuple(part.strip() for part in given.split("."))
    top = _fields().get(_folded(path[0]))
    if top is not None and all(path) and len(path) < DEEPEST:
        return Column(name, (top, *path[1:]))
    number = _NUMBER.search(given)
    field = _common().get(_folded(given)) or (_common().get(_NUMBER.sub("#", _folded(given), 1)) if number else None)
    if field is None:
        return None
    if field == NOT_NEEDED:
        return Column(name, ())
    steps = field.rstrip("+").replace("#", number[0] if number else "#").split(".")
    return Column(name, tuple(steps), None, field.endswith("+"))


@cache
def _fields() -> dict[str, str]:
    return {_folded(name): name for name in article_names()}


@cache
def _common() -> dict[str, str]:
    return {_folded(name): field for name, field in importer_rows("sheet_columns")}


def _folded(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name).casefold()
