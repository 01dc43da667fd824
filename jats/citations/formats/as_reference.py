"""A record → a reference of the article file; what a reference has no field for is handed back by its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jats.citations.formats.records import EXTRA, Record, Unplaced, simple_id
from jats.draft import List, Map, Node, Text

_OF_AUTHORS = ("orcid", "affiliations", "email")
"""What an author of an article has, and somebody cited does not."""


def as_references(records: Iterable[Record]) -> tuple[list[Map], list[Unplaced]]:
    """The references of a file in order, and all that found no place."""
    made: list[Map] = []
    left: list[Unplaced] = []
    names: set[str] = set()
    for record in records:
        reference = Map(record.place)
        _put_id(reference, record, names, left)
        for field, value in record.work.items.items():
            left += _without_extras(value) if field in ("authors", "editors") else ()
            reference.put(field, value, record.work.keys.get(field))
        left += [*record.unplaced, *_extras(record)]
        made.append(reference)
    return made, left


def _put_id(reference: Map, record: Record, names: set[str], left: list[Unplaced]) -> None:
    key = record.key
    if key is None or not str(key.value).strip():
        return
    name = str(key.value)
    if simple_id(name) and name not in names:
        names.add(name)
        reference.put("id", key)
    else:
        left.append(Unplaced("key", key, housekeeping=True))


def _without_extras(people: Node) -> Iterator[Unplaced]:
    for person in people.items if isinstance(people, List) else []:
        if isinstance(person, Map):
            for name in _OF_AUTHORS:
                value = person.items.pop(name, None)
                person.keys.pop(name, None)
                if value is not None:
                    yield from (Unplaced(name, text) for text in texts_of(value))


def _extras(record: Record) -> Iterator[Unplaced]:
    for name, value in record.extras.items.items():
        yield from (Unplaced(name.removeprefix(EXTRA), text) for text in texts_of(value))


def texts_of(node: Node) -> Iterator[Text]:
    """Every text in a value."""
    if isinstance(node, Text):
        yield node
    else:
        for one in node.items if isinstance(node, List) else node.items.values():
            yield from texts_of(one)
