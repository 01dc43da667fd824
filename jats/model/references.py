"""Cited works: fields, the text as printed, or both; the list that they are in, and lists in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from jats.model.base import (
    AlsoAs,
    Data,
    Flag,
    IdMap,
    LinkedIdMap,
    String,
    Strings,
    item_or_list,
    listed,
)
from jats.model.blocks import Blocks
from jats.model.cited import Conference, Dates, Edition, Institutions, People, PeopleByRole, Sizes
from jats.model.dates import Date
from jats.model.identifiers import Doi, Language
from jats.model.journal import Isbns, Issns
from jats.model.running_text import InlineText, LocalizedInline
from jats.parsers.pages import read_pages


class Pages(Data):
    """The pages that a work is on."""

    short_form = "8-14, or one page"

    first: String | None = None
    """The first page."""
    last: String | None = None
    """The last page."""
    range: String | None = None
    """Pages that are not one run: 8-11, 14-19."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """First and last page; several runs are kept as a range with the first and last of all."""
        read = read_pages(text).value
        if read is None or not read.first:
            return {"range": text}
        parts = {"first": read.first, "last": read.last, "range": read.range}
        return {name: part for name, part in parts.items() if part}

    @model_validator(mode="after")
    def _something(self) -> Pages:
        if not (self.first or self.range):
            raise ValueError("has no first page")
        if self.last and not self.first:
            raise ValueError("has a last page and no first one")
        return self


Notes = Annotated[tuple[InlineText, ...], BeforeValidator(listed), AlsoAs(item_or_list)]


class Work(Data):
    """One cited work. With `text` alone it is kept as printed; fields say what its parts are."""

    short_form = "the work as printed"

    label: String | None = None
    """The number or mark printed before it."""
    type: String | None = None
    """journal, book, chapter, conference, thesis, report, preprint, webpage, data, software, standard, patent, other …"""
    text: InlineText | None = None
    """The reference as printed, without its number."""
    language: Language | None = None
    """The language of the cited work."""
    authors: People = ()
    """Authors: `Romano, N. C.; Pick, J. B.`, or a list."""
    editors: People = ()
    """Editors of the book that a chapter is in, or of the whole work."""
    translators: People = ()
    """Translators."""
    people: PeopleByRole | None = None
    """Others by their role: `{inventor: …, assignee: …, compiler: …, director: …, illustrator: …}`."""
    etal: Flag = False
    """The list of authors is cut off."""
    date: Date | None = None
    """When it was published: a year is enough."""
    year_suffix: String | None = None
    """The letter after the year that distinguishes two works: a in 2007a."""
    dates: Dates | None = None
    """Other dates by what they are of: `{original: 1859, filed: 2001-05-06}`."""
    title: InlineText | None = None
    """The title of the article, chapter, paper, thesis, report, page, data set or program."""
    part_title: InlineText | None = None
    """The title of the part of the book, if it is between the chapter and the book."""
    trans_title: LocalizedInline | None = None
    """That title in the language of the citing article, as in brackets; `{en: …}` in another."""
    source: InlineText | None = None
    """The journal, book, series of proceedings or site that it is in; of a whole book its title."""
    trans_source: LocalizedInline | None = None
    """That name in the language of the citing article; `{en: …}` in another."""
    edition: Edition | None = None
    """Which edition: 2, 3rd."""
    version: Edition | None = None
    """Which version of a program or data set."""
    series: InlineText | None = None
    """The series that a book is in."""
    volume: String | None = None
    """The volume."""
    volume_ids: LinkedIdMap | None = None
    """Identifiers of the volume by type."""
    volume_series: String | None = None
    """The series that the volume is counted in."""
    issue: String | None = None
    """The issue's number."""
    issue_ids: LinkedIdMap | None = None
    """Identifiers of the issue by type: its DOI …"""
    issue_title: InlineText | None = None
    """The issue's own title, as of a special issue."""
    issue_part: String | None = None
    """The part of the issue."""
    supplement: String | None = None
    """The supplement."""
    pages: Pages | None = None
    """Its pages: 754-766."""
    total_pages: String | None = None
    """How many pages the whole work has: 520."""
    size: Sizes = ()
    """How large it is otherwise, by unit: `{minutes: 90, MB: 12}`."""
    elocation_id: String | None = None
    """The article's number in place of pages."""
    publisher: Institutions = ()
    """Who published it; in full `{name: …, ror: …, ids: …}`."""
    place: Strings = ()
    """Where: the town."""
    institution: Institutions = ()
    """The university of a thesis, or the institution of a report; in full `{name: …, ror: …, ids: …}`."""
    degree: String | None = None
    """What kind of thesis: PhD thesis."""
    number: String | None = None
    """The number of a report, standard, patent, law or public document."""
    organization: String | None = None
    """Who issued a standard: ISO."""
    country: String | None = None
    """The country of a patent, as two letters: US."""
    conference: Conference | None = None
    """The meeting."""
    doi: Doi | None = None
    """The DOI."""
    pmid: String | None = None
    """The PubMed number."""
    pmcid: String | None = None
    """The number in PubMed Central."""
    isbn: Isbns | None = None
    """The ISBN of a book, or those by kind: `{print: …, electronic: …}`."""
    issn: Issns | None = None
    """The ISSN of a journal, or those by kind: `{print: …, electronic: …, linking: …}`."""
    ids: LinkedIdMap = Field(default_factory=dict)
    """Other identifiers by type: arxiv, handle, accession …; in full `{value: …, authority: …, url: …}`."""
    part_ids: IdMap | None = None
    """Identifiers of the very part that is cited, by type: of a figure, of a file."""
    url: String | None = None
    """The address on the web."""
    link: String | None = None
    """An address that the reference as a whole leads to, and that is not printed."""
    accessed: Date | None = None
    """When the address was visited."""
    updated: Date | None = None
    """When the page was last changed."""
    format: String | None = None
    """The form of the work that was used: print, web, ebook, video, audio, map …"""
    publisher_type: String | None = None
    """What kind of body published it: government, ngo, university, society …"""
    use: String | None = None
    """What the work was used for: analyzed-data, generated-data, background …"""
    note: Notes = ()
    """Anything else that is printed: (in press), [Data set], [retracted]."""
    annotation: Blocks = ()
    """What the citing author says of the work, in paragraphs."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The text as printed."""
        return {"text": text}

    @model_validator(mode="after")
    def _something(self) -> Work:
        if not any(getattr(self, name) for name in self.model_fields_set if name not in _ABOUT):
            raise ValueError("is empty: give text or fields")
        return self


