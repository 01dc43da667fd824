"""Events in the history of the article's publication: preprints, earlier versions, corrections, retractions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import MODEL, AlsoAs, Data, IdMap, String, item_or_list, listed, map_schema
from jats.model.blocks import Blocks
from jats.model.dates import Date, History, Published
from jats.model.identifiers import Doi
from jats.model.journal import Isbns, Issns
from jats.model.permissions import Copyright, License
from jats.model.running_text import InlineText
from jats.model.versions import ArticleVersions
from jats.model.web import WebAddresses


class PublicationEvent(Data):
    """One event with what is known of it."""

    short_form = "the day of the event"

    type: String | None = None
    """What happened: preprint, corrected, retracted …"""
    description: InlineText | None = None
    """What happened, in a sentence."""
    date: Date | None = None
    """When."""
    printed_date: String | None = None
    """When, as it is printed: in the spring of 2023."""
    dates: History = ()
    """Other dates of the event by type: {received: …, accepted: …}."""
    published: Published = ()
    """When what the event is about was published."""
    doi: Doi | None = None
    """The DOI of what the event is about: a preprint."""
    ids: IdMap = Field(default_factory=dict)
    """Its other identifiers by type."""
    version: ArticleVersions = ()
    """Which version of the article it is about."""
    issn: Issns = Field(default_factory=dict)
    """The ISSN of the journal where it was published, or those by kind."""
    isbn: Isbns = Field(default_factory=dict)
    """The ISBN of the book where it was published, or those by kind."""
    copyright: Copyright | None = None
    """The copyright line that it had."""
    license: Annotated[tuple[License, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """The licence that it had."""
    notes: Blocks = ()
    """Notes on it."""
    url: WebAddresses = ()
    """Where it is found on the web."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The day alone."""
        return {"date": text}


def _events(value: Any) -> Any:
    """`{preprint: 2022-01-01, corrected: {date: …, doi: …}}` as a list of events."""
    if isinstance(value, Mapping) and not set(value) & set(PublicationEvent.model_fields):
        return [
            {"type": kind, **(one if isinstance(one, Mapping) and _is_event(one) else {"date": one})}
            for kind, one in value.items()
        ]
    return listed(value)


def _is_event(fields: Mapping[str, Any]) -> bool:
    return not set(fields) & (set(Date.model_fields) - {"text"})


def _event_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [made["items"], map_schema({"anyOf": [made["items"], {MODEL: "Date"}]})]


PublicationEvents = Annotated[tuple[PublicationEvent, ...], BeforeValidator(_events), AlsoAs(_event_forms)]
"""`{preprint: 2022-01-01}`, the same with fields, or a list."""
