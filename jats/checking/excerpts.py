"""The line of an article file that a finding is about, to be shown with it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from jats.article_file.encoding import decode_any
from jats.findings import Place
from jats.results import Excerpt

_BINARY = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


def lines_of(data: bytes) -> tuple[str, ...]:
    """The lines of a file, for showing, in the likely encoding; none of a binary file, whose places are not lines of text."""
    if data.startswith(_BINARY):
        return ()
    return tuple(decode_any(data).text.split("\n"))


def lines_of_file(name: str) -> tuple[str, ...]:
    """The lines of another file, such as the journal's, that a finding is about; none if it cannot be read now."""
    try:
        return _lines_of_path(name, os.stat(name).st_mtime_ns)
    except OSError:
        return ()


@lru_cache(maxsize=8)
def _lines_of_path(name: str, _changed: int) -> tuple[str, ...]:
    return lines_of(Path(name).read_bytes())


_WIDEST = 500
"""Characters of a value that are underlined: many findings may be about one long value."""


def excerpt_at(place: Place, lines: Sequence[str], value: str = "") -> Excerpt | None:
    """The line at a place of the file whose lines these are; `value`, if it is known, is underlined, else the rest of the line.

    `None` if the place has no line or column, or the file has changed since.
    """
    if place.line is None or place.column is None or place.line > len(lines):
        return None
    line, start, value = lines[place.line - 1], place.column - 1, value[:_WIDEST]
    at = line.find(value, start, start + 1 + len(value)) if value else -1  # after a quotation mark at most
    width = len(line.rstrip()) - start if at < 0 else len(value)
    return Excerpt(line, start if at < 0 else at, max(1, width))
