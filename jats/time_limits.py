"""Ends the work on one input after a time, where the system can: in the main thread, by a signal."""

from __future__ import annotations

import signal
from collections.abc import Callable
from typing import TypeVar

from jats.files.sources import Source

R = TypeVar("R")


class OutOfTime(Exception):  # noqa: N818 - it ends the work and is not an error of anything in it
    """Raised inside the work on an input that takes too long."""


def limited(run: Callable[[Source], R], unfinished: Callable[[Source, str], R], source: Source, limit: float) -> R:
    """What `run` gives for a source, or what `unfinished` gives if that takes more than `limit` seconds (0: no limit)."""
    if limit <= 0 or not hasattr(signal, "setitimer"):
        return run(source)
    try:
        before = signal.signal(signal.SIGALRM, _end)
    except ValueError:  # outside the main thread no handler may be set
        return run(source)
    try:
        # Again every second: where an exception is swallowed, as in a callback of lxml, the next one is not.
        signal.setitimer(signal.ITIMER_REAL, limit, 1)
        try:
            return run(source)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    except OutOfTime:
        return unfinished(source, too_slow(limit))
    finally:
        signal.signal(signal.SIGALRM, before)


def too_slow(limit: float) -> str:
    """The reason, in words, why an input was not finished."""
    return f"was not finished in {limit:g} seconds: give it more with --time-limit, or divide the file"


def _end(_number: int, _frame: object) -> None:
    raise OutOfTime
