"""How a report is to look: what every format is handed beside the results."""

from __future__ import annotations

from dataclasses import dataclass

from jats.findings import Severity


@dataclass(frozen=True, slots=True)
class Look:
    """`terminal`: source lines are shown and underlined; `colour`: escape codes are understood; `quiet`: findings alone.

    `fail_on` is the least severity that fails the run. `folder` is where the run was started and `root` the repository's
    folder around it, both absolute and empty where unknown: formats for CI name files from the root on. `summary` is the
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
