"""References that are written as another format does (`href="#r1"`, `linkend="r1"`), and what JATS writes for them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from lxml import etree

from jats.messages.words import attribute
from jats.schema.content import Grammar
from jats.validation.elements.wrappers import has_text
from jats.validation.ids.dangling import alike_ids, ids_in
from jats.validation.names import written_name

_OF_LINKS = frozenset((
    "corresp", "for", "href", "idref", "idrefs", "link", "linkend", "linkends", "ref", "ref-id", "ref-ids", "refid",
    "refids", "rids", "src", "target", "targets", "to", "url",
))  # fmt: skip
"""The names, without prefix, of attributes that lead to an id in other formats."""

_ADDRESSES = ("http://", "https://", "ftp://", "www.", "mailto:")
_LONGEST = 200


class Targets:
    """The ids of a document, collected when they are first asked for."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root

    @cached_property
    def owners(self) -> dict[str, str]:
        """The name of the first element that has an id, by the id."""
        found: dict[str, str] = {}
        for each in self._root.iter(etree.Element):
            if (value := each.get("id")) is not None:
                found.setdefault(value, written_name(each))
        return found

    @cached_property
    def _alike(self) -> dict[str, str]:
        return alike_ids(self.owners)

    def ids(self, value: str) -> str | None:
        """The ids that an address inside the document means: `r1 r2` for `#r1 #r2`; `None` if one is not there."""
        words = [word.lstrip("#") for word in value.split()]
        if words and all(word in self.owners for word in words):
            return " ".join(words)
        return ids_in(" ".join(words), self._alike) if words else None


def link_meant(
    element: etree._Element, name: str, free: Sequence[str], grammar: Grammar, targets: Targets
) -> str | None:
    """What to do with an attribute that is a link of another format, if the element cannot have it; `None` for any other.

    `free` are the attributes that the element may have and lacks.
    """
    value, parent = _value(element, name), element.getparent()
    if name.rpartition(":")[2].lower() not in _OF_LINKS or parent is None:
        return None
    around = grammar.children(written_name(parent))
    if value.lower().startswith(_ADDRESSES):
        is_link = written_name(element) == "xref" and element.get("rid") is None and "ext-link" in around
        start = f'<ext-link ext-link-type="uri" {attribute("xlink:href", value, _LONGEST)}>'
        return f"write {start} for <xref>" if is_link else None
    ids = targets.ids(value)
    if ids is None:
        is_inside = "rid" in free and value.startswith("#") and " " not in value
        return f"write {attribute('rid', value[1:])}" if is_inside else None
    if "rid" in free:
        return f"write {attribute('rid', ids)}"
    return _with_link(element, ids, around, grammar)


def _with_link(element: etree._Element, ids: str, around: frozenset[str], grammar: Grammar) -> str | None:
    """Where a link is put that leads from an element which has no attribute for it."""
    owner, start = written_name(element), f"<xref {attribute('rid', ids)}>"
    if element.get("rid") is not None or not has_text(element):
        return None
    if owner == "ext-link" and "xref" in around:
        return f"write {start} for <ext-link>"
    inside = grammar.mixed(owner) and "xref" in grammar.children(owner)
    return f"remove it, and put {start} and </xref> around the text that leads there" if inside else None


def _value(element: etree._Element, name: str) -> str:
    prefix, _, local = name.rpartition(":")
    address = element.nsmap.get(prefix) if prefix else None
    return (element.get(f"{{{address}}}{local}" if address else name) or "").strip()
