"""Who holds the rights, and what others may do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jats.model.base import Data, String
from jats.model.dates import Date
from jats.model.identifiers import Language
from jats.model.inline import Inline, LocalizedInline


class Copyright(Data):
    """The copyright line, whole or in parts."""

    short_form = "the copyright statement as printed"

    statement: LocalizedInline | None = None
    """The statement as printed: © 2023 The Authors."""
    year: String | None = None
    """The year."""
    holder: LocalizedInline | None = None
    """Who holds the copyright."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The statement alone."""
        return {"statement": text}


class License(Data):
    """One licence; a Creative Commons licence by its short name or address."""

    short_form = "CC BY 4.0, CC0 1.0 …, or the licence's address"

    name: String | None = None
    """The short name: CC BY 4.0."""
    url: String | None = None
    """The licence's own address."""
    text: Inline | None = None
    """The statement as printed."""
    language: Language | None = None
    """The language of the statement."""
    start: Date | None = None
    """The day from which the licence holds."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The name and canonical address of a Creative Commons licence; another address; else a statement."""
        from jats.vocab.licences import find_licence

        found = find_licence(text)
        if found:
            return {"name": found.name, **({"url": found.url} if found.url else {})}
        if text.startswith(("http://", "https://")):
            return {"url": text}
        return {"text": text}
