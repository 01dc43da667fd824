"""Supplementary material: files that belong to the article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from jats.model.base import AlsoAs, Data, IdMap, Localized, String, item_or_list, listed
from jats.model.blocks import Blocks
from jats.model.identifiers import Language
from jats.model.permissions import Copyright, Licenses
from jats.model.running_text import InlineText


class SupplementaryMaterial(Data):
    """One file, or something else that goes with the article."""

    short_form = "the name of the file, or its address"

    file: String | None = None
    """The name of the file, or its address."""
    id: String | None = None
    """The name by which the article points to it; made by itself if it is missing."""
    ids: IdMap = Field(default_factory=dict)
    """Identifiers of its own by type, such as its DOI."""
    type: String | None = None
    """What kind of material it is: data, video, questionnaire …"""
    label: String | None = None
    """What it is called: File S1."""
    title: InlineText | None = None
    """Its heading."""
    caption: Blocks = ()
    """What follows the heading, in paragraphs."""
    alt_text: Localized | None = None
    """A few words for those who can't see it; translations by language tag."""
    description: Localized | None = None
    """A long description for those who can't see it; translations by language tag."""
    media_type: String | None = None
    """Its media type, such as text/csv, if the end of the file's name doesn't say it."""
    language: Language | None = None
    """Its language, if it is not the article's."""
    position: Literal["anchor", "background", "float", "margin"] | None = None
    """Where it is set in print; usually it floats."""
    orientation: Literal["portrait", "landscape"] | None = None
    """How it is set in print."""
    content: Blocks = ()
    """The material itself, if it is not a file: a table, a list, paragraphs … in JATS's own markup."""
    attribution: InlineText | None = None
    """Where it comes from."""
    copyright: Copyright | None = None
    """Its copyright line, if that is not the article's."""
    license: Licenses = ()
    """Its licence, if that is not the article's."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The file alone."""
        return {"file": text}

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.file or self.label or self.title or self.caption or self.content):
            raise ValueError("is empty: give file")
        return self


SupplementaryMaterials = Annotated[tuple[SupplementaryMaterial, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""Supplementary material; one alone is a list of one."""
