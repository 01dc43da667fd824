"""Runs many inputs in one process or several: one result each, in the order of the inputs, whatever one of them does."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from jats.errors import JatsError
from jats.files.sources import Source
from jats.options import Options
from jats.results import Result
from jats.validation.run import unfinished, validate_source

if TYPE_CHECKING:
    from jats.workers import Worker

R = TypeVar("R")

_AHEAD = 16
"""The number of inputs that a worker has at a time, so that it never waits."""
_HELD_BYTES = 50_000_000
_MOST_FAILED_STARTS = 3


@dataclass(frozen=True, slots=True)
class Work(Generic[R]):
    """What to do with one source in any process, and the result for one that was not finished, with the reason in words.

    Both are functions of a module, or `partial`s of one.
    """

    run: Callable[[Source], R]
    unfinished: Callable[[Source, str], R]


class WorkerDied(JatsError):  # noqa: N818 - the name says what happened
    """Raised when worker processes cannot be started."""


def run(sources: Iterable[Source], options: Options) -> Iterator[Result]:
    """A result for each source, in order, as soon as it and those before it are ready.

    Memory does not grow with the number of sources.
    """
    work = Work(partial(validate_source, options=options), unfinished)
    return each(sources, work, options.jobs, options.time_limit)


def each(sources: Iterable[Source], work: Work[R], jobs: int, limit: float = 0) -> Iterator[R]:
    """The result of `work` for each source, in order, on that many processes (0: one per core); otherwise as `run`.

    A source that takes more than `limit` seconds (0: no limit), or whose worker dies, has the result that it was not finished.
    """
    from jats.time_limits import limited

    if jobs == 1:
        yield from (limited(work.run, work.unfinished, source, limit) for source in sources)
    else:
        yield from _Run(sources, work, jobs or os.cpu_count() or 1, limit).results()


class _Run(Generic[R]):
    """Several workers, the sources that they have, and the results that wait for those before them."""

    def __init__(self, sources: Iterable[Source], work: Work[R], workers: int, limit: float) -> None:
        self._sources = enumerate(sources)
        self._work, self._limit = work, limit
        self._number = workers
        self._workers: list[Worker[R]] = []
        self._again: deque[tuple[int, Source]] = deque()
        self._ready: dict[int, R | JatsError] = {}
        self._size: dict[int, int] = {}
        self._next = 0
        self._failed_starts = 0
        self._ended = False

    def results(self) -> Iterator[R]:
        """The results, in order."""
        try:
            while True:
                self._give()
                while self._next in self._ready:
                    self._size.pop(self._next, None)
                    result = self._ready.pop(self._next)
                    self._next += 1
                    if isinstance(result, JatsError):
                        raise result
                    yield result
                    self._give()
                if not any(worker.waiting for worker in self._workers) and not self._again:
                    return
                self._receive()
        finally:
            for worker in self._workers:
                worker.stop()

    def _give(self) -> None:
        """Give each worker enough to do; the large members of archives only a few at a time, because they are in memory."""
        while (worker := self._idlest()) is not None and (task := self._task()) is not None:
            self._size[task[0]] = len(task[1].data or b"")
            worker.give(*task)

    def _idlest(self) -> Worker[R] | None:
        from jats.workers import Worker

        if sum(self._size.values()) > _HELD_BYTES or len(self._ready) > _AHEAD * self._number:
            return None
        least = min(self._workers, key=lambda worker: len(worker.waiting), default=None)
        if len(self._workers) < self._number and (least is None or least.waiting) and not self._finished():
            self._workers.append(Worker(self._work.run, self._work.unfinished, self._limit))
            return self._workers[-1]
        return least if least is not None and len(least.waiting) < _AHEAD else None

    def _finished(self) -> bool:
        return self._ended and not self._again

    def _task(self) -> tuple[int, Source] | None:
        if self._again:
            return self._again.popleft()
        task = next(self._sources, None)
        self._ended = task is None
        return task

    def _receive(self) -> None:
        from jats.workers import wait_for

        for worker in wait_for(self._workers):
            for number, result in worker.results():
                self._ready[number] = result
                self._failed_starts = 0
            if reason := worker.problem():
                self._replace(worker, reason)

    def _replace(self, worker: Worker[R], reason: str) -> None:
        """Do without a worker that died or hangs: the source in work is not finished, the others go to another worker."""
        self._workers.remove(worker)
        worker.kill()
        waiting = list(worker.waiting.items())
        if not worker.started:
            self._failed_starts += 1
            if self._failed_starts >= _MOST_FAILED_STARTS:
                raise WorkerDied("worker processes cannot be started (out of memory?): try fewer --jobs")
        elif waiting:
            number, source = waiting.pop(0)
            self._ready[number] = self._work.unfinished(source, reason)
        self._again.extendleft(reversed(waiting))
