"""What an article lacks for its variant, as fields of the input."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jats.draft import Path, show_path
from jats.elements.build import Element, WriteContext
from jats.elements.shapes import prefixed

_FIELDS: dict[str, tuple[Path, str]] = {
    "issn": (("journal", "issn"), "issn: {electronic: 1234-5679}, with the journal's own number"),
    "article-title": (("title",), "title: and the article's title"),
    "contrib": (("authors",), 'authors: ["Roe, Jane"], with the authors\' names'),
    "pub-date": (("published",), "published: {electronic: 2024-03-05}, with the date of publication"),
    "abstract": (("abstract",), "abstract: and the abstract"),
}
"""The field that gives an element, and what to write; a journal without ids has its ISSN as `<journal-id>`."""

_PARTS = {
    "journal-meta": ("issn",),
    "title-group": ("article-title",),
    "contrib-group": ("contrib",),
}
"""The elements to ask for if one that only holds others is missing."""

_HOLDERS = ("article", "front", "journal-meta", "article-meta")
"""Elements that are written with whatever there is; all others are written only if they can be whole."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A field without which the variant allows no file; what to say if it is missing, and if it is empty."""

    path: Path
    message: str
    if_empty: str = "is empty: write a value"

    @property
    def field(self) -> str:
        """The path as findings print it."""
        return show_path(self.path)


def missing(root: Element, context: WriteContext) -> list[Missing]:
    """The fields that must be filled in before the article can be valid; and those that point to nothing."""
    found = [Missing(path, message) for path, message in context.faults]
    for tag in _lacking(root, context):
        path, written = _FIELDS[tag]
        found.append(Missing(path, f"is missing: write {written}", f"is empty: write {written}"))
    return list(dict.fromkeys(found))


def _lacking(root: Element, context: WriteContext) -> Iterator[str]:
    """The elements that are required and not there, as far as fields give them."""
    for parent in root.iter(*_HOLDERS):
        name = prefixed(parent)
        there = [prefixed(child) for child in parent]
        if context.grammar.accepts(name, there):
            continue
        wanted = context.grammar.required_children(name)
        for tag in context.grammar.ranks(name) or ():
            if tag in wanted and tag not in there:
                yield from (part for part in _PARTS.get(tag, (tag,)) if part in _FIELDS)
