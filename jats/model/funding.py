"""Who paid for the work, and who supported it in other ways."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from jats.model.base import (
    AlsoAs,
    Data,
    Flag,
    IdMap,
    String,
    Strings,
    are_languages,
    check_languages,
    item_or_list,
    language_map,
    listed,
)
from jats.model.blocks import Blocks
from jats.model.identifiers import Doi, Language, Orcid, Ror
from jats.model.people import Name, gather_name
from jats.model.running_text import InlineText
from jats.model.vocabulary import Scheme


class Organization(Data):
    """An institution with what identifies it."""

    short_form = "its name"

    name: String
    """The name."""
    ror: Ror | None = None
    """The ROR identifier."""
    ids: IdMap = Field(default_factory=dict)
    """Other identifiers by type."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """A name alone."""
        return {"name": text}


class Funder(Organization):
    """An organisation that pays for research."""

    short_form = "the funder's name"

    name: String
    """The funder's name."""
    language: Language | None = None
    """The language of the name, if it is not the article's."""
    doi: Doi | None = None
    """The funder's DOI in the Open Funder Registry: 10.13039/…"""
    country_code: String | None = None
    """The country's two letters after ISO 3166-1."""
    type: String | None = None
    """What kind of source it is: government, foundation …"""
    url: String | None = None
    """The funder's page on the web."""
    refers_to: Strings = ()
    """The ids, in the article, of whom or what it concerns."""


class AwardNumber(Data):
    """A number of a grant and what is known of it."""

    short_form = "the number"

    number: String
    """The number."""
    type: String | None = None
    """What kind of number it is: doi, internal …"""
    award_type: String | None = None
    """What kind of award has this number: grant, scholarship …"""
    authority: String | None = None
    """Who gave the number, if it isn't the funder."""
    url: String | None = None
    """The grant's page on the web."""
    refers_to: Strings = ()
    """The ids, in the article, of whom or what it concerns."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The number alone."""
        return {"number": text}


class AwardWords(Data):
    """What an award is called, or what is said of it."""

    short_form = "the words alone"

    text: String
    """The words."""
    language: Language | None = None
    """Their language, if it is not the article's."""
    type: String | None = None
    """What kind of award they speak of: grant, scholarship …"""
    url: String | None = None
    """Where it is described on the web."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The words alone."""
        return {"text": text}


class Investigator(Data):
    """A person who leads the work that a grant pays for."""

    short_form = "Surname, Given names"

    name: Name | None = None
    """The person's name."""
    orcid: Orcid | None = None
    """The ORCID iD."""
    ids: IdMap = Field(default_factory=dict)
    """Other identifiers of the person by type."""

    @model_validator(mode="before")
    @classmethod
    def _name_fields(cls, value: Any) -> Any:
        """The parts of the name may be here themselves."""
        return gather_name(value, {"name"})

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """A name alone."""
        return {"name": Name.from_short(text)}

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if (self.name is None) == (getattr(self, "institution", None) is None):
            wanted = "a name or an institution" if "institution" in type(self).model_fields else "a name"
            raise ValueError(f"needs {wanted}")
        return self


class Recipient(Investigator):
    """A person or institution that received a grant."""

    institution: Organization | None = None
    """An institution, instead of a person."""


class Award(Data):
    """One grant, or several of one funder."""

    funder: Annotated[tuple[Funder, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """The funders; several may share a grant."""
    numbers: Annotated[tuple[AwardNumber, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """Grant numbers."""
    recipients: Annotated[tuple[Recipient, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """Who received the grant."""
    investigators: Annotated[tuple[Investigator, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """The people who lead the work that it pays for."""
    name: Annotated[tuple[AwardWords, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """The name of the award or programme."""
    description: Annotated[tuple[AwardWords, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """What is said of it."""
    type: String | None = None
    """What kind of award it is: grant, scholarship, equipment …"""
    in_kind: Flag = False
    """Whether they give something else than money."""
    url: String | None = None
    """The award's page on the web."""
    id: String | None = None
    """The name by which the article points to it."""
    refers_to: Strings = ()
    """The ids, in the article, of whom or what it concerns."""

    @model_validator(mode="after")
    def _something(self) -> Award:
        if not (self.funder or self.numbers or self.name or self.recipients or self.investigators):
            raise ValueError("is empty: give funder or numbers")
        if self.in_kind and not self.funder:
            raise ValueError("says in_kind, but gives no funder")
        return self


class FundingStatement(Data):
    """What is printed on who paid for the work."""

    short_form = "the statement"

    language: Language | None = None
    """Its language, if it is not the article's."""
    text: InlineText
    """The statement."""
    refers_to: Strings = ()
    """The ids, in the article, of the awards that it speaks of."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The statement alone."""
        return {"text": text}


STATEMENT_FIELDS = set(FundingStatement.model_fields)


def _statements(value: Any) -> Any:
    """A statement, statements by language, or a list."""
    if isinstance(value, Mapping) and are_languages(value, STATEMENT_FIELDS):
        check_languages(value)
        return [
            {"language": tag or None, **(one if isinstance(one, Mapping) else {"text": one})}
            for tag, one in value.items()
        ]
    return listed(value)


FundingStatements = Annotated[
    tuple[FundingStatement, ...],
    BeforeValidator(_statements),
    AlsoAs(lambda made: [made["items"], language_map(made["items"])]),
]
"""The funding statement, or its versions by language tag."""

Awards = Annotated[tuple[Award, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""Grants."""


class Resource(Data):
    """Something that was given for the work: equipment, data, time on a machine."""

    short_form = "what it is called"

    name: InlineText
    """What it is called."""
    type: String | None = None
    """What kind of thing it is."""
    url: String | None = None
    """Its page on the web."""
    ids: IdMap = Field(default_factory=dict)
    """Identifiers by type: rrid …"""
    vocabulary: Scheme | None = None
    """The list that its identifiers come from."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """What it is called."""
        return {"name": text}

    @model_validator(mode="after")
    def _vocabulary_of_ids(self) -> Resource:
        if self.vocabulary and not self.ids:
            raise ValueError("says which vocabulary its ids come from, but gives none")
        return self


class Support(Data):
    """Support in other ways than by money."""

    type: String | None = None
    """What kind of support it is: equipment, staff, data …"""
    awards: Awards = ()
    """From whom, under which numbers."""
    description: Blocks = ()
    """What is said of it."""
    refers_to: Strings = ()
    """The ids, in the article, of whom or what the description speaks of."""
    resources: Annotated[tuple[Resource, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """What was given."""

    @model_validator(mode="after")
    def _something(self) -> Support:
        if not (self.awards or self.description or self.resources):
            raise ValueError("is empty: give awards, description or resources")
        if self.refers_to and not self.description:
            raise ValueError("says refers_to, but gives no description")
        return self


Supports = Annotated[tuple[Support, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""Support by equipment, data, staff …"""
