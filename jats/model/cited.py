"""What cited works are made of: the people who made them, institutions, conferences, editions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import (
    MODEL,
    TEXT_SCHEMA,
    AlsoAs,
    Data,
    Flag,
    IdMap,
    Localized,
    String,
    item_or_list,
    listed,
    map_schema,
)
from jats.model.dates import Date
from jats.model.identifiers import Ror
from jats.model.people import Name, Names, gather_name
from jats.parsers.groups import read_group
from jats.parsers.outcome import Certainty
from jats.parsers.people import read_people
from jats.parsers.persons import Person


class Cited(Data):
    """A person or group that made a cited work."""

    short_form = "Surname, Given names"

    name: Names = ()
    """A person's name; forms in other scripts by language tag."""
    collaboration: Localized | None = None
    """A group or institution, instead of a person."""
    anonymous: Flag = False
    """Nobody is named."""
    role: String | None = None
    """What the person did or is, as printed: illustrator, Chair."""
    affiliation: String | None = None
    """Where the person works, as printed."""

    @model_validator(mode="before")
    @classmethod
    def _name_fields(cls, value: Any) -> Any:
        """The parts of the name may be here themselves."""
        return gather_name(value, _OWN)

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """A person's name, or a group if the words have one that only groups have."""
        read = Name.from_short(text)
        if "full" in read and (group := read_group(text)) is not None and group.value is not None:
            return {"collaboration": group.value.group}
        return {"name": (read,)}

    @model_validator(mode="after")
    def _somebody(self) -> Cited:
        if bool(self.name) + (self.collaboration is not None) + self.anonymous != 1:
            raise ValueError("needs a name, or a collaboration, or anonymous: yes — exactly one of them")
        return self


_OWN = {"name", "collaboration", "anonymous"}
"""Fields that show that there is no name among the others, or where it is."""


def _people(value: Any) -> Any:
    """One line may hold several people, if it is read without a doubt."""
    if isinstance(value, str):
        read = read_people(value)
        if read.value is not None and read.certainty is Certainty.CERTAIN and not read.value.etal:
            return [_fields(person) for person in read.value.people]
    return listed(value)


def _fields(person: Person) -> Any:
    if person.anonymous or person.group:
        return {"collaboration": person.group} if person.group else {"anonymous": True}
    names = ("surname", "given", "prefix", "suffix", "full")
    return {name: part for name in names if (part := getattr(person, name))}


def _people_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [TEXT_SCHEMA, made["items"]]


People = Annotated[tuple[Cited, ...], BeforeValidator(_people), AlsoAs(_people_forms)]
"""People: a list of names, or one line with semicolons."""


def _kind(value: Any) -> str:
    return "@fields" if isinstance(value, (Mapping, Data)) else "@text"


class CitedInstitution(Data):
    """An institution of which more is known than its name."""

    name: String
    """The name."""
    ror: Ror | None = None
    """The ROR identifier."""
    ids: IdMap = Field(default_factory=dict)
    """Other identifiers by type: isni, wikidata …"""


AnyInstitution = Annotated[
    Annotated[String, Tag("@text")] | Annotated[CitedInstitution, Tag("@fields")], Discriminator(_kind)
]
"""An institution's name, or the name with identifiers."""

Institutions = Annotated[tuple[AnyInstitution, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""Institutions; one may stand alone."""


class Edition(Data):
    """An edition or version, as printed and as a number."""

    short_form = "as printed: 2nd"

    text: String | None = None
    """As printed: second edition, revised."""
    number: String | None = None
    """The number alone, for a machine: 2."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """As printed."""
        return {"text": text}

    @model_validator(mode="after")
    def _something(self) -> Edition:
        if not (self.text or self.number):
            raise ValueError("is empty: give text or number")
        return self


MeetingDate = Annotated[
    Annotated[String, Tag("@text")] | Annotated[Date, Tag("@fields")],
    Discriminator(_kind),
    AlsoAs(lambda made: [TEXT_SCHEMA, {MODEL: "Date"}], instead=True),
]
"""The dates as printed, or a date in parts."""


class Conference(Data):
    """The meeting where a cited work was given."""

    short_form = "the conference's name"

    name: String | None = None
    """The name."""
    acronym: String | None = None
    """The short name: ICSS 2017."""
    date: MeetingDate | None = None
    """The dates as printed; or `{text: …, year: …, month: …}`, so that a machine can read them too."""
    place: String | None = None
    """The place."""
    sponsors: Institutions = ()
    """Who held it."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """A name alone."""
        return {"name": text}


Dates = Annotated[dict[String, Date], AlsoAs(lambda made: [map_schema({MODEL: "Date"})], instead=True)]
"""Dates by what they are of: `{original: 1859, filed: 2001-05-06}`."""

PeopleByRole = dict[String, People]
"""People by their role: `{illustrator: Roe, J.}`."""


class Size(Data):
    """How much of it there is, if that is not given in pages."""

    text: String
    """How much: 90."""
    units: String
    """In what: minutes, MB …"""


def _sizes(value: Any) -> Any:
    """`{minutes: 90}` gives sizes by unit."""
    if isinstance(value, Mapping) and "text" not in value:
        return [{"units": units, "text": text} for units, text in value.items()]
    return listed(value)


def _size_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [made["items"], map_schema(TEXT_SCHEMA)]


Sizes = Annotated[tuple[Size, ...], BeforeValidator(_sizes), AlsoAs(_size_forms)]
"""Sizes by unit, or a list."""
