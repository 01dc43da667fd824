"""Abstracts: that in the article's language is `<abstract>`, the others are `<trans-abstract>`."""

from __future__ import annotations

from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.inline import write_text
from jats.elements.languages import foreign
from jats.elements.object_ids import write_object_ids
from jats.elements.sections import write_parts
from jats.model.abstracts import Abstract
from jats.model.article import Article


def write_abstracts(article: Article, at: Cursor) -> list[Element]:
    """All abstracts, those in the article's language first; Authoring, which knows no other kind, has all as `<abstract>`."""
    own = _own_language(article, at)
    made = [_write_abstract(abstract, own, at / "abstract" / index) for index, abstract in enumerate(article.abstract)]
    return sorted((one for one in made if one is not None), key=lambda one: one.tag != "abstract")


def _own_language(article: Article, at: Cursor) -> str | None:
    """The article's language; if it isn't known and all abstracts name theirs, that of the first."""
    if at.context.language is None and article.abstract and all(one.language for one in article.abstract):
        return article.abstract[0].language
    return at.context.language


def _write_abstract(abstract: Abstract, own: str | None, at: Cursor) -> Element | None:
    translated = foreign(abstract.language, own) and at.can("article-meta", "trans-abstract")
    tag = "trans-abstract" if translated else "abstract"
    attributes: Attributes = {
        "abstract-type": (abstract.type, at / "type"),
        "xml:lang": (foreign(abstract.language, at.context.language), at / "language"),
    }
    if abstract.id:
        attributes["id"] = (at / "id").identify(abstract.id, "abs", tag), at / "id"
    return element(
        tag,
        at,
        attributes,
        write_object_ids(abstract.ids, at / "ids", tag) if abstract.ids else None,
        element("label", at / "label", None, abstract.label) if abstract.label else None,
        write_text("title", abstract.title, at / "title"),
        write_parts(abstract.text, abstract.sections, tag, at),
    )