_ABOUT = frozenset(("id", "label", "type", "language", "etal", "format", "publisher_type", "use"))
"""Fields that say something of a reference, and nothing of a work."""


class Entry(Work):
    """A cited work as it is in the list: with other ways to say it, and remarks."""

    alternatives: Annotated[tuple[Work, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """The same work said in other ways: in another script, in another language."""
    remark: Blocks = ()
    """What is printed in the list and is not a work, in paragraphs: For a review, see chapter 2."""


class Reference(Entry):
    """One entry of the list: a cited work, or several under one number."""

    short_form = "the reference as printed"

    id: String | None = None
    """The name by which the text cites it; made by itself if it is missing."""
    works: Annotated[tuple[Entry, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """Other works under the same number, each with its own `label`: (b), (c)."""


def _kind(value: Any) -> str:
    """A mapping that holds references is a list of them."""
    is_list = "references" in value if isinstance(value, dict) else isinstance(value, ReferenceList)
    return "@list" if is_list else "@reference"


class ReferenceList(Data):
    """A list of references with a heading, or beside others."""

    id: String | None = None
    """The name by which the text points to it."""
    label: String | None = None
    """The number or mark before the heading."""
    title: InlineText | None = None
    """The heading: Primary sources."""
    type: String | None = None
    """What kind of list it is: primary, data, further-reading …"""
    language: Language | None = None
    """The language of what is said in it, if it is not the article's."""
    ids: IdMap = Field(default_factory=dict)
    """Identifiers of the list by type."""
    text: Blocks = ()
    """What is said before the references, in paragraphs."""
    references: Annotated[
        tuple[
            Annotated[
                Annotated[Reference, Tag("@reference")] | Annotated[ReferenceList, Tag("@list")], Discriminator(_kind)
            ],
            ...,
        ],
        BeforeValidator(listed),
        AlsoAs(item_or_list),
    ]
    """The references, and lists inside this one."""


AnyReference = Annotated[
    Annotated[Reference, Tag("@reference")] | Annotated[ReferenceList, Tag("@list")], Discriminator(_kind)
]
"""A reference, or a list of them if it has `references` itself."""

References = Annotated[tuple[AnyReference, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""References in order, and lists of them, each with its heading."""


def walk_references(
    references: References, path: tuple[str | int, ...] = ("references",)
) -> Iterator[tuple[tuple[str | int, ...], Reference]]:
    """Every reference with its place, those in inner lists too."""
    for index, one in enumerate(references):
        if isinstance(one, Reference):
            yield (*path, index), one
        else:
            yield from walk_references(one.references, (*path, index, "references"))
