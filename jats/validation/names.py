"""Names as a DTD sees them: with the prefix used in the document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from lxml import etree

from jats.vocab.namespaces import NAMESPACES, PREFIXES
from jats.xmlio import ParsedXml

_MOST = 1000
_OTHER_WORKS = frozenset(("product", "ref", "related-article", "related-object"))


def written_name(element: etree._Element) -> str:
    """An element's name with its prefix, `mml:math`."""
    local = str(element.tag).rpartition("}")[2]
    return f"{element.prefix}:{local}" if element.prefix else local


def doctype_name(parsed: ParsedXml) -> str | None:
    """The element that the DOCTYPE names; `None` without a DOCTYPE. (lxml's `root_name` is the root's name, whatever it says.)"""
    declared = parsed.tree.docinfo.internalDTD
    return None if declared is None else declared.name


def names_its_root(parsed: ParsedXml) -> bool:
    """Whether the DOCTYPE, if there is one, names the root element (XML 1.0, validity constraint "Root Element Type")."""
    return doctype_name(parsed) in (None, written_name(parsed.root))


def attribute_names(element: etree._Element, key: str) -> tuple[str, ...]:
    """The names that an attribute may have in the document: lxml does not keep which of several prefixes was used."""
    if not key.startswith("{"):
        return (key,)
    address, _, local = key[1:].partition("}")
    if address == NAMESPACES["xml"]:
        return (f"xml:{local}",)
    return tuple(f"{prefix}:{local}" for prefix, bound in element.nsmap.items() if prefix and bound == address)


def right_name(key: str) -> str:
    """An attribute's name with the prefix that the DTDs use for its namespace; `key` is its name as lxml has it."""
    address, _, local = key[1:].partition("}") if key.startswith("{") else ("", "", key)
    return f"{PREFIXES.get(address, '')}:{local}" if address else local


def attributes_of(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Keys and values of its attributes, a thousand at most: no element has more, and lxml's `items()` is quadratic."""
    for key in islice(element.keys(), _MOST):
        yield str(key), str(element.get(key))


def declared_here(element: etree._Element) -> Iterator[tuple[str, str]]:
    """The namespaces that the element declares anew, as attribute name (`xmlns:mml`) and address."""
    parent = element.getparent()
    above = {} if parent is None else parent.nsmap
    for prefix, address in element.nsmap.items():
        if above.get(prefix) != address:
            yield (f"xmlns:{prefix}" if prefix else "xmlns"), address


def text_in(element: etree._Element) -> str:
    """All text in an element, that of the elements in it too."""
    return "".join(map(str, element.itertext()))


def has_more_than(number: int, element: etree._Element) -> bool:
    """Whether it has more children than that, comments included; `len()` would count all of them for each of its children."""
    return next(islice(element.iterchildren(), number, None), None) is not None


def child_elements(element: etree._Element) -> list[etree._Element]:
    """Its children without comments and processing instructions."""
    return [child for child in element if isinstance(child.tag, str)]


def siblings_of(child: etree._Element) -> list[etree._Element]:
    """The elements of its parent, and itself among them."""
    parent = child.getparent()
    return [child] if parent is None else child_elements(parent)


def parent_name(child: etree._Element) -> str:
    """The name of the element that a child is in; empty for the root."""
    parent = child.getparent()
    return "" if parent is None else written_name(parent)


def is_cited(element: etree._Element) -> bool:
    """Whether it is in a reference or describes another work, so that the article's own elements are not meant."""
    return any(above.tag in _OTHER_WORKS for above in element.iterancestors())


def run_of(child: etree._Element) -> Iterator[etree._Element]:
    """The element and those of its name that follow it side by side."""
    yield child
    yield from takewhile(lambda sibling: sibling.tag == child.tag, child.itersiblings(etree.Element))


def run_length(child: etree._Element, most: int | None = None) -> int:
    """How many elements of its name are side by side, with it as the first; counted up to `most`."""
    return sum(1 for _ in islice(run_of(child), most))


def element_before(child: etree._Element) -> etree._Element | None:
    """The element just before this one, whatever comments are between."""
    return next(child.itersiblings(etree.Element, preceding=True), None)


def repeats_the_one_before(child: etree._Element) -> bool:
    """Whether the element before this one has the same name, so that one message is enough for both."""
    before = element_before(child)
    return before is not None and before.tag == child.tag
