"""Cited works: fields, the text as printed, or both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import TEXT_SCHEMA, AlsoAs, Data, Flag, IdMap, String, Strings, item_or_list, listed
from jats.model.dates import Date
from jats.model.identifiers import Doi, Isbn, Issn, Language
from jats.model.inline import Inline, LocalizedInline
from jats.model.people import Name, gather_name

PAGES = re.compile(r"([^\s,;–—‒−‐‑-]+)\s*[–—‒−‐‑-]\s*([^\s,;–—‒−‐‑-]+)")


class Pages(Data):
    """The pages that a work stands on."""

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
        if found := PAGES.fullmatch(text):
            return {"first": found[1], "last": found[2]}
        runs = re.split(r"\s*[,;]\s*", text)
        if len(runs) == 1:
            return {"first": text}
        whole = re.split(r"\s*[–—‒−‐‑-]\s*", text)
        return {"first": re.split(r"[\s,;]", whole[0])[0], "last": re.split(r"[\s,;]+", whole[-1])[-1], "range": text}

    @model_validator(mode="after")
    def _something(self) -> Pages:
        if not (self.first or self.range):
            raise ValueError("has no first page")
        if self.last and not self.first:
            raise ValueError("has a last page and no first one")
        return self


class Cited(Data):
    """A person or group that made a cited work."""

    short_form = "Surname, Given names"

    name: Name | None = None
    """A person."""
    collaboration: String | None = None
    """A group or institution."""

    @model_validator(mode="before")
    @classmethod
    def _name_fields(cls, value: Any) -> Any:
        """The parts of the name may stand here themselves."""
        return gather_name(value, {"name", "collaboration"})

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """A person's name; words that are no name in parts are a group."""
        read = Name.from_short(text)
        return {"collaboration": text} if "full" in read else {"name": read}

    @model_validator(mode="after")
    def _somebody(self) -> Cited:
        if (self.name is None) == (self.collaboration is None):
            raise ValueError("needs a name or a collaboration")
        return self


def _people(value: Any) -> Any:
    """One line may hold several people, parted by semicolons."""
    if isinstance(value, str) and ";" in value:
        return [part for part in (part.strip() for part in value.split(";")) if part]
    return listed(value)


def _people_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [TEXT_SCHEMA, made["items"]]


People = Annotated[tuple[Cited, ...], BeforeValidator(_people), AlsoAs(_people_forms)]
"""People: a list of names, or one line with semicolons."""


class Conference(Data):
    """The meeting where a cited work was given."""

    short_form = "the conference's name"

    name: String | None = None
    """The name."""
    date: String | None = None
    """The dates as printed."""
    place: String | None = None
    """The place."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """A name alone."""
        return {"name": text}


class Reference(Data):
    """One cited work. With `text` alone it is kept as printed; fields say what its parts are."""

    short_form = "the reference as printed"

    id: String | None = None
    """The name by which the text cites it; made by itself where it is missing."""
    label: String | None = None
    """The number or mark printed before it."""
    type: String | None = None
    """journal, book, chapter, conference, thesis, report, preprint, webpage, data, software, other …"""
    text: Inline | None = None
    """The reference as printed, without its number."""
    language: Language | None = None
    """The language of the cited work."""
    authors: People = ()
    """Authors: `Romano, N. C.; Pick, J. B.`, or a list."""
    editors: People = ()
    """Editors of the book that a chapter stands in, or of the whole work."""
    translators: People = ()
    """Translators."""
    etal: Flag = False
    """The list of authors is cut off."""
    date: Date | None = None
    """When it was published: a year is enough."""
    year_suffix: String | None = None
    """The letter after the year that tells two works apart: a in 2007a."""
    title: Inline | None = None
    """The title of the article, chapter, paper, thesis, report, page, data set or program."""
    trans_title: LocalizedInline | None = None
    """That title in the language of the citing article, as in brackets; `{en: …}` in another."""
    source: Inline | None = None
    """The journal, book, series of proceedings or site that it stands in; of a whole book its title."""
    trans_source: LocalizedInline | None = None
    """That name in the language of the citing article; `{en: …}` in another."""
    edition: String | None = None
    """Which edition: 2, 3rd."""
    version: String | None = None
    """Which version of a program or data set."""
    series: String | None = None
    """The series that a book stands in."""
    volume: String | None = None
    """The volume."""
    issue: String | None = None
    """The issue's number."""
    supplement: String | None = None
    """The supplement."""
    pages: Pages | None = None
    """Where it stands: 754-766."""
    total_pages: String | None = None
    """How many pages the whole work has: 520."""
    elocation_id: String | None = None
    """The article's number in place of pages."""
    publisher: Strings = ()
    """Who published it."""
    place: Strings = ()
    """Where: the town."""
    institution: String | None = None
    """The university of a thesis, or the institution of a report."""
    degree: String | None = None
    """What kind of thesis: PhD thesis."""
    number: String | None = None
    """The number of a report, standard or patent."""
    conference: Conference | None = None
    """The meeting."""
    doi: Doi | None = None
    """The DOI."""
    pmid: String | None = None
    """The PubMed number."""
    pmcid: String | None = None
    """The number in PubMed Central."""
    isbn: Isbn | None = None
    """The ISBN of a book."""
    issn: Issn | None = None
    """The ISSN of a journal."""
    ids: IdMap = Field(default_factory=dict)
    """Other identifiers by type: arxiv, handle …"""
    url: String | None = None
    """The address on the web."""
    accessed: Date | None = None
    """When the address was visited."""
    note: Inline | None = None
    """Anything else that is printed: (in press), [Data set]."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The text as printed."""
        return {"text": text}

    @model_validator(mode="after")
    def _something(self) -> Reference:
        if not any(getattr(self, name) for name in self.model_fields_set if name not in _ABOUT):
            raise ValueError("is empty: give text or fields")
        return self


_ABOUT = frozenset(("id", "label", "type", "language", "etal"))
"""Fields that say something of a reference, and nothing of a work."""


References = Annotated[tuple[Reference, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
