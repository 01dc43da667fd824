"""The progress of a long run, on a terminal only: one line on standard error, redrawn, and removed at the end."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TextIO

_QUIET_SECONDS = 0.5
_PAUSE_SECONDS = 0.1
_BAR = 30
_WIDTH = 80


class Progress:
    """Draws `done` of a total without escape codes, only on a terminal and only after the first half second."""

    def __init__(self, stream: TextIO, total: Callable[[], int | None], noun: str = "files") -> None:
        self._stream = stream
        self._noun = noun
        self._count_all = total
        self._on = stream.isatty()
        self._next = time.monotonic() + _QUIET_SECONDS
        self._total: int | None = None
        self._counted = False
        self._drawn = 0

    def draw(self, done: int) -> None:
        """Show how many are done, unless the line was drawn less than 0.1 s ago."""
        if not self._on or time.monotonic() < self._next:
            return
        if not self._counted:
            self._total, self._counted = self._count_all(), True
        self.wipe()
        line = self._line(done)[: _width() - 1]
        self._stream.write(line)
        self._stream.flush()
        self._drawn = len(line)
        self._next = time.monotonic() + _PAUSE_SECONDS

    def wipe(self) -> None:
        """Remove the line, so that the next text begins at the margin."""
        if self._drawn:
            self._stream.write("\r" + " " * self._drawn + "\r")
            self._stream.flush()
            self._drawn = 0

    def _line(self, done: int) -> str:
        if not self._total:
            return f"{done} {self._noun}"
        full = min(_BAR, _BAR * done // self._total)
        return f"[{'#' * full}{'.' * (_BAR - full)}] {done} of {self._total} {self._noun}"


def _width() -> int:
    try:
        return os.get_terminal_size(2).columns or _WIDTH
    except OSError:
        return _WIDTH
