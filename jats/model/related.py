"""What an article is related to: other articles, and objects such as trials, data sets and reviewed works."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, model_validator
from pydantic.json_schema import JsonSchemaValue

from jats.model.base import TEXT_SCHEMA, AlsoAs, Data, String, item_or_list, listed, refuse
from jats.model.identifiers import Doi, Language
from jats.model.references import Work


def _without_label(work: Work) -> Work:
    """Refuse what only a work in the article's own list has."""
    if work.label:
        raise refuse("at_field", "is only for a reference in the list of references: leave it out", field="label")
    return work


OtherWork = Annotated[Work, AfterValidator(_without_label)]
"""A work as a reference says it, outside of the list of references."""

_LINKS = ("doi", "pmid", "pmcid", "url")


class RelatedArticle(Data):
    """Another article, and how this one is related to it."""

    type: String | None = None
    """What the other one is to this one: corrected-article, retracted-article, commentary-article, preprint, companion …"""
    id: String | None = None
    """The name by which the article points to it; made by itself if it is missing."""
    doi: Doi | None = None
    """Its DOI."""
    pmid: String | None = None
    """Its PubMed number."""
    pmcid: String | None = None
    """Its number in PubMed Central."""
    url: String | None = None
    """Its address, if it has no such number."""
    url_type: String | None = None
    """What kind of address that is, if it is not an address on the web: aoi, ftp, highwire …"""
    journal_id: String | None = None
    """An identifier of its journal, if that is another one."""
    journal_id_type: String | None = None
    """What kind of identifier that is: nlm-ta, issn …"""
    volume: String | None = None
    """The volume that it is in."""
    issue: String | None = None
    """The issue that it is in."""
    page: String | None = None
    """Its first page, or its pages."""
    elocation_id: String | None = None
    """Its number, if it has no pages."""
    language: Language | None = None
    """The language of what is found at its address."""
    title: String | None = None
    """What the link to it is called."""
    reference: OtherWork | None = None
    """What is printed of it: a text, or its fields as in the list of references."""

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.type is None:
            raise ValueError("has no type: write corrected-article, retracted-article, companion …")
        if not (any(getattr(self, name) for name in _LINKS) or self.volume or self.reference):
            raise ValueError("names no article: give doi")
        if self.url_type and not self.url:
            raise refuse("at_field", "has no url beside it: give url", field="url_type")
        return self


_ARTICLE_FIELDS = set(RelatedArticle.model_fields)


def link_of(text: str) -> dict[str, str]:
    """The field that a short form gives: a DOI, an address, or what is printed."""
    if Doi(text).fault is None or text.startswith("10."):
        return {"doi": text}
    return {"url" if "://" in text else "reference": text}


def _articles(value: Any) -> Any:
    """`{corrected-article: 10.5555/x}` gives articles by type."""
    if isinstance(value, Mapping) and not set(value) & _ARTICLE_FIELDS:
        return [
            _of_type(kind, one)
            for kind, given in value.items()
            for one in (given if isinstance(given, (list, tuple)) else [given])
        ]
    return listed(value)


def _of_type(kind: str, one: Any) -> Any:
    if one is None:
        return one
    if isinstance(one, Mapping):
        return {"type": kind, **one}
    return {"type": kind, **link_of(one)} if isinstance(one, str) else {"type": kind, "reference": one}


def _article_forms(made: JsonSchemaValue) -> list[JsonSchemaValue]:
    one = [TEXT_SCHEMA, made["items"]]
    several = {"anyOf": [*one, {"type": "array", "items": {"anyOf": one}}]}
    return [made["items"], {"type": "object", "additionalProperties": several}]


RelatedArticles = Annotated[tuple[RelatedArticle, ...], BeforeValidator(_articles), AlsoAs(_article_forms)]
"""Related articles by type, or a list."""


class ObjectName(Data):
    """How an object, the document that it is in, or the source of both is identified."""

    short_form = "the identifier"

    type: String | None = None
    """What it is: clinical-trials-registry, data-set, peer-reviewed-article, figure …"""
    id: String | None = None
    """Its identifier."""
    id_type: String | None = None
    """What kind of identifier that is: doi, registry-name, clinical-trial-number …"""

    @classmethod
    def from_short(cls, text: str) -> Mapping[str, Any]:
        """The identifier alone; a DOI says itself what it is."""
        doi = Doi(text)
        return {"id": text} if doi.fault else {"id": str(doi), "id_type": "doi"}

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.type or self.id):
            raise ValueError("is empty: give id")
        return self


class RelatedObject(Data):
    """Something that is not an article, or not a whole one, and how this article is related to it."""

    id: String | None = None
    """The name by which the article points to it; made by itself if it is missing."""
    type: String | None = None
    """What it is to this article, in words of your own: clinical-trial, reviewed-work …"""
    relation: String | None = None
    """How the article is related to it: is-supplement-of, pre-results, post-results …"""
    source: ObjectName | None = None
    """What holds it: a registry, a repository, a book."""
    document: ObjectName | None = None
    """The document itself: the entry in the registry, the reviewed work, the chapter."""
    object: ObjectName | None = None
    """The part of the document that is meant: a figure, a table."""
    doi: Doi | None = None
    """The DOI that links to it."""
    url: String | None = None
    """The address that links to it, if there is no DOI."""
    url_type: String | None = None
    """What kind of address that is, if it is not an address on the web: genbank, pdb, ftp …"""
    language: Language | None = None
    """The language of what is found at its address."""
    title: String | None = None
    """What the link to it is called."""
    reference: OtherWork | None = None
    """What is printed of it: a text, or its fields as in the list of references."""

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.source or self.document or self.object or self.doi or self.url or self.reference):
            raise ValueError("names nothing: give document, source, doi or url")
        if self.url_type and not self.url:
            raise refuse("at_field", "has no url beside it: give url", field="url_type")
        return self


RelatedObjects = Annotated[tuple[RelatedObject, ...], BeforeValidator(listed), AlsoAs(item_or_list)]
"""Related objects; one alone is a list of one."""
