"""Abstracts: that in the article's language is `<abstract>`, the others are `<trans-abstract>`."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import At, Element, element
from jats.elements.inline import write_inline, write_text
from jats.elements.languages import foreign
from jats.elements.shapes import prefixed
from jats.model.abstracts import Abstract, Section
from jats.model.article import Article
from jats.model.inline import Inline


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
    return element(
        "trans-abstract" if translated else "abstract",
        at,
        {"abstract-type": abstract.type, "xml:lang": foreign(abstract.language, at.writing.language)},
        write_text("title", abstract.title, at / "title"),
        _write_blocks(abstract.text, abstract.sections, at),
    )


def _write_blocks(texts: Sequence[Inline], sections: Sequence[Section], at: At) -> list[Element]:
    """Paragraphs, then sections: the only order that JATS has."""
    blocks: list[Element] = []
    for index, text in enumerate(texts):
        here = at / "text" / index
        paragraph = element("p", here, None, write_inline(text, here, "p"))
        if paragraph is not None:
            blocks.append(paragraph)
    for index, section in enumerate(sections):
        for block in _write_section(section, at / "sections" / index):
            _place(block, blocks)
    return blocks


def _write_section(section: Section, at: At) -> list[Element]:
    """One `<sec>`; what is in it where there is no heading and the tag set wants one."""
    blocks = _write_blocks(section.text, section.sections, at)
    if section.title is None and not at.writing.grammar.accepts("sec", [prefixed(block) for block in blocks]):
        at.lose("sec", "abstract", "as paragraphs")
        return blocks
    made = element("sec", at, None, write_text("title", section.title, at / "title"), blocks)
    return [] if made is None else [made]


def _place(block: Element, blocks: list[Element]) -> None:
    """Put a block after the others: a paragraph can't follow a section, so it goes to the end of the last one."""
    if block.tag == "sec" or not blocks or blocks[-1].tag != "sec":
        blocks.append(block)
        return
    last = blocks[-1]
    while len(last) and last[-1].tag == "sec":
        last = last[-1]
    last.append(block)
