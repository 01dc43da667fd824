"""The pieces of text of a document, kept as numbers: a large table has hundreds of thousands of them."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator

from lxml import etree

from jats.rules.engine.reading import Element


class Pieces:
    """Where each piece of text starts in the text of the whole document, and the node that holds or precedes it."""

    def __init__(self, root: Element) -> None:
        self._nodes: list[Element] = []
        self._starts, self._places = array("q"), array("q")
        self._at = 0
        around: list[int] = []
        for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "end":
                number = around.pop()
            else:
                number = len(self._nodes)
                self._nodes.append(node)
            if event == "start":
                around.append(number)
                self._add(node.text, 2 * number)
            elif node is not root:
                self._add(node.tail, 2 * number + 1)

    def _add(self, text: str | None, place: int) -> None:
        if text:
            self._starts.append(self._at)
            self._places.append(place)
            self._at += len(text)

    def __iter__(self) -> Iterator[tuple[str, Element]]:
        return map(self._piece, self._places)

    def around(self, at: int) -> int:
        """The number of the piece that a character of the whole text is in."""
        return bisect_right(self._starts, at) - 1

    def __getitem__(self, number: int) -> tuple[str, Element]:
        return self._piece(self._places[number])

    def _piece(self, place: int) -> tuple[str, Element]:
        number, is_behind = divmod(place, 2)
        node = self._nodes[number]
        parent = node.getparent() if is_behind else node
        return (node.tail if is_behind else node.text) or "", node if parent is None else parent
