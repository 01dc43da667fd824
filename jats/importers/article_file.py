"""The article file itself, so that every command takes it like any other format."""

from __future__ import annotations

from collections.abc import Iterator

from jats.article_file import SUFFIXES, read_article_file, read_fields
from jats.article_file.recognition import first_field
from jats.draft import Map
from jats.findings import Note
from jats.importers.registry import importer
from jats.importers.source import Source


def detects_article_file(source: Source) -> str | None:
    """Whether the name ends like an article file's, or the text begins with one of its fields."""
    if source.suffix in SUFFIXES and source.suffix != ".json":
        return f"its name ends in {source.suffix}"
    field = first_field(source.head)
    return None if field is None else f"its first field is {field}"


@importer("article-file", title="article file", suffixes=SUFFIXES, detects=detects_article_file, rank=1)
def read_file(source: Source, note: Note) -> Iterator[Map]:
    """The one article of an article file."""
    if source.suffix in SUFFIXES or source.name == "-":
        draft = read_article_file(source.data, source.name, note)
    else:
        draft = read_fields(
            source.data, source.name, ".json" if source.head.lstrip().startswith("{") else ".yaml", note
        )
    if draft is not None:
        yield draft
