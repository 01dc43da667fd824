"""Identifiers of a part of the article: of an abstract, a reference list, a figure."""

from __future__ import annotations

from collections.abc import Mapping

from jats.elements.build import Cursor, Element, element
from jats.elements.ids import authority


def write_object_ids(ids: Mapping[str, str], at: Cursor, parent: str) -> list[Element | None]:
    """One `<object-id>` each; if `parent` takes none in the variant, they go to `<custom-meta>`."""
    return [_write(kind, value, at / kind, parent) for kind, value in ids.items()]


def _write(kind: str, value: str, at: Cursor, parent: str) -> Element | None:
    if not at.can(parent, "object-id"):
        at.to_custom_meta(value, "object-id", parent)
        return None
    return element("object-id", at, {"pub-id-type": kind, **authority("object-id", value, at)}, value)
