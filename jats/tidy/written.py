"""Values as people write them, read into fields: one walk over the draft, a reader for each field that has a short form."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jats.draft import List, Map, Path, Text
from jats.findings import Note
from jats.tidy import codes, dates, lists, numbers, people, terms
from jats.tidy.context import TURNS, Context

Reader = Callable[[Map, str, Path, Context], None]

READERS: Mapping[str, Reader] = {
    "authors": people.read_people_field,
    "contributors": people.read_people_field,
    "members": people.read_people_field,
    "editors": people.read_people_field,
    "translators": people.read_people_field,
    "investigators": people.read_people_field,
    "recipients": people.read_people_field,
    "people": people.read_by_role,
    "contributor_groups": people.read_by_role,
    "keywords": terms.read_keywords,
    "terms": terms.read_keywords,
    "volume": numbers.read_number_field,
    "issue": numbers.read_number_field,
    "edition": numbers.read_edition_field,
    "total_pages": numbers.read_count_field,
    "pages": numbers.read_pages_field,
    "date": dates.read_date_field,
    "accessed": dates.read_date_field,
    "updated": dates.read_date_field,
    "embargo": dates.read_date_field,
    "published": dates.read_dates,
    "history": dates.read_dates,
    "dates": dates.read_dates,
    "references": lists.read_references,
    "affiliations": lists.read_affiliations_field,
    "email": lists.read_email_field,
    "roles": lists.read_roles,
    "issn": lists.read_issn,
    "country": codes.read_country,
    "country_code": codes.read_country_code,
    "license": codes.read_license,
}
"""The readers by field; a field that isn't here is text, or has no short form."""


def read_written(draft: Map, note: Note, keep: frozenset[str] = frozenset()) -> None:
    """Read every short form of a draft into fields; what was guessed, dropped or can't be read is noted at its place."""
    context = Context(note, keep)
    codes.read_locales(draft, context)
    lists.read_ids_of_affiliations(draft)
    _map(draft, (), context)
    lists.read_ids_of_affiliations(draft)


def _map(node: Map, path: Path, context: Context) -> None:
    items = node.items
    if "language" in items:
        context = context.speaking(node)
    for key in [key for key in items if key in READERS]:
        if key in items and (key != "date" or "conference" not in path[-2:]):  # a meeting's date is text
            READERS[key](node, key, path, context.inside(key) if key in TURNS else context)
    for key, value in [pair for pair in items.items() if pair[1].__class__ is not Text]:
        here = context.inside(key) if key in TURNS else context
        if isinstance(value, Map):
            _map(value, (*path, key), here)
        elif isinstance(value, List):
            _list(value, (*path, key), here)


def _list(node: List, path: Path, context: Context) -> None:
    for index, item in enumerate(node.items):
        if isinstance(item, Map):
            _map(item, (*path, index), context)
        elif isinstance(item, List):
            _list(item, (*path, index), context)
