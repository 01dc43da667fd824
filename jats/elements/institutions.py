"""An institution with its identifiers: `<institution-wrap>`, of affiliations, funders, publishers and others."""

from __future__ import annotations

from collections.abc import Mapping

from jats.elements.build import Attributes, Cursor, Element, element
from jats.elements.ids import authority
from jats.elements.vocabulary import scheme_attributes

Known = list[tuple[str, str, Cursor]]
"""Type, value and place of each identifier."""


def institution_ids(ror: str | None, ids: Mapping[str, str], at: Cursor) -> Known:
    """The identifiers of an institution, its ROR identifier first."""
    found = [(kind, value, at / "ids" / kind) for kind, value in ids.items()]
    return [("ror", ror, at / "ror"), *found] if ror else found


def institution_wrap(
    name: str | None, at: Cursor, known: Known, attributes: Attributes | None = None
) -> Element | None:
    """The name, with its attributes, and the identifiers in one element."""
    made = [element(_ID, here, _attributes(kind, value, here), value) for kind, value, here in known]
    return element("institution-wrap", at, None, element("institution", at, attributes, name) if name else None, made)


_ID = "institution-id"


def _attributes(kind: str, value: str, at: Cursor) -> Attributes:
    register = scheme_attributes(_ID, getattr(value, "vocabulary", None), at / "vocabulary")
    return {"institution-id-type": kind, **authority(_ID, value, at), **register}
