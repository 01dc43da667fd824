"""Makes every field, list, element and attribute long or many, and measures how the time of building and checking grows.

    python -m benchmarks.growing
    python -m benchmarks.growing --only "authors.name, long"

Each case is tried at the size of the tests. One that takes more than a few hundredths of a second there is tried at ten times the
size, and must take less than fifteen times the time. Prints what takes more, and what takes longest.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Iterator
from itertools import chain

from tests.growing_cases import RUNS, Case, long_fields, long_keys, many_items, many_keys
from tests.linear import is_linear

LEAST = 0.03
"""Seconds of processor time beyond a short input's below which a case is not tried at ten times the size."""
ENDLESS = 120
"""Seconds of processor time after which a case is given up."""
SLOWEST = 10


def cases() -> Iterator[Case]:
    """All cases."""
    for run in RUNS:
        yield from chain(long_fields(run), many_items(run))
    yield from chain(long_keys(), many_keys())


def seconds(case: Case, size: int) -> float:
    """The processor time of one run."""
    data = case.make(size)
    began = time.process_time()
    case.run(data)
    return time.process_time() - began


def tried(case: Case) -> tuple[float, str]:
    """The seconds at the size of the tests, and why the case is bad: empty for a good one."""
    signal.setitimer(signal.ITIMER_VIRTUAL, ENDLESS)
    try:
        taken = seconds(case, case.most)
        if taken - seconds(case, 1) > LEAST and not is_linear(case.run, case.make, 10 * case.most):
            return taken, f"{seconds(case, 10 * case.most):.1f} s at ten times the size"
    except TimeoutError as error:
        return ENDLESS, str(error)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return taken, ""


def _hangs(_signal: int, _frame: object) -> None:
    raise TimeoutError(f"not finished after {ENDLESS} seconds")


def main() -> None:
    """Run, and exit with 1 if any case takes more than linear time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", metavar="TEXT", help="only cases whose name contains this text")
    parser.add_argument("--every", type=int, default=1, metavar="NUMBER", help="only one case in so many")
    arguments = parser.parse_args()
    signal.signal(signal.SIGVTALRM, _hangs)
    found: list[tuple[float, str]] = []
    bad = 0
    for case in list(cases())[:: arguments.every]:
        if arguments.only in case.name:
            taken, why = tried(case)
            found.append((taken, case.name))
            bad += bool(why)
            if why:
                print(f"{taken:7.3f} s  {case.name}: {why}", flush=True)
    print(f"{len(found)} cases, {bad} of them more than linear; the slowest:")
    for taken, name in sorted(found, reverse=True)[:SLOWEST]:
        print(f"{taken:7.3f} s  {name}")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
