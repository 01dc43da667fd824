"""The article's title and subtitle, and their translations."""

from __future__ import annotations

from jats.elements.build import At, Element, element
from jats.elements.inline import write_inline, write_text
from jats.elements.languages import versions
from jats.model.article import Article
from jats.model.inline import Inline


def write_titles(article: Article, at: At) -> list[Element | None]:
    """One `<title-group>` with its translations; Authoring 1.4, which has none in it, takes a group for each language."""
    titles = versions(article.title, at / "title")
    if not titles:
        return []
    (language, title, here), *others = titles
    if at.can("title-group", "trans-title-group") or not at.repeats("article-meta", "title-group"):
        translations = [_write_translation(article, one, tag, place) for tag, one, place in others]
        made = element("article-title", here, {"xml:lang": language}, write_inline(title, here, "article-title"))
        return [element("title-group", at, None, made, _write_subtitle("subtitle", article, here), translations)]
    return [_write_group(article, one, tag, place) for tag, one, place in titles]


def _write_group(article: Article, title: Inline, language: str | None, at: At) -> Element | None:
    return element(
        "title-group",
        at,
        {"xml:lang": language},
        write_text("article-title", title, at),
        _write_subtitle("subtitle", article, at),
    )


def _write_translation(article: Article, title: Inline, language: str | None, at: At) -> Element | None:
    return element(
        "trans-title-group",
        at,
        {"xml:lang": language or at.writing.language},
        write_text("trans-title", title, at),
        _write_subtitle("trans-subtitle", article, at),
    )


def _write_subtitle(tag: str, article: Article, title: At) -> Element | None:
    """The subtitle that has the language of a title."""
    language = str(title.path[-1])
    subtitle = (article.subtitle or {}).get(language)
    return write_text(tag, subtitle, At(title.writing) / "subtitle" / language)
