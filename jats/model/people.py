"""Who made the work: persons and groups, their names, roles and links to affiliations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator
from pydantic.json_schema import JsonSchemaValue

from jats.model.affiliations import Addresses, Affiliation
from jats.model.back import OwnBiographies, by_language_or_list, language_forms
from jats.model.base import (
    MODEL,
    TEXT_SCHEMA,
    AlsoAs,
    Data,
    Flag,
    IdMap,
    String,
    Strings,
    check_languages,
    clean_text,
    item_or_list,
    language_map,
    listed,
    refuse,
)
from jats.model.blocks import Blocks
from jats.model.identifiers import Language, Orcid
from jats.model.notes import CorrespondenceLinks, NoteLinks
from jats.model.pointing import as_printed, link_kind
from jats.model.running_text import InlineText, LocalizedInline
from jats.model.vocabulary import Vocabulary

SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|Filho|Júnior|Neto)\.?")


class Name(Data):
    """A person's name, in parts if they are known."""

    short_form = "Surname, Given names — or Surname, Given names, Jr."

    surname: String | None = None
    """The family name, or the only name of a person who has one."""
    given: String | None = None
    """Given names or initials, patronymic included."""
    surname_initials: String | None = None
    """The initials of the family name, if they are to be known: of Roe-Doe, R-D."""
    given_initials: String | None = None
    """The initials of the given names, if they are to be known: of Martin Luther, ML."""
    prefix: String | None = None
    """Such as von der, if it is not part of the surname, or Sir."""
    suffix: String | None = None
    """Such as Jr. or III."""
    style: Literal["western", "eastern", "islensk", "given-only"] | None = None
    """The order in which the name is said; given-only for a person without a surname."""
    full: String | None = None
    """The whole name, if its parts are not known."""
    language: Language | None = None
    """The language and script of this form of the name."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The parts that commas mark; one word is a surname; anything else stays whole. What people write, `tidy` reads."""
        surname, comma, given = text.partition(", ")
        if comma and "," not in given:
            return {"surname": surname, "given": given}
        parts = [part.strip() for part in text.split(",")]
        if len(parts) == 1:
            return {"full": text} if " " in text else {"surname": text}
        if len(parts) == 2 and all(parts):
            return {"surname": parts[0], "given": parts[1]}
        if len(parts) == 3 and all(parts) and SUFFIX.fullmatch(parts[2]):
            return {"surname": parts[0], "given": parts[1], "suffix": parts[2]}
        return {"full": text}

    @model_validator(mode="after")
    def _some_name(self) -> Name:
        if not (self.surname or self.given or self.full):
            raise ValueError("is not a name: give surname, given, or full")
        for part in ("surname", "given"):
            if getattr(self, f"{part}_initials") and not getattr(self, part):
                raise refuse("at_field", f"has no {part} beside it", field=f"{part}_initials")
        return self


NAME_FIELDS = set(Name.model_fields)


def gather_name(value: Any, others: set[str]) -> Any:
    """Fields with those of a name among them, put under `name`; fields in `others` keep their place, or show there is one."""
    if not isinstance(value, Mapping) or "name" in value:
        return value
    parts = {key: one for key, one in value.items() if key in NAME_FIELDS - others}
    return {**{key: one for key, one in value.items() if key not in parts}, "name": parts} if parts else value


def _names(value: Any) -> Any:
    """A name, a list of names, or names by language."""
    if type(value) is tuple:
        return value  # what a short form was read as: by far the most
    if isinstance(value, Mapping) and not set(value) & NAME_FIELDS:
        check_languages(value)
        return [_in_language(tag, name) for tag, name in value.items()]
    return listed(value)


def _in_language(tag: str, name: Any) -> Any:
    if isinstance(name, Mapping):
        return {"language": tag, **name}
    text = clean_text(name)
    return {**Name.from_short(text), "language": tag} if isinstance(text, str) else name


def _name_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    return [TEXT_SCHEMA, made["items"], language_map(made["items"])]


