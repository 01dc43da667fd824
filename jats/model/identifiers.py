"""Identifiers that know whether they are valid: texts in their normal form, or as they were given if they have a fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainSerializer, WrapValidator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from jats.model.base import TEXT_SCHEMA, Assigned, clean_text, refuse
from jats.vocab import identifiers as vocab
from jats.vocab.languages import language_fault


class CheckedValue(str):
    """A text in its normal form; `given` is the text of the input. A value with a fault stays as it was given."""

    __slots__ = ("authority", "given")
    given: str
    authority: str | None
    """The body that assigned it, if that is given."""
    checks: ClassVar[tuple[Callable[[str], str], Callable[[str], str | None]]]
    """How to tidy a value, and how to find its fault."""

    def __new__(cls, text: str, authority: str | None = None) -> Self:
        """Tidy the text unless it has a fault, and keep it as given too."""
        tidied = cls.checks[0](text)
        self = super().__new__(cls, text if cls.checks[1](tidied) else tidied)
        self.given = text
        self.authority = authority
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.given, self.authority)

    @property
    def fault(self) -> str | None:
        """What is wrong with the value, in an editor's words; `None` if nothing is."""
        return self.checks[1](str(self))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def _read(cls, value: Any) -> Self:
        if isinstance(value, cls):
            return value
        text = clean_text(value)
        if not isinstance(text, str):
            raise refuse("text_wanted", "must be a text")
        return cls(text)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(TEXT_SCHEMA)


class Doi(CheckedValue):
    """A DOI without its resolver: `10.35668/2520-6524-2023-1-02`."""

    checks = (vocab.tidy_doi, vocab.doi_fault)

    @property
    def address(self) -> str:
        """The address that it resolves at; of a DOI with a fault, the text that was given."""
        return str(self) if self.fault else vocab.doi_url(self)


class Orcid(CheckedValue):
    """An ORCID iD as its sixteen characters in four groups: `0000-0002-1825-0097`."""

    checks = (vocab.tidy_orcid, vocab.orcid_fault)

    @property
    def address(self) -> str:
        """The iD as an address; of an iD with a fault, the text that was given."""
        return str(self) if self.fault else vocab.orcid_url(self)


class Issn(CheckedValue):
    """An ISSN with its hyphen: `2520-6524`."""

    checks = (vocab.tidy_issn, vocab.issn_fault)


class Isbn(CheckedValue):
    """An ISBN of 10 or 13 digits, hyphens as given."""

    checks = (vocab.tidy_isbn, vocab.isbn_fault)


class Ror(CheckedValue):
    """A ROR identifier as its address: `https://ror.org/02mhbdp94`."""

    checks = (vocab.tidy_ror, vocab.ror_fault)


class Language(CheckedValue):
    """A language tag after BCP 47: `en`, `uk`, `pt-BR`, `sr-Latn`."""

    checks = (str, language_fault)


def _assigned(kind: type[CheckedValue]) -> Callable[[Any, Callable[[Any], Assigned]], CheckedValue]:
    """A reader of one kind: a text, which is the usual case, or fields."""

    def read(value: Any, validate: Callable[[Any], Assigned]) -> CheckedValue:
        if isinstance(value, kind):
            return value
        if isinstance(value, str):
            return kind(clean_text(value))
        fields = validate(value)
        return kind(fields.value, fields.authority)

    return read


def _fields(value: CheckedValue) -> Any:
    return {"value": str(value), "authority": value.authority} if value.authority else str(value)


if TYPE_CHECKING:  # what is validated as fields is kept as a text
    AssignedIssn = Issn
    AssignedIsbn = Isbn
else:
    AssignedIssn = Annotated[Assigned, WrapValidator(_assigned(Issn)), PlainSerializer(_fields)]
    AssignedIsbn = Annotated[Assigned, WrapValidator(_assigned(Isbn)), PlainSerializer(_fields)]
