"""What an article lacks for its variant, as fields of the input."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jats.draft import Path, show_path
from jats.elements.build import Element, WriteContext
from jats.elements.shapes import prefixed

_FIELDS: dict[str, tuple[Path, str]] = {
    "journal-id": (("journal", "ids"), "at least one, such as `ids: {publisher-id: …}`"),
    "issn": (("journal", "issn"), "at least one"),
    "article-title": (("title",), "one"),
    "contrib": (("authors",), "at least one"),
    "pub-date": (("published",), "at least one, with its year"),
    "abstract": (("abstract",), "at least one"),
}
"""The field that gives an element, and how many of it are wanted, in words."""

_PARTS = {
    "journal-meta": ("journal-id", "issn"),
    "title-group": ("article-title",),
    "contrib-group": ("contrib",),
}
"""The elements to ask for where one that only holds others is missing."""

_HOLDERS = ("article", "front", "journal-meta", "article-meta")
"""Elements that are written with whatever there is; all others are made only where they can be whole."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A field without which the variant allows no file, and what it wants, in words."""

    path: Path
    message: str

    @property
    def field(self) -> str:
        """The path as findings print it."""
        return show_path(self.path)


def missing(root: Element, context: WriteContext) -> list[Missing]:
    """The fields that must be filled in before the article can be valid; and those that point to nothing."""
    found = [Missing(path, message) for path, message in context.faults]
    for tag in _lacking(root, context):
        path, wanted = _FIELDS[tag]
        found.append(Missing(path, f"is missing: {context.variant} wants {wanted}"))
    return list(dict.fromkeys(found))


def _lacking(root: Element, context: WriteContext) -> Iterator[str]:
    """The elements that are required and aren't there, as far as fields give them."""
    for parent in root.iter(*_HOLDERS):
        name = prefixed(parent)
        there = [prefixed(child) for child in parent]
        if context.grammar.accepts(name, there):
            continue
        wanted = context.grammar.required_children(name)
        for tag in context.grammar.ranks(name) or ():
            if tag in wanted and tag not in there:
                yield from (part for part in _PARTS.get(tag, (tag,)) if part in _FIELDS)