Names = Annotated[tuple[Name, ...], BeforeValidator(_names), AlsoAs(_name_forms)]
"""A person's name, or its forms in several scripts: `{en: "Shevchenko, T. H.", uk: "Шевченко, Т. Г."}`."""


class Role(Data):
    """What a person did or is."""

    short_form = "the role in words, or a CRediT term"

    text: LocalizedInline | None = None
    """The role in words: Senior Researcher, Translator."""
    credit: String | None = None
    """The CRediT term: Conceptualization, Writing – original draft …"""
    vocabulary: Vocabulary | None = None
    """The vocabulary that the role comes from, if it is not CRediT, and its entry there."""
    authority: String | None = None
    """The body that keeps that vocabulary, or gave the role."""
    degree: Literal["lead", "equal", "supporting"] | None = None
    """How much of that contribution is this person's."""
    part: Literal["reviewer", "reader", "author", "editor"] | None = None
    """In a peer review, what this person is for it; then `degree` is left out."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """A CRediT role if the words are one, otherwise the words."""
        from jats.vocab.credit import find_role

        found = find_role(text)
        return {"credit": found.term} if found else {"text": text}

    @model_validator(mode="after")
    def _one_vocabulary(self) -> Role:
        if self.credit and self.vocabulary:
            raise refuse(
                "at_field", "is given beside credit, which is a vocabulary itself: give one", field="vocabulary"
            )
        return self

    @model_validator(mode="after")
    def _one_use(self) -> Role:
        # Before JATS 1.2 both have the same attribute.
        if self.part and self.degree:
            raise refuse("at_field", "is given beside part, which is for peer reviews: give one", field="degree")
        return self


class Collaboration(Data):
    """A group, as a contributor."""

    short_form = "the group's name"

    name: LocalizedInline
    """The group's name; forms in other languages by language tag."""
    type: String | None = None
    """What kind of group it is: committee, steering group, assignee …"""
    symbol: String | None = None
    """The mark, for programs, by which its members are known."""
    url: String | None = None
    """The group's page on the web."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """A name alone."""
        return {"name": text}


def _collaboration(value: Any) -> Any:
    """A map without any field of a group is its name in several languages."""
    return {"name": value} if isinstance(value, Mapping) and not set(value) & set(Collaboration.model_fields) else value


class Comment(Data):
    """What an author wants to say about the work."""

    short_form = "the comment; blank lines part its paragraphs"

    language: Language | None = None
    """Its language, if it is not the article's."""
    type: String | None = None
    """What kind of comment it is, for programs."""
    title: InlineText | None = None
    """The heading."""
    text: Blocks
    """The paragraphs; lists, formulas and the like among them in JATS's own markup."""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The text alone."""
        return {"text": text}

    @model_validator(mode="after")
    def _something(self) -> Comment:
        if not self.text:
            raise refuse("empty_value", "is empty: give text")
        return self


Comments = Annotated[tuple[Comment, ...], BeforeValidator(by_language_or_list), AlsoAs(language_forms)]
"""Comments, or versions of one by language tag."""


AffiliationLink = Annotated[
    Annotated[String, Tag("@id")] | Annotated[Affiliation, Tag("@fields")],
    Discriminator(link_kind),
    BeforeValidator(as_printed),
    AlsoAs(lambda made: [TEXT_SCHEMA]),
]
"""The `id` of an affiliation, an affiliation as printed, or an affiliation."""


class _Identified(Data):
    """Who a contributor is."""

    name: Names = ()
    """The person's name; forms in other scripts by language tag."""
    collaboration: Annotated[
        Collaboration | None, BeforeValidator(_collaboration), AlsoAs(lambda _: [language_map(TEXT_SCHEMA)])
    ] = None
    """The name of a group, instead of a person's."""
    members: tuple[Contributor, ...] = ()
    """Members of the group."""
    anonymous: Flag = False
    """The author does not want to be named."""
    type: String | None = None
    """What kind of contributor: author, editor, translator, reviewer …; in `authors` it is author."""
    orcid: Orcid | None = None
    """The ORCID iD."""
    orcid_authenticated: Flag | None = None
    """Whether the person proved the ORCID iD to be theirs."""
    ids: IdMap = Field(default_factory=dict)
    """Other identifiers by type: scopus, researcherid, isni …"""
    degrees: Strings = ()
    """Academic degrees: PhD in Economics."""


