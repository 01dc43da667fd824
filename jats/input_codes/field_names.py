"""Names of the fields of article, journal and issue files, by which a line without its colon is known."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from jats.vocab.tables import tabbed_rows

_FOLDER = Path(__file__).parent.parent / "data" / "model"
_TOP = ("Article", "Journal", "JournalFile", "IssueFile")


@cache
def field_names() -> frozenset[str]:
    """The name of every field at any level."""
    return frozenset(name for fields in _words().values() for name in fields)


@cache
def top_names() -> frozenset[str]:
    """The names of the fields at the top of an article, journal or issue file."""
    return frozenset(name for model in _TOP for name in _words().get(model, {}))


@cache
def article_names() -> frozenset[str]:
    """The names of the fields at the top of an article file."""
    return frozenset(_words()["Article"])


@cache
def first_fields() -> dict[str, str]:
    """For each field that may hold a text or fields: the field of the long form that holds the text."""
    return {holder: field for holder, field, _ in _rows()}


def may_hold(holder: str, field: str) -> bool:
    """Whether a field that holds fields has one of that name, as far as its own model says."""
    return any(field in _words().get(model, {}) for name, _, model in _rows() if name == holder)


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    return tuple((row[0], row[1], row[2]) for row in tabbed_rows("model/first_fields.tsv"))


@cache
def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = json.loads((_FOLDER / "fields.json").read_text("utf-8"))
    return words
