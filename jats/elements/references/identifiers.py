"""Numbers and addresses of a cited work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.ids import authority
from jats.elements.journal import isbn_attributes, issn_attributes
from jats.elements.references.parts import CitationPart, Field, Whole
from jats.elements.references.times import in_citation
from jats.elements.vocabulary import allowed
from jats.model.references import Work
from jats.vocab.reference_types import find_type

_NUMBERS = {"standard": "std", "patent": "patent", "legal-doc": "gov", "government": "gov"}
"""Kinds of work whose number has an element of its own."""


def write_identifiers(work: Work, at: Cursor) -> Iterator[CitationPart]:
    """The work's number, its DOI and the like."""
    if work.number or work.organization or work.country:
        yield from _number(work, at)
    for step in ("doi", "pmid", "pmcid"):
        if value := getattr(work, step):
            yield Field((step,), "pub-id", value, None, {"pub-id-type": step})
    for kind, value in work.ids.items():
        yield Field(("ids", kind), "pub-id", value, _identifier_type(kind, value, at / "ids" / kind))
    for kind, number in work.isbn.items() if work.isbn else ():
        yield Field(("isbn", kind), "isbn", number, isbn_attributes(kind, number, at / "isbn" / kind))
    for kind, issn in work.issn.items() if work.issn else ():
        yield Field(
            ("issn", kind),
            "issn-l" if kind == "linking" else "issn",
            issn,
            issn_attributes(kind, issn, at / "issn" / kind),
        )
    if work.part_ids:
        for kind, value in work.part_ids.items():
            attributes = {"pub-id-type": kind, **authority("object-id", value, at / "part_ids" / kind)}
            yield Field(("part_ids", kind), "object-id", value, attributes)


def _number(work: Work, at: Cursor) -> Iterator[CitationPart]:
    """The number with who issued it and where; those are alone if the number has no room for them."""
    tag = _NUMBERS.get(find_type(work.type).publication_type or "") if work.number else None
    organization, country = work.organization, work.country
    if work.number and organization and tag == "std":
        yield _standard(organization, work.number, at)
        organization = None
    elif work.number:
        attributes: Attributes | None = {"country": (country, at / "country")} if tag == "patent" and country else None
        yield Field(("number",), tag or "pub-id", work.number, attributes, None if tag else _PUBLISHERS)
    if organization:
        yield Field(("organization",), "institution", organization)
    if country and tag != "patent":
        yield Field(("country",), "comment", country, {"content-type": "country"})


_PUBLISHERS = {"pub-id-type": "publisher-id"}


def _standard(organization: str, number: str, at: Cursor) -> Whole:
    """The number of a standard after the name of the body that issued it, which may be the number's beginning."""
    rest = number.removeprefix(organization).lstrip()

    def make() -> Element | None:
        issuer = element("std-organization", at / "organization", None, organization)
        designation = element("pub-id", at / "number", {"pub-id-type": "std-designation"}, rest) if rest else None
        return element("std", at / "number", None, issuer, " " if rest else None, designation)

    words: tuple[Field, ...] = (Field(("organization",), "std-organization", organization),)
    if rest:
        words += (Field(("number",), "pub-id", rest, {"pub-id-type": "std-designation"}),)
    return Whole(("number",), "std", make, words, "std")


def _identifier_type(kind: str, value: str, at: Cursor) -> Attributes:
    """The type itself if the variant has it, else as one of its own, else beside `other`; who assigned it; its address."""
    more: Attributes = {**authority("pub-id", value, at), **_link("pub-id", value, at)}
    if at.takes("pub-id", "pub-id-type", kind):
        return {"pub-id-type": kind, **more}
    if at.takes("pub-id", "pub-id-type", "custom"):
        return {"pub-id-type": "custom", "custom-type": kind, **more}
    free = "assigning-authority" not in more and at.has("pub-id", "assigning-authority")
    return {"pub-id-type": "other", "assigning-authority" if free else "specific-use": kind, **more}


def _link(tag: str, value: str, at: Cursor) -> Attributes:
    url: str | None = getattr(value, "url", None)
    return {"xlink:href": allowed(tag, "xlink:href", url, at / "url")} if url else {}


def write_volume_ids(work: Work, at: Cursor) -> Iterator[Field]:
    """Identifiers of the volume and of the issue."""
    for step, tag in (("volume_ids", "volume-id"), ("issue_ids", "issue-id")):
        given: Mapping[str, str] | None = getattr(work, step)
        for kind, value in (given or {}).items():
            here = at / step / kind
            more = {**authority(tag, value, here), **_link(tag, value, here)}
            yield Field((step, kind), tag, value, {"pub-id-type": kind, **more})


def write_access(work: Work, at: Cursor) -> Iterator[Field]:
    """The address, when it was visited, and notes."""
    if work.url:
        yield Field(("url",), "ext-link", work.url, {"ext-link-type": "uri", "xlink:href": work.url})
    if work.accessed:
        yield in_citation(("accessed",), work.accessed, "access-date", at / "accessed")
    if work.updated:
        yield in_citation(("updated",), work.updated, "updated", at / "updated")
    for index, note in enumerate(work.note):
        yield Field(("note", index), "comment", note)
