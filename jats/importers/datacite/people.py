"""Creators and contributors of DataCite's metadata."""

from __future__ import annotations

import re

from jats.draft import Map, Node, Text
from jats.importers.datacite.items import items, said, said_text, value_of
from jats.importers.exports.affiliations import printed
from jats.importers.exports.branches import Branch
from jats.importers.exports.drafting import add, fields, put

_UNKNOWN = frozenset((":unav", "(:unav)", ":unkn", "(:unkn)", "unknown"))


def people_of(draft: Map, resource: Branch) -> None:
    """Creators are authors; contributors have the type that they are given."""
    for branch in items(resource, "creators", "creator"):
        add(draft, "authors", person(branch, "creatorName"))
    for branch in items(resource, "contributors", "contributor"):
        kind = said(branch, "contributorType")
        made = person(branch, "contributorName")
        if kind == "RightsHolder":
            put(draft, "copyright.holder", _printed(made))
        elif made.items:
            put(made, "type", Text(re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind).lower() or "other", branch.place))
            add(draft, "contributors", made)


def _printed(made: Map) -> Node | None:
    """A person or body in words, for the holder of rights."""
    for key in ("collaboration", "name"):
        found = made.items.get(key)
        if isinstance(found, Text):
            return found
        if isinstance(found, Map):
            parts = [found.items[part] for part in ("given", "surname") if part in found.items]
            return Text(" ".join(str(each.value) for each in parts if isinstance(each, Text)), found.place)
    return None


def person(branch: Branch, name_field: str) -> Map:
    """A person, with the name in parts if they are given, or a body."""
    made = Map(branch.place)
    name = branch.one(name_field, "name")
    kind = said(name, "nameType") if name is not None else ""
    kind = kind or said(branch, "nameType")
    given, family = branch.take("givenName"), branch.take("familyName")
    whole = name.take() if name is not None else None
    if whole is not None and str(whole.value).casefold() in _UNKNOWN:
        return made
    if kind == "Organizational":
        put(made, "collaboration", whole)
    elif given is not None or family is not None:
        style = Text("given-only", branch.place) if family is None else None
        put(made, "name", fields(branch.place, surname=family, given=given, style=style))
    else:
        put(made, "name", whole)
    for each in items(branch, "nameIdentifiers", "nameIdentifier") or branch.all("nameIdentifier"):
        value = value_of(each, "nameIdentifier")
        scheme = said(each, "nameIdentifierScheme").lower()
        if value is not None and value.words:
            put(made, "orcid" if scheme == "orcid" else f"ids.{scheme or 'other'}", value.take())
    put(made, "affiliations", [each for each in map(_affiliation, branch.all("affiliation", "affiliations")) if each])
    return made


def _affiliation(branch: Branch) -> Node | None:
    name = branch.take() or branch.take("name")
    identifier = said_text(branch, "affiliationIdentifier")
    if identifier is None:
        return printed(name)
    is_ror = "ror.org/" in str(identifier.value) or said(branch, "affiliationIdentifierScheme").upper() == "ROR"
    made = fields(branch.place, institution=name)
    scheme = said(branch, "affiliationIdentifierScheme").lower() or "other"
    put(made, "ror" if is_ror else f"ids.{scheme}", identifier)
    return made
