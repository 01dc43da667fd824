"""The fields of a cited work as elements, in the order that a reader expects: what both forms of citation are made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from jats.elements.build import Attributes, Cursor
from jats.elements.references.identifiers import write_access, write_identifiers, write_volume_ids
from jats.elements.references.institutions import institution
from jats.elements.references.parts import CITATION, CitationPart, Field, Group, fits_or_comment
from jats.elements.references.times import meeting_date, other_dates, work_date
from jats.elements.vocabulary import allowed
from jats.model.cited import Edition
from jats.model.references import Work
from jats.vocab.reference_types import find_type

_RARE = frozenset(("people", "dates", "volume_ids", "volume_series", "issue_ids", "issue_title", "issue_part", "size"))
"""Fields that few works have: they cost nothing if none of them is given."""

ATTRIBUTES = frozenset(("format", "publisher_type", "use", "link"))
"""Fields that say something of the citation as a whole."""


def citation_attributes(work: Work, at: Cursor) -> Attributes:
    """The kind of work, its language and what else is said of the citation as a whole."""
    attributes: Attributes = {
        "publication-type": (find_type(work.type).publication_type, at / "type"),
        "xml:lang": (work.language, at / "language") if work.language else None,
    }
    if ATTRIBUTES.isdisjoint(work.model_fields_set):
        return attributes
    return attributes | {
        "publication-format": (work.format, at / "format"),
        "publisher-type": (work.publisher_type, at / "publisher_type"),
        "use-type": allowed(CITATION, "use-type", work.use, at / "use"),
        "xlink:href": (work.link, at / "link"),
    }


def fields(work: Work, at: Cursor) -> Iterator[CitationPart]:
    """All fields that are in a citation, as elements that the variant has; if it has only a more general one, it's reported."""
    rare = not _RARE.isdisjoint(work.model_fields_set)
    if work.authors or work.etal:
        yield Group(("authors",), "author", work.authors, work.etal)
    elif rare:
        yield from _others(work)
    yield from _titles(work, at)
    if work.editors:
        yield Group(("editors",), "editor", work.editors)
    if work.translators:
        yield Group(("translators",), "translator", work.translators)
    if rare and (work.authors or work.etal):
        yield from _others(work)
    yield from _source(work, at)
    yield from _imprint(work, at)
    yield from work_date(work, at)
    if rare:
        yield from other_dates(work, at)
    yield from _place(work, at, rare=rare)
    yield from write_identifiers(work, at)
    yield from write_access(work, at)


def _others(work: Work) -> Iterator[Group]:
    """People of other roles: after the rest, but first if nobody is an author, as inventors and directors are."""
    return (Group(("people", role), role, people) for role, people in (work.people or {}).items())


def _titles(work: Work, at: Cursor) -> Iterator[Field]:
    tag = find_type(work.type).title_element(has_source=work.source is not None)
    if tag == "chapter-title" and at.context.wants("chapter", "part-title") and at.context.version >= "1.3":
        tag = "part-title"
    if work.title:
        if not at.can(CITATION, tag):
            (at / "title").lose(tag, CITATION, "as article-title")
            tag = "article-title"
        yield Field(("title",), tag, work.title)
    yield from _translations("trans_title", "trans-source" if tag == "source" else "trans-title", work, at)
    if work.part_title:
        yield Field(("part_title",), "part-title", work.part_title)


def _translations(step: str, tag: str, work: Work, at: Cursor) -> Iterator[Field]:
    """Those in the article's language, which needs no tag in the input, and in others."""
    for language, value in (getattr(work, step) or {}).items():
        yield Field((step, language), tag, value, {"xml:lang": language or _language_of_translation(work, at)})


