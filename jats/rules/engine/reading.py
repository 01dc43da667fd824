"""How rules look at XML: names with the tag sets' prefixes, text without its tags, children by name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

from jats.vocab.namespaces import PREFIXES, expanded

Element = etree._Element

_STRING = etree.XPath("string()", smart_strings=False)


XML_LANG = expanded("xml:lang")
HREF = expanded("xlink:href")
XLINK_TITLE = expanded("xlink:title")
LICENSE_REF = expanded("ali:license_ref")
MATH = expanded("mml:math")


@cache
def prefixed_name(tag: str) -> str:
    """A name as lxml has it in the tag sets' notation: `{http://…}math` is `mml:math`."""
    namespace, brace, local = tag.removeprefix("{").partition("}")
    return f"{PREFIXES.get(namespace, '?')}:{local}" if brace else tag


def tagged(element: Element) -> str:
    """An element's name as messages show it: `<fig>`."""
    return f"<{prefixed_name(str(element.tag))}>"


def text_of(element: Element) -> str:
    """All text in an element, blanks made single, none at the ends; notes and comments in it are text of their own."""
    if len(element) == 0:
        text = element.text
        return " ".join(text.split()) if text else ""
    return " ".join(str(_STRING(element)).split())


def spaced_text(element: Element) -> str:
    """All text in an element with a blank between its pieces, so that white space between elements makes no difference."""
    return " ".join(" ".join(str(piece) for piece in element.itertext(etree.Element)).split())


def is_blank(element: Element) -> bool:
    """Whether an element has neither text nor a child element; white space and comments do not count."""
    if len(element) == 0:
        return not (element.text and element.text.strip())
    return not any(isinstance(child.tag, str) for child in element) and not text_of(element)


def children(element: Element, *names: str) -> list[Element]:
    """The children of these names, in document order."""
    return list(element.iterchildren(*names))


def child_text(element: Element, path: str) -> str | None:
    """The text of the first descendant at a path (`journal-title-group/journal-title`), `None` if there is none."""
    found = element.find(path)
    return None if found is None else text_of(found)


def ancestor(element: Element, *names: str) -> Element | None:
    """The nearest element around this one with one of the names."""
    return next(element.iterancestors(*names), None)


def within(element: Element, *names: str) -> bool:
    """Whether an element of one of the names is around this one."""
    return next(element.iterancestors(*names), None) is not None


def parent_name(element: Element) -> str:
    """The name of the parent, empty for the root."""
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)


def elements_of(element: Element) -> Iterator[Element]:
    """The children that are elements, without comments and processing instructions."""
    return element.iterchildren(etree.Element)
