"""The tables of cases beside this file: a line is language, text, reading and certainty, parted by tabs; \\n is a line end."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent


def cases(name: str) -> list[tuple[str, str, str, str]]:
    """The rows of one table; lines that begin with # are remarks."""
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    if any(len(row) != 4 for row in rows):
        raise ValueError(f"{name}.tsv: a row has not four columns")
    return [(row[0], row[1].replace("\\n", "\n"), row[2], row[3]) for row in rows]
