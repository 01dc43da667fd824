"""Institutions in a citation: publishers, universities, those who hold conferences."""

from __future__ import annotations

from jats.draft import Path
from jats.elements.build import Cursor, Element, element
from jats.elements.institutions import institution_ids, institution_wrap
from jats.elements.references.parts import CITATION, Field, Whole
from jats.model.cited import CitedInstitution

_WRAP = "institution-wrap"


def institution(given: str | CitedInstitution, tag: str, path: Path, at: Cursor) -> Field | Whole:
    """The name; with its identifiers if there are any and the variant has room for them."""
    if isinstance(given, str):
        return Field(path, tag, given)
    here = Cursor(at.context, at.path + path)
    known = institution_ids(given.ror, given.ids, here)
    name = Field((*path, "name"), tag, given.name)
    parent = CITATION if tag == "institution" else tag
    if known and not at.can(parent, _WRAP):
        for _, value, place in known:
            place.to_custom_meta(value, _WRAP, parent)
        known = []
    if not known:
        return name

    def make() -> Element | None:
        wrap = institution_wrap(given.name, here, known)
        return wrap if tag == "institution" else element(tag, here, None, wrap)

    unsaid = tuple(place.path[len(at.path) :] for _, _, place in known)
    return Whole(path, _WRAP, make, (name,), unsaid=unsaid)
