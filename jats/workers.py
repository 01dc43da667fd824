"""One worker process: it gets inputs one after the other and gives a result for each; its parent sees it hang or die."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from jats.errors import JatsError
from jats.files.sources import Source
from jats.time_limits import limited, too_slow

R = TypeVar("R")

_GRACE = 5.0
"""Seconds beyond the limit that a worker has at most to end its work by itself."""
_ASK_FOR_PARENT = 5.0


class Worker(Generic[R]):
    """A process and the sources that it has, by their numbers; the first of them is the one in work."""

    def __init__(self, run: Callable[[Source], R], unfinished: Callable[[Source, str], R], limit: float) -> None:
        self.waiting: dict[int, Source] = {}
        self.started = False
        self._limit = limit
        self._ended = False
        self._since = time.monotonic()
        self._connection, other = Pipe()
        arguments = (other, run, unfinished, limit, os.getpid())
        self._process = get_context().Process(target=_serve, args=arguments, daemon=True)
        self._process.start()
        other.close()

    def give(self, number: int, source: Source) -> None:
        """Send a source; a dead worker is noticed when its results are awaited."""
        if not self.waiting:
            self._since = time.monotonic()
        self.waiting[number] = source
        try:
            self._connection.send((number, source))
        except OSError:
            self._ended = True

    def results(self) -> Iterator[tuple[int, R | JatsError]]:
        """The results that are there, or the errors that ended the work."""
        try:
            while self._connection.poll():
                number, result = self._connection.recv()
                self._since = time.monotonic()
                self.started = True
                if number is not None:
                    del self.waiting[number]
                    yield number, result
        except (EOFError, OSError):
            self._ended = True

    def problem(self) -> str:
        """Why the source in work will not be finished, empty if all is well."""
        if self._ended or not self._process.is_alive():
            return "was not finished: its process was ended, perhaps because the memory was full"
        if self.waiting and time.monotonic() > self.deadline():
            return too_slow(self._limit)
        return ""

    def deadline(self) -> float:
        """The time at which the worker is to be ended if it has given nothing by then."""
        return self._since + self._limit + min(self._limit, _GRACE) if self._limit > 0 else float("inf")

    def events(self) -> tuple[Any, Any]:
        """What is ready when there are results, or when the process has died."""
        return self._connection, self._process.sentinel

    def stop(self) -> None:
        """End the process after the source in work."""
        try:
            self._connection.send(None)
        except OSError:
            self._ended = True
        while self._process.is_alive() and time.monotonic() < self._since + self._limit + min(self._limit, _GRACE):
            list(self.results())  # it may wait to send one
            self._process.join(0.05)
        self.kill()

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
        self._connection.close()


def wait_for(workers: Sequence[Worker[R]]) -> list[Worker[R]]:
    """The workers, after one of them has results, has died or is out of time."""
    first = min((worker.deadline() for worker in workers if worker.waiting), default=float("inf"))
    seconds = max(0.0, first - time.monotonic())
    wait([event for worker in workers for event in worker.events()], None if seconds == float("inf") else seconds)
    return list(workers)


def _serve(
    connection: Connection,
    run: Callable[[Source], R],
    unfinished: Callable[[Source, str], R],
    limit: float,
    parent: int,
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends the workers in order
    tasks: SimpleQueue[tuple[int, Source] | None] = SimpleQueue()
    over = threading.Event()
    threading.Thread(target=_listen, args=(connection, tasks, over, parent), daemon=True).start()
    try:
        connection.send((None, None))
        while (task := tasks.get()) is not None and not over.is_set():
            number, source = task
            try:
                result: R | JatsError = limited(run, unfinished, source, limit)
            except JatsError as error:
                result = error
            connection.send((number, result))
    except OSError:  # the parent is gone
        return


def _listen(
    connection: Connection, tasks: SimpleQueue[tuple[int, Source] | None], over: threading.Event, parent: int
) -> None:
    """Take what the parent sends at once, so that it never waits; end if it is gone."""
    try:
        while True:
            while not connection.poll(_ASK_FOR_PARENT):
                if os.getppid() != parent:
                    os._exit(1)
            task = connection.recv()
            if task is None:
                break
            tasks.put(task)
    except (EOFError, OSError):
        pass
    over.set()
    tasks.put(None)
