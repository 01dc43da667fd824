"""Institutions that contributors belong to, in one language or in several."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import TEXT_SCHEMA, AlsoAs, Data, IdMap, Localized, String, Strings, language_map, listed
from jats.model.identifiers import Ror

_DEPARTMENT = {"anyOf": [TEXT_SCHEMA, language_map(TEXT_SCHEMA)]}


def _department_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [_DEPARTMENT]


class Affiliation(Data):
    """One institution with its address. Each text may have versions by language tag."""

    short_form = "the affiliation as printed"

    id: String | None = None
    """The name by which contributors refer to it."""
    label: String | None = None
    """The mark printed before it; numbered by itself where it is missing and several are there."""
    text: Localized | None = None
    """The whole affiliation as printed, where its parts are not known."""
    institution: Localized | None = None
    """The institution's name."""
    departments: Annotated[tuple[Localized, ...], BeforeValidator(listed), AlsoAs(_department_forms)] = ()
    """Parts of the institution, the smallest first."""
    ror: Ror | None = None
    """The institution's ROR identifier."""
    ids: IdMap = Field(default_factory=dict)
    """Other identifiers of the institution by type: isni, grid, ringgold …"""
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
    email: Strings = ()
    """The institution's e-mail addresses."""
    url: String | None = None
    """The institution's page on the web."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The affiliation as printed."""
        return {"text": text}
