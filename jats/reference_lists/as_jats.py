"""Lists of references → `<ref-list>`; lines of text are parsed, and lists in two scripts paired, as in an article file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from jats.draft import List, Map, Text, plain
from jats.elements.build import Cursor, WriteContext
from jats.elements.references.alone import as_text
from jats.elements.references.lists import write_references
from jats.findings import Note, Place
from jats.model.marked import marked_text
from jats.model.references import Reference, ReferenceList
from jats.options import Options
from jats.schema.catalog import variant_for
from jats.schema.content import grammar
from jats.tidy.references import parse_references

if TYPE_CHECKING:
    from jats.citations.formats.bibtex import Left

_FIELD = "references"


def to_jats(lists: Sequence[tuple[str, Sequence[Map]]], left: Left, note: Note) -> str:
    """The lists, each with its title, in lines of XML."""
    draft = _draft(lists)
    parse_references(draft, note, frozenset(), marked_text)
    given = [_modelled(one, left) for one in plain(draft)[_FIELD]]
    usual = Options()
    variant = variant_for(usual.tag_set, usual.version)
    context = WriteContext(grammar(variant.name), usual.version, usual.tag_set)
    made = write_references(tuple(one for one in given if one is not None), Cursor(context, (_FIELD,)))
    return as_text(made, context)


def _draft(lists: Sequence[tuple[str, Sequence[Map]]]) -> Map:
    """The lists as the field of an article file; one without a title is the field itself."""
    start = Place("-", 1)
    draft = Map(start)
    if len(lists) == 1 and not lists[0][0]:
        draft.put(_FIELD, List(list(lists[0][1]), start))
        return draft
    found = List([], start)
    for title, items in lists:
        place = items[0].place if items else start
        one = Map(place)
        if title:
            one.put("title", Text(title, place))
        one.put(_FIELD, List(list(items), place))
        found.items.append(one)
    draft.put(_FIELD, found)
    return draft


def _modelled(given: Mapping[str, Any], left: Left) -> Reference | ReferenceList | None:
    """A reference, or a list of those that the model takes."""
    if _FIELD not in given:
        return _reference(given, left)
    items = [one for each in given[_FIELD] if (one := _reference(each, left))]
    return ReferenceList.model_validate({**given, _FIELD: items}) if items else None


def _reference(given: Mapping[str, Any], left: Left) -> Reference | None:
    """The reference without the fields that the model refuses; None if nothing is left."""
    work = dict(given)
    while work:
        try:
            return Reference.model_validate(work)
        except ValidationError as error:
            refused = {str(one["loc"][0]) for one in error.errors() if one["loc"]} & work.keys() or set(work)
            for field in sorted(refused):
                left(str(work.get("id", "")), field)
                del work[field]
    return None
