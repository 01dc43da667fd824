"""The importers of RIS, BibTeX, CSL-JSON and MEDLINE: each record of a file is an article."""

from __future__ import annotations

from collections.abc import Iterator

from jats.citations.formats import detection
from jats.citations.formats.records import Doubt, Record
from jats.draft import Map
from jats.findings import Note
from jats.importers import codes
from jats.importers.bibliography.articles import draft_of
from jats.importers.bibliography.codes import part_unreadable
from jats.importers.registry import importer
from jats.importers.source import Source


def _drafts(read: tuple[list[Record], list[Doubt]], title: str, source: Source, note: Note) -> Iterator[Map]:
    """An article for each record; what is wrong with the file as a whole is reported with the first."""
    records, doubts = read
    for doubt in doubts:
        note(part_unreadable(doubt.place, (), doubt.words))
    for record in records:
        yield draft_of(record, title, note)
    if not records and not doubts:
        note(codes.no_article(source.place(1), (), title))


@importer("ris", title="RIS", suffixes=(".ris",), detects=lambda source: detection.detect_ris(source.head))
def read_ris_articles(source: Source, note: Note) -> Iterator[Map]:
    """One draft for each record."""
    from jats.citations.formats.ris_reading import read_ris

    yield from _drafts(read_ris(source.text, source.name), "RIS", source, note)


@importer(
    "nbib",
    title="MEDLINE (.nbib)",
    suffixes=(".nbib", ".txt"),
    detects=lambda source: detection.detect_nbib(source.head),
)
def read_nbib_articles(source: Source, note: Note) -> Iterator[Map]:
    """One draft for each record."""
    from jats.citations.formats.nbib_reading import read_nbib

    yield from _drafts(read_nbib(source.text, source.name), "MEDLINE", source, note)


@importer(
    "bibtex", title="BibTeX", suffixes=(".bib", ".bibtex"), detects=lambda source: detection.detect_bibtex(source.head)
)
def read_bibtex_articles(source: Source, note: Note) -> Iterator[Map]:
    """One draft for each entry."""
    from jats.citations.formats.bibtex_reading import read_bibtex

    yield from _drafts(read_bibtex(source.text, source.name), "BibTeX", source, note)


@importer(
    "csl-json", title="CSL-JSON", suffixes=(".json", ".csl"), detects=lambda source: detection.detect_csl(source.head)
)
def read_csl_articles(source: Source, note: Note) -> Iterator[Map]:
    """One draft for each item."""
    from jats.citations.formats.csl_reading import read_csl
    from jats.importers.json_source import read_json

    root = read_json(source, note)
    if root is not None:
        yield from _drafts(read_csl(root), "CSL-JSON", source, note)
