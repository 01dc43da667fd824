"""Values as people write them, read into fields: one walk over the draft, a reader for each field that has a short form."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jats.draft import List, Map, Node, Path
from jats.findings import Note
from jats.tidy import dates, lists, numbers, people, running, terms
from jats.tidy.context import Context

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
}
"""The readers by field; a field that isn't here is text, or has no short form."""


def read_written(draft: Map, note: Note, keep: frozenset[str] = frozenset()) -> None:
    """Read every short form of a draft into fields; what was guessed, dropped or can't be read is noted at its place."""
    lists.read_ids_of_affiliations(draft)
    _map(draft, (), Context(note, keep), READERS)
    lists.read_ids_of_affiliations(draft)


def tidy_titles(draft: Map, note: Note, keep: frozenset[str] = frozenset()) -> None:
    """Look at titles once their text is clean: full stops, footnote marks, capitals, words for their language."""
    _map(draft, (), Context(note, keep), _TITLES)


_TITLES: Mapping[str, Reader] = {"title": running.as_title}


def _map(node: Map, path: Path, context: Context, readers: Mapping[str, Reader]) -> None:
    context = context.speaking(node)
    for key in list(node.items):
        if key not in node.items:
            continue
        here = context.inside(key)
        reader = readers.get(key)
        if reader is not None and (key != "date" or "conference" not in path[-2:]):  # a meeting's date is text
            reader(node, key, path, here)
        if key in node.items:
            _below(node.items[key], (*path, key), here, readers)


def _below(node: Node, path: Path, context: Context, readers: Mapping[str, Reader]) -> None:
    if isinstance(node, Map):
        _map(node, path, context, readers)
    elif isinstance(node, List):
        for index, item in enumerate(node.items):
            if isinstance(item, (Map, List)):
                _below(item, (*path, index), context, readers)
