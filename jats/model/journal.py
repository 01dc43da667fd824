"""The journal that an article stands in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from jats.model.base import TEXT_SCHEMA, AlsoAs, Data, IdMap, Localized, String, map_schema
from jats.model.identifiers import Issn
from jats.model.inline import LocalizedInline


class Publisher(Data):
    """Who publishes the journal."""

    short_form = "the publisher's name"

    name: Localized | None = None
    """The publisher's name."""
    place: Localized | None = None
    """Where the publisher sits: city, country."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """A name alone."""
        return {"name": text}


def _issn_map(value: Any) -> Any:
    """One ISSN whose kind isn't stated has the empty string for its kind."""
    return value if value is None or isinstance(value, Mapping) else {"": value}


class Journal(Data):
    """The journal: titles, identifiers, publisher."""

    title: LocalizedInline | None = None
    """The full title; versions in other languages by tag."""
    subtitle: LocalizedInline | None = None
    """The part of the title after the title proper."""
    abbreviation: String | None = None
    """The abbreviated title that the journal uses of itself."""
    ids: IdMap = Field(default_factory=dict)
    """Identifiers by type: publisher-id, nlm-ta, iso-abbrev, nlm-journal-id …"""
    issn: Annotated[
        dict[str, Issn], BeforeValidator(_issn_map), AlsoAs(lambda made: [TEXT_SCHEMA, map_schema(TEXT_SCHEMA)])
    ] = Field(default_factory=dict)
    """The ISSN, or those by kind: `{print: …, electronic: …, linking: …}`."""
    publisher: Publisher | None = None
    """Who publishes it."""
    url: String | None = None
    """The journal's address on the web."""
