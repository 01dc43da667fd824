"""Lists of references on a page: each reference with its place; numbers and bullets before them are left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jats.citations.markers import number_of
from jats.citations.split import split
from jats.draft import Text
from jats.importers.text_page.blocks import FIELD, LABEL, Page, Span

_ALONE = re.compile(r"(?:\[[^\W\d_]{2,6}\]\s)?[^\W\d_a-zа-яіїєґ].{25,}")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_START = re.compile(r"^[\s•·▪*–—-]*(?:\[?\d{1,4}\]?[.)]?\s*)?")


def read_references(page: Page, spans: Sequence[Span]) -> list[Text]:
    """The references of a part, in order."""
    lines: list[str] = []
    homes: list[Span | None] = []
    for span in spans:
        if lines and page.blocks[span.block].gap:
            lines.append("")
            homes.append(None)
        indent = (
            page.blocks[span.block].text[: span.start] if not page.blocks[span.block].text[: span.start].strip() else ""
        )
        lines.append(indent + page.text(span).replace("\u2028", " ").replace("\f", " "))
        homes.append(span)
    if _is_one_a_line(lines):
        return [one for span in spans if (one := _whole(page, [span], page.text(span).strip())) is not None]
    found = [item for each in split("\n".join(lines)) for item in each.items]
    numbers = [item.line for item in found]
    made = []
    for at, item in enumerate(found):
        several = numbers.count(item.line) > 1
        end = numbers[at + 1] - 1 if at + 1 < len(found) else len(homes)
        own = [span for span in homes[item.line - 1 : end] if span is not None]
        if several or not own:
            made.append(_glued(page, own or [span for span in homes[item.line - 1 : item.line] if span], item.text))
        else:
            made.append(_whole(page, own, item.text))
    return [one for one in made if one is not None]


def _is_one_a_line(lines: Sequence[str]) -> bool:
    """Whether each line is a reference by itself: it begins like one, and has a year."""
    filled = [line.strip() for line in lines if line.strip()]
    return all(_ALONE.match(line) and not number_of(line) and _YEAR.search(line) for line in filled)


def _whole(page: Page, own: list[Span], text: str) -> Text | None:
    """The reference of some lines, without its number."""
    head = page.text(own[0])
    size = len(head) - len(head.lstrip())
    at = head.find(text[:12])
    start = at if 0 < at <= 12 else size
    page.use(own[0].part(0, start), LABEL, "references")
    spans = [own[0].part(start, len(head)), *own[1:]]
    return page.take(spans, "references") if page.joined(spans) else None


def _glued(page: Page, own: list[Span], text: str) -> Text | None:
    """One of several references in the same lines."""
    if not own:
        return None
    for span in own:
        page.use(span, FIELD, "references")
    at = page.text(own[0]).find(text[:40])
    return Text(text, page.place(own[0].part(max(at, 0), own[0].end - own[0].start)))
