"""An editor who does what a message says, to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jats.findings import Finding

_WRITE = re.compile(r".*\bwrite (?P<line>.+)$")
_COLUMN = re.compile(r"begin it in column (?P<column>\d+)")
_FIRST = re.compile(r"begin its first line in column (?P<column>\d+): (?P<line>.+)$")
_OTHERS = re.compile(r"the other fields of this item belong in column (?P<column>\d+)")


def obey(text: str, findings: Iterable[Finding]) -> str:
    """The file after each finding's advice was followed: its line is written anew, or moved to another column."""
    lines = text.split("\n")
    for finding in findings:
        number = (finding.place.line or 1) - 1
        if column := _COLUMN.search(finding.message):
            _move(lines, number, int(column["column"]) - 1)
        elif first := _FIRST.search(finding.message):
            lines[number] = " " * (int(first["column"]) - 1) + first["line"]
        elif written := _WRITE.search(finding.message):
            indent = len(lines[number]) - len(lines[number].lstrip())
            lines[number] = " " * indent + written["line"]
            if others := _OTHERS.search(finding.message):
                _move_others(lines, number + 1, indent, int(others["column"]) - 1)
    return "\n".join(lines)


def _move_others(lines: list[str], number: int, indent: int, column: int) -> None:
    while (
        number < len(lines)
        and len(lines[number]) - len(lines[number].lstrip()) == indent
        and lines[number].lstrip()[0] != "-"
    ):
        _move(lines, number, column)
        number += 1


def _move(lines: list[str], number: int, column: int) -> None:
    lines[number] = " " * column + lines[number].lstrip()
