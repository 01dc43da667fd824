"""DRAFT → DRAFT, the same said better; every change is noted with its place."""

from __future__ import annotations

from collections.abc import Callable

from jats.draft import Map
from jats.findings import Note
from jats.tidy.identifiers import tidy_identifiers

STEPS: tuple[Callable[[Map, Note], None], ...] = (tidy_identifiers,)
"""The steps in order."""


def run(draft: Map, note: Note) -> Map:
    """The draft after every step."""
    for step in STEPS:
        step(draft, note)
    return draft
