"""Where an article is besides its volume, issue and pages: supplements, and other issues that hold it too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from jats.model.base import AlsoAs, Data, LinkedIdMap, LocalizedNames, String, item_or_list, listed
from jats.model.people import Contributor
from jats.model.running_text import InlineText, LocalizedInline, LocalizedInlines


class Supplement(Data):
    """The supplement of an issue that the article is in."""

    short_form = "the supplement's number or name: 2, Suppl. 1"

    text: InlineText | None = None
    """The number or name as printed."""
    type: String | None = None
    """What kind of supplement it is."""
    title: InlineText | None = None
    """The supplement's own title."""
    contributors: Annotated[tuple[Contributor, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """Who made it: its guest editors."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The number or name alone."""
        return {"text": text}


class OtherIssue(Data):
    """Another issue that holds the article too."""

    volume: String | None = None
    """The volume."""
    volume_ids: LinkedIdMap = Field(default_factory=dict)
    """Identifiers of the volume by type."""
    volume_series: String | None = None
    """The series that the volume is counted in."""
    issue: String | None = None
    """The issue's number."""
    issue_ids: LinkedIdMap = Field(default_factory=dict)
    """Identifiers of the issue by type."""
    issue_title: LocalizedInline | None = None
    """The issue's own title."""
    issue_subtitle: LocalizedInlines | None = None
    """The subtitle of that title, or several."""
    issue_sponsors: LocalizedNames = ()
    """Who paid for the issue; each in one language, or by language tag."""
    issue_part: String | None = None
    """The part of the issue."""


OtherIssues = Annotated[tuple[OtherIssue, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
