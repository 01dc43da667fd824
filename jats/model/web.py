"""Addresses on the web where an article or a journal is found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator

from jats.model.base import AlsoAs, Data, String, item_or_list, listed
from jats.model.identifiers import Language


class WebAddress(Data):
    """One address on the web, and what is found there."""

    short_form = "the address: https://…"

    url: String
    """The address."""
    text: String | None = None
    """What is printed for it."""
    type: String | None = None
    """What is found there: pdf, html, abstract …"""
    media_type: String | None = None
    """Its media type: application/pdf."""
    language: Language | None = None
    """The language of what is found there."""
    title: String | None = None
    """What it is called."""
    authority: String | None = None
    """Who gave the address, if it is not the journal."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The address alone."""
        return {"url": text}


WebAddresses = Annotated[tuple[WebAddress, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
