"""Controlled vocabularies: which list a term comes from, and which term of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jats.model.base import Data, String


class Scheme(Data):
    """The vocabulary that a group of words or identifiers comes from."""

    short_form = "the vocabulary's name: MeSH, JEL, UDC …"

    name: String | None = None
    """The vocabulary's name or short name."""
    identifier: String | None = None
    """Its address or identifier."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The name alone."""
        return {"name": text}


class Vocabulary(Data):
    """The vocabulary that a word comes from, and its entry there."""

    short_form = "the vocabulary's name: credit, JAV, MeSH …"

    name: String | None = None
    """The vocabulary's name or short name."""
    identifier: String | None = None
    """The vocabulary's own address or identifier."""
    term: String | None = None
    """The entry as the vocabulary writes it, if that differs from the words used here."""
    term_identifier: String | None = None
    """The entry's address or identifier."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The name alone."""
        return {"name": text}
