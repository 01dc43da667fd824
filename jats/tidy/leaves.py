"""Every text of a draft in one quick pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jats.draft import List, Map, Node, Path, Text

Visit = Callable[[Text, Path, str | int], None]
"""Takes a text, the path of the map or list around it, and its own key or index."""


def each_text(around: Map | List, path: Path, visit: Visit, skip: frozenset[str] = frozenset()) -> None:
    """Visit every string in a draft, in the order of the file, but for what is under a key in `skip`."""
    entries: Iterable[tuple[str | int, Node]]
    entries = around.items.items() if isinstance(around, Map) else enumerate(around.items)
    for step, value in entries:
        if step in skip:
            continue
        if isinstance(value, Text):
            if isinstance(value.value, str):
                visit(value, path, step)
        else:
            each_text(value, (*path, step), visit, skip)
