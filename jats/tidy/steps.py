"""DRAFT → DRAFT, the same said better; every change is noted with its place."""

from __future__ import annotations

from collections.abc import Callable

from jats.draft import Map
from jats.findings import Note
from jats.tidy.identifiers import tidy_identifiers
from jats.tidy.names import propose_latin_names
from jats.tidy.references import ReadMarks, parse_references
from jats.tidy.repeats import check_references
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
"""The steps in order; then come `parse_references`, which needs to know what marks a text has, and checks of the lists."""


def run(draft: Map, note: Note, keep: frozenset[str] = frozenset(), read_marks: ReadMarks = lambda _text: None) -> Map:
    """The draft after every step; what the codes in `keep` would change stays as it is.

    Without `read_marks`, references with marks such as `<i>` stay unparsed.
    """
    for step in STEPS:
        step(draft, note, keep)
    parse_references(draft, note, keep, read_marks)
    check_references(draft, note, keep)
    return draft
