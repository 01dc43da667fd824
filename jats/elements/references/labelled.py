"""A printed reference that was parsed → the marks of its fields, by their characters: nothing is searched for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jats.draft import Path
from jats.elements.build import Cursor
from jats.elements.references.from_spans import TAGS, Labelled, people_marks
from jats.elements.references.marks import Mark, Marking
from jats.elements.references.parts import CitationPart, Field
from jats.elements.references.places import CharRange, Printed
from jats.model.inline import Inline, LabelledInline

_PATHS: dict[str, Path] = {
    "article_title": ("title",), "chapter_title": ("title",), "trans_title": ("trans_title",), "source": ("source",),
    "trans_source": ("trans_source",), "series": ("series",), "edition": ("edition",), "volume": ("volume",),
    "issue": ("issue",), "supplement": ("supplement",), "fpage": ("pages", "first"), "lpage": ("pages", "last"),
    "elocation": ("elocation_id",), "size": ("total_pages",), "year": ("date", "year"), "month": ("date", "month"),
    "publisher": ("publisher", 0),
    "publisher_loc": ("place", 0), "conf_name": ("conference", "name"), "conf_loc": ("conference", "place"),
    "conf_date": ("conference", "date"), "date_in_citation": ("accessed",), "isbn": ("isbn",), "issn": ("issn",),
    "doi": ("doi",), "pmid": ("pmid",), "pmcid": ("pmcid",), "arxiv": ("ids", "arxiv"), "degree": ("degree",),
    "number": ("number",),
}  # fmt: skip
"""Label → the field of the work that has its value."""


def marks_in(
    text: Inline, parts: Sequence[CitationPart], at: Cursor
) -> tuple[Sequence[Mark], Sequence[tuple[Path, str]]]:
    """The marks in a text, and the fields that are not in it; in a text that was parsed all are."""
    if isinstance(text, LabelledInline):
        return labelled_marks(text, parts, at), ()
    marking = Marking(text, at)
    marking.mark_all(parts)
    return marking.marks, marking.missing


def labelled_marks(text: LabelledInline, parts: Sequence[CitationPart], at: Cursor) -> list[Mark]:
    """The marks of a text, each as the element that its field has in this variant, in order, without overlaps."""
    printed = Printed.of(text)
    found = [*people_marks(printed.text, text.labels), *_fields(printed.text, text.labels, parts)]
    marks: list[Mark] = []
    for mark in sorted(found, key=lambda one: one.place):
        if (
            (not marks or marks[-1].place[1] <= mark.place[0])
            and _fits(mark, printed, at)
            and not _cut(mark, parts, at)
        ):
            marks.append(mark)
    return marks


def _fields(text: str, labels: Sequence[Labelled], parts: Sequence[CitationPart]) -> Iterator[Mark]:
    single = [part for part in parts if isinstance(part, Field)]
    for start, end, label in labels:
        value = text[start:end]
        field = _field(label, value, single)
        if label == "url":
            yield Mark((start, end), "ext-link", ("url",), {"ext-link-type": "uri", "xlink:href": value})
        elif field is not None:
            yield Mark((start, end), field.tag, field.path, field.attributes or {**(field.sure or {})})
        elif label in TAGS:
            tag, attributes = TAGS[label]
            yield Mark((start, end), tag, ("text",), dict(attributes))


def _field(label: str, value: str, fields: Sequence[Field]) -> Field | None:
    """The field of a label; notes are known by their text."""
    path = _PATHS.get(label)
    if path is None:
        return next((one for one in fields if one.path[0] == "note" and str(one.content) == value), None)
    return next((one for one in fields if one.path[: len(path)] == path), None)


def _cut(mark: Mark, parts: Sequence[CitationPart], at: Cursor) -> bool:
    """Whether a last page is printed without its first digits, and a target wants none of that kind."""
    if mark.tag != "lpage" or not at.context.wants("last_page", "whole"):
        return False
    last = next((part.content for part in parts if isinstance(part, Field) and part.tag == "lpage"), "")
    return mark.place[1] - mark.place[0] < len(str(last))


def _fits(mark: Mark, printed: Printed, at: Cursor) -> bool:
    """Whether the variant has the element there, and the mark cuts through no formula and no link.

    A DOI may be a part of its link, for its element can have the address.
    """
    if not at.can("mixed-citation", mark.tag):
        return False
    addressed = at.has(mark.tag, "xlink:href") and mark.tag != "ext-link"
    links = [(start, end) for start, end, _ in printed.links]
    inside = addressed and any(start <= mark.place[0] and mark.place[1] <= end for start, end in links)
    whole = printed.formulas if inside else (*printed.formulas, *links)
    if any(_crosses(place, one) for place in _places(mark) for one in whole):
        return False
    linked = any(start < mark.place[1] and mark.place[0] < end for start, end in links)
    return not linked or addressed or (mark.tag != "ext-link" and at.can(mark.tag, "ext-link"))


def _places(mark: Mark) -> Iterator[CharRange]:
    yield mark.place
    for one in mark.inner:
        yield from _places(one)


def _crosses(mark: CharRange, whole: CharRange) -> bool:
    apart = mark[1] <= whole[0] or whole[1] <= mark[0]
    return not apart and not (mark[0] <= whole[0] and whole[1] <= mark[1])
