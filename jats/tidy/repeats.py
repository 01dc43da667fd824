"""References that cannot be right beside the others of their list, or beside the article: a work twice, a year to come."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from jats.draft import List, Map, Node, Path, Text
from jats.findings import Note
from jats.input_codes import reference_files as codes
from jats.vocab.identifiers import tidy_doi

_LEAST = 24
"""Letters and digits of a title, or of a whole text, that tell works apart."""
_YEAR = re.compile(r"(?<!\d)(1\d{3}|[2-9]\d{3})(?!\d)")
_FIRST_NUMBER = re.compile(r"\w*")


def check_references(draft: Map, note: Note, keep: frozenset[str] = frozenset()) -> None:
    """Report each work that is in its list twice, and each that is of a year that has not come."""
    latest = _latest(draft)
    for items, path in _lists(draft, ()):
        if "INP273" not in keep:
            _report_repeats(items, path, note)
        if "INP274" not in keep:
            _report_years(items, path, latest, note)


def _lists(node: Node, path: Path) -> Iterator[tuple[List, Path]]:
    """Every list of references."""
    if isinstance(node, Map):
        for key, value in node.items.items():
            if key == "references" and isinstance(value, List):
                yield value, (*path, key)
            if not isinstance(value, Text):
                yield from _lists(value, (*path, key))
    elif isinstance(node, List):
        for index, item in enumerate(node.items):
            yield from _lists(item, (*path, index))


def _report_repeats(items: List, path: Path, note: Note) -> None:
    seen: dict[str, tuple[int, Node]] = {}
    for index, item in enumerate(items.items):
        keys = list(_keys(item))
        first = next((seen[key] for key in keys if key in seen and not _have_two_dois(item, seen[key][1])), None)
        if first is not None:
            note(codes.work_twice(item.place, (*path, index), first[0] + 1, first[1].place.line))
        for key in keys:
            seen.setdefault(key, (index, item))


def _have_two_dois(one: Node, other: Node) -> bool:
    """Whether each entry has a DOI of its own, so that they are two works."""
    first, second = _doi(one), _doi(other)
    return bool(first and second) and first != second


def _doi(item: Node) -> str:
    return tidy_doi(_value(item, "doi")).lower() if isinstance(item, Map) else ""


def _keys(item: Node) -> Iterator[str]:
    """What two entries for one work have in common: the DOI, the year and a title that tells it apart, or all the text."""
    if isinstance(item, Text):
        yield from _long(str(item.value))
        return
    if not isinstance(item, Map) or "references" in item.items:
        return
    if doi := _doi(item):
        yield doi
    yield from _long(_value(item, "text"))
    title = _folded(_value(item, "title") or _value(item, "source"))
    page = _first_page(item.items.get("pages"))
    year, apart = _first_year(item.items.get("date")), [_folded(_value(item, key)) for key in _APART]
    if len(title) >= _LEAST:
        yield " ".join((year, title, *apart))
    elif title and year and page and _value(item, "volume"):
        yield " ".join((year, title, *apart, page))


def _first_page(pages: Node | None) -> str:
    if isinstance(pages, Map):
        pages = pages.items.get("first")
    found = _FIRST_NUMBER.match(str(pages.value)) if isinstance(pages, Text) else None
    return found[0] if found else ""


_APART = ("volume", "issue", "edition", "version", "part_title", "number", "url")
"""Fields that tell works of one title apart."""


def _long(text: str) -> Iterator[str]:
    if len(_folded(text)) >= _LEAST:
        yield _folded(text)


def _value(item: Map, key: str) -> str:
    found = item.items.get(key)
    return str(found.value) if isinstance(found, Text) else ""


def _folded(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _first_year(date: Node | None) -> str:
    if isinstance(date, Map):
        date = date.items.get("year", date.items.get("text"))
    found = _YEAR.search(str(date.value)) if isinstance(date, Text) else None
    return found[1] if found else ""


def _latest(draft: Map) -> int:
    """The last year that a cited work may be of: the one after the article's; without an article, the one after today's."""
    published = draft.items.get("published")
    years = [int(year) for year in _years(published)]
    return max(years, default=datetime.date.today().year) + 1


def _years(node: Node | None) -> Iterator[str]:
    if isinstance(node, Text):
        yield from _YEAR.findall(str(node.value))
    elif isinstance(node, List):
        for item in node.items:
            yield from _years(item)
    elif isinstance(node, Map):
        if "calendar" in node.items or "era" in node.items:
            return
        for value in node.items.values():
            yield from _years(value)


def _report_years(items: List, path: Path, latest: int, note: Note) -> None:
    for index, item in enumerate(items.items):
        date = item.items.get("date") if isinstance(item, Map) else None
        if date is None or (isinstance(date, Map) and ("calendar" in date.items or "era" in date.items)):
            continue
        year = _first_year(date)
        if year and int(year) > latest:
            note(codes.year_to_come(date.place, (*path, index, "date"), year, latest))
