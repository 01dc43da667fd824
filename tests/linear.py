"""Whether work takes linear time, measured so that a slow or loaded machine makes no difference."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
Clock = Callable[[], float]

QUICK = 0.75
"""Seconds of processor time below which fifteen times the least time that counts is not reached, so that nothing is compared."""


def seconds(run: Callable[[T], object], data: T, clock: Clock) -> float:
    """The processor time of one run, without the garbage collector: its work grows with what other tests left."""
    gc.disable()
    try:
        began = clock()
        run(data)
        return clock() - began
    finally:
        gc.enable()


def is_linear(
    run: Callable[[T], object], make: Callable[[int], T], most: int, clock: Clock = time.process_time
) -> bool:
    """Whether `most` takes less than fifteen times the time of a tenth of it, the best of four attempts each.

    A machine that is slow for a moment spoils one attempt; quadratic work takes a hundred times the time in each. Each attempt is
    a little smaller than the one before, for a function that keeps its answers answers the same question in no time.
    """
    run(make(most // 10 + 1))
    short, long = math.inf, math.inf
    for attempt in range(4):
        short = min(short, *(seconds(run, make(most // 10 - 3 * attempt - at), clock) for at in range(3)))
        long = min(long, seconds(run, make(most - 1 - attempt), clock))
        if long < 15 * max(short, 0.05):
            return True
    return False


def stays_quick(run: Callable[[T], object], make: Callable[[int], T], most: int) -> bool:
    """Whether `most` takes so little time that it is not quadratic, or else takes linear time."""
    data = make(most)
    began = time.process_time()
    run(data)
    return time.process_time() - began < QUICK or is_linear(run, make, most)
