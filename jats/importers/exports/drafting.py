"""Writing drafts in the fields of the article file: small helpers that every importer of an export uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from jats.draft import List, Map, Node, Text
from jats.findings import Place
from jats.importers.exports.branches import Branch
from jats.vocab.dates import month_number
from jats.vocab.languages import language_fault, language_of_locale, meant_language, tidy_language

_TYPED = re.compile(r"((?:[\w.]*[._])?(?:ids|issn))\.(.+)", re.DOTALL)
_SCRIPTED = re.compile(r"([a-z]{2,3})(?:_[A-Z]{2})?@(latin|cyrillic)")


def fields(place: Place, **items: Node | Sequence[Node] | None) -> Map:
    """The fields that have a value; several values are a list, one value is itself."""
    made = Map(place)
    for key, value in items.items():
        put(made, key, value)
    return made


def _steps(dotted: str) -> list[str]:
    """The keys of a field's path. What is after `ids.` or `issn.` is one key, dots and all: a type, as the file gives it."""
    typed = _TYPED.fullmatch(dotted)
    return [*typed[1].split("."), typed[2]] if typed else dotted.split(".")


def field_at(draft: Map, dotted: str) -> Node | None:
    """The value of a field, named as for `put`; None if it is not set."""
    node: Node | None = draft
    for step in _steps(dotted):
        node = node.items.get(step) if isinstance(node, Map) else None
    return node


def put(draft: Map, dotted: str, value: Node | Sequence[Node] | None) -> bool:
    """Set a field, named as `journal.issn.print`, if there is a value and the field is free; whether it was set."""
    node = value if isinstance(value, Map | List | Text) or value is None else listed(value)
    if node is None or (isinstance(node, Map) and not node.items):
        return False
    *way, last = _steps(dotted)
    around = draft
    for step in way:
        below = around.items.get(step)
        if below is None:
            below = Map(node.place)
            around.put(step, below)
        if not isinstance(below, Map):
            return False
        around = below
    if last in around.items:
        return False
    around.put(last, node)
    return True


def add(draft: Map, key: str, value: Node | None) -> None:
    """Add a value to a field that is a list."""
    if value is None or (isinstance(value, Map) and not value.items):
        return
    present = draft.items.get(key)
    if isinstance(present, List):
        present.items.append(value)
    else:
        draft.put(key, List([value] if present is None else [present, value], value.place))


def listed(values: Iterable[Node | None]) -> Node | None:
    """Several values as a list, one as itself, none as None."""
    items = [value for value in values if value is not None and not (isinstance(value, Map) and not value.items)]
    if len(items) < 2:
        return items[0] if items else None
    return List(items, items[0].place)


def by_language(values: Iterable[tuple[str, Node | None]], main: str) -> Node | None:
    """Versions by language tag; only the version in the article's own language as itself. Of one language the first counts.

    A version without a language is in the article's.
    """
    found: dict[str, Node] = {}
    for tag, value in values:
        if value is not None:
            found.setdefault(tag or main, value)
    if not found:
        return None
    if main and main not in found:  # en-US is as good as en
        near = next((tag for tag in found if tag.split("-")[0] == main.split("-")[0]), None)
        if near is not None:
            found = {main if tag == near else tag: value for tag, value in found.items()}
    if len(found) == 1 and next(iter(found)) in ("", main):
        return next(iter(found.values()))
    ordered = sorted(found, key=lambda tag: tag not in ("", main))
    made = Map(found[ordered[0]].place)
    for tag in ordered:
        made.put(tag or main or "und", found[tag])
    return made


def language_tag(code: str) -> str:
    """The language tag for a code, a locale or a name: `uk_UA`, `ukr`, `UA`, `English`; as it is if it means nothing."""
    code = code.strip()
    if not code:
        return ""
    if locale := language_of_locale(code):
        return locale
    if scripted := _SCRIPTED.fullmatch(code):
        return f"{scripted[1]}-{'Latn' if scripted[2] == 'latin' else 'Cyrl'}"
    tag = tidy_language(code)
    if language_fault(tag) is None:
        return tag
    return meant_language(tag) or meant_language(code) or code


def iso_date(year: str, month: str = "", day: str = "") -> str:
    """A date in ISO 8601 as far as it is known; parts that are not numbers or names of months stay as words."""
    if not year:
        return ""
    number = (
        int(month) if month.isascii() and month.isdigit() and len(month) < 3 else month_number(month) if month else None
    )
    if month and not (number and 1 <= number <= 12) and month.strip("0"):
        return " ".join(filter(None, (day, month, year)))
    if not number or len(year) != 4:
        return year
    if day.isascii() and day.isdigit() and 1 <= int(day[:9]) <= 31:
        return f"{year}-{number:02}-{int(day):02}"
    return f"{year}-{number:02}"


def date_in(branch: Branch | None, year: str = "year", month: str = "month", day: str = "day") -> Text | None:
    """The date of a branch that has its parts below it; they count as taken."""
    if branch is None or not branch.says(year):
        return None
    text = iso_date(branch.taken(year), branch.taken(month), branch.taken(day))
    return Text(text, branch.place) if text else None


def pages_in(branch: Branch, first_paths: tuple[str, ...], last_paths: tuple[str, ...]) -> Node | None:
    """First and last page; one page as itself. A last page alone, and words that are not a page, stay for the report."""
    found = branch.one(*first_paths)
    if found is not None and len(found.words.split()) > 2:
        return None
    first = branch.take(*first_paths)
    last = branch.take(*last_paths) if first is not None else None
    if first is None or last is None or last.value == first.value:
        return first
    return fields(first.place, first=first, last=last)
