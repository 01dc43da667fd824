"""Institutions that contributors belong to, and addresses, in one language or in several."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, WrapValidator, model_validator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import (
    TEXT_SCHEMA,
    AlsoAs,
    Assigned,
    Data,
    Identifier,
    Localized,
    String,
    Strings,
    item_or_list,
    language_map,
    listed,
    map_schema,
    refuse,
)
from jats.model.identifiers import Ror
from jats.model.vocabulary import Scheme


class InstitutionId(Identifier):
    """An identifier of an institution, who assigned it, and the register that it is from, if those are said."""

    __slots__ = ("vocabulary",)
    vocabulary: Scheme | None


class Registered(Assigned):
    """An identifier of an institution, and where it comes from."""

    vocabulary: Scheme | None = None
    """The register that it is from: GRID, ISNI …"""


def _institution_id(value: Any, validate: Callable[[Any], Registered]) -> InstitutionId:
    """A text, which is the usual case, or fields."""
    if isinstance(value, InstitutionId):
        return value
    read = validate(value)
    made = InstitutionId(read.value, read.authority)
    made.vocabulary = read.vocabulary
    return made


def _institution_id_fields(value: InstitutionId) -> Any:
    if not (value.authority or value.vocabulary):
        return str(value)
    scheme = value.vocabulary and value.vocabulary.model_dump(exclude_none=True)
    fields = {"value": str(value), "authority": value.authority, "vocabulary": scheme}
    return {name: field for name, field in fields.items() if field}


if TYPE_CHECKING:  # what is validated as fields is kept as a text
    AnyInstitutionId = InstitutionId
else:
    AnyInstitutionId = Annotated[Registered, WrapValidator(_institution_id), PlainSerializer(_institution_id_fields)]

InstitutionIds = Annotated[dict[String, AnyInstitutionId], AlsoAs(lambda made: [map_schema(TEXT_SCHEMA)])]
"""Identifiers of an institution by their type: `{isni: "0000000121032683"}`, or with what else is known of them."""


class Department(Data):
    """A part of an institution."""

    short_form = "its name"

    name: Localized
    """Its name; versions by language tag."""
    type: String = "dept"
    """What kind of part it is, for programs: dept, faculty, laboratory …"""
    ror: Ror | None = None
    """Its ROR identifier."""
    ids: InstitutionIds = Field(default_factory=dict)
    """Its other identifiers by type."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """A name alone."""
        return {"name": text}


def _department(value: Any) -> Any:
    """A map without `name` is the name in several languages."""
    return {"name": value} if isinstance(value, Mapping) and "name" not in value else value


def _department_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [made["items"], TEXT_SCHEMA]


Departments = Annotated[
    tuple[Annotated[Department, BeforeValidator(_department), AlsoAs(lambda made: [language_map(TEXT_SCHEMA)])], ...],
    BeforeValidator(listed),
    AlsoAs(_department_forms),
]


class LocatedOrganization(Data):
    """An institution and where it is. Each text may have versions by language tag."""

    text: Localized | None = None
    """All of it as printed, if its parts are not known."""
    institution: Localized | None = None
    """The institution's name."""
    institution_type: String | None = None
    """What kind of name it is, for programs: orgname, which SciELO wants."""
    other_names: dict[String, Localized] = Field(default_factory=dict)
    """Further forms of it by kind: `original` is the whole affiliation as its author wrote it, `normalized` the usual name."""
    departments: Departments = ()
    """Parts of the institution, the smallest first."""
    ror: Ror | None = None
    """The institution's ROR identifier."""
    ids: InstitutionIds = Field(default_factory=dict)
    """Other identifiers of the institution by type: isni, grid, ringgold …"""
    link: String | None = None
    """An address on the web that the institution's name leads to; it isn't printed."""
    street: Localized | None = None
    """Street and number."""
    city: Localized | None = None
    """The town."""
    state: Localized | None = None
    """State, region or province."""
    postal_code: String | None = None
    """The postal code."""
    country: Localized | None = None
    """The country's name."""
    country_code: String | None = None
    """The country's two letters after ISO 3166-1."""
    phone: Strings = ()
    """Telephone numbers."""
    fax: Strings = ()
    """Fax numbers."""
    email: Strings = ()
    """E-mail addresses."""
    url: String | None = None
    """The page on the web."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """All of it as printed."""
        return {"text": text}

    @model_validator(mode="after")
    def _fields_that_need_a_name(self) -> LocatedOrganization:
        for name in ("link", "institution_type"):
            if getattr(self, name) and not self.institution:
                raise refuse("at_field", "is said of the institution's name: give institution too", field=name)
        return self


class Affiliation(LocatedOrganization):
    """One institution with its address. Each text may have versions by language tag."""

    short_form = "the affiliation as printed"

    id: String | None = None
    """The name by which contributors refer to it."""
    label: String | None = None
    """The mark printed before it; numbered by itself if it is missing and several are there."""
    part_of: Strings = ()
    """The `id` of the affiliation that it is a part of."""


Affiliations = Annotated[tuple[Affiliation, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""Affiliations; a text is one as printed."""


class Address(LocatedOrganization):
    """Where a person can be reached. Each text may have versions by language tag."""

    short_form = "the address as printed"

    type: String | None = None
    """What kind of address it is, for programs: present, postal …"""

    @model_validator(mode="after")
    def _something(self) -> Address:
        if not any(value for name, value in self if name != "type"):
            raise refuse("empty_value", "is empty: give text, or its parts")
        return self


Addresses = Annotated[tuple[Address, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""Addresses; a text is one as printed."""
