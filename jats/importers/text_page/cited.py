"""The line that says how to cite the article: read as a reference, and compared with what the page says elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jats.citations.parse import parse
from jats.importers.text_page.blocks import FIELD, LABEL, SAME, Page, Span
from jats.importers.text_page.contacts import ORCID
from jats.importers.text_page.values import DOI

_STYLE = re.compile(
    (
        r"^\s*(?:apa|mla|ama|chicago|harvard|vancouver|ieee|iso 690|abnt|bibtex|gost|гост|дсту|acs|turabian"
        r"|acm|en|uk|ru|apa \d\w*(?: edition)?)\s*(?:[:.\t]\s*|$)"
    ),
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20|14)\d\d(?!\d)")
_MOST = 1_200
_MEANING = re.compile(r"[^\W_]")


@dataclass(slots=True)
class Cited:
    """What the line says: its fields with their stretches in the page, and the surnames in order."""

    spans: list[Span]
    fields: dict[str, Span] = field(default_factory=dict)
    surnames: list[str] = field(default_factory=list)
    givens: list[str] = field(default_factory=list)

    def text(self, page: Page, name: str) -> str:
        """The words of a field, empty if the line has none."""
        where = self.fields.get(name)
        return page.text(where) if where else ""


def is_citation(page: Page, spans: list[Span]) -> bool:
    """Whether the lines below a label cite a work: there is a year in them, or a DOI."""
    text = ORCID.sub("", " ".join(page.text(span) for span in spans))
    return _YEAR.search(text) is not None or DOI.search(text) is not None


def read_cited(page: Page, spans: list[Span]) -> Cited | None:
    """The first citation of a part; None if it has no text."""
    lines = [span for span in spans if _MEANING.search(page.text(span))]
    for index, span in enumerate(lines):
        style = _STYLE.match(page.text(span))
        if style:
            page.use(span.part(0, style.end()), LABEL, "citation")
            lines[index] = page.strip(span.part(style.end(), len(page.text(span))))
    lines = [span for span in lines if _MEANING.search(page.text(span))]
    if not lines:
        return None
    found = Cited(lines)
    text = " ".join(page.text(span) for span in lines)
    if len(text) > _MOST:
        return found
    _fill(page, found, text)
    return found


def _fill(page: Page, found: Cited, text: str) -> None:
    for span in parse(text).spans:
        if span.label == "author_surname":
            found.surnames.append(text[span.start : span.end])
        elif span.label == "author_given":
            found.givens.append(text[span.start : span.end])
        elif span.label not in found.fields and (where := _home(found.spans, span.start, span.end, page)):
            found.fields[span.label] = where


def _home(spans: list[Span], start: int, end: int, page: Page) -> Span | None:
    """The stretch of the page at these offsets of the joined lines; None if it is in two lines."""
    at = 0
    for span in spans:
        size = span.end - span.start
        if at <= start and end <= at + size:
            return page.strip(span.part(start - at, end - at))
        at += size + 1
    return None


def account(page: Page, cited: Cited) -> None:
    """What is left of the line repeats the article's fields; the rest is words of the citation style."""
    for span in cited.spans:
        page.use(span, SAME, "citation")


def taken(page: Page, cited: Cited, name: str, into: str) -> Span | None:
    """A field's stretch, marked as used for a field of the article."""
    where = cited.fields.get(name)
    if where is not None:
        page.use(where, FIELD, into)
    return where
