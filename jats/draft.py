"""Drafts: article data as maps, lists and texts that know their place in the user's file; also what is faulty.

Importers make drafts, inheritance merges them, `tidy` says them better, the gate turns them into an Article. A leaf is a
`Text`; its value is a string, or an opaque value that an importer has made already (an Inline, a Kept).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jats.findings import Place


@dataclass(slots=True)
class Text:
    """One value as written, and where it starts."""

    value: Any
    place: Place


@dataclass(slots=True)
class ReadText(Text):
    """A text of which more is known than its characters: `meaning` is what the model gets in place of the value."""

    meaning: Any


@dataclass(slots=True)
class List:
    """Values in order, and where the first starts."""

    items: list[Node]
    place: Place


@dataclass(slots=True)
class Map:
    """Fields by key, in the order of the file; `keys` holds the place of each key. `listed` is for `find` alone."""

    place: Place
    items: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    listed: Listed | None = field(default=None, init=False, repr=False, compare=False)

    def put(self, key: str, value: Node, place: Place | None = None) -> None:
        """Set a field and remember the place of its key."""
        self.items[key] = value
        self.keys[key] = place or value.place


@dataclass(frozen=True, slots=True)
class Listed:
    """The items of a map that stands for a list, one by one, and what was so when they were listed."""

    several: bool
    keys: int
    entries: list[tuple[Path, Node]]


Node = Map | List | Text
Path = tuple[str | int, ...]
"""Keys and indexes (from 0) from the root of a draft."""

DEEPEST = 64
"""Levels of maps and lists inside one another; no article needs more, and the functions that go down call themselves."""


def plain(node: Node) -> Any:
    """The draft as dictionaries, lists and values, for the model."""
    if isinstance(node, Text):
        return node.meaning if isinstance(node, ReadText) else node.value
    if isinstance(node, List):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.items.items()}


def draft_at(value: Any, place: Place) -> Node:
    """Dictionaries, lists and values as a draft, all of it at one place; `True` is the word that a person writes for it."""
    if isinstance(value, dict):
        return map_at(value, place)
    if isinstance(value, list):
        return List([draft_at(one, place) for one in value], place)
    return Text("yes" if value is True else value, place)


def map_at(fields: Mapping[str, Any], place: Place) -> Map:
    """Fields as a map of a draft, all of it at one place."""
    made = Map(place)
    for key, value in fields.items():
        made.put(key, draft_at(value, place))
    return made


def find(node: Node, path: Path) -> tuple[Node, Path]:
    """The value at a path of the *article*, or the last one on the way to it, with its path in the *draft*.

    The two differ if the file uses a short form: one value for a list of one, or a map (`{en: …, uk: …}`) for a list.
    """
    way: list[str | int] = []
    for position, step in enumerate(path):
        several = bool(position) and path[position - 1] in _SEVERAL_BY_KEY
        below = _below(node, step, path[position + 1 : position + 3], several=several)
        if below is None and not way:
            break  # a field of the article is missing: what has a later step's name beside it is another field
        if below is None:
            continue
        way += below[0]
        node = below[1]
    return node, tuple(way)


_PARTS = {
    "date": frozenset(("year", "month", "day", "season", "text", "until", "era", "calendar", "gregorian")),
    "name": frozenset(("surname", "given", "surname_initials", "given_initials", "prefix", "suffix", "style", "full")),
}
"""Fields that may be written in place of the field that contains them: a map with them is one item, not a list by keys."""


_SEVERAL_BY_KEY = frozenset(("related_articles", "sub_articles", "responses"))
"""Lists that may be written as a map by type, of whose keys each may hold several items; those of dates may, too."""


def _below(node: Node, step: str | int, after: Path, *, several: bool) -> tuple[Path, Node] | None:
    if isinstance(node, Map):
        if isinstance(step, str):
            return ((step,), node.items[step]) if step in node.items else None
        wanted = str(after[0]) if after else ""
        if not after or wanted in node.items or node.items.keys() & _PARTS.get(wanted, frozenset()):
            return None
        if wanted in ("text", "name") and after[-1] in node.items:  # versions of one item's text
            return None
        return _entry(node, step, several=several or wanted == "date")
    if isinstance(node, List) and isinstance(step, int) and step < len(node.items):
        item = node.items[step]
        list_of_terms = after[:1] == ("terms",) and not isinstance(item, Map)
        return None if list_of_terms else ((step,), item)
    return None


def _entry(node: Map, index: int, *, several: bool) -> tuple[Path, Node] | None:
    """An item of a map that stands for a list; if `several`, a key may hold a list of them.

    They are listed once, for a map may have thousands; places are looked for when the draft does not change any more.
    """
    listed = node.listed
    if listed is None or (listed.several, listed.keys) != (several, len(node.items)):
        listed = node.listed = Listed(several, len(node.items), list(_entries(node, several=several)))
    return listed.entries[index] if index < len(listed.entries) else None


def _entries(node: Map, *, several: bool) -> Iterator[tuple[Path, Node]]:
    for key, value in node.items.items():
        if several and isinstance(value, List):
            yield from (((key, index), item) for index, item in enumerate(value.items))
        else:
            yield (key,), value


def place_of(node: Node, path: Path) -> Place:
    """Where the value at `path` starts; if it is missing, the place of the nearest one around it."""
    return find(node, path)[0].place


def key_place(node: Node, path: Path) -> Place:
    """The place of the key of `path`; else as `place_of`."""
    parent, _ = find(node, path[:-1])
    if path and isinstance(parent, Map) and str(path[-1]) in parent.keys:
        return parent.keys[str(path[-1])]
    return place_of(node, path)


def merge(over: Node, under: Node) -> Node:
    """One draft laid over another: maps are merged key by key, anything else in `over` wins. `over` is changed in place."""
    if isinstance(over, Map) and isinstance(under, Map):
        for key, value in under.items.items():
            mine = over.items.get(key)
            if mine is None:
                over.put(key, value, under.keys.get(key))
            else:
                over.items[key] = merge(mine, value)
    return over


def set_value(root: Map, dotted: str, value: str, place: Place) -> None:
    """Set a field by its path, as `--set KEY=VALUE` does: `journal.title`, `authors.2.orcid` (list items from 1).

    Raises KeyError, with the part of the path that can't be gone down.
    """
    *way, last = dotted.split(".")
    if len(way) >= DEEPEST:
        raise KeyError(way[DEEPEST - 1])
    node: Node = root
    for step in way:
        node = _step(node, step, place)
    if isinstance(node, Map):
        node.put(last, Text(value, place), place)
    elif isinstance(node, List) and (index := _index(node, last)) is not None:
        node.items[index] = Text(value, place)
    else:
        raise KeyError(last)


def _index(node: List, step: str) -> int | None:
    """The index of the item with the number that a step is, counted from 1; None if there is none."""
    number = int(step) if step.isascii() and step.isdigit() and step[0] != "0" and len(step) < 10 else 0
    return number - 1 if 0 < number <= len(node.items) else None


def _step(node: Node, step: str, place: Place) -> Node:
    if isinstance(node, List) and (index := _index(node, step)) is not None:
        return node.items[index]
    if isinstance(node, Map):
        if step not in node.items:
            node.put(step, Map(place), place)
        return node.items[step]
    raise KeyError(step)


def show_path(path: Path) -> str:
    """A path as findings print it: `authors[2].orcid`, list items counted from 1, an empty key as `title.""`."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step + 1}]"
        else:
            text += ("." if text else "") + (step or '""')
    return text


def texts(node: Node, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Every leaf with its path, in the order of the file."""
    if isinstance(node, Text):
        yield path, node
    elif isinstance(node, List):
        for index, item in enumerate(node.items):
            yield from texts(item, (*path, index))
    else:
        for key, value in node.items.items():
            yield from texts(value, (*path, key))
