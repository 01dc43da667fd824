"""The tables of `jats/data/vocab`, read when they are first asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data"
_FOLDER = _DATA / "vocab"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table as tuples of fields: UTF-8, fields parted by ` | `, lines that start with # are remarks."""
    lines = (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(
        tuple(field.strip() for field in line.split("|")) for line in lines if line.strip() and not line.startswith("#")
    )


def tabbed_rows(name: str) -> list[list[str]]:
    """The rows of a table by its path in `jats/data`: UTF-8, fields parted by tabs, lines that start with # are remarks."""
    lines = (_DATA / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]
