"""The elements that the DTD's log complains about; only these need an explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from jats.schema.dtd import SchemaVerdict
from jats.xml_paths import ElementPaths

_ABOUT_IDENTIFIERS = {"DTD_ID_REDEFINED", "DTD_UNKNOWN_ID"}
_MOST = 200


@dataclass(frozen=True, slots=True)
class LogElements:
    """The elements to explain, in document order, and whether to check identifiers as well."""

    elements: Sequence[etree._Element]
    identifiers: bool


def elements_in_log(
    ruling: SchemaVerdict, root: etree._Element, numbers: dict[etree._Element, int]
) -> LogElements | None:
    """The elements that a DTD's log names; None if that is unclear, or if there are too many to find quickly."""
    entries = list(ruling.log or ())
    paths = {entry.path or "" for entry in entries}
    if ruling.many or len(paths) > _MOST:
        return None
    places = ElementPaths(root)
    named = [places.at(path) for path in paths]
    found = {each for each in (*named, *ruling.unfit) if each is not None}
    # Of an unknown element with a prefix the log says nothing in its parent's name.
    found |= {parent for each in found if (parent := each.getparent()) is not None}
    if None in named:
        return None
    return LogElements(
        sorted(found, key=numbers.__getitem__), any(each.type_name in _ABOUT_IDENTIFIERS for each in entries)
    )
