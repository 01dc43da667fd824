"""Text pages: an article as it is on a journal's site, or copied from a PDF, in any layout and language.

`read_lines` reads the lines of any document: text pages give one block per line, Word files and web pages one per paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.draft import Map
from jats.findings import Note
from jats.importers.registry import importer
from jats.importers.source import Source
from jats.importers.text_page.blocks import Block

__all__ = ["Block", "blocks_of", "read_lines", "read_text_page"]

_OTHER = re.compile(
    (
        r"\s*(?:<[!?A-Za-z]|[{\[]\s*[\"{\[]|%PDF|PK\x03\x04|@[A-Za-z]+\s*\{|TY\s{1,2}-|%0 |PMID-|---\s*$"
        r"|(?:format|title|language|doi|journal)\s*:\s)"
    ),
    re.MULTILINE,
)
_BROKEN_LINE = re.compile(r"\r\n|\r|\n|\f|\u2028|\u2029|\v")
_LEAST = 40
_SIGNS = re.compile(r"\x00|[\x01-\x08\x0e-\x1f]")


def blocks_of(source: Source) -> list[Block]:
    """The lines of a text, each with its place; blank lines become gaps."""
    made: list[Block] = []
    gap = False
    for number, line in enumerate(_BROKEN_LINE.split(source.text), 1):
        if not line.strip():
            gap = True
            continue
        made.append(Block(line, source.place(number), gap=gap))
        gap = False
    return made


def _detects(source: Source) -> str | None:
    """Whether a text has a label, a DOI or an issue line of an article."""
    from jats.importers.text_page.issue_line import read_issue_line
    from jats.importers.text_page.labels import label_at
    from jats.importers.text_page.values import find_doi

    head = source.head
    if len(head.strip()) < _LEAST or _SIGNS.search(head) or _OTHER.match(head.lstrip("\ufeff")):
        return None
    for line in head.splitlines():
        label = label_at(line[:400])
        if label and label.kind in ("abstract", "keywords", "references", "citation", "udc", "received", "authors"):
            return f"it has the label {line[label.start : label.end].strip(' :.')[:40]!r}"
    for line in head.splitlines():
        found = read_issue_line(line) if len(line) < 260 else None
        if found and found.facts > 1:
            return "one of its lines names an issue"
        if len(line) < 200 and find_doi(line):
            return "one of its lines is a DOI"
    return None


@importer("text", title="text page", suffixes=(".txt", ".text"), detects=_detects, rank=9)
def read_text_page(source: Source, note: Note) -> Iterator[Map]:
    """The article that a page describes."""
    blocks = blocks_of(source)
    if blocks:
        yield read_lines(blocks, note, keep_phones=source.keep_phones)


def read_lines(blocks: list[Block], note: Note, *, keep_phones: bool = False) -> Map:
    """The draft of the article that some lines, or paragraphs, describe; see `reader.read_lines`."""
    from jats.importers.text_page import reader

    return reader.read_lines(blocks, note, keep_phones=keep_phones)
