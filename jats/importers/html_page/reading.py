"""The importer of HTML pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.draft import Map
from jats.findings import Finding, Note
from jats.importers import codes
from jats.importers.html_page import codes as html_codes
from jats.importers.registry import importer
from jats.importers.source import Source

_BEFORE = re.compile(r"(?>\s+|<\?xml[^>]*\?>|<!--.*?-->)*+", re.DOTALL)
_FIRST = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|base|script|style|div|p|h1|table|section|article|main)\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"<!DOCTYPE\s+html\b|<html\b|<meta\s[^>]*\b(?:citation_|DC\.)", re.IGNORECASE)


def detects_html(source: Source) -> str | None:
    """Whether the first tag is one of an HTML page."""
    head = source.head.lstrip("\ufeff")
    before = _BEFORE.match(head)
    first = _FIRST.match(head, before.end() if before else 0)
    if first is None or _OURS.search(head) is None:
        return None
    return f"it begins with {first[0]}, as HTML does"


@importer("html", title="HTML page", suffixes=(".html", ".htm", ".xhtml"), detects=detects_html)
def read_html_page(source: Source, note: Note) -> Iterator[Map]:
    """One draft of the article that the page shows."""
    from jats.importers.html_page.article import article_of
    from jats.importers.html_page.json_ld import read_json_ld
    from jats.importers.html_page.meta import read_meta
    from jats.importers.html_page.page import parse_page
    from jats.importers.html_page.rest import report_rest
    from jats.importers.html_page.said import Pool
    from jats.importers.html_page.shown import read_shown
    from jats.importers.html_page.text import choose_language, complete, name_parts, read_texts

    page = parse_page(source.data, source.name)
    pool = Pool()
    read_meta(page, pool)
    read_json_ld(page, pool, note)
    shown = read_shown(page, pool)
    if page.decoded.guessed:
        note(codes.encoding_guessed(source.place(1), (), page.decoded.encoding))
    if page.decoded.misdeclared:
        note(html_codes.misdeclared(source.place(1), (), page.decoded.declared))
    more = read_texts(pool, shown, note)
    found: list[Finding] = []
    draft = complete(article_of(pool, source.place(1), note), pool, shown, more, found.append)
    choose_language(draft, pool, page)
    if not draft.items.keys() - {"language"}:
        return
    for finding in found:
        note(finding)
    name_parts(draft)
    report_rest(pool, note)
    if shown.furniture:
        first = shown.furniture[0]
        note(html_codes.furniture(first.place, (), len(shown.furniture), first.text.text))
    yield draft
