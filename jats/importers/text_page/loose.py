"""Lines without a label that have a form of their own: the way from the home page, rights, the type, identifiers, the issue."""

from __future__ import annotations

import re

from jats.draft import Text
from jats.importers.text_page.blocks import FOOTER, LABEL, MENU, Span
from jats.importers.text_page.parts import read_issue, read_rights
from jats.importers.text_page.reading import Reading
from jats.importers.text_page.shapes import breadcrumb, is_address, is_prose, is_rights
from jats.importers.text_page.values import find_doi
from jats.vocab.article_types import find_article_type

_TYPE_WORDS = re.compile(
    (
        r"^\W*(?:original|оригинал|оригінал|izvorni|izvirni|pregledni|prethodno|stručni|oryginaln|původní"
        r"|eredeti|articol original|artículo original|artigo original|article original|originalarbeit"
        r"|araştırma|research|review|науков|научн|обзор|огляд|case|short|brief|статт|стать|makale|artykuł"
        r"|原著|総説|短報|研究报告|综述|원저|연구논문|종설|artigo|artículo|article|научни|оригинални|прегледни|стручни)\b.{0,50}$"
    ),
    re.IGNORECASE,
)
_ISSN_FIRST = re.compile(r"\s*(?:e?ISSN:?\s?)?\d{4}-\d{3}[\dXx]\s?[/,;|]?\s?(?=©|\(c\)|copyright)", re.IGNORECASE)
_DATES_AFTER = re.compile(
    r"((?:19|20)\d\d年\d{1,2}月\d{1,2}日)\s?(?:に)?\s?(原稿受付|受付|受領|受理|採択|採録|掲載決定)"
)
_TYPES = (
    (
        "review-article",
        re.compile(r"review|pregledni|огляд|обзор|revisión|revisão|derleme|przegląd|прегледн", re.IGNORECASE),
    ),
    ("research-article", re.compile(
        r"original|оригинал|оригінал|izvorni|izvirni|oryginaln|původní|eredeti|araştırma|research|дослідницьк"
        r"|исследовательск|научни рад|znanstveni", re.IGNORECASE)),
)  # fmt: skip


_OF_MONTH = re.compile(r"\s*((?:19|20)\d\d)\s?年\s?\d{1,2}\s?月(?!\d)")
_RECEIVED = ("原稿受付", "受付", "受領")


def read_loose(reading: Reading, span: Span) -> None:
    """A line without a label that has a form of its own."""
    page, facts = reading.page, reading.facts
    text = page.text(span)
    if way := breadcrumb(text):
        _read_way(reading, span, way)
    elif is_rights(text):
        if issn := _ISSN_FIRST.match(text):
            facts.put_issns(page.strip(span.part(0, issn.end()), "/"))
        read_rights(reading, page.strip(span.part(issn.end() if issn else 0, len(text))))
    elif is_address(text) and "orcid.org" not in text:
        if not facts.put_doi(span):
            page.use(span, FOOTER, "address")
    elif _is_type(text):
        if kind := _type_of(text):
            facts.texts.setdefault("type", Text(kind, page.place(span)))
            page.use(span, LABEL, "type")
        if "section" not in facts.texts:
            facts.put("section", span)
    elif not is_prose(text, 200):
        _identifiers(reading, span)


def _is_type(text: str) -> bool:
    return len(text) < 60 and (
        find_article_type(text) is not None or (_TYPE_WORDS.match(text) is not None and _type_of(text) is not None)
    )


def _type_of(text: str) -> str | None:
    found = find_article_type(text)
    return found or next((kind for kind, form in _TYPES if form.search(text)), None)


def _identifiers(reading: Reading, span: Span) -> None:
    page, facts = reading.page, reading.facts
    text = page.text(span)
    if month := _OF_MONTH.match(text):
        facts.put("issue_year", span.part(*month.span(1)))
        page.use(span.part(*month.span()), LABEL, "issue")
    if "10." in text and find_doi(text):
        facts.put_doi(span)
    if "-" in text or "–" in text:
        facts.put_issns(span) if re.search(r"issn", text, re.IGNORECASE) else None
    for dated in _DATES_AFTER.finditer(text):
        page.use(span.part(*dated.span(2)), LABEL, "received")
        facts.put_date("received" if dated[2] in _RECEIVED else "accepted", span.part(*dated.span(1)), "ja")
    for left in page.free(span.block):
        if left.start >= span.start and left.end <= span.end:
            read_issue(reading, left)


def _read_way(reading: Reading, span: Span, way: list[tuple[int, int]]) -> None:
    """The way from the home page: its names are those of a menu, the issue is the article's."""
    page = reading.page
    for at, (start, end) in enumerate(way):
        piece = page.strip(span.part(start, end))
        if not read_issue(reading, piece, least=1):
            last = at == len(way) - 1 and at > 1 and "/" in page.text(span)
            if last and "section" not in reading.facts.texts and len(page.text(piece)) < 60:
                reading.facts.put("section", piece)
            else:
                page.use(piece, MENU, "way")
    page.use(span, MENU, "way")
