"""A slip in a YAML file: the finding that says what to write, and the lines as they are when that is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from jats.article_file.yaml_lines import Line, in_quotes, lines_of, read_line, shown
from jats.draft import Path
from jats.findings import Finding, Place


@dataclass(frozen=True, slots=True)
class Slip:
    """A finding; `lines` are the lines (counted from 0) that differ when its advice is followed, none if it is not known.

    A `doubtful` slip may be the cause of others that are found after it, so these are not reported.
    """

    finding: Finding
    lines: Mapping[int, str] = field(default_factory=dict)
    doubtful: bool = False

    def repaired(self, text: str) -> str:
        """The file with the advice followed."""
        raw = text.split("\n")
        for number, line in self.lines.items():
            raw[number] = line
        return "\n".join(raw)


@dataclass
class Trouble:
    """Where reading stopped: the last event that was read, where the last brackets began, the path, and that of the last value.

    `at` is the place of the complaint, `context` where what was being read began.
    """

    text: str
    name: str
    last: Any
    flow: Any
    path: Path
    value: Path
    at: Any = None
    context: Any = None

    @cached_property
    def raw(self) -> list[str]:
        """Every line of the file, and an empty one after the last."""
        return [*self.text.split("\n"), ""]

    @cached_property
    def lines(self) -> list[Line]:
        """The lines that say something."""
        return lines_of(self.text)

    def line(self, mark: yaml.Mark) -> str:
        """The line of a mark."""
        return self.raw[min(mark.line, len(self.raw) - 1)]

    def read(self, number: int) -> Line:
        """A line by its number, counted from 0."""
        return read_line(number, self.raw[min(number, len(self.raw) - 1)])

    def rest(self, mark: yaml.Mark) -> str:
        """The line of a mark from there to its end."""
        return self.line(mark)[mark.column :].rstrip()

    def place(self, mark: yaml.Mark) -> Place:
        """The mark as a place, counted from 1."""
        return Place(self.name, mark.line + 1, mark.column + 1)

    def spot(self, number: int, column: int) -> Place:
        """A line and a column, counted from 0, as a place."""
        return Place(self.name, number + 1, column + 1)

    def character(self, mark: yaml.Mark) -> str:
        """The character at a mark, `""` at the end."""
        return self.line(mark)[mark.column : mark.column + 1]

    def rewritten(self, number: int, column: int, new: str) -> tuple[str, dict[int, str]]:
        """A line with something else from a column on: as a message shows it, and as a repair."""
        line = self.raw[number][:column] + new
        return shown(line), {number: line}

    def quoted(self, mark: yaml.Mark, value: str) -> tuple[str, dict[int, str]]:
        """The line of a mark with the value there in quotation marks."""
        return self.rewritten(mark.line, mark.column, in_quotes(value))
