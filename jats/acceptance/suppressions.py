"""Findings that somebody has looked at and suppressed, with the reason beside them in the file itself.

In an article file a comment on the finding's line or right above it, in XML an instruction before or inside its element:

    orcid: 0000-0002-1825-0098  # jats: ignore COM105 the person's own spelling, asked in May
    <?jats-ignore COM105 the person's own spelling, asked in May?>
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jats.acceptance.selection import cannot_be_suppressed
from jats.findings import Finding, Place

TARGET = "jats-ignore"
_COMMENT = re.compile(r"#[ \t]*jats:[ \t]*ignore\b(.*)")
_CODES = re.compile(r"\s*([A-Z][A-Z0-9._-]*(?:\s*,\s*[A-Z][A-Z0-9._-]*)*)(?=\s|$)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Suppression:
    """Codes, or beginnings of codes, that are suppressed; without a `reason`, or without codes, it does nothing."""

    codes: tuple[str, ...]
    reason: str
    place: Place

    @property
    def counts(self) -> bool:
        """Whether it says what is suppressed and why."""
        return bool(self.codes and self.reason)

    def fits(self, finding: Finding) -> bool:
        """Whether a finding of its codes is suppressed; errors of the input and the schema never are."""
        return self.counts and finding.code.startswith(self.codes) and not cannot_be_suppressed(finding)


def parse_suppression(text: str, place: Place) -> Suppression:
    """What is after `jats: ignore`: codes with commas between them, then the reason."""
    found = _CODES.match(text)
    if found is None:
        return Suppression((), " ".join(text.split()), place)
    return Suppression(tuple(re.split(r"(?<!\s)\s*,\s*", found[1])), " ".join(found[2].split()), place)


def in_article_file(text: str, name: str, is_comment: Callable[[int], bool]) -> Iterator[tuple[Suppression, range]]:
    """The suppressions in an article file, each with the lines that it is for, counted from 1.

    `is_comment` answers whether a comment begins at an index, for `#` may be in a text as well.
    """
    lines = text.split("\n")
    after = _next_lines(lines)
    at = 0
    for number, line in enumerate(lines, 1):
        found = _COMMENT.search(line)
        if found and is_comment(at + found.start()):
            place = Place(name, number, found.start() + 1)
            last = number if line[: found.start()].strip() else after[number]
            yield parse_suppression(found[1], place), range(number, last + 1)
        at += len(line) + 1


def _next_lines(lines: list[str]) -> list[int]:
    """For the line of each number, the number of the first line after it that is not a comment."""
    after = [len(lines) + 1]
    for number in range(len(lines) - 1, -1, -1):
        after.append(after[-1] if lines[number].lstrip().startswith("#") else number + 1)
    return after[::-1]
