"""Sections: parts of a text, each with its heading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import TEXT_SCHEMA, AlsoAs, Data, String, listed
from jats.model.blocks import Blocks
from jats.model.running_text import InlineText

PARAGRAPH_LIST: JsonSchemaValue = {"type": "array", "items": TEXT_SCHEMA}


class Section(Data):
    """A part of a text with a heading of its own."""

    label: String | None = None
    """The number or mark before the heading."""
    title: InlineText | None = None
    """The heading: Background, Methods …"""
    type: String | None = None
    """What kind of part it is, for programs: intro, methods, results …"""
    text: Blocks = ()
    """The paragraphs; lists, formulas, figures and tables among them in JATS's own markup."""
    sections: tuple[Section, ...] = ()
    """Parts of this part."""

    @model_validator(mode="after")
    def _something(self) -> Section:
        if not (self.text or self.sections):
            raise ValueError("is empty: give text")
        return self


SECTION_FIELDS = set(Section.model_fields)


def section_list(value: Any) -> Any:
    """`{Background: …, Methods: …}` as a list of sections."""
    if isinstance(value, Mapping) and not set(value) & SECTION_FIELDS:
        return [
            {"title": title, **(body if isinstance(body, Mapping) else {"text": body})} for title, body in value.items()
        ]
    return listed(value)


def section_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    """One section, or sections by their headings, as JSON Schema."""
    body = {"anyOf": [TEXT_SCHEMA, PARAGRAPH_LIST, made["items"]]}
    return [made["items"], {"type": "object", "additionalProperties": body}]


Sections = Annotated[tuple[Section, ...], BeforeValidator(section_list), AlsoAs(section_forms)]
"""Parts by their headings, `{Background: …, Methods: …}`, or a list."""
