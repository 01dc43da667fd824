"""Who paid for the work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from jats.model.base import AlsoAs, Data, IdMap, String, Strings, item_or_list, listed
from jats.model.identifiers import Doi, Ror
from jats.model.people import Name


class Funder(Data):
    """An organisation that pays for research."""

    short_form = "the funder's name"

    name: String
    """The funder's name."""
    doi: Doi | None = None
    """The funder's DOI in the Open Funder Registry: 10.13039/…"""
    ror: Ror | None = None
    """The funder's ROR identifier."""
    ids: IdMap = Field(default_factory=dict)
    """Other identifiers by type."""
    country_code: String | None = None
    """The country's two letters after ISO 3166-1."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """A name alone."""
        return {"name": text}


class Award(Data):
    """One grant, or several of one funder."""

    funder: Funder | None = None
    """Who pays."""
    numbers: Strings = ()
    """Grant numbers."""
    recipients: Annotated[tuple[Name, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """Who received the grant."""

    @model_validator(mode="after")
    def _something(self) -> Award:
        if not (self.funder or self.numbers or self.recipients):
            raise ValueError("is empty: give funder or numbers")
        return self


Awards = Annotated[tuple[Award, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
