"""Finds the inputs that a command line names: files, folders, patterns, `-`, `@list.txt` and archives.

Inputs come one at a time, in order, so that a million files need no more memory than one. What can't be read becomes a
source with its problem in plain words: one bad name never stops the others.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jats.errors import InputError
from jats.files.kinds import ARCHIVE_SUFFIXES, XML_SUFFIXES
from jats.files.limits import LARGEST, reason, too_large
from jats.messages.words import any_of

_PATTERN = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Source:
    """One input: `name` as people know it, then a file to read, or bytes that were read, or why it cannot be read.

    `found` says that nobody named it: it was found in a folder, in an archive or by a pattern.
    """

    name: str
    path: str | None = None
    data: bytes | None = None
    problem: str | None = None
    found: bool = False

    def read(self) -> bytes:
        """The bytes; raises `InputError` with a message that says what to do."""
        if self.problem is not None:
            raise InputError(self.problem)
        return self.data if self.data is not None else read_file(self.path or self.name)


def find_sources(names: Iterable[str], suffixes: tuple[str, ...] = XML_SUFFIXES) -> Iterator[Source]:
    """Every input that the names stand for, in the order of the names; files of a folder are sorted."""
    for name in names:
        if name == "-":
            yield _standard_input()
        elif name.startswith("@") and not os.path.lexists(name):
            yield from _listed(name[1:], suffixes)
        elif not os.path.lexists(name) and not _PATTERN.isdisjoint(name):
            yield from _matching(name, suffixes)
        else:
            yield from _existing(name, suffixes)


def read_file(path: str) -> bytes:
    """The bytes of a file; raises `InputError` if it is missing, not a regular file, unreadable or larger than `LARGEST`."""
    try:
        # O_NONBLOCK: a pipe that appears under a file's name must not make the program wait for a writer.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if problem := _not_a_file(status.st_mode):
                raise InputError(problem)
            if status.st_size > LARGEST:
                raise InputError(too_large(status.st_size))
            return file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(reason(error)) from error


def _problem(error: Exception) -> str:
    if isinstance(error, OSError):
        return reason(error)
    return str(error) if isinstance(error, InputError) else "this can't be the name of a file"


def _not_a_file(mode: int) -> str | None:
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISFIFO(mode):
        return "is a pipe, not a file: send it to standard input and name it as -"
    return "is a folder" if stat.S_ISDIR(mode) else "is a socket or a device, not a file"


def _existing(name: str, suffixes: tuple[str, ...]) -> Iterator[Source]:
    try:
        mode = os.stat(name).st_mode
    except (OSError, ValueError) as error:
        yield Source(name, problem=_problem(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(name, suffixes)
    elif stat.S_ISREG(mode) and name.lower().endswith(ARCHIVE_SUFFIXES):
        from jats.files.archives import read_archive

        for member, data, problem in read_archive(name, suffixes):
            yield Source(f"{name}/{member}" if member else name, data=data, problem=problem, found=bool(member))
    else:
        yield Source(name, path=name, problem=_not_a_file(mode))


def _folder(name: str, suffixes: tuple[str, ...]) -> Iterator[Source]:
    empty = True
    for source in _walk(name, suffixes, set()):
        empty = False
        yield source
    if empty:
        yield Source(name, problem=f"holds no article: no file in it ends in {_alternatives(suffixes)}")


def _walk(folder: str, suffixes: tuple[str, ...], seen: set[tuple[int, int]]) -> Iterator[Source]:
    try:
        status = os.stat(folder)
        if (status.st_dev, status.st_ino) in seen:  # a link that leads back up
            return
        seen.add((status.st_dev, status.st_ino))
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Source(folder, problem=reason(error))
        return
    for entry in entries:
        path = os.path.join(folder, entry.name)
        if os.path.isdir(path):
            if not entry.name.startswith("."):
                yield from _walk(path, suffixes, seen)
        elif entry.name.lower().endswith(suffixes):
            yield Source(os.path.normpath(path), path=path, found=True)


def _matching(pattern: str, suffixes: tuple[str, ...]) -> Iterator[Source]:
    import glob

    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield Source(pattern, problem="no file matches this pattern")
    for match in matches:
        yield from (replace(source, found=True) for source in _existing(match, suffixes))


def _listed(name: str, suffixes: tuple[str, ...]) -> Iterator[Source]:
    try:
        lines = sys.stdin.buffer.read() if name == "-" else read_file(name)
    except (InputError, OSError, ValueError) as error:
        yield Source("@" + name, problem=_problem(error))
        return
    for line in os.fsdecode(lines.removeprefix(b"\xef\xbb\xbf")).splitlines():
        if entry := line.strip():
            yield from _existing(entry, suffixes)


def _standard_input() -> Source:
    data = sys.stdin.buffer.read(LARGEST + 1)
    return Source("-", problem=too_large(len(data))) if len(data) > LARGEST else Source("-", data=data)


def _alternatives(suffixes: tuple[str, ...]) -> str:
    return any_of(suffixes)
