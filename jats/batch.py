"""Many inputs, one result each, in the order of the inputs, on one process or several."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from .errors import JatsError
from .options import Options
from .results import Result
from .sources import Source
from .validation.run import validate_source

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

_CHUNK = 8
_CHUNKS_A_WORKER = 4


class WorkerDied(JatsError):  # noqa: N818 - named for what happened
    """Raised when a process of the pool was killed, by the system for want of memory or by a person."""


def run(sources: Iterable[Source], options: Options) -> Iterator[Result]:
    """A result for each source, in order, as soon as it and those before it are there.

    Memory does not grow with the number of sources. Raises `WorkerDied` after the results that came before.
    """
    if options.jobs == 1:
        yield from (validate_source(source, options) for source in sources)
    else:
        yield from _in_processes(sources, options)


def _in_processes(sources: Iterable[Source], options: Options) -> Iterator[Result]:
    from concurrent.futures.process import BrokenProcessPool

    workers = options.jobs or os.cpu_count() or 1
    pool = _pool(workers)
    try:
        yield from _streamed(pool, workers * _CHUNKS_A_WORKER, sources, options)
    except BrokenProcessPool as error:
        raise WorkerDied("a worker process died (out of memory?); try fewer --jobs") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(workers, initializer=_ignore_interrupts)


def _streamed(pool: ProcessPoolExecutor, most: int, sources: Iterable[Source], options: Options) -> Iterator[Result]:
    waiting: deque[Future[list[Result]]] = deque()
    for chunk in _chunks(iter(sources)):
        waiting.append(pool.submit(_validate_chunk, chunk, options))
        if len(waiting) >= most:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _chunks(sources: Iterator[Source]) -> Iterator[list[Source]]:
    while chunk := list(islice(sources, _CHUNK)):
        yield chunk


def _validate_chunk(chunk: list[Source], options: Options) -> list[Result]:
    return [validate_source(source, options) for source in chunk]


def _ignore_interrupts() -> None:
    """A worker leaves Ctrl-C to its parent, which ends it in order."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
