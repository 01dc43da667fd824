"""Abstracts: that in the article's language is `<abstract>`, the others are `<trans-abstract>`."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.blocks import fitting, place, write_blocks
from jats.elements.build import At, Element, element
from jats.elements.inline import write_text
from jats.elements.languages import foreign
from jats.elements.object_ids import write_object_ids
from jats.elements.shapes import prefixed
from jats.model.abstracts import Abstract, Section
from jats.model.article import Article
from jats.model.blocks import Block


def write_abstracts(article: Article, at: At) -> list[Element]:
    """All abstracts, those in the article's language first; Authoring, which knows no other kind, has all as `<abstract>`."""
    own = _own_language(article, at)
    made = [_write_abstract(abstract, own, at / "abstract" / index) for index, abstract in enumerate(article.abstract)]
    return sorted((one for one in made if one is not None), key=lambda one: one.tag != "abstract")


def _own_language(article: Article, at: At) -> str | None:
    """The article's language; where it isn't known and all abstracts name theirs, that of the first."""
    if at.writing.language is None and article.abstract and all(one.language for one in article.abstract):
        return article.abstract[0].language
    return at.writing.language


def _write_abstract(abstract: Abstract, own: str | None, at: At) -> Element | None:
    translated = foreign(abstract.language, own) and at.can("article-meta", "trans-abstract")
    tag = "trans-abstract" if translated else "abstract"
    attributes = {"abstract-type": abstract.type, "xml:lang": foreign(abstract.language, at.writing.language)}
    if abstract.id:
        attributes["id"] = (at / "id").identify(abstract.id, "abs", tag)
    return element(
        tag,
        at,
        attributes,
        write_object_ids(abstract.ids, at / "ids", tag) if abstract.ids else None,
        element("label", at / "label", None, abstract.label) if abstract.label else None,
        write_text("title", abstract.title, at / "title"),
        _write_parts(abstract.text, abstract.sections, tag, at),
    )


def _write_parts(texts: Sequence[Block], sections: Sequence[Section], parent: str, at: At) -> list[Element]:
    """Paragraphs, then sections: the only order that JATS has."""
    parts = write_blocks(texts, at / "text", parent)
    for index, section in enumerate(sections):
        for part in _write_section(section, at / "sections" / index, parent):
            place(part, parts, parent, at)
    return parts


def _write_section(section: Section, at: At, parent: str) -> list[Element]:
    """One `<sec>`; what is in it where there is no heading and the tag set wants one."""
    heading = _write_heading(section, at)
    parts = _write_parts(section.text, section.sections, "sec", at)
    if not at.writing.grammar.accepts("sec", [prefixed(one) for one in (*heading, *parts)]):
        at.lose("sec", "abstract", "as paragraphs")
        (at / "type").set_aside(section.type or "", "sec without heading", "abstract")
        return fitting(parts, at, parent)
    made = element("sec", at, {"sec-type": section.type}, heading, parts)
    return [] if made is None else [made]


def _write_heading(section: Section, at: At) -> list[Element]:
    if section.label and not at.can("sec", "label"):
        (at / "label").lose("label", "sec")
    elif section.label:
        title = write_text("title", section.title, at / "title")
        return [one for one in (element("label", at / "label", None, section.label), title) if one is not None]
    title = write_text("title", section.title, at / "title")
    return [] if title is None else [title]
