"""A cited work inside an element that is itself about it: `<product>`, `<related-article>`, `<related-object>`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jats.draft import Path
from jats.elements.build import Child, Cursor, empty_element
from jats.elements.custom import all_to_custom_meta, fits_or_custom_meta
from jats.elements.references.fields import ATTRIBUTES, fields
from jats.elements.references.labelled import marks_in
from jats.elements.references.parts import CitationPart, Field, Group, Whole
from jats.elements.references.printed import write_marked
from jats.elements.references.structured import add_people, write_annotation, write_field
from jats.model.references import Work


def write_work(work: Work, parent: str, at: Cursor) -> list[Child]:
    """What is in `parent`: the text as printed with its fields marked, and after it the fields that it does not say."""
    _to_custom_meta(work, parent, at)
    annotation = write_annotation(work, at) if work.annotation and at.can(parent, "annotation") else None
    parts = list(_as_it_may_stand(fields(work, at), parent, at))
    if not work.text:
        return [*_write_parts(parts, parent, at), annotation]
    found, missing = marks_in(work.text, parts, at)
    marks = [mark for mark in found if at.can(parent, mark.tag)]
    end = len(work.text.plain()) + 1
    printed = write_marked(work.text, marks, (0, end), (at / "text", parent))
    unsaid = _unsaid(parts, missing)
    return [*printed, *(one for part in unsaid for one in (" ", *_write_parts([part], parent, at))), annotation]


def _to_custom_meta(work: Work, parent: str, at: Cursor) -> None:
    """What only a citation has room for."""
    for name in ATTRIBUTES & work.model_fields_set:
        all_to_custom_meta(getattr(work, name), f"@{name}", parent, at / name)
    if work.annotation:
        fits_or_custom_meta(parent, "annotation", work.annotation, at / "annotation")


def _as_it_may_stand(parts: Iterator[CitationPart], parent: str, at: Cursor) -> Iterator[CitationPart]:
    """A printed date that the place can't hold is a comment, as it is in a citation that can't."""
    for part in parts:
        if isinstance(part, Field) and part.tag == "string-date" and not at.can(parent, part.tag):
            Cursor(at.context, at.path + part.path).lose(part.tag, parent, "as comment")
            yield Field(part.path, "comment", part.content, {"content-type": "date"})
        else:
            yield part


def _unsaid(parts: Sequence[CitationPart], missing: Sequence[tuple[Path, str]]) -> list[CitationPart]:
    """The fields that the text doesn't say; of people of whom some are missing, all."""
    absent = {path[:size] for path, _ in missing for size in range(len(path) + 1)}  # and what they are in
    etal = ("etal",) in absent
    return [part for part in parts if part.path in absent or (isinstance(part, Group) and part.etal and etal)]


def _write_parts(parts: Sequence[CitationPart], parent: str, at: Cursor) -> list[Child]:
    children: list[Child] = []
    for part in parts:
        if isinstance(part, Group):
            holder = empty_element(parent, at)
            add_people(holder, part, at)
            children += list(holder)
            del at.context.origins[holder]
        else:
            children.append(part.make() if isinstance(part, Whole) else write_field(part, at))
    return children
