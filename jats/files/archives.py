"""Articles out of archives, one at a time, never unpacked to disk: zip, and tar in its compressed forms."""

from __future__ import annotations

import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from jats.files.limits import LARGEST, reason, too_large

Member = tuple[str, bytes | None, str | None]
"""Name inside the archive, bytes, or what is wrong with it."""

_BROKEN = (
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


def read_archive(path: str, suffixes: tuple[str, ...]) -> Iterator[Member]:
    """Every article of the archive in its own order, then, if it can't be read to its end, why."""
    empty = True
    try:
        for member in _zip(path, suffixes) if path.lower().endswith((".zip", ".meca")) else _tar(path, suffixes):
            empty = False
            yield member
    except _BROKEN as error:
        yield "", None, f"is a damaged archive, read as far as it goes: {str(error) or 'it ends too early'}"
        return
    except OSError as error:
        yield "", None, _archive_reason(error)
        return
    if empty:
        yield "", None, f"holds no article: nothing in it ends in {' or '.join(suffixes)}"


def _zip(path: str, suffixes: tuple[str, ...]) -> Iterator[Member]:
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if info.is_dir() or not _wanted(info.filename, suffixes):
                continue
            if info.flag_bits & 1:
                yield info.filename, None, "is encrypted: unpack it with its password first"
                continue
            try:
                with archive.open(info) as file:
                    yield _read(info.filename, file)
            except (
                zipfile.BadZipFile,
                zlib.error,
                EOFError,
            ) as error:  # one damaged member; the directory names the rest
                yield info.filename, None, f"is damaged in the archive: {error}"


def _tar(path: str, suffixes: tuple[str, ...]) -> Iterator[Member]:
    with tarfile.open(path, "r|*") as archive:
        for info in archive:
            if info.isfile() and _wanted(info.name, suffixes) and (file := archive.extractfile(info)):
                yield _read(info.name, file)
            archive.members = []  # type: ignore[attr-defined]  # not in typeshed; tarfile keeps every header it saw: memory must not grow with the archive


def _read(name: str, file: IO[bytes]) -> Member:
    data = file.read(LARGEST + 1)
    return (name, None, too_large(len(data))) if len(data) > LARGEST else (name, data, None)


def _wanted(name: str, suffixes: tuple[str, ...]) -> bool:
    base = name.rsplit("/", 1)[-1]
    # "._x.xml" and "__MACOSX" are what macOS adds to archives; they hold no article.
    return base.lower().endswith(suffixes) and not base.startswith("._") and "__MACOSX/" not in name


def _archive_reason(error: OSError) -> str:
    return reason(error) if error.errno else f"is a damaged archive, read as far as it goes: {error}"
