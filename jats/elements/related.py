"""Related articles and objects: `<related-article>`, `<related-object>`."""

from __future__ import annotations

from jats.elements.build import Attributes, Child, Cursor, Element, element
from jats.elements.languages import foreign
from jats.elements.references.within import write_work
from jats.elements.vocabulary import allowed
from jats.model.article import Article
from jats.model.related import ObjectName, RelatedArticle, RelatedObject

_ARTICLE, _OBJECT = "related-article", "related-object"
_NUMBERS = ("doi", "pmid", "pmcid")
"""Fields that link to a work by its number, and kinds of link; an address is another."""


def write_related(article: Article, at: Cursor) -> list[Element | None]:
    """Related articles, then related objects, each with an `@id`, which PMC wants."""
    return [
        *(_write_article(one, at / "related_articles" / index) for index, one in enumerate(article.related_articles)),
        *(_write_object(one, at / "related_objects" / index) for index, one in enumerate(article.related_objects)),
    ]


def _write_article(given: RelatedArticle, at: Cursor) -> Element | None:
    """The order of the attributes is the one that SciELO wants."""
    attributes: Attributes = {
        "related-article-type": (given.type, at / "type"),
        "id": ((at / "id").identify(given.id, "ra", _ARTICLE), at / "id"),
        **_link(given, at),
        "vol": (given.volume, at / "volume"),
        "issue": (given.issue, at / "issue"),
        "page": (given.page, at / "page"),
        "elocation-id": (given.elocation_id, at / "elocation_id"),
        "journal-id": (given.journal_id, at / "journal_id"),
        "journal-id-type": (given.journal_id_type, at / "journal_id_type"),
        **_about(_ARTICLE, given, at),
    }
    return element(_ARTICLE, at, attributes, _content(_ARTICLE, given, at))


def _write_object(given: RelatedObject, at: Cursor) -> Element | None:
    attributes: Attributes = {
        "content-type": (given.type, at / "type"),
        "id": ((at / "id").identify(given.id, "ro", _OBJECT), at / "id"),
        "link-type": (given.relation, at / "relation"),
        **_name("source", given.source, at / "source"),
        **_name("document", given.document, at / "document"),
        **_name("object", given.object, at / "object"),
        **_link(given, at),
        **_about(_OBJECT, given, at),
    }
    return element(_OBJECT, at, attributes, _content(_OBJECT, given, at))


def _name(what: str, name: ObjectName | None, at: Cursor) -> Attributes:
    if name is None:
        return {}
    return {
        f"{what}-type": (name.type, at / "type"),
        f"{what}-id": (name.id, at / "id"),
        f"{what}-id-type": (name.id_type, at / "id_type"),
    }


def _links(given: RelatedArticle | RelatedObject) -> list[tuple[str, str]]:
    """The fields that link to it, best first, with their values."""
    return [(field, value) for field in (*_NUMBERS, "url") if (value := getattr(given, field, None))]


def _link(given: RelatedArticle | RelatedObject, at: Cursor) -> Attributes:
    """The best link, for an element can have one."""
    links = _links(given)
    if not links:
        return {}
    field, value = links[0]
    here = at / field
    kind = (given.url_type or "uri", at / "url_type") if field == "url" else (field, here)
    return {"xlink:href": (value, here), "ext-link-type": kind}


def _other_links(given: RelatedArticle | RelatedObject, at: Cursor) -> list[Element | None]:
    """The other links, in the element."""
    made: list[Element | None] = []
    for field, value in _links(given)[1:]:
        if field == "url":
            attributes: Attributes = {"ext-link-type": (given.url_type or "uri", at / "url_type"), "xlink:href": value}
            made.append(element("ext-link", at / field, attributes, value))
        else:
            made.append(element("pub-id", at / field, {"pub-id-type": field}, value))
    return made


def _about(tag: str, given: RelatedArticle | RelatedObject, at: Cursor) -> Attributes:
    """What is said of the link, and the language of what is printed."""
    language = given.reference.language if given.reference else None
    return {
        "hreflang": allowed(tag, "hreflang", given.language, at / "language"),
        "xlink:title": (given.title, at / "title"),
        "xml:lang": (foreign(language, at.context.language), at / "reference" / "language"),
    }


def _content(tag: str, given: RelatedArticle | RelatedObject, at: Cursor) -> list[Child]:
    """What is printed, then the links that are not attributes, each after a blank."""
    children = write_work(given.reference, tag, at / "reference") if given.reference else []
    for link in _other_links(given, at):
        children += [" ", link] if children else [link]
    return children
