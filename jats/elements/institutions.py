"""An institution with its identifiers: `<institution-wrap>`, of affiliations, funders, publishers and others."""

from __future__ import annotations

from collections.abc import Mapping

from jats.elements.build import At, Element, element
from jats.elements.ids import authority

Known = list[tuple[str, str, At]]
"""Type, value and place of each identifier."""


def institution_ids(ror: str | None, ids: Mapping[str, str], at: At) -> Known:
    """The identifiers of an institution, its ROR identifier first."""
    found = [(kind, value, at / "ids" / kind) for kind, value in ids.items()]
    return [("ror", ror, at / "ror"), *found] if ror else found


def institution_wrap(name: str | None, at: At, known: Known) -> Element | None:
    """The name and the identifiers in one element."""
    made = [
        element(
            "institution-id", here, {"institution-id-type": kind, **authority("institution-id", value, here)}, value
        )
        for kind, value, here in known
    ]
    return element("institution-wrap", at, None, element("institution", at, None, name), made)
