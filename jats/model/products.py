"""Works and things that the article reviews."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, model_validator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import TEXT_SCHEMA, AlsoAs, Data, String, item_or_list, listed, map_schema
from jats.model.cited import Sizes
from jats.model.related import OtherWork
from jats.model.running_text import InlineText


class Price(Data):
    """What a product costs."""

    short_form = "the price as printed: €20"

    text: InlineText
    """The price as printed, or the number alone."""
    currency: String | None = None
    """The currency, as its code of three letters: EUR."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The printed price alone."""
        return {"text": text}


def _prices(value: Any) -> Any:
    """`{EUR: 20}` gives prices by currency."""
    if isinstance(value, Mapping) and "text" not in value:
        return [{"currency": currency, "text": text} for currency, text in value.items()]
    return listed(value)


def _price_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [made["items"], map_schema(TEXT_SCHEMA)]


Prices = Annotated[tuple[Price, ...], BeforeValidator(_prices), AlsoAs(_price_forms)]
"""Prices by currency, or a list."""


class Product(Data):
    """One work or thing that is reviewed."""

    short_form = "the work as printed"

    type: String | None = None
    """What it is: book, article, issue, film, software, website …"""
    id: String | None = None
    """The name by which the article points to it."""
    reference: OtherWork | None = None
    """The work: as printed, or its fields as in the list of references."""
    price: Prices = ()
    """What it costs: `{EUR: 20}`."""
    size: Sizes = ()
    """How much of it there is, if that is not given in pages: `{minutes: 90}`."""
    url: String | None = None
    """Its address on the web."""
    title: String | None = None
    """What the link to it is called."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """What is printed alone."""
        return {"reference": text}

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.reference or self.url):
            raise ValueError("is empty: give reference")
        return self


Products = Annotated[tuple[Product, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""Reviewed works; one alone is a list of one."""
