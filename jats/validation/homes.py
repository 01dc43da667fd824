"""Where elements belong by their nature, and what is meant by one in the wrong place."""

from __future__ import annotations

from functools import cache

from jats.vocab.tables import tabbed_rows

_METADATA = frozenset((
    "article", "article-meta", "contrib", "contrib-group", "front", "front-stub", "journal-meta", "journal-title-group",
    "title-group",
))  # fmt: skip


@cache
def natural_homes() -> dict[str, str]:
    """The elements that an element belongs in, with spaces between, by its name."""
    return dict(tabbed_rows("validation/natural_homes.txt"))


@cache
def meant_there() -> dict[tuple[str, str], tuple[str, str]]:
    """What is meant by an element in a parent that does not allow it: the element to write, and the words."""
    rows = tabbed_rows("validation/meant_there.tsv")
    return {(parent, name): (right, words) for parent, name, right, words in rows}


def out_of_metadata(parent: str) -> str:
    """The end of a message about a figure or another block of the text that is among the article's metadata."""
    return ": move it into <body>" if parent in _METADATA else ""
