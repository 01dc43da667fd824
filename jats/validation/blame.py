"""Which elements a DTD minds, out of its log: the only ones at which the walk for words has to look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from ..schema.dtd import Ruling
from .names import NAMESPACES

_ABOUT_IDENTIFIERS = {"DTD_ID_REDEFINED", "DTD_UNKNOWN_ID"}
_MOST = 200


@dataclass(frozen=True, slots=True)
class Blame:
    """The elements to look at, in document order, and whether to look for identifiers as well."""

    elements: Sequence[etree._Element]
    identifiers: bool


def blame(ruling: Ruling, root: etree._Element, numbers: dict[etree._Element, int]) -> Blame | None:
    """The elements that a DTD's log names; None where they can't be told, or are so many that finding each takes long."""
    entries = list(ruling.log or ())
    paths = {entry.path or "" for entry in entries}
    if len(paths) > _MOST:
        return None
    bound = NAMESPACES | {prefix: address for prefix, address in root.nsmap.items() if prefix}
    named = [at_path(path, root, bound) for path in paths]
    minded = {each for each in (*named, *ruling.unfit) if each is not None}
    # Of an unknown element with a prefix the log says nothing in its parent's name.
    minded |= {parent for each in minded if (parent := each.getparent()) is not None}
    if None in named:
        return None
    return Blame(sorted(minded, key=numbers.__getitem__), any(each.type_name in _ABOUT_IDENTIFIERS for each in entries))


def at_path(path: str, root: etree._Element, bound: dict[str, str]) -> etree._Element | None:
    """The one element at a path out of a log, or None; `bound` are the addresses of its prefixes."""
    try:
        found = root.getroottree().xpath(path or "/..", namespaces=bound)
    except etree.XPathError:
        return None
    nodes = found if isinstance(found, list) else []
    only = nodes[0] if len(nodes) == 1 else None
    return only if isinstance(only, etree._Element) and isinstance(only.tag, str) else None
