"""What all of the model is made of: frozen data without unknown keys, texts that XML can hold, values by language."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    PlainSerializer,
    WithJsonSchema,
    WrapValidator,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from jats.vocab.characters import NOT_XML

BLANKS = re.compile("[ \t\r\n]+")
LANGUAGE_KEY = "^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$"
TEXT_SCHEMA: JsonSchemaValue = {"type": ["string", "number", "boolean"]}
"""A text; to an editor's tool `13` in a YAML file is a number and `true` a boolean, to this program both are texts."""


MODEL = "x-model"
"""A key that stands for a reference to another model; pydantic refuses references that it didn't make."""


class Data(BaseModel):
    """Frozen, and a key that it doesn't know is an error.

    A class that has a short form gives `from_short`, which turns a text into its fields.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    short_form: ClassVar[str | None] = None
    """What the short form holds, in words; `None` if there is none."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The fields that a short form says."""
        raise ValueError(f"is a text, expected fields: {text}")

    @model_validator(mode="before")
    @classmethod
    def _read_short(cls, value: Any) -> Any:
        if type(value) is dict:
            return value
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and cls.short_form is not None:
            return cls.from_short(clean_text(value))
        return value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The long form, or the short one if there is one."""
        from jats.model.words import field_words

        made = handler(schema)
        properties = handler.resolve_ref_schema(made).get("properties", {})
        for name, words in field_words(cls).items():
            properties[name]["description"] = words
        if cls.short_form is None:
            return made
        return {"anyOf": [{**TEXT_SCHEMA, "description": cls.short_form}, made]}


def clean_text(value: Any) -> Any:
    """A text with its white space collapsed; numbers become texts; what XML can't hold is refused."""
    if type(value) is str and value.isprintable() and "  " not in value and value.strip(" ") == value != "":
        return value  # nearly every text, five times faster
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return value
    if found := NOT_XML.search(value):
        raise forbidden(found.group())
    text = BLANKS.sub(" ", value).strip(" ")
    if not text:
        raise refuse("empty_value", "is empty: write a value, or leave the key out")
    return text


def refuse(kind: str, words: str, **about: str) -> PydanticCustomError:
    """An error of one kind, by which the gate knows it, with what is said of it and what it is about."""
    # pydantic takes no half of a surrogate pair
    said = {key: text.encode("utf-8", "backslashreplace").decode() for key, text in {"words": words, **about}.items()}
    return PydanticCustomError(kind, "{words}", said)


def forbidden(character: str) -> PydanticCustomError:
    """The error for a character that XML can't hold."""
    shown = f"U+{ord(character):04X}"
    return refuse("forbidden_character", f"holds the character {shown}, which XML can't hold: delete it", shown=shown)


_FLAGS = {"yes": True, "true": True, "no": False, "false": False}


def is_flag(value: Any) -> bool:
    """Whether a value says yes or no."""
    return isinstance(value, bool) or (isinstance(value, str) and value.lower() in _FLAGS)


def read_flag(value: Any) -> Any:
    """`yes`, `no`, `true` and `false` as written in YAML files."""
    if isinstance(value, str):
        if value.lower() not in _FLAGS:
            raise refuse("yes_or_no", "must be yes or no")
        return _FLAGS[value.lower()]
    if not isinstance(value, bool):
        raise refuse("yes_or_no", "must be yes or no")
    return value


def listed(value: Any) -> Any:
    """One item instead of a list is a list of one."""
    return value if value is None or isinstance(value, (list, tuple)) else [value]


String = Annotated[str, BeforeValidator(clean_text), WithJsonSchema(TEXT_SCHEMA)]
"""A non-empty text without markup; numbers are taken as texts."""

FLAG_SCHEMA: JsonSchemaValue = {
    "anyOf": [
        {"enum": [True, False, "yes", "no"]},
        {"type": "string", "pattern": "^([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"},
    ]
}
Flag = Annotated[bool, BeforeValidator(read_flag), WithJsonSchema(FLAG_SCHEMA)]
"""A yes or a no."""


def are_languages(value: Mapping[str, Any], fields: Collection[str]) -> bool:
    """Whether the keys of a map are languages and not fields; `id` is Indonesian where no other field is beside it."""
    return not set(value) & (set(fields) - {"id"})


def by_language(value: Any) -> Any:
    """A text is its version in the article's language, whose key is the empty string."""
    return value if isinstance(value, Mapping) else {"": value}


