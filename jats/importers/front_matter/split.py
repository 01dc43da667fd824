"""A paper in Markdown → its front matter, as fields with their lines, and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jats.article_file.from_yaml import read_yaml
from jats.draft import Map
from jats.findings import Note

_OPEN = re.compile(r"\A\ufeff?(?:[ \t]*\n)*---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_PART = re.compile(r"""^\+\+\+[ \t]*(\{[^\n]*)?$""", re.MULTILINE)
_PART_NAME = re.compile(r"""["']?(?:part|tags?)["']?\s*:\s*\[?\s*["']?([\w-]+)""")


@dataclass(frozen=True, slots=True)
class Split:
    """`yaml` has a blank line for each line before the front matter, so that its lines are those of the file."""

    yaml: str
    text: str
    offset: int
    """Where the text starts in the file."""


def split_front_matter(text: str) -> Split | None:
    """The front matter of a paper and its text; None if it does not begin with one."""
    opened = _OPEN.match(text)
    closed = _CLOSE.search(text, opened.end()) if opened else None
    if opened is None or closed is None:
        return None
    lines = opened[0].count("\n")
    return Split("\n" * lines + text[opened.end() : closed.start()], text[closed.end() :], closed.end())


def read_fields(yaml: str, name: str, note: Note) -> Map | None:
    """The fields of YAML, as those of an article file are read; None if they cannot be read, with the reason noted."""
    return read_yaml(yaml, name, note)


def parts_of(text: str) -> Iterator[tuple[str, str, int]]:
    """The parts of a MyST page that name themselves (`+++ {"part": "abstract"}`): name, text, and where it starts."""
    marks = list(_PART.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=False):
        named = _PART_NAME.search(mark[1] or "")
        body = text[mark.end() : end]
        if named and body.strip():
            yield named[1].lower(), body.strip(), mark.end() + len(body) - len(body.lstrip())
