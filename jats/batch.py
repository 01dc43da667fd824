"""Many inputs, one result each, in the order of the inputs, on one process or several."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from .errors import JatsError
from .options import Options
from .results import Result
from .sources import Source
from .validation.run import validate_source

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

R = TypeVar("R")
Work = Callable[[Source], R]
"""What is done with one source, in any process: a function of a module, or a `partial` of one."""

_CHUNK = 8
_CHUNKS_A_WORKER = 4


class WorkerDied(JatsError):  # noqa: N818 - named for what happened
    """Raised when a process of the pool was killed, by the system for want of memory or by a person."""


def run(sources: Iterable[Source], options: Options) -> Iterator[Result]:
    """A result for each source, in order, as soon as it and those before it are there.

    Memory does not grow with the number of sources. Raises `WorkerDied` after the results that came before.
    """
    return each(sources, partial(validate_source, options=options), options.jobs)


def each(sources: Iterable[Source], work: Work[R], jobs: int) -> Iterator[R]:
    """What `work` makes of each source, in order, on so many processes (0: one a core); otherwise as `run`."""
    if jobs == 1:
        yield from map(work, sources)
    else:
        yield from _in_processes(sources, work, jobs or os.cpu_count() or 1)


def _in_processes(sources: Iterable[Source], work: Work[R], workers: int) -> Iterator[R]:
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(workers)
    try:
        yield from _streamed(pool, workers * _CHUNKS_A_WORKER, sources, work)
    except BrokenProcessPool as error:
        raise WorkerDied("a worker process died (out of memory?); try fewer --jobs") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(workers, initializer=_ignore_interrupts)


def _streamed(pool: ProcessPoolExecutor, most: int, sources: Iterable[Source], work: Work[R]) -> Iterator[R]:
    waiting: deque[Future[list[R]]] = deque()
    for chunk in _chunks(iter(sources)):
        waiting.append(pool.submit(_do_chunk, chunk, work))
        if len(waiting) >= most:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _chunks(sources: Iterator[Source]) -> Iterator[list[Source]]:
    while chunk := list(islice(sources, _CHUNK)):
        yield chunk


def _do_chunk(chunk: list[Source], work: Work[R]) -> list[R]:
    return [work(source) for source in chunk]


def _ignore_interrupts() -> None:
    """A worker leaves Ctrl-C to its parent, which ends it in order."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