def check_languages(value: Mapping[str, Any]) -> None:
    """Refuse keys that can't be language tags."""
    for key in value:
        if not _is_language(key):
            raise refuse("language_key", f"'{key}' is not a language tag: write en, uk, pt-BR …", key=str(key))


def check_language_keys(value: dict[str, Any]) -> dict[str, Any]:
    """Refuse a map whose keys can't be language tags, or that has none."""
    check_languages(value)
    if not value:
        raise refuse("empty_value", "is empty: write a value, or leave the key out")
    return value


@dataclass(frozen=True, slots=True)
class AlsoAs:
    """Annotation: the short forms that a validator before this one takes, as JSON Schema made from the long form's.

    `instead`: they say all, and the long form's own schema would let more through.
    """

    forms: Callable[[JsonSchemaValue], list[JsonSchemaValue]]
    instead: bool = False

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The long form, or any of the short ones."""
        made = handler(schema)
        return {"anyOf": [*self.forms(made), *([] if self.instead else [made])]}


def map_schema(item: JsonSchemaValue) -> JsonSchemaValue:
    """A map with any keys."""
    return {"type": "object", "additionalProperties": item}


def language_map(item: JsonSchemaValue) -> JsonSchemaValue:
    """A map from language tags."""
    patterns = {LANGUAGE_KEY: item, "^$": item}
    return {"type": "object", "patternProperties": patterns, "additionalProperties": False}


def item_or_list(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    """One item in place of a list of one."""
    return [made["items"]]


def _text_or_language_map(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [TEXT_SCHEMA, language_map(TEXT_SCHEMA)]


def _is_language(key: str) -> bool:
    return not key or re.fullmatch(LANGUAGE_KEY, key) is not None


Strings = Annotated[tuple[String, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""Texts; one text is a list of one."""

Localized = Annotated[
    dict[str, String],
    BeforeValidator(by_language),
    AfterValidator(check_language_keys),
    AlsoAs(_text_or_language_map, instead=True),
]
"""A plain text, in one language or in several: `Kyiv`, or `{en: Kyiv, uk: Київ}`. Key "" is the article's language."""


LocalizedNames = Annotated[tuple[Localized, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""Names, each in one language or in several; one alone is a list of one."""


class Identifier(str):
    """An identifier, and who assigned it and where it is on the web, if that is said."""

    __slots__ = ("authority", "url")
    authority: str | None
    url: str | None

    def __new__(cls, value: str, authority: str | None = None, url: str | None = None) -> Self:
        """A text that knows its authority."""
        self = super().__new__(cls, value)
        self.authority = authority
        self.url = url
        return self


class Assigned(Data):
    """An identifier and who assigned it."""

    short_form = "the identifier"

    value: String
    """The identifier."""
    authority: String | None = None
    """Who assigned it."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The identifier alone."""
        return {"value": text}


class Linked(Assigned):
    """An identifier, who assigned it and where it is on the web."""

    url: String | None = None
    """Its address on the web."""


def _identifier(value: Any, validate: Callable[[Any], Assigned]) -> Identifier:
    """A text, which is the usual case, or fields."""
    if isinstance(value, Identifier):
        return value
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return Identifier(clean_text(value))
    read = validate(value)
    return Identifier(read.value, read.authority, getattr(read, "url", None))


def _identifier_fields(value: Identifier) -> Any:
    fields = {"value": str(value), "authority": value.authority, "url": value.url}
    given = {name: one for name, one in fields.items() if one}
    return given if len(given) > 1 else str(value)


if TYPE_CHECKING:  # what is validated as fields is kept as a text
    AnyIdentifier = Identifier
    LinkedIdentifier = Identifier
else:
    AnyIdentifier = Annotated[Assigned, WrapValidator(_identifier), PlainSerializer(_identifier_fields)]
    LinkedIdentifier = Annotated[Linked, WrapValidator(_identifier), PlainSerializer(_identifier_fields)]

IdMap = Annotated[dict[String, AnyIdentifier], AlsoAs(lambda made: [map_schema(TEXT_SCHEMA)])]
"""Identifiers by their type: `{scopus: 7004212771}`, or `{scopus: {value: 7004212771, authority: Elsevier}}`."""

LinkedIdMap = Annotated[dict[String, LinkedIdentifier], AlsoAs(lambda made: [map_schema(TEXT_SCHEMA)])]
"""The same, each with its address if it has one: `{doi: {value: 10.5555/v13, url: https://example.org/v13}}`."""
