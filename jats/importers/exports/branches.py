"""Exports as trees of named values, the same for XML and JSON, which remember what an importer has taken from them.

An XML attribute is a branch named `@name`; a JSON list is several branches of one name. What was not taken when the article is
done is reported, so that nothing is lost in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from jats.draft import List, Map, Node, Text
from jats.findings import Note, Place
from jats.importers.json_source import read_json
from jats.importers.xml_source import XmlSource, parse_xml

if TYPE_CHECKING:
    from jats.importers.source import Source

_SPACES = re.compile(r"\s+")
_HALVES = re.compile("[\ud800-\udfff]")


class Branch:
    """A value of an export with what is below it; `element` is the XML that it came from, if it is XML.

    `kind` is the format in which marked-up text is written in it: "xml" as elements, "json" as characters.
    """

    __slots__ = ("_below", "_value", "element", "name", "place", "used")

    def __init__(self, name: str, place: Place, value: str | None = None, below: list[Branch] | None = None) -> None:
        self.name = name
        self.place = place
        self.used = False
        self.element: Any = None
        self._value = value
        self._below: list[Branch] | None = below if below is not None else []

    @property
    def below(self) -> list[Branch]:
        """The branches below it, in the order of the file."""
        return self._below or []

    @property
    def value(self) -> str | None:
        """Its text as written; None if it only contains other branches."""
        return self._value

    @property
    def words(self) -> str:
        """Its text on one line; empty if it has none."""
        return _SPACES.sub(" ", self.value).strip() if self.value else ""

    def all(self, *paths: str) -> list[Branch]:
        """The branches at the ends of these paths, such as `titles/title`, in the order of the paths."""
        found: list[Branch] = []
        for path in paths:
            branches = [self]
            for step in path.split("/") if path else ():
                branches = [below for branch in branches for below in branch.below if below.name == step]
            found += branches
        return found

    def one(self, *paths: str) -> Branch | None:
        """The first branch at the end of any of these paths."""
        return next(iter(self.all(*paths)), None)

    def take(self, *paths: str) -> Text | None:
        """The text of the first branch there that has one, on one line; it counts as taken."""
        for branch in self.all(*paths or ("",)):
            if words := branch.words:
                branch.used = True
                return Text(words, branch.place)
        return None

    def takes(self, *paths: str) -> list[Text]:
        """The texts of all branches there, without those that say the same again; they count as taken."""
        found: dict[str, Text] = {}
        for branch in self.all(*paths):
            if text := branch.take():
                found.setdefault(str(text.value), text)
        return list(found.values())

    def says(self, *paths: str) -> str:
        """The text of the first branch there that has one, without taking it; else an empty text."""
        return next((branch.words for branch in self.all(*paths or ("",)) if branch.words), "")

    def taken(self, *paths: str) -> str:
        """As `says`, and it counts as taken."""
        text = self.take(*paths)
        return str(text.value) if text else ""

    def use(self, *paths: str) -> None:
        """Count the branches there, with all that is below them, as taken."""
        for branch in self.all(*paths or ("",)):
            branch.used = True
            for below in branch.below:
                below.use()

    def use_content(self) -> None:
        """Count it and what is in it as taken, but not its attributes."""
        self.used = True
        for below in self.below:
            if not below.name.startswith("@"):
                below.use()

    def left(self, path: str = "") -> Iterator[tuple[str, Branch]]:
        """The branches below that have a text and were not taken, by their paths."""
        for below in self.below:
            here = f"{path}/{below.name}" if path else below.name
            if not below.used and below.words:
                yield here, below
            inside = below.left(here)
            yield from inside if below.value is None else (each for each in inside if each[1].name[0] == "@")


class _XmlBranch(Branch):
    """An element; the branches below it are made when they are first asked for."""

    __slots__ = ("_document",)

    def __init__(self, element: Any, document: XmlSource) -> None:
        super().__init__(_local(element.tag), document.place(element))
        self.element = element
        self._document = document
        self._below = None

    @property
    def below(self) -> list[Branch]:
        if self._below is None:
            self._below = [
                Branch(f"@{_local(name)}", self.place, value)
                for name, value in self.element.attrib.items()
                if not name.startswith("{http://www.w3.org/2001/XMLSchema-instance}")
            ]
            if not self._is_styled():
                self._below += [
                    _XmlBranch(child, self._document) for child in self.element if isinstance(child.tag, str)
                ]
        return self._below

    def _is_styled(self) -> bool:
        """Whether all in it are runs of one text with their fonts, as EndNote writes every value."""
        return len(self.element) > 0 and all(child.tag == "style" for child in self.element)

    @property
    def value(self) -> str | None:
        """The text of an element that has text of its own, with that of the elements in it."""
        if self._is_styled():
            return "".join(self.element.itertext("*"))
        own = [self.element.text, *(child.tail for child in self.element)]
        if not any(part and not part.isspace() for part in own):
            return None
        return "".join(self.element.itertext("*")) if len(self.element) else "".join(filter(None, own))


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def xml_branch(source: Source, title: str, note: Note) -> Branch | None:
    """The root of an XML export; None if it cannot be read, and then a finding says why. `title` names the format."""
    document = parse_xml(source, title, note)
    return _XmlBranch(document.root, document) if document is not None else None


def json_branches(source: Source, note: Note) -> list[Branch]:
    """The values of a JSON export: the items of a list, or the one there is; none if it cannot be read."""
    node = read_json(source, note)
    return [] if node is None else json_nodes("", node)


def json_nodes(name: str, node: Node) -> list[Branch]:
    """A value of JSON as branches of that name; the items of lists in lists are branches named `item`."""
    if isinstance(node, Text):
        return [Branch(name, node.place, _HALVES.sub("\ufffd", str(node.value)))]
    if isinstance(node, Map):
        below = [branch for key, value in node.items.items() for branch in json_nodes(key, value)]
        return [Branch(name, node.place, None, below)]
    return [branch for item in node.items for branch in _item(name, item)]


def _item(name: str, item: Node) -> list[Branch]:
    if isinstance(item, List):
        return [Branch(name, item.place, None, [each for one in item.items for each in json_nodes("item", one)])]
    return json_nodes(name, item)
