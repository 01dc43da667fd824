"""Where elements belong by their nature, and what is meant by one in the wrong place."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent.parent / "data" / "validation" / "natural_homes.txt"
_MEANT_FILE = _FILE.with_name("meant_there.tsv")


@cache
def natural_homes() -> dict[str, str]:
    """The elements that an element belongs in, with spaces between, by its name."""
    rows = (line.split("\t") for line in _FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return dict(rows)


@cache
def meant_there() -> dict[tuple[str, str], tuple[str, str]]:
    """What is meant by an element in a parent that does not allow it: the element to write, and the words."""
    rows = (line.split("\t") for line in _MEANT_FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {(parent, name): (right, words) for parent, name, right, words in rows}
