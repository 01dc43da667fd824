"""Appendices, and groups of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Discriminator, Field, Tag
from pydantic.json_schema import JsonSchemaValue

from jats.model.back import BackPart, by_heading_or_list, heading_forms
from jats.model.base import AlsoAs, Data, Flag, IdMap, String
from jats.model.blocks import Blocks
from jats.model.footnotes import Footnotes
from jats.model.glossary import Glossaries
from jats.model.identifiers import Language
from jats.model.references import References
from jats.model.running_text import InlineText


def _by_heading(value: Any) -> Any:
    return by_heading_or_list(value, _FIELDS)


def _heading_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return heading_forms(made, _FIELDS)


class Appendix(BackPart):
    """One appendix."""

    short_form: ClassVar[str | None] = None

    title: InlineText
    """The heading."""
    type: String | None = None
    """What kind of appendix it is, for programs."""
    supplemental: Flag | None = None
    """Whether it is not a part of the article itself."""
    footnotes: Footnotes = ()
    """Its own footnotes."""
    glossary: Glossaries = ()
    """Its own glossary."""
    references: References = ()
    """Its own references."""

    def has_more(self) -> bool:
        """Whether it has footnotes, a glossary or references."""
        return bool(self.footnotes or self.glossary or self.references)


class AppendixGroup(Data):
    """Appendices under one heading."""

    id: String | None = None
    """The name by which the text points to it."""
    ids: IdMap = Field(default_factory=dict)
    """Identifiers of its own by type."""
    label: String | None = None
    """The number or mark before the heading."""
    title: InlineText | None = None
    """The heading: Appendices."""
    type: String | None = None
    """What kind of group it is, for programs."""
    language: Language | None = None
    """Its language, if it is not the article's."""
    supplemental: Flag | None = None
    """Whether none of it is a part of the article itself."""
    text: Blocks = ()
    """What is said before the appendices, in paragraphs."""
    appendices: Annotated[tuple[Appendix, ...], BeforeValidator(_by_heading), AlsoAs(_heading_forms)]
    """The appendices: by their headings, or a list."""


_FIELDS = frozenset(Appendix.model_fields) | frozenset(AppendixGroup.model_fields)
"""Keys that aren't headings."""


def _appendix_kind(value: Any) -> str:
    """What holds appendices itself is a group of them."""
    grouped = "appendices" in value if isinstance(value, Mapping) else isinstance(value, AppendixGroup)
    return "@group" if grouped else "@appendix"


Appendices = Annotated[
    tuple[
        Annotated[
            Annotated[Appendix, Tag("@appendix")] | Annotated[AppendixGroup, Tag("@group")],
            Discriminator(_appendix_kind),
        ],
        ...,
    ],
    BeforeValidator(_by_heading),
    AlsoAs(_heading_forms),
]
"""Appendices by their headings, `{Appendix A: …}`, or a list; groups, each with a heading, if items hold `appendices`."""
