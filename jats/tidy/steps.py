"""DRAFT → DRAFT, the same said better; every change is noted with its place."""

from __future__ import annotations

from collections.abc import Callable

from jats.draft import Map
from jats.findings import Note
from jats.tidy.identifiers import tidy_identifiers
from jats.tidy.names import propose_latin_names
from jats.tidy.text import tidy_text
from jats.tidy.titles import tidy_titles
from jats.tidy.written import read_written

STEPS: tuple[Callable[[Map, Note, frozenset[str]], None], ...] = (
    tidy_identifiers,
    read_written,
    tidy_text,
    tidy_titles,
    propose_latin_names,
)
"""The steps in order."""


def run(draft: Map, note: Note, keep: frozenset[str] = frozenset()) -> Map:
    """The draft after every step; what the codes in `keep` would change stays as it is."""
    for step in STEPS:
        step(draft, note, keep)
    return draft
