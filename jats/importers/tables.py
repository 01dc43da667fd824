"""The tables of `jats/data/importers`, read when they are first asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def importer_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table as tuples of fields: UTF-8, fields parted by `|`, lines that start with # are remarks."""
    lines = (files("jats.data.importers") / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(
        tuple(field.strip() for field in line.split("|")) for line in lines if line.strip() and not line.startswith("#")
    )
