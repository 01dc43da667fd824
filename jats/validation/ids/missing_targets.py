"""Guesses which element a dangling reference meant: one that lost its id, or a gap in a numbered series."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Mapping
from dataclasses import dataclass

from lxml import etree

from jats.messages.words import all_of, attribute, quoted, tag
from jats.validation.names import written_name
from jats.vocab.numbers import whole_number

_FEW = 5
_DIGITS = re.compile(r"\d+")
_LAST_NUMBER = re.compile(r"(?<!\d)\d++(?=\D*+\Z)")
# What a reference of a type leads to, then what holds that (JATS Tag Library, suggested values of ref-type)
_TARGETS = {
    "aff": ("aff", "contrib-group", "article-meta"),
    "app": ("app", "app-group", "back"),
    "author-notes": ("author-notes", "article-meta"),
    "award": ("award-group", "funding-group", "article-meta"),
    "bibr": ("ref", "ref-list", "back"),
    "boxed-text": ("boxed-text", "body"),
    "contrib": ("contrib", "contrib-group", "article-meta"),
    "corresp": ("corresp", "author-notes", "article-meta"),
    "disp-formula": ("disp-formula", "body"),
    "fig": ("fig", "body"),
    "fn": ("fn", "fn-group", "back"),
    "sec": ("sec", "body"),
    "supplementary-material": ("supplementary-material", "body"),
    "table": ("table-wrap", "body"),
    "table-fn": ("fn", "table-wrap-foot", "table-wrap"),
}


_HOLDERS = frozenset(("author-notes",))
"""Elements that a type is named after, but whose notes its references lead to."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A possible target and the text about it; the message ends with the element's line, if there is one."""

    element: etree._Element | None
    words: str


def numbered(value: str) -> tuple[tuple[str, str], int] | None:
    """The text before and after the last number of an id, and that number; `None` if it has none."""
    found = _LAST_NUMBER.search(value)
    number = whole_number(found[0]) if found else None
    return None if found is None or number is None else ((value[: found.start()], value[found.end() :]), number)


def _nearest(numbers: list[int], wanted: int) -> int:
    """The nearest of sorted numbers; of two that are as near, the smaller."""
    at = bisect_left(numbers, wanted)
    return min(numbers[max(at - 1, 0) : at + 1], key=lambda each: abs(each - wanted))


def _give(value: str, bare: etree._Element) -> str:
    return f": write {attribute('id', value)} there, or add another {tag(written_name(bare))}"


def is_target(name: str, kind: str) -> bool:
    """Whether references of a type lead to elements of this name."""
    return kind in _TARGETS and _TARGETS[kind][0] == name


def target_of(kind: str) -> str | None:
    """The element that references of a type lead to."""
    return _TARGETS[kind][0] if kind in _TARGETS else None


