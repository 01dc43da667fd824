"""Files of tagged lines, as RIS and MEDLINE: a tag and a value a line, and a value may go on in the next lines.

rispy, which writes RIS for us, reads it too, but it knows no lines, drops a record that has no end, and is silent about text
between the records; a test compares both on real files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from jats.draft import Text
from jats.findings import Place

LONGEST = 200_000
"""Characters of a value; what is longer is cut by the caller's finding."""


class Tagged(NamedTuple):
    """A tag and its value."""

    tag: str
    value: Text


@dataclass(slots=True)
class Lines:
    """One record: where it starts, and its tags in order."""

    place: Place
    tags: list[Tagged] = field(default_factory=list)
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """How lines look: the pattern of a tag and its value, the tag that starts a record, the one that ends it, if any."""

    line: re.Pattern[str]
    start: str
    end: str | None
    joint: str


def records(text: str, file: str, form: Form) -> tuple[list[Lines], list[Text]]:
    """The records of a file, and the lines that are in none."""
    found: list[Lines] = []
    stray: list[Text] = []
    for number, line in enumerate(text.split("\n"), 1):
        match = form.line.match(line)
        current = found[-1] if found and not found[-1].closed else None
        if match is None:
            _go_on(line, number, current, stray, file, form)
            continue
        tag, place = match[1].upper(), Place(file, number, match.start(2) + 1)
        if tag == form.start:
            current = Lines(Place(file, number, 1))
            found.append(current)
        if current is None:
            if tag != form.end:
                stray.append(Text(line.strip(), Place(file, number, 1)))
        elif tag == form.end:
            current.closed = True
        else:
            current.tags.append(Tagged(tag, Text(match[2].strip(), place)))
    return found, stray


def _go_on(line: str, number: int, current: Lines | None, stray: list[Text], file: str, form: Form) -> None:
    """A line without a tag continues the value before it, or is in no record."""
    more = line.strip()
    if not more:
        return
    if current is None or not current.tags:
        stray.append(Text(more, Place(file, number, len(line) - len(line.lstrip()) + 1)))
        return
    value = current.tags[-1].value
    if len(value.value) < LONGEST:
        value.value += (form.joint if value.value else "") + more


def of(lines: Lines, *tags: str) -> Iterator[Tagged]:
    """The values of some tags, in the order of the file."""
    return (one for one in lines.tags if one.tag in tags)
