"""How many figures, tables, references … an article has: `<counts>`."""

from __future__ import annotations

import re

from jats.elements.build import Cursor, Element, element, empty_element
from jats.elements.custom import fits_or_custom_meta
from jats.model.article import Article
from jats.model.counts import Counts
from jats.model.references import Pages, walk_references
from jats.vocab.numbers import ENDLESS, whole_number

_TAGS = {
    "figures": "fig-count",
    "tables": "table-count",
    "equations": "equation-count",
    "references": "ref-count",
    "pages": "page-count",
    "words": "word-count",
}
_RUN = re.compile(r"(\d+) ?[–—‒−‐‑-] ?(\d+)", re.ASCII)


def write_counts(article: Article, at: Cursor) -> Element | None:
    """The numbers given, and those of references and pages, which the article says itself; Authoring has none."""
    given = article.counts
    if given is None:
        return None
    if not at.can("article-meta", "counts"):
        fits_or_custom_meta("article-meta", "counts", given, at)
        return None
    numbers = {"references": _references(article), "pages": count_pages(article.pages), **_given(given)}
    other = [
        empty_element("count", at / "other" / kind, {"count-type": kind, "count": number})
        for kind, number in given.other.items()
    ]
    return element("counts", at, None, other, [_write(name, number, at / name) for name, number in numbers.items()])


def _given(counts: Counts) -> dict[str, str]:
    return {name: number for name in _TAGS if (number := getattr(counts, name))}


def _write(name: str, number: str | None, at: Cursor) -> Element | None:
    return empty_element(_TAGS[name], at, {"count": number}) if number else None


def _references(article: Article) -> str | None:
    return str(sum(1 for _ in walk_references(article.references))) if article.references else None


def count_pages(pages: Pages | None) -> str | None:
    """How many pages the runs hold; `None` if they aren't numbered from one to another in figures."""
    if pages is None:
        return None
    whole = pages.range or f"{pages.first}-{pages.last}"
    runs = [run.strip() for run in re.split("[,;]", whole)]
    numbers = [_count_run(run) for run in runs]
    return None if 0 in numbers else str(sum(numbers))


def _count_run(run: str) -> int:
    """The pages of one run or of a page alone; 0 if it is not known."""
    if run.isascii() and run.isdecimal():
        return 1
    found = _RUN.fullmatch(run)
    first, last = (whole_number(found[1]), whole_number(found[2])) if found else (None, None)
    return 0 if first is None or last is None or last == ENDLESS else max(last - first + 1, 0)