class Lost:
    """Guesses the elements that missing identifiers of one document belonged to."""

    def __init__(self, root: etree._Element, owners: Mapping[str, etree._Element]) -> None:
        self._root = root
        self._owners = owners
        self._bare: dict[str, etree._Element | None] = {}
        self._parents: dict[str, etree._Element | None] = {}
        self._firsts: dict[str, etree._Element | None] = {}
        self._endings: dict[tuple[etree._Element, str], str] = {}
        self._series: dict[tuple[str, str], dict[int, str]] = {}
        for value in owners:
            if parts := numbered(value):
                self._series.setdefault(parts[0], {})[parts[1]] = value
        self._numbers = {around: sorted(series) for around, series in self._series.items()}

    def nothing_of(self, kind: str) -> str | None:
        """The element that references of this type lead to, if the document has none."""
        target = _TARGETS.get(kind, ("",))[0]
        return target if target and self._first_of(target) is None else None

    def home_of(self, kind: str) -> etree._Element:
        """The innermost element of those in which the targets of this type belong that the document has."""
        found = (self._first_of(name) for name in _TARGETS[kind][1:])
        return next((element for element in found if element is not None), self._root)

    def _first_of(self, name: str) -> etree._Element | None:
        if name not in self._firsts:
            self._firsts[name] = next(self._root.iter(name), None)
        return self._firsts[name]

    def displaced(self, value: str, kind: str, used: Container[str]) -> Trace | None:
        """The element that has no id, or one that nothing refers to, where the series has a place for this id."""
        parts = numbered(value)
        series = self._series.get(parts[0], {}) if parts else {}
        beside = [series[each] for each in (parts[1] - 1, parts[1] + 1) if each in series] if parts else []
        bare = self._bare_beside(self._owners[beside[0]]) if beside else None
        if bare is not None:
            return Trace(
                bare, f"; {tag(written_name(bare))} near {all_of(map(quoted, beside))} has no id{_give(value, bare)}"
            )
        between = self._between(*beside) if len(beside) == 2 else None
        if between is not None and (given := between.get("id", "")) not in used:
            place = f"{tag(written_name(between))} between {all_of(map(quoted, beside))}"
            return Trace(between, f"; {place} has the id {quoted(given)}: write {attribute('id', value)} there")
        target = target_of(kind)
        bare = self._only_bare(target) if target and target not in _HOLDERS and not beside else None
        return None if bare is None else Trace(bare, f"; {tag(written_name(bare))} has no id{_give(value, bare)}")

    def _between(self, one: str, other: str) -> etree._Element | None:
        """The only element of their name between two siblings."""
        first, last = self._owners[one], self._owners[other]
        following = first.itersiblings(str(first.tag))
        between, end = next(following, None), next(following, None)
        return between if end is last else None

    def is_same_series(self, value: str, other: str) -> bool:
        """Whether two ids differ in their numbers alone."""
        return _LAST_NUMBER.search(value) is not None and _DIGITS.sub("0", value) == _DIGITS.sub("0", other)

    def is_gap(self, value: str) -> bool:
        """Whether the ids before and after this one are there, so that the element with this one is missing."""
        parts = numbered(value)
        series = self._series.get(parts[0], {}) if parts else {}
        return parts is not None and parts[1] - 1 in series and parts[1] + 1 in series

    def ends_in(self, kind: str, number: str) -> list[str]:
        """The ids of the elements of a type's kind whose last number is this one."""
        targets = self._root.iter(_TARGETS[kind][0]) if kind in _TARGETS else ()
        ids = (each.get("id", "") for each in targets)
        return [
            each for each in ids if (found := _LAST_NUMBER.search(each)) and found[0].lstrip("0") == number.lstrip("0")
        ]

    def trace(self, value: str, kind: str) -> Trace | None:
        """The element that may have had the id `value`, for a reference of type `kind`."""
        return self._in_series(value) or self._by_type(kind)

    def _in_series(self, value: str) -> Trace | None:
        """A gap in a series of ids (`r1`, `r3`)."""
        parts = numbered(value)
        series = self._series.get(parts[0], {}) if parts else {}
        if not parts or not series:
            return None
        around, number = parts
        nearest_one = series[_nearest(self._numbers[around], number)]
        parent = self._owners[nearest_one].getparent()
        return None if parent is None else Trace(parent, self._ids_in(parent, str(self._owners[nearest_one].tag)))

    def ids_of(self, kind: str) -> list[str]:
        """The ids that a reference of this type may lead to; none if they are many."""
        ids = (
            [each.get("id", "") for each in self._root.iter(_TARGETS[kind][0]) if each.get("id")]
            if kind in _TARGETS
            else []
        )
        return ids if len(ids) <= _FEW else []

    def only_free(self, kind: str, used: Container[str]) -> str | None:
        """The id of the only element of the type's kind that nothing refers to; `None` if there is none, or more than one."""
        targets = self._root.iter(_TARGETS[kind][0]) if kind in _TARGETS else ()
        free = [value for each in targets if (value := each.get("id")) and value not in used]
        return free[0] if len(free) == 1 else None

    def _ids_in(self, parent: etree._Element, name: str) -> str:
        """The end of a message: the ids of the elements of a kind if they are few, and what to do."""
        if (parent, name) not in self._endings:
            self._endings[parent, name] = self._ending(parent, name)
        return self._endings[parent, name]

    def _ending(self, parent: etree._Element, name: str) -> str:
        ids = [each.get("id", "") for each in parent.iter(name) if each.get("id")]
        what = f": add the missing {tag(name)}, or remove the reference"
        if not ids:
            return f"{what}; others are in {tag(written_name(parent))}"
        shown = all_of(map(quoted, ids)) if len(ids) <= _FEW else f"{quoted(ids[0])} to {quoted(ids[-1])}"
        verb = "id is" if len(ids) == 1 else "ids are"
        return f"{what}; in {tag(written_name(parent))} the {verb} {shown}"

    def _bare_beside(self, owner: etree._Element) -> etree._Element | None:
        """The next element of the owner's kind without an id: just before or after it, or the only one there is."""
        name = str(owner.tag)
        for sibling in (next(owner.itersiblings(name), None), next(owner.itersiblings(name, preceding=True), None)):
            if sibling is not None and sibling.get("id") is None:
                return sibling
        return self._only_bare(name)

    def _by_type(self, kind: str) -> Trace | None:
        target = _TARGETS.get(kind, ("",))[0]
        parent = self._only_parent(target) if target else None
        return None if parent is None else Trace(parent, self._ids_in(parent, target))

    def _only_bare(self, name: str) -> etree._Element | None:
        if name not in self._bare:
            bare = [each for each in self._root.iter(name) if each.get("id") is None]
            self._bare[name] = bare[0] if len(bare) == 1 else None
        return self._bare[name]

    def _only_parent(self, name: str) -> etree._Element | None:
        if name not in self._parents:
            parents = {each.getparent() for each in self._root.iter(name)}
            self._parents[name] = parents.pop() if len(parents) == 1 else None
        return self._parents[name]
