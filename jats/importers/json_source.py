"""JSON formats: the values of a file with their places."""

from __future__ import annotations

from jats.article_file.from_json import read_json_value
from jats.draft import List, Map, Node, Text
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


def text_at(node: Node | None, *path: str | int) -> Text | None:
    """The text at a path of keys and indexes; None if there is none, or something else."""
    found = node_at(node, *path)
    return found if isinstance(found, Text) and str(found.value).strip() else None


def node_at(node: Node | None, *path: str | int) -> Node | None:
    """The value at a path of keys and indexes; None if there is none."""
    for step in path:
        if isinstance(node, Map) and isinstance(step, str):
            node = node.items.get(step)
        elif isinstance(node, List) and isinstance(step, int) and -len(node.items) <= step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def items_of(node: Node | None) -> list[Node]:
    """The items of a list; one value as a list of it, None as an empty list."""
    if node is None:
        return []
    return list(node.items) if isinstance(node, List) else [node]
