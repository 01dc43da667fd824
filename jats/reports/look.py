"""How a report looks: the settings that every format gets with the results."""

from __future__ import annotations

from dataclasses import dataclass

from jats.findings import Severity


@dataclass(frozen=True, slots=True)
class Look:
    """`terminal`: source lines are shown and underlined; `colour`: escape codes are understood; `quiet`: only findings.

    `fail_on` is the lowest severity that fails the run. `folder` is where the run was started and `root` the repository's
    folder around it, both absolute, and empty if unknown: CI formats give paths relative to the root. `summary` is the
    file to which a summary in Markdown is appended, empty for none. `width` is the terminal's, in cells.
    """

    terminal: bool = False
    colour: bool = False
    quiet: bool = False
    fail_on: Severity = Severity.ERROR
    folder: str = ""
    root: str = ""
    summary: str = ""
    width: int = 80
