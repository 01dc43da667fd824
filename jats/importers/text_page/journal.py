"""The journal's title, where no label and no issue line gives it: at the head of the page, or before the ISSN."""

from __future__ import annotations

import re

from jats.importers.text_page.blocks import FIELD, MENU, Span
from jats.importers.text_page.reading import Reading
from jats.importers.text_page.titles import Candidate, folded_title

_OF_JOURNAL = frozenset(("volume", "issue", "issue_year", "journal.issn", "pages", "published", "doi"))


def find_journal(reading: Reading, before: list[Candidate]) -> None:
    """The journal's title: a line before the title that the citation names, or the first line of the page."""
    page, cited = reading.page, reading.cited
    if reading.journal is not None:
        return
    source = folded_title(cited.text(page, "source")) if cited else ""
    for one in before:
        plain = folded_title(one.text)
        named = source and plain and (plain == source or source.startswith(plain))
        short = bool(cited) and _abbreviates(cited.text(page, "source") if cited else "", one.text)
        if named or ((not source or short) and _is_head(reading, one)):
            reading.journal = page.take(one.spans, "journal.title")
            return
    if not source:
        _journal_before_issn(reading)


_BEFORE_ISSN = re.compile(r"\s*+([^\W\d_][^\d@]{4,90}?)[\s.,;:|(–—-]*+(?:[ep]-?)?ISSN\b", re.IGNORECASE)


def _journal_before_issn(reading: Reading) -> None:
    """`Journal of Tides. ISSN 1234-5679`, in a line of its own."""
    page = reading.page
    for index, block in enumerate(page.blocks):
        found = _BEFORE_ISSN.match(block.text)
        if found and any(use.name == "journal.issn" for use in page.uses[index]) and len(found[1].split()) > 1:
            span = page.strip(Span(index, *found.span(1)), ".,;:|(–—-")
            if any(free.start <= span.start and span.end <= free.end for free in page.free(index)):
                reading.journal = page.take(span, "journal.title")
                return


def _abbreviates(short: str, title: str) -> bool:
    """Whether each word of a short title begins a word of the title, in order."""
    words = iter(re.findall(r"\w+", title.lower()))
    return bool(short) and all(
        any(word.startswith(part) for word in words) for part in re.findall(r"\w+", short.lower())
    )


def _is_head(reading: Reading, one: Candidate) -> bool:
    return (one.first in heads_of(reading) or _is_above_issn(reading, one)) and one.first == one.last


def _is_above_issn(reading: Reading, one: Candidate) -> bool:
    """Whether the journal's ISSN is in the line after a short line."""
    below = reading.page.uses[one.last + 1 : one.last + 2]
    return len(one.text.split()) < 10 and any(use.name == "journal.issn" for uses in below for use in uses)


def heads_of(reading: Reading) -> list[int]:
    """Short lines at the head of the page, where only menus are before them and the issue, or a menu, is after them."""
    page = reading.page
    found = []
    for index in range(min(8, len(page.blocks) - 1)):
        if page.is_free(index):
            after = [use for following in page.uses[index + 1 : index + 3] for use in following][:4]
            near = any(use.kind == MENU or use.name in _OF_JOURNAL for use in after)
            if near and len(page.blocks[index].text.split()) < 10:
                found.append(index)
            break
        if any(use.kind == FIELD and use.name not in _OF_JOURNAL for use in page.uses[index]):
            break
    return found