def _language_of_translation(work: Work, at: Cursor) -> str | None:
    """The language of a translation without a tag: the article's, if nothing speaks against it.

    If the cited work has the article's language, or the translation is in brackets in a reference as printed, nobody names the
    language; in print it is English nearly always, whatever the article's is.
    """
    own, cited = (tag and tag.partition("-")[0].lower() for tag in (at.context.language, work.language))
    unknown = (own and own == cited) or (work.text and own != "en")
    return None if unknown else at.context.language


def _source(work: Work, at: Cursor) -> Iterator[Field]:
    if work.source:
        yield Field(("source",), "source", work.source)
    yield from _translations("trans_source", "trans-source", work, at)
    if work.edition:
        yield _edition(work.edition, at / "edition" / "number")
    if work.version:
        yield _version(work.version, at)
    if work.series:
        yield Field(("series",), "series", work.series)


def _edition(edition: Edition, at: Cursor) -> Field:
    designator: Attributes | None = {"designator": (edition.number, at)} if edition.number and edition.text else None
    return Field(("edition",), "edition", edition.text or edition.number or "", designator)


def _version(version: Edition, at: Cursor) -> Field:
    here = at / "version"
    text, number = version.text or version.number or "", version.number or version.text
    if at.can(CITATION, "version"):
        designator = number, here / ("number" if version.number else "text")
        return Field(("version",), "version", text, {"designator": designator})
    here.lose("version", CITATION, "as edition")
    attributes: Attributes = {"content-type": "version", "designator": (version.number, here / "number")}
    return Field(("version",), "edition", text, attributes)


def _imprint(work: Work, at: Cursor) -> Iterator[CitationPart]:
    if work.conference:
        yield from _conference(work, at)
    for index, (place, publisher) in enumerate(zip_longest(work.place, work.publisher)):
        if place:
            yield Field(("place", index), "publisher-loc", place)
        if publisher:
            yield institution(publisher, "publisher-name", ("publisher", index), at)
    for index, one in enumerate(work.institution):
        yield institution(one, "institution", ("institution", index), at)
    if work.degree:
        yield Field(("degree",), "comment", work.degree, {"content-type": "degree"})


def _conference(work: Work, at: Cursor) -> Iterator[CitationPart]:
    meeting = work.conference
    if meeting is None:
        return
    if meeting.name:
        yield Field(("conference", "name"), "conf-name", meeting.name)
    if meeting.acronym:
        yield fits_or_comment(("conference", "acronym"), "conf-acronym", meeting.acronym, at)
    if meeting.date:
        yield meeting_date(meeting.date, at / "conference" / "date")
    if meeting.place:
        yield Field(("conference", "place"), "conf-loc", meeting.place)
    for index, one in enumerate(meeting.sponsors):
        yield institution(one, "conf-sponsor", ("conference", "sponsors", index), at)


def _place(work: Work, at: Cursor, *, rare: bool) -> Iterator[CitationPart]:
    """Where in the source the work is."""
    if work.volume:
        yield Field(("volume",), "volume", work.volume)
    if work.issue:
        yield Field(("issue",), "issue", work.issue)
    if rare:
        yield from write_volume_ids(work, at)
        for step, tag in (
            ("volume_series", "volume-series"),
            ("issue_title", "issue-title"),
            ("issue_part", "issue-part"),
        ):
            if value := getattr(work, step):
                yield Field((step,), tag, value)
    if work.supplement:
        yield Field(("supplement",), "supplement", work.supplement)
    pages = work.pages
    for step, tag in (("first", "fpage"), ("last", "lpage"), ("range", "page-range")) if pages else ():
        if value := getattr(pages, step):
            yield Field(("pages", step), tag, value)
    if work.elocation_id:
        yield Field(("elocation_id",), "elocation-id", work.elocation_id)
    if work.total_pages:
        yield Field(("total_pages",), "size", work.total_pages, None, {"units": "pages"})
    if rare:
        for index, size in enumerate(work.size):
            yield Field(("size", index), "size", size.text, {"units": (size.units, at / "size" / index / "units")})
