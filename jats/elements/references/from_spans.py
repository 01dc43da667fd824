"""Which element each label of a printed reference is, and its lists of people as marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from jats.elements.build import Attributes
from jats.elements.references.marks import Mark
from jats.elements.references.places import CharRange

Labelled = tuple[int, int, str]
"""First character, the one after the last, label."""

TAGS: dict[str, tuple[str, Attributes]] = {
    "article_title": ("article-title", {}), "chapter_title": ("chapter-title", {}), "trans_title": ("trans-title", {}),
    "source": ("source", {}), "trans_source": ("trans-source", {}), "series": ("series", {}), "edition": ("edition", {}),
    "volume": ("volume", {}), "issue": ("issue", {}), "supplement": ("supplement", {}), "fpage": ("fpage", {}),
    "lpage": ("lpage", {}), "elocation": ("elocation-id", {}), "size": ("size", {"units": "pages"}),
    "year": ("year", {}), "month": ("month", {}), "publisher": ("publisher-name", {}), "publisher_loc": ("publisher-loc", {}),
    "conf_name": ("conf-name", {}), "conf_loc": ("conf-loc", {}), "conf_date": ("conf-date", {}),
    "date_in_citation": ("date-in-citation", {"content-type": "access-date"}), "isbn": ("isbn", {}), "issn": ("issn", {}),
    "doi": ("pub-id", {"pub-id-type": "doi"}), "pmid": ("pub-id", {"pub-id-type": "pmid"}),
    "pmcid": ("pub-id", {"pub-id-type": "pmcid"}), "arxiv": ("pub-id", {"pub-id-type": "arxiv"}),
    "medium": ("comment", {}), "status": ("comment", {}), "degree": ("comment", {}), "comment": ("comment", {}),
}  # fmt: skip
"""Label → element; labels that have none stay plain text."""
_PARTS = {"surname": "surname", "given": "given-names", "suffix": "suffix"}
_LONGEST_GAP = 20
"""Characters between two people of one list."""


def people_marks(text: str, spans: Sequence[Labelled]) -> Iterable[Mark]:
    """Lists of people of one role, each with its names; an organisation and "et al." are in the list beside them."""
    for _, run in groupby(_with_runs(text, spans), lambda one: one[0]):
        members = [span for _, span in run if _role(span[2])]
        if not members:
            continue
        role = _role(next((label for _, _, label in members if "_" in label), "author_surname"))
        inner = list(_members(text, members))
        place = (inner[0].place[0], inner[-1].place[1])
        yield Mark(place, "person-group", (f"{role}s",), {"person-group-type": role}, tuple(inner))


def _role(label: str) -> str:
    if label in ("collab", "etal"):
        return "author"
    role = label.partition("_")[0]
    return role if role in ("author", "editor", "translator") else ""


def _with_runs(text: str, spans: Sequence[Labelled]) -> Iterable[tuple[int, Labelled]]:
    """Each span with the number of the list that it is in; another part, a long gap or another role begins a new one."""
    number = 0
    before: Labelled | None = None
    for span in spans:
        if before is not None and not _follows(text, before, span):
            number += 1
        before = span
        yield number, span


def _follows(text: str, before: Labelled, span: Labelled) -> bool:
    gap = text[before[1] : span[0]]
    same = _role(before[2]) == _role(span[2]) or "etal" in (before[2], span[2])
    return same and len(gap) <= _LONGEST_GAP and not any(one.isdigit() for one in gap)


def _members(text: str, spans: Sequence[Labelled]) -> Iterable[Mark]:
    """`<string-name>` of a surname and a given name beside each other, `<collab>`, `<etal>`."""
    person: list[Labelled] = []
    for span in spans:
        label = span[2]
        part = label.partition("_")[2]
        if label in ("collab", "etal"):
            yield from _name(person)
            person = []
            yield Mark(span[:2], label, (label,))
        elif part != "suffix" and _begins(text, person, span):
            yield from _name(person)
            person = [span]
        else:
            person.append(span)
    yield from _name(person)


def _begins(text: str, person: Sequence[Labelled], span: Labelled) -> bool:
    """Whether the span begins another person: this one has such a part, or both, or a sign is between them."""
    parts = {label.rpartition("_")[2] for _, _, label in person}
    part = span[2].rpartition("_")[2]
    apart = bool(person) and any(sign in text[person[-1][1] : span[0]] for sign in ";&")
    return part in parts or parts >= {"surname", "given"} or apart


def _name(person: Sequence[Labelled]) -> Iterable[Mark]:
    if person:
        inner = tuple(Mark((start, end), _PARTS[label.partition("_")[2]], (label,)) for start, end, label in person)
        place: CharRange = (person[0][0], person[-1][1])
        yield Mark(place, "string-name", ("name",), {}, inner)
