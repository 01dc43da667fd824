"""The place of an error that the parser names, and the text around it."""

from __future__ import annotations

import re
from dataclasses import dataclass


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """The line and the column of an offset in a text, both from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


@dataclass(frozen=True, slots=True)
class ParserSpot:
    """The place of an error: what the parser said, the text from the last `<` before it, and the rest of its line.

    `at` is the offset of that `<`.
    """

    said: re.Match[str]
    data: bytes
    text: str
    line: int
    before: str
    after: str
    at: int
