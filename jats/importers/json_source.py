"""JSON formats: the values of a file with their places."""

from __future__ import annotations

from jats.article_file.from_json import read_json_value
from jats.draft import List, Node
from jats.findings import Finding, Note
from jats.importers.source import Source

_NULL_IN_LIST = "INP013"


def read_json(source: Source, note: Note) -> Node | None:
    """The value of a JSON file: maps, lists and texts, numbers as written; None if it cannot be read, with a finding.

    `null` is left out; the place of its key is in the map's `keys`.
    """

    def heard(finding: Finding) -> None:
        if finding.code != _NULL_IN_LIST:
            note(finding)

    return read_json_value(source.text, source.name, heard)


def items_of(node: Node | None) -> list[Node]:
    """The items of a list; one value as a list of it, None as an empty list."""
    if node is None:
        return []
    return list(node.items) if isinstance(node, List) else [node]
