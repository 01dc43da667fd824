"""A cited work inside an element that is itself about it: `<product>`, `<related-article>`, `<related-object>`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jats.draft import Path
from jats.elements.build import At, Child, bare
from jats.elements.references.fields import Field, Group, fields
from jats.elements.references.marks import Marking
from jats.elements.references.printed import write_marked
from jats.elements.references.structured import add_people, write_field
from jats.model.references import Reference


def write_work(work: Reference, parent: str, at: At) -> list[Child]:
    """What stands in `parent`: the text as printed with its fields marked, and behind it the fields that it doesn't say."""
    parts = list(_as_it_may_stand(fields(work, at), parent, at))
    if not work.text:
        return _write_parts(parts, parent, at)
    marking = Marking(work.text, at)
    marking.mark_all(parts)
    marks = [mark for mark in marking.marks if at.can(parent, mark.tag)]
    end = len(work.text.plain()) + 1
    printed = write_marked(work.text, marks, (0, end), (at / "text", parent))
    unsaid = _unsaid(parts, marking.missing)
    return [*printed, *(one for part in unsaid for one in (" ", *_write_parts([part], parent, at)))]


def _as_it_may_stand(parts: Iterator[Field | Group], parent: str, at: At) -> Iterator[Field | Group]:
    """A printed date that the place can't hold is a comment, as it is in a citation that can't."""
    for part in parts:
        if isinstance(part, Field) and part.tag == "string-date" and not at.can(parent, part.tag):
            At(at.writing, at.path + part.path).lose(part.tag, parent, "as comment")
            yield Field(part.path, "comment", part.content, {"content-type": "date"})
        else:
            yield part


def _unsaid(parts: Sequence[Field | Group], missing: Sequence[tuple[Path, str]]) -> list[Field | Group]:
    """The fields that the text doesn't say; of people of whom some are missing, all."""
    absent = [path for path, _ in missing]
    return [
        part
        for part in parts
        if any(path[: len(part.path)] == part.path for path in absent)
        or (isinstance(part, Group) and part.etal and ("etal",) in absent)
    ]


def _write_parts(parts: Sequence[Field | Group], parent: str, at: At) -> list[Child]:
    children: list[Child] = []
    for part in parts:
        if isinstance(part, Group):
            holder = bare(parent, at)
            add_people(holder, part, at)
            children += list(holder)
            del at.writing.origins[holder]
        else:
            children.append(write_field(part, at))
    return children
