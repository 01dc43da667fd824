"""Findings on a page: what has no place, what was left out, what the page says in two ways."""

from __future__ import annotations

from jats.findings import Note
from jats.importers import codes
from jats.importers.text_page.blocks import COUNTER, FIELD, FOOTER, MENU, PRIVATE, Span, Use
from jats.importers.text_page.reading import Reading

_LEFT_OUT = {
    MENU: "lines of the site's menu",
    COUNTER: "the site counts views and downloads",
    FOOTER: "addresses of the site",
}
_ONLY_CORRESPONDING = "only the address of the corresponding author is published"
_PHONES = "telephone numbers are not published; --keep-phones keeps them"
_LABELS = {"issue_year": "year", "elocation_id": "article number", "license_text": "licence", "issue": "issue"}


def report(reading: Reading, note: Note) -> None:
    """Note everything that is not in the draft, and what the page says twice with a difference."""
    _unplaced(reading, note)
    _left_out(reading, note)
    for name, kept, other in reading.facts.clashes:
        note(codes.said_twice(other.place, (), _LABELS.get(name, name), str(kept.value), str(other.value)))


def _unplaced(reading: Reading, note: Note) -> None:
    page = reading.page
    for whole in page.unused():
        span = page.strip(whole, ":;,.)(–—-/|[]*")
        place = page.place(span)
        name = f"line {place.line}" if place.line is not None else ""
        note(codes.not_placed(place, (), name, page.text(span)))


def _left_out(reading: Reading, note: Note) -> None:
    page = reading.page
    found: dict[str, list[tuple[int, str]]] = {}
    for index, uses in enumerate(page.uses):
        for use in uses:
            if use.kind in _LEFT_OUT and not _is_within(use, uses):
                found.setdefault(use.kind, []).append((index, page.text(Span(index, use.start, use.end)).strip()))
            elif use.kind == PRIVATE and not _is_taken(uses, use):
                found.setdefault(use.name, []).append((index, page.text(Span(index, use.start, use.end)).strip()))
    for kind, some in found.items():
        if kind == "phone" and reading.keep_phones:
            continue
        why = {"email": _ONLY_CORRESPONDING, "phone": _PHONES}.get(kind) or _LEFT_OUT[kind]
        names = list(dict.fromkeys(text for _, text in some if text))
        note(codes.left_out(page.blocks[some[0][0]].place, (), names, why))


def _is_within(use: Use, uses: list[Use]) -> bool:
    """Whether a stretch that is left out is a part of a longer one."""
    return any(other.kind == use.kind and _holds(other, use) and not _holds(use, other) for other in uses)


def _holds(one: Use, other: Use) -> bool:
    return one.start <= other.start and other.end <= one.end


def _is_taken(uses: list[Use], use: Use) -> bool:
    return any(other.kind == FIELD and _holds(other, use) for other in uses)
