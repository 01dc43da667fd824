"""Where the fields of an article are in a draft, also in one from which faulty fields were taken out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from jats.draft import List, Map, Node, Path, find, key_place
from jats.findings import Place


@dataclass(frozen=True, slots=True)
class Fields:
    """A draft; `removed` are paths, in the draft as it was, of what is not in it any more, `inside` where paths start."""

    draft: Map
    removed: frozenset[Path] = frozenset()
    inside: Path = ()

    def part(self, path: Path) -> Fields:
        """The same with paths that start at a part of the article."""
        return Fields(self.draft, self.removed, self.inside + path)

    @property
    def items(self) -> dict[str, Node]:
        """The fields of the article, or of that part of it."""
        node, _ = find(self.draft, self.inside)
        return node.items if isinstance(node, Map) else {}

    def find(self, path: Path) -> tuple[Place, Path]:
        """Where a value of the article starts, and its path in the draft as it was."""
        node, way = find(self.draft, self.inside + path)
        return node.place, self.original(way)

    def find_key(self, path: Path) -> tuple[Place, Path]:
        """Where the key of a value of the article is, and its path in the draft as it was."""
        way = find(self.draft, self.inside + path)[1]
        return key_place(self.draft, way), self.original(way)

    def original(self, way: Path) -> Path:
        """A path in this draft as a path in the draft as it was."""
        path: Path = ()
        for step in way:
            if isinstance(step, int):
                step += bisect_right(_gaps(self.removed).get(path, ()), step)
            path = (*path, step)
        return path


@lru_cache(maxsize=8)
def _gaps(removed: frozenset[Path]) -> dict[Path, list[int]]:
    """By list, how many items are left before each one that was removed."""
    indexes: dict[Path, list[int]] = {}
    for *around, index in filter(None, removed):
        if isinstance(index, int):
            indexes.setdefault(tuple(around), []).append(index)
    return {path: [index - at for at, index in enumerate(sorted(found))] for path, found in indexes.items()}


def without(draft: Map, ways: Collection[Path]) -> Map:
    """The draft without what is at some paths; the draft itself is left as it is."""
    return Map(draft.place) if () in ways else _map_without(draft, (), ways) if ways else draft


def _map_without(node: Map, path: Path, ways: Collection[Path]) -> Map:
    kept = {key: _without(value, (*path, key), ways) for key, value in node.items.items() if (*path, key) not in ways}
    return Map(node.place, kept, dict(node.keys))


def _without(node: Node, path: Path, ways: Collection[Path]) -> Node:
    if isinstance(node, Map):
        return _map_without(node, path, ways)
    if isinstance(node, List):
        items = [
            _without(item, (*path, index), ways) for index, item in enumerate(node.items) if (*path, index) not in ways
        ]
        return List(items, node.place)
    return node
