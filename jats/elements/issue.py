"""Where the article stands: volume, issue, pages or number."""

from __future__ import annotations

from jats.elements.build import At, Element, element
from jats.elements.inline import write_inline
from jats.elements.languages import versions
from jats.model.article import Article
from jats.model.references import Pages


def write_issue(article: Article, at: At) -> list[Element | None]:
    """Volume, issue, the issue's title in its languages, then the article's place in it; Authoring has none of these."""
    return [
        element("volume", at / "volume", None, article.volume),
        element("issue", at / "issue", None, article.issue),
        *_write_titles(article, at / "issue_title"),
        *_write_place(article, at),
    ]


def _write_titles(article: Article, at: At) -> list[Element | None]:
    if article.issue_title and not at.can("article-meta", "issue-title"):
        at.lose("issue-title", "article-meta")
        return []
    return [
        element("issue-title", here, {"xml:lang": language}, write_inline(title, here, "issue-title"))
        for language, title, here in versions(article.issue_title, at)
    ]


def _write_place(article: Article, at: At) -> list[Element | None]:
    """Pages, else the article's number; JATS has no room for both."""
    number = article.elocation_id
    if article.pages is None:
        return [element("elocation-id", at / "elocation_id", None, number)]
    if number and not at.can("article-meta", "fpage"):
        (at / "elocation_id").lose("elocation-id", "article-meta")
    elif number:
        (at / "elocation_id").set_aside(number, "elocation-id beside pages", "article-meta")
    return _write_pages(article.pages, at / "pages")


def _write_pages(pages: Pages, at: At) -> list[Element | None]:
    if not at.can("article-meta", "fpage"):
        at.lose("fpage", "article-meta")
        return []
    first, here = pages.first, at / "first"
    if first is None and pages.range and not at.writing.grammar.accepts("article-meta", ["page-range"]):
        first, here = Pages.from_short(pages.range)["first"], at / "range"
        here.lose("page-range without fpage", "article-meta", f"after {first}, its first page, as fpage")
    return [
        element("fpage", here, None, first),
        element("lpage", at / "last", None, pages.last),
        element("page-range", at / "range", None, pages.range),
    ]
