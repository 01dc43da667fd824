"""The journal that an article is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic.json_schema import JsonSchemaValue

from jats.model.affiliations import Affiliations
from jats.model.back import BackNotes
from jats.model.base import (
    TEXT_SCHEMA,
    AlsoAs,
    Data,
    IdMap,
    Localized,
    String,
    item_or_list,
    language_map,
    listed,
    map_schema,
    refuse,
)
from jats.model.custom import CustomMetas
from jats.model.identifiers import AssignedIsbn, AssignedIssn, Ror
from jats.model.people import Contributor, Contributors
from jats.model.running_text import LocalizedInline, LocalizedInlines
from jats.model.web import WebAddresses


class Publisher(Data):
    """The publisher of the journal."""

    short_form = "the publisher's name"

    name: Localized | None = None
    """The publisher's name."""
    place: Localized | None = None
    """Where the publisher sits: city, country."""
    ror: Ror | None = None
    """The publisher's ROR identifier."""
    ids: IdMap = Field(default_factory=dict)
    """Other identifiers of the publisher by type: isni, crossref …"""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """A name alone."""
        return {"name": text}


def _by_kind(value: Any) -> Any:
    """One number whose kind isn't stated has the empty string for its kind."""
    return value if value is None or isinstance(value, Mapping) else {"": value}


_TEXT_OR_MAP = AlsoAs(lambda made: [TEXT_SCHEMA, map_schema(TEXT_SCHEMA)])
Issns = Annotated[dict[str, AssignedIssn], BeforeValidator(_by_kind), _TEXT_OR_MAP]
Isbns = Annotated[dict[str, AssignedIsbn], BeforeValidator(_by_kind), _TEXT_OR_MAP]


class Abbreviation(Data):
    """An abbreviated title of the journal."""

    short_form = "the abbreviated title"

    text: Localized
    """The abbreviated title."""
    type: String = "publisher"
    """Who made it: publisher, or a list such as nlm-ta, iso."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The title alone."""
        return {"text": text}


def _abbreviations(value: Any) -> Any:
    """A title, or the same in several languages, is one abbreviation."""
    if isinstance(value, Mapping) and not set(value) & {"text", "type"}:
        return [{"text": value}]
    return listed(value)


def _abbreviation_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [made["items"], language_map(TEXT_SCHEMA)]


Abbreviations = Annotated[tuple[Abbreviation, ...], BeforeValidator(_abbreviations), AlsoAs(_abbreviation_forms)]


class Journal(Data):
    """The journal: titles, identifiers, publisher."""

    title: LocalizedInline | None = None
    """The full title; versions in other languages by tag."""
    subtitle: LocalizedInlines | None = None
    """The part of the title after the title proper."""
    abbreviation: Abbreviations = ()
    """The abbreviated title that the journal uses of itself; other ones with their `type`."""
    ids: IdMap = Field(default_factory=dict)
    """Identifiers by type: publisher-id, nlm-ta, iso-abbrev, nlm-journal-id …; without one, the ISSN is written as the id."""
    issn: Issns = Field(default_factory=dict)
    """The ISSN, or those by kind: `{print: …, electronic: …, linking: …}`."""
    isbn: Isbns = Field(default_factory=dict)
    """The ISBN of proceedings that are a journal's volume, or those by kind: `{print: …, electronic: …}`."""
    publisher: Annotated[tuple[Publisher, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """Its publisher."""
    contributors: Contributors = ()
    """The people who make the journal, each with their `type`: editor …"""
    affiliations: Affiliations = ()
    """Institutions that they name by `id`."""
    notes: BackNotes = ()
    """Notes on the journal."""
    url: WebAddresses = ()
    """The journal's addresses on the web."""
    custom: CustomMetas = ()
    """Metadata for which JATS has no element, by name."""

    @model_validator(mode="after")
    def _no_notes_on_people(self) -> Self:
        if any(_carries_notes(person) for person in self.contributors):
            words = "carry notes or correspondence, for which JATS has no place in a journal: leave these out"
            raise refuse("at_field", words, field="contributors")
        return self

    def people(self) -> Iterator[tuple[tuple[str | int, ...], tuple[Contributor, ...]]]:
        """Who makes the journal, with the field that holds them."""
        yield ("contributors",), self.contributors


def _carries_notes(person: Contributor) -> bool:
    return bool(person.notes or person.correspondence) or any(map(_carries_notes, person.members))
