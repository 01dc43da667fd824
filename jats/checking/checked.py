"""What a check gives for one input."""

from __future__ import annotations

from dataclasses import dataclass

from jats.results import Readiness, Result


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one file.

    `values` are what the result's findings are about, one each; `readiness` is there if it was asked for. `fixed` counts
    the findings that fixing took away, `diff` shows what it changed; `kept` says that the result is an earlier run's.
    """

    result: Result
    values: tuple[str, ...] = ()
    readiness: tuple[Readiness, ...] = ()
    fixed: int = 0
    diff: str = ""
    kept: bool = False