class _Party(Data):
    """What is said of one contributor, and of several at once."""

    roles: Annotated[tuple[Role, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """Positions and CRediT roles."""
    email: Strings = ()
    """E-mail addresses."""
    phone: Strings = ()
    """Telephone numbers."""
    fax: Strings = ()
    """Fax numbers."""
    address: Addresses = ()
    """Where they can be reached, if that is not at an affiliation."""
    affiliations: Annotated[tuple[AffiliationLink, ...], BeforeValidator(listed), AlsoAs(item_or_list)] = ()
    """Identifiers of `affiliations`, or the affiliations themselves."""
    correspondence: CorrespondenceLinks = ()
    """Where letters to them go: the `id` of one of `correspondence`, or the address itself."""
    notes: NoteLinks = ()
    """Notes on them: the `id` of one of `notes`, or the note itself."""
    url: String | None = None
    """Their page on the web."""
    id: String | None = None
    """The name by which others in the file point to them."""
    on_behalf_of: LocalizedInline | None = None
    """For whom they write: on behalf of the Tides Group; versions by language tag."""
    biography: OwnBiographies = ()
    """A few sentences about them; versions by language tag."""
    comment: Comments = ()
    """What they want to say about the work; versions by language tag."""


class Contributor(_Party, _Identified):
    """One person or group that contributed to the article."""

    short_form = "Surname, Given names"

    corresponding: Flag = False
    """Whether letters go to this person."""
    equal_contribution: Flag = False
    """Whether this person contributed as much as the others marked so."""
    deceased: Flag = False
    """Whether the person has died."""
    belongs_to: Strings = ()
    """The `id` of what else in the file this person belongs to, such as a group whose members are not listed in it."""
    link: String | None = None
    """An address on the web that the whole entry leads to; it isn't printed."""

    @model_validator(mode="before")
    @classmethod
    def _name_fields(cls, value: Any) -> Any:
        """The parts of the name may be here themselves."""
        return gather_name(value, {"name", "collaboration", "language"})

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """A name alone."""
        return {"name": text}

    @model_validator(mode="after")
    def _somebody(self) -> Contributor:
        if bool(self.name) + bool(self.collaboration) + self.anonymous != 1:
            raise ValueError("needs a name, or a collaboration, or anonymous: yes — exactly one of them")
        if self.members and not self.collaboration:
            raise ValueError("has members, but only a group can: give its name as collaboration")
        if self.orcid_authenticated is not None and self.orcid is None:
            raise ValueError("says orcid_authenticated, but gives no orcid")
        return self


Contributors = Annotated[tuple[Contributor, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""Contributors in order; one alone is a list of one."""


class ContributorGroup(_Party):
    """Contributors who are listed together, with what applies to all of them."""

    type: String | None = None
    """What kind of group it is, for programs: editors, collab-list …"""
    members: Contributors
    """Its members, each with a `type` of their own."""

    @model_validator(mode="after")
    def _somebody(self) -> ContributorGroup:
        if not self.members:
            raise refuse("empty_value", "is empty: give members")
        return self


def _groups(value: Any) -> Any:
    """Groups by their types, a group, or a list."""
    if isinstance(value, Mapping) and not set(value) & set(ContributorGroup.model_fields):
        return [{"type": kind, "members": members} for kind, members in value.items()]
    return listed(value)


def _group_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    names = {"not": {"enum": sorted(ContributorGroup.model_fields)}}
    members = {"anyOf": [{MODEL: "Contributor"}, {"type": "array", "items": {MODEL: "Contributor"}}]}
    return [made["items"], {"type": "object", "propertyNames": names, "additionalProperties": members}]


ContributorGroups = Annotated[tuple[ContributorGroup, ...], BeforeValidator(_groups), AlsoAs(_group_forms)]
"""Groups of contributors by their types: `{editors: ["Roe, Jane"]}`, or a list."""
