"""Titles and subtitles with their translations: the article's, and what those of journals and issues share with them."""

from __future__ import annotations

from collections.abc import Sequence

from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.footnotes import write_footnotes
from jats.elements.inline import write_inline, write_text
from jats.elements.languages import by_tag, versions
from jats.model.article import Article
from jats.model.inline import Inline

Subtitles = dict[str | None, tuple[tuple[Inline, ...], Cursor]]
"""Subtitles with their places, by language in small letters; each is taken out when it is written."""


def write_titles(article: Article, at: Cursor) -> list[Element | None]:
    """One `<title-group>` with its translations; Authoring 1.4, which has none in it, takes a group for each language."""
    titles = versions(article.title, at / "title")
    subtitles = by_tag(article.subtitle, at / "subtitle")
    if not titles:
        return []
    (language, title, here), *others = titles
    forms = _write_forms(article, at)
    if at.can("title-group", "trans-title-group") or not at.repeats("article-meta", "title-group"):
        made = element("article-title", here, {"xml:lang": language}, write_inline(title, here, "article-title"))
        beside = write_subtitles("subtitle", language, subtitles)
        translations = [write_translation(text, tag, subtitles, place) for tag, text, place in others]
        return [element("title-group", at, None, made, beside, translations, forms)]
    return [
        _write_group(text, tag, subtitles, place, () if number else forms)
        for number, (tag, text, place) in enumerate(titles)
    ]


def _write_forms(article: Article, at: Cursor) -> list[Element | None]:
    """Other forms of the title, each language an `<alt-title>`, and the footnotes to it; Authoring has neither."""
    made: list[Element | None] = []
    for index, one in enumerate(article.alt_titles):
        here = at / "alt_titles" / index
        if not at.can("title-group", "alt-title"):
            here.lose("alt-title", "title-group")
            continue
        for language, text, place in versions(one.text, here / "text"):
            attributes: Attributes = {"alt-title-type": (one.type, here / "type"), "xml:lang": (language, place)}
            made.append(element("alt-title", here, attributes, write_inline(text, place, "alt-title")))
    return [*made, *write_footnotes(article.title_notes, "title-group", at / "title_notes")]


def _write_group(
    title: Inline, language: str | None, subtitles: Subtitles, at: Cursor, forms: Sequence[Element | None]
) -> Element | None:
    return element(
        "title-group",
        at,
        {"xml:lang": language},
        write_text("article-title", title, at),
        write_subtitles("subtitle", language, subtitles),
        forms,
    )


def write_translation(title: Inline, language: str | None, subtitles: Subtitles, at: Cursor) -> Element | None:
    """`<trans-title-group>`: a title in another language, and its subtitles."""
    return element(
        "trans-title-group",
        at,
        {"xml:lang": language or at.context.language},
        write_text("trans-title", title, at),
        write_subtitles("trans-subtitle", language, subtitles),
    )


def write_subtitles(tag: str, language: str | None, subtitles: Subtitles) -> list[Element | None]:
    """The subtitles that have the language of a title."""
    found, here = subtitles.pop(language and language.casefold(), ((), None))
    return [] if here is None else [write_text(tag, one, here / index) for index, one in enumerate(found)]
