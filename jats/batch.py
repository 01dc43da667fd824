"""Runs many inputs in one process or several: one result each, in the order of the inputs."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from jats.errors import JatsError
from jats.files.sources import Source
from jats.options import Options
from jats.results import Result
from jats.validation.run import validate_source

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

R = TypeVar("R")
Work = Callable[[Source], R]
"""What to do with one source, in any process: a function of a module, or a `partial` of one."""

_CHUNK = 8
_CHUNKS_A_WORKER = 4
_CHUNK_BYTES = 2_000_000
_HELD_BYTES = 50_000_000


class WorkerDied(JatsError):  # noqa: N818 - the name says what happened
    """Raised when a worker process was killed, by the system (out of memory) or by a person."""


def run(sources: Iterable[Source], options: Options) -> Iterator[Result]:
    """A result for each source, in order, as soon as it and those before it are ready.

    Memory does not grow with the number of sources. Raises `WorkerDied` after the results before it.
    """
    return each(sources, partial(validate_source, options=options), options.jobs)


def each(sources: Iterable[Source], work: Work[R], jobs: int) -> Iterator[R]:
    """The result of `work` for each source, in order, on that many processes (0: one per core); otherwise as `run`."""
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
        # Python waits for the workers at exit in any case, and may then fail on a pipe that is already closed.
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(workers, initializer=_ignore_interrupts)


def _streamed(pool: ProcessPoolExecutor, most: int, sources: Iterable[Source], work: Work[R]) -> Iterator[R]:
    waiting: deque[tuple[int, Future[list[R]]]] = deque()
    held = 0
    for chunk in _chunks(sources):
        size = sum(map(_size, chunk))
        waiting.append((size, pool.submit(_do_chunk, chunk, work)))
        held += size
        while len(waiting) >= most or (held > _HELD_BYTES and waiting):
            size, results = waiting.popleft()
            held -= size
            yield from results.result()
    for _size_held, results in waiting:
        yield from results.result()


def _chunks(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """A few sources at a time; large members of archives go alone, because their bytes are in memory."""
    chunk: list[Source] = []
    for source in sources:
        chunk.append(source)
        if len(chunk) == _CHUNK or sum(map(_size, chunk)) > _CHUNK_BYTES:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _size(source: Source) -> int:
    return len(source.data or b"")


def _do_chunk(chunk: list[Source], work: Work[R]) -> list[R]:
    return [work(source) for source in chunk]


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the parent process, which ends the workers in order."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
