"""XML formats: a safe tree with the place of each element, and its text in the article file's notation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from xml.parsers import expat

from lxml import etree

from jats.draft import Text
from jats.findings import Note, Place
from jats.importers import codes
from jats.importers.source import Source
from jats.xmlio import MalformedXml, parse

_ROOT = re.compile(
    r"\A\s*+(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s+[^\[>]*(?:\[.*?\]\s*)?>)\s*+)*+<(?:([\w.-]+):)?([A-Za-z_][\w.-]*)([^<>]*)>",
    re.DOTALL,
)
_NAMESPACE = re.compile(r"""\bxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']""")
_LIKE_TAG = re.compile(r"(?<!\\)(\\*)<(?=[A-Za-z/])")
_SPACES = re.compile(r"\s+")

MARKS = {
    "i": "i", "em": "i", "italic": "i", "b": "b", "strong": "b", "bold": "b", "sub": "sub", "sup": "sup", "inf": "sub",
    "u": "u", "underline": "u", "sc": "sc", "scp": "sc", "tt": "tt", "code": "tt", "monospace": "tt", "s": "s", "strike": "s",
}  # fmt: skip
"""Elements of JATS, HTML and their relatives that mark running text, by local name, and their marks in an article file."""

BREAKS = frozenset(("p", "div", "sec", "title", "li", "list-item", "br", "break", "tr", "h1", "h2", "h3", "h4"))
"""Elements that begin a paragraph or a line."""


def root_of(head: str) -> tuple[str, str] | None:
    """The local name and the namespace of the root element, from the beginning of a document, for detection; else None."""
    found = _ROOT.match(head.lstrip("\ufeff"))
    if found is None:
        return None
    spaces = dict(_NAMESPACE.findall(found[3]))
    return found[2], spaces.get(found[1] or "", "")


class XmlSource:
    """A parsed document: `root`, and the place of each element in the input."""

    def __init__(self, source: Source, root: etree._Element) -> None:
        self.source = source
        self.root = root

    @cached_property
    def _places(self) -> dict[etree._Element, tuple[int, int]]:
        found = _start_tags(self.source.data)
        elements = list(self.root.iter(etree.Element))
        return dict(zip(elements, found, strict=True)) if len(found) == len(elements) else {}

    def place(self, element: etree._Element) -> Place:
        """Where the start tag of an element begins."""
        line, column = self._places.get(element, (int(element.sourceline or 1), None))
        return Place(self.source.name, line, column)

    def text(self, element: etree._Element) -> Text:
        """The characters of an element, with single spaces, as a value at its place."""
        return Text(text_of(element), self.place(element))

    def running(self, element: etree._Element) -> Text:
        """The running text of an element, with its marks, as a value at its place."""
        return Text(running_text(element), self.place(element))


def parse_xml(source: Source, title: str, note: Note) -> XmlSource | None:
    """The document in a source; None if it is not well-formed, and then a finding says why. `title` names the format."""
    try:
        return XmlSource(source, parse(source.data, source.name).root)
    except MalformedXml as error:
        note(codes.unreadable(Place(source.name, error.line, error.column), (), title, error.message))
        return None


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for a comment or a processing instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def text_of(element: etree._Element) -> str:
    """The characters of an element and of those in it, with single spaces."""
    parts = element.xpath(".//text()[not(parent::processing-instruction()) and not(parent::comment())]")
    return _SPACES.sub(" ", "".join(map(str, parts)) if isinstance(parts, list) else "").strip()


def running_text(element: etree._Element) -> str:
    """The content of an element in the notation of the article file: `<i>`, `<sub>` …, blank lines between paragraphs.

    Elements that are not marks are dropped and their text stays; MathML is kept as it is.
    """
    text = "".join(_pieces(element))
    paragraphs = (_SPACES.sub(" ", each).strip() for each in text.split("\0"))
    return "\n\n".join(each for each in paragraphs if each)


def _pieces(element: etree._Element) -> Iterator[str]:
    yield _escaped(element.text)
    for child in element:
        yield from _child(child)
        yield _escaped(child.tail)


def _child(child: etree._Element) -> Iterator[str]:
    name = local_name(child)
    if name == "math":
        yield etree.tostring(child, encoding="unicode", with_tail=False)
    elif name in MARKS:
        yield f"<{MARKS[name]}>"
        yield from _pieces(child)
        yield f"</{MARKS[name]}>"
    elif name in BREAKS:
        yield "\0"
        yield from _pieces(child)
        yield "\0"
    elif name:
        yield from _pieces(child)


def _escaped(text: str | None) -> str:
    """Characters as running text: a `<` that would be read as a tag is only a character."""
    return _LIKE_TAG.sub(r"\1\1\\<", text) if text else ""


def _start_tags(data: bytes) -> list[tuple[int, int]]:
    """Line and column of every start tag in the order of the document, as far as expat can follow."""
    found: list[tuple[int, int]] = []
    parser = expat.ParserCreate()
    parser.UseForeignDTD(True)
    parser.StartElementHandler = lambda _name, _attributes: found.append(
        (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
    )
    with suppress(expat.ExpatError, ValueError, LookupError):  # libxml2 reads more than expat
        parser.Parse(data, True)
    return found
