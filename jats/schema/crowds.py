"""Counts the faults of documents with very many elements in a row, for which libxml2's log would take quadratic time.

The log gives the path of each fault, and for that libxml2 counts the siblings before the element. So the document is validated
with such siblings in groups first. With few faults it can be validated as it is; with many, nobody needs the log. A copy would
take as much memory as the document.
"""

from __future__ import annotations

from collections.abc import Callable

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
    groups = [(element, _put_into_groups(element)) for element in crowded]
    try:
        # Each group is unknown to the DTD, and so is the content of the element that it is in.
        made = sum(len(level) for _, levels in groups for level in levels)
        return len(log_of(parsed.tree)) - made - len(crowded) > FEW
    finally:
        for element, levels in groups:
            _take_out_of_groups(element, levels)


def _put_into_groups(parent: etree._Element) -> list[list[etree._Element]]:
    """Put the children of an element into groups, and these into others until they are few; the groups of each level."""
    levels: list[list[etree._Element]] = []
    nodes = list(parent)
    while len(nodes) > _CROWD:
        groups = []
        for start in range(0, len(nodes), _CROWD):
            # It is in the document before it gets children, so that their namespaces need no declarations of their own.
            group = etree.SubElement(parent, _GROUP)
            group.extend(nodes[start : start + _CROWD])
            groups.append(group)
        levels.append(groups)
        nodes = groups
    return levels


def _take_out_of_groups(parent: etree._Element, levels: list[list[etree._Element]]) -> None:
    for groups in reversed(levels):
        for group in groups:
            parent.extend(list(group))
            parent.remove(group)
