"""How a report is to look: what every format is handed beside the results."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """`terminal`: source lines are shown and underlined; `colour`: escape codes are understood; `quiet`: findings alone."""

    terminal: bool = False
    colour: bool = False
    quiet: bool = False
