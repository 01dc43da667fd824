"""How the XML file itself is made, for the programs that read it: which rules it follows beside its schema."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import (
    MODEL,
    TEXT_SCHEMA,
    AlsoAs,
    Data,
    Flag,
    String,
    Strings,
    is_flag,
    item_or_list,
    listed,
    read_flag,
)
from jats.model.custom import CustomMetas
from jats.model.vocabulary import Vocabulary

_TOKEN = re.compile(r"[\w.:-]+", re.ASCII)


class Profile(Data):
    """Rules that narrow JATS down or extend it."""

    short_form = "the rules' name: pmc, jats4r …"

    name: String
    """The rules' name: pmc, jats4r …"""
    version: String | None = None
    """Which version of them: 5.31."""
    url: String | None = None
    """Their address on the web."""
    vocabulary: Vocabulary | None = None
    """The vocabulary that the name comes from."""
    authority: String | None = None
    """Who made them."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The name alone."""
        return {"name": text}


class Accessibility(Data):
    """What helps or hinders people with disabilities, in the words of schema.org."""

    features: Strings = ()
    """What helps: alternativeText, captions, transcript, MathML …"""
    hazards: Strings = ()
    """What may harm: flashing, motionSimulation, sound, or none …"""
    summary: String | None = None
    """The same in a sentence or two."""


def _check_token(value: str) -> str:
    if not _TOKEN.fullmatch(value):
        raise ValueError(f"is {value}: write one word, such as mathml, tex or image")
    return value


Profiles = Annotated[tuple[Profile, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
_Token = Annotated[
    String, AfterValidator(_check_token), WithJsonSchema({**TEXT_SCHEMA, "pattern": r"^\s*[\w.:-]+\s*$"})
]
Tokens = Annotated[tuple[_Token, ...], BeforeValidator(listed), AlsoAs(item_or_list)]


class Processing(Data):
    """What a program that reads the file should know. Tag set and version of MathML are said by themselves."""

    restricted_by: Profiles = ()
    """Rules that the file keeps beside those of JATS: pmc, jats4r …"""
    extended_by: Profiles = ()
    """Rules that allow more in the file than JATS does."""
    math: Tokens = ()
    """How formulas are written: mathml, tex, image …"""
    tables: Literal["xhtml", "oasis", "both", "none"] | None = None
    """How tables are written; xhtml if nothing is said."""
    language_groups: Flag = False
    """Whether parts that say the same in several languages are marked so in the text."""
    accessibility: Accessibility | None = None
    """What helps or hinders people with disabilities."""
    custom: CustomMetas = ()
    """What else there is to know, by name."""


def _processing(value: Any) -> Any:
    """`yes` says what goes by itself, `no` nothing; names are those of rules that the file keeps."""
    if value is None or isinstance(value, (Mapping, Processing)):
        return value
    if is_flag(value):
        return {} if read_flag(value) else None
    return {"restricted_by": value}


def _processing_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [TEXT_SCHEMA, {"type": "array", "items": {MODEL: "Profile"}}]


ArticleProcessing = Annotated[Processing | None, BeforeValidator(_processing), AlsoAs(_processing_forms)]
"""`yes`, the rules that the file keeps, or fields."""
