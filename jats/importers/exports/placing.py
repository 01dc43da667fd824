"""The mapping tables of exports: which value goes into which field, and what an article does not need.

A table is a file of `jats/data/importers`: `section | path in the export | field | how`. Rows of the section `left` name what is
left out, and why; rows of the section `lost` name what has no field, so that each value of it is reported. Rows that say `code`
are placed by the importer's own functions; a test compares the table with the schema.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jats.draft import Map, Node
from jats.findings import Finding, Note, Place
from jats.importers import codes
from jats.importers.exports.branches import Branch

_FOLDER = Path(__file__).parent.parent.parent / "data" / "importers"

How = Callable[[list[Branch]], Node | Sequence[Node] | None]
"""Reads the branches at a path; it takes those that it uses."""


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of `jats/data/importers`: fields parted by ` | `, lines that start with # are remarks."""
    lines = (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(
        tuple(field.strip() for field in line.split(" | "))
        for line in lines
        if line.strip() and not line.startswith("#")
    )


def words(name: str) -> dict[str, str]:
    """The rows of a table with two columns: a word of the export, and what it is in an article file."""
    return {row[0]: row[1] for row in rows(name)}


@dataclass(frozen=True, slots=True)
class Placement:
    """One value of an export and its field in the article file."""

    path: str
    field: str
    how: str


class Table:
    """The mapping of one format."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sections: dict[str, list[Placement]] = {}
        self.left_out: dict[str, str] = {}
        self.lost: dict[str, str] = {}
        for section, path, *rest in rows(name):
            if section == "left":
                self.left_out[path] = rest[0]
            elif section == "lost":
                self.lost[path] = rest[0]
            else:
                self.sections.setdefault(section, []).append(Placement(path, rest[0], rest[1]))

    def reason(self, path: str) -> tuple[str, str] | None:
        """What is left out at a path of the export, and why; None if an article needs it. `-`: it was used already."""
        whole = f"/{path}/"
        return next((each for each in self.left_out.items() if f"/{each[0]}/" in whole), None)


@cache
def table(name: str) -> Table:
    """The mapping of a format, read when it is first asked for."""
    return Table(name)


def fill(draft: Map, branch: Branch | None, section: Sequence[Placement], hows: dict[str, How]) -> None:
    """Set the fields of a section that are free; `hows` has the function for each word of the column `how`."""
    from jats.importers.exports.drafting import field_at, put

    if branch is None:
        return
    for row in section:
        if row.how == "code" or field_at(draft, row.field) is not None:
            continue
        branches = branch.all(row.path)
        if branches:
            put(draft, row.field, hows[row.how](branches))


def report_left(branch: Branch, format_table: Table, note: Note, path: str = "") -> None:
    """Report what nobody took: each value that an article may need, and by one finding for a reason what it does not need."""
    grouped: dict[str, tuple[Place, dict[str, None]]] = {}
    for where, left in branch.left(path):
        reason = format_table.reason(where)
        if reason is None:
            note(not_placed(where, left))
        elif reason[1] != "-":
            grouped.setdefault(reason[1], (left.place, {}))[1].setdefault(reason[0].replace("@", ""))
    for why, (place, names) in grouped.items():
        note(codes.left_out(place, (), list(names), why))


def not_placed(where: str, branch: Branch) -> Finding:
    """The finding on a value for which there is no field."""
    kind = branch.take("@dateType", "@descriptionType", "@titleType", "@name", "@Name")
    name = f"{_short(where)} ({kind.value})" if kind else _short(where)
    return codes.not_placed(branch.place, (), name, branch.words)


def _short(path: str) -> str:
    """The last two names of a path, without the mark of attributes."""
    return "/".join(path.split("/")[-2:]).replace("@", "")
