"""JATS elements that are carried: those that an editor may write in a text in JATS's own markup."""

from __future__ import annotations

from functools import cache

from jats.vocab.tables import rows


@cache
def block_elements() -> frozenset[str]:
    """The names of elements that may be where paragraphs are."""
    return _names("block")


@cache
def carried_elements() -> frozenset[str]:
    """The names of all that may be in running text; in a paragraph that is so of most of the blocks too."""
    return block_elements() | _names("inline")


def _names(where: str) -> frozenset[str]:
    return frozenset(name for kind, _, names in rows("carried") if kind == where for name in names.split())
