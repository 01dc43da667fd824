"""A list of references and the same list transliterated → one list, in which each work has its other form as an alternative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jats.draft import List, Map, Node, Path, Text, texts
from jats.findings import Note
from jats.input_codes import printed
from jats.tidy.alike import Traits, is_latin, pairs_of, traits_of

_SWITCH = "INP262"
"""The code that leaves two lists as they are, if a person keeps it from changing them."""
_LEAST_PAIRS = 2
_SINGLY = 5
"""So many references without a counterpart are reported one by one; more are reported together."""
_ONLY_OF_REFERENCES = frozenset(("id", "works", "alternatives", "remark"))
"""Fields that the other form of a work can't have."""
_SAID_FIRST = ("text", "authors", "date", "title", "source")


@dataclass(frozen=True, slots=True)
class _Side:
    """One of two lists: its references, their path (that of the first one, if it is the rest of a list), and its heading."""

    items: List
    path: Path
    title: str
    place: Node


def pair_scripts(lists: Sequence[tuple[List, Path]], note: Note, keep: frozenset[str]) -> None:
    """Pair the references of lists beside each other, in place."""
    if _SWITCH in keep:
        return
    for items, path in lists:
        _pair_neighbours(items, path, note)
        _pair_halves(items, path, note)


def _pair_neighbours(items: List, path: Path, note: Note) -> None:
    """Two lists with a heading, one after the other."""
    at = 0
    while at + 1 < len(items.items):
        first, second = _side(items.items[at], (*path, at)), _side(items.items[at + 1], (*path, at + 1))
        paired = first and second and _are_two_scripts(first.items.items, second.items.items)
        if first and second and paired and _merge(first, second, note) and not second.items.items:
            del items.items[at + 1]
        at += 1


def _side(node: Node, path: Path) -> _Side | None:
    inner = node.items.get("references") if isinstance(node, Map) else None
    if not isinstance(node, Map) or not isinstance(inner, List):
        return None
    if any(isinstance(one, Map) and "references" in one.items for one in inner.items):
        return None
    title = node.items.get("title")
    return _Side(inner, (*path, "references"), str(title.value) if isinstance(title, Text) else "", node)


def _pair_halves(items: List, path: Path, note: Note) -> None:
    """A list whose second half is the first in Latin letters."""
    flat = items.items
    if len(flat) < 2 * _LEAST_PAIRS or any(isinstance(one, Map) and "references" in one.items for one in flat):
        return
    other = [at for at, one in enumerate(flat) if not is_latin(_shown(one))]
    if not other or other[-1] + _LEAST_PAIRS > len(flat) or len(other) < _LEAST_PAIRS:
        return
    rest = other[-1] + 1
    found = pairs_of([traits_of(_shown(flat[at])) for at in other], [traits_of(_shown(one)) for one in flat[rest:]])
    if len(found) * 2 < len(other) or len(found) < _LEAST_PAIRS:
        return
    middle = rest + min(found.values())
    first = _Side(List(flat[:middle], items.place), path, "", items)
    second = _Side(List(flat[middle:], flat[middle].place), (*path, middle), "", flat[middle])
    if _merge(first, second, note):
        items.items = [*first.items.items, *second.items.items]


def _are_two_scripts(one: Sequence[Node], other: Sequence[Node]) -> bool:
    """Whether one of two lists is in Latin letters throughout, and a good part of the other is not."""
    shares = [sum(is_latin(_shown(item)) for item in side) / max(len(side), 1) for side in (one, other)]
    return max(shares) >= 0.9 and min(shares) <= 0.7


def _merge(first: _Side, second: _Side, note: Note) -> bool:
    """Put the works of the second list to those of the first; whether enough of them are the same."""
    pairs = pairs_of(_traits(first), _traits(second))
    fewer = min(len(first.items.items), len(second.items.items))
    if len(pairs) < _LEAST_PAIRS or len(pairs) * 2 < fewer:
        return False
    moved = {there for here, there in pairs.items() if _join(first.items, here, second.items.items[there])}
    note(printed.paired(second.items.place, second.path, len(moved), first.title, second.title))
    second.items.items = [one for at, one in enumerate(second.items.items) if at not in moved]
    alone = [(one, (*first.path, at)) for at, one in enumerate(first.items.items) if at not in pairs]
    _report([*alone, *_placed(second)], note)
    return True


def _placed(side: _Side) -> Iterator[tuple[Node, Path]]:
    """What is left of the second list, where it is now: after the first list if the two were one."""
    *around, last = side.path
    for at, one in enumerate(side.items.items):
        yield one, (*around, last + at) if isinstance(last, int) else (*side.path, at)


def _traits(side: _Side) -> list[Traits]:
    return [traits_of(_shown(one)) for one in side.items.items]


def _join(items: List, at: int, other: Node) -> bool:
    """Make a reference an alternative of another; one that says the very same adds nothing."""
    if isinstance(other, Map) and other.items.keys() & _ONLY_OF_REFERENCES:
        return False
    mine = items.items[at]
    if traits_of(_shown(mine)).letters == traits_of(_shown(other)).letters and is_latin(_shown(mine)):
        return True
    if not isinstance(mine, Map):
        entry = Map(mine.place)
        entry.put("text", mine)
        items.items[at] = mine = entry
    if "alternatives" in mine.items:
        return False
    if isinstance(other, Map):
        _share_language(mine, other)
        if _value(mine, "label") == _value(other, "label"):
            other.items.pop("label", None)
    mine.put("alternatives", List([other], other.place))
    return True


def _share_language(mine: Map, other: Map) -> None:
    """The language that one form notes is that of the work; what is transliterated is said to be in Latin letters."""
    language = _value(mine, "language") or _value(other, "language")
    if not language or language.startswith("en"):
        return
    for one in (mine, other):
        place = one.items["language"].place if "language" in one.items else one.place
        other_letters = one is other or is_latin(_shown(one))
        bare = language.removesuffix("-Latn")
        one.put("language", Text(f"{bare}-Latn" if other_letters and is_latin(_shown(one)) else bare, place))


def _value(node: Map, key: str) -> str:
    text = node.items.get(key)
    return str(text.value) if isinstance(text, Text) else ""


def _shown(node: Node) -> str:
    """A reference as a line of text, out of its fields if it has no text."""
    if isinstance(node, Map) and isinstance(text := node.items.get("text"), Text):
        return str(text.value)
    if not isinstance(node, Map):
        return " ".join(_words(node))
    known = [key for key in _SAID_FIRST if key in node.items]
    return " ".join(word for key in known for word in _words(node.items[key]))


def _words(node: Node) -> Iterator[str]:
    for _, text in texts(node):
        yield str(text.value)


def _report(alone: Sequence[tuple[Node, Path]], note: Note) -> None:
    if len(alone) > _SINGLY:
        node, path = alone[0]
        note(printed.many_unpaired(node.place, path, [one.place.line for one, _ in alone]))
        return
    for node, path in alone:
        note(printed.unpaired(node.place, path, _shown(node)))
