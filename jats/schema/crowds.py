"""Counts the faults of documents with very many elements in a row, for which libxml2's log would take quadratic time.

The log gives the path of each fault, and for that libxml2 counts the siblings before the element. So a copy is validated
first, in which such siblings are in groups. With few faults the document itself can be validated; with many, nobody needs
the log.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from jats.xmlio import ParsedXml

_CROWD = 300
_GROUP = "jats-group"
FEW = 200
"""The number of faults up to which their places are worth looking up in the log."""


def has_many_faults(parsed: ParsedXml, log_of: Callable[[etree._ElementTree], etree._ListErrorLog]) -> bool:
    """Whether a large document has so many faults that it should not be validated as a whole; `log_of` validates a tree."""
    crowded = [element for element in parsed.root.iter(etree.Element) if len(element) > _CROWD]
    if not crowded:
        return False
    copy = deepcopy(parsed.tree)
    made = sum(_grouped(element) for element in copy.getroot().iter(etree.Element) if len(element) > _CROWD)
    # Each group is unknown to the DTD, and so is the content of the element that it is in.
    return len(log_of(copy)) - made - len(crowded) > FEW


def _grouped(parent: etree._Element) -> int:
    """Put the children of an element into groups, and these into others until they are few; the number of groups."""
    made = 0
    nodes = list(parent)
    while len(nodes) > _CROWD:
        groups = []
        for start in range(0, len(nodes), _CROWD):
            group = etree.Element(_GROUP)
            group.extend(nodes[start : start + _CROWD])
            groups.append(group)
        made += len(groups)
        nodes = groups
    parent.extend(nodes)
    return made
