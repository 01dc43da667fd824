"""The tables of `jats/data/citations/formats`: the field of another program, our field, and how the value is read."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_FOLDER = files("jats.data.citations.formats")


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table as tuples of texts: fields parted by ` | `, lines that start with # are remarks."""
    lines = (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(
        tuple(field.strip() for field in line.split("|")) for line in lines if line.strip() and not line.startswith("#")
    )


@cache
def pairs(name: str) -> dict[str, str]:
    """A table of two columns, the first → the second."""
    return {row[0]: row[1] for row in rows(name)}


@cache
def routes(name: str) -> dict[str, tuple[str, str]]:
    """A table of fields: the other program's field → ours, and the name of its reader (`text` if there is none)."""
    return {row[0]: (row[1], row[2] if len(row) > 2 else "text") for row in rows(name)}
