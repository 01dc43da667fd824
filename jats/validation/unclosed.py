"""Finds the tag that is wrong when start tags and end tags do not match, by a look at the tags around the place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from jats.messages.words import quoted
from jats.schema.catalog import by_public_id
from jats.schema.content import Grammar, grammar
from jats.validation.half_tags import half_end_tag, half_start_tag

_LARGEST = 8_000_000
"""The number of characters up to which the tags are looked at: a larger file gets the parser's words."""

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)|<!\w[^<>\[]*(?:\[[^\]]*\]?\s*)?>?"
    r"""|<(?P<end>/?)(?P<name>[^\s<>/!?"'=]+)(?P<rest>(?:[^<>"']|"[^"<]*"|'[^'<]*')*)>""",
    re.DOTALL,
)
_PUBLIC_ID = re.compile(r"""<!DOCTYPE\s+\S+\s+PUBLIC\s+["']([^"']+)""")
_PROLOG = 20_000
WIDEST = "archiving-1.3-mathml3"
"""The variant that allows most, for a file that names none."""

_FEW_SIGNS = 30
_MOST_CHILDREN = 2000
_ALWAYS_EMPTY = frozenset(("br", "hr", "img", "col", "graphic", "inline-graphic", "media"))


@dataclass(frozen=True, slots=True)
class _Tag:
    """A start tag, an end tag, or both in one (`empty`), at its offset."""

    name: str
    at: int
    until: int
    ends: bool
    empty: bool


class Tags:
    """The tags of a document that is not well-formed, up to its first mismatch and after it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._all = [_tag(found) for found in _TAG.finditer(text) if found["name"]]
        self.mismatch, self._open = _follow(self._all, 0, [])

    def explained(self) -> str | None:
        """What to write, as the end of a message; `None` if the tags match."""
        if self.mismatch is None or not self._open:
            return None
        end, start = self._all[self.mismatch], self._open[-1]
        if crossed := self._crossed(start, end):
            return crossed
        if twice := self._begun_twice(start):
            return twice
        removed = self._matching_after(self.mismatch + 1, self._open)
        closed = self._matching_after(self.mismatch + 1, self._open[:-1])
        inserted = self._matching_after(self.mismatch, self._open[:-1])
        if apart := self._crossed_apart(start, end, removed):
            return apart
        if removed > max(closed, inserted):
            return self._too_many(end)
        if closed > inserted:
            return self._differing(start, end)
        return self._not_closed(start, end)

    def cut_off(self) -> str | None:
        """What to write if the file ends before all its elements are closed; `None` if they all are."""
        if not self._open:
            return None
        first, *inner = self._open
        if not inner and self._text.rstrip().endswith(">"):
            return f"the file ends before <{first.name}> of line {self._line(first)} is closed: write </{first.name}> at its end"
        last = self._open[-1]
        return f"the file breaks off in <{last.name}> of line {self._line(last)}: part of it is lost, so get it again, whole"

    def _matching_after(self, number: int, opened: Sequence[_Tag]) -> int:
        """How many tags match if the elements `opened` are open before the tag of that number."""
        until, left = _follow(self._all, number, list(opened))
        return len(self._all) + (not left) if until is None else until

    def _crossed(self, start: _Tag, end: _Tag) -> str | None:
        following = (
            self._all[self.mismatch + 1] if self.mismatch is not None and self.mismatch + 1 < len(self._all) else None
        )
        beside = following and following.ends and not self._text[end.until : following.at].strip()
        if (
            beside
            and following
            and following.name == start.name
            and end.name in (each.name for each in self._open[:-1])
        ):
            return f"<{end.name}> and <{start.name}> cross: write </{start.name}></{end.name}>"
        return None

    def _begun_twice(self, start: _Tag) -> str | None:
        """The message if a start tag should be the end tag of the element of its name around it."""
        above = self._open[-2] if len(self._open) > 1 else None
        if above is None or above.name != start.name or not self._grammar.mixed(start.name):
            return None
        if self._matching_after(self.mismatch or 0, self._open[:-2]) <= self._matching_after(
            self.mismatch or 0, self._open[:-1]
        ):
            return None
        return f"<{start.name}> of line {self._line(start)} begins inside another <{start.name}>: write </{start.name}> for it"

    def _crossed_apart(self, start: _Tag, end: _Tag, removed: int) -> str | None:
        """The message if both elements are closed, the outer one first, with more between their end tags."""
        number = self.mismatch or 0
        second, still = _follow(self._all, number, self._open[:-1])
        if second is None or second == number or self._all[second].name != start.name:
            return None
        if self._matching_after(second + 1, still) <= removed:
            return None
        remedy = f"write </{start.name}> before </{end.name}>, and <{start.name}> after it"
        return f"<{end.name}> and <{start.name}> cross: {remedy}"

    def _closed_at_once(self, end: _Tag) -> str | None:
        """The message if the start tag of the element is an empty one, `<abstract/>`."""
        early = self._emptied(self._children_of(self._open[-1]), end.name)
        if early is None:
            return None
        return f"</{end.name}> has no start tag: write <{end.name}> for <{end.name}/> of line {self._line(early)}"

    def _too_many(self, end: _Tag) -> str:
        """The message about an end tag without a start tag: which tag is missing or wrong before it, or that it must go."""
        if early := self._closed_at_once(end):
            return early
        around, name = self._open[-1], end.name
        if half := half_start_tag(name, self._text, around.until, end.at):
            return f"</{name}> has no start tag: write < before {half.words} in line {self._line_at(half.at)}"
        children = self._children_of(around)
        said = f"no <{name}> is open here, so </{name}> is one too many"
        if children and children[-1].name == name and children[-1].empty and self._text_before(end):
            line = self._line(children[-1])
            return f"{said}: the <{name} …/> of line {line} ends at once; write > for its />, or remove </{name}>"
        if (after := self._ended_early(children, name)) is not None:
            before = children[children.index(after) - 1]
            if before.empty:
                return f"{said}: the <{name} …/> of line {self._line(before)} ends at once: write > for its />"
            return f"{said}: the one before <{after.name}> of line {self._line(after)} is too early: remove that one"
        if (first := self._only_inside(children, name)) is not None:
            return f"</{name}> has no start tag: write <{name}> before <{first.name}> of line {self._line(first)}"
        if words := self._text_before(end):
            if self._grammar.mixed(around.name):
                return f"{said}: remove it, or write <{name}> where it should begin"
            return f"</{name}> has no start tag: write <{name}> before {quoted(words, _FEW_SIGNS)}"
        if (first := self._first_inside(children, name)) is not None:
            return f"{said}: remove it, or write <{name}> before <{first.name}> of line {self._line(first)}"
        return f"{said}: remove it"

    def _first_inside(self, children: Sequence[_Tag], name: str) -> _Tag | None:
        """The first of the last children that an element of that name would hold, if it may be here, and there is none yet."""
        here, there = self._grammar.children(self._open[-1].name), self._grammar.children(name)
        if name not in here or self._grammar.mixed(name) or any(each.name == name for each in children):
            return None
        first = None
        for each in reversed(children):
            if each.name not in there:
                break
            first = each
        return first

    def _ended_early(self, children: Sequence[_Tag], name: str) -> _Tag | None:
        """The last child that may not follow the element of that name before it, and may be in it."""
        holder, names = self._open[-1].name, [each.name for each in children]
        if holder not in self._grammar.elements or self._grammar.mixed(holder) or len(names) > _MOST_CHILDREN:
            return None
        for at in range(len(names) - 1, 0, -1):
            inside = names[at - 1] == name and names[at] in self._grammar.children(name)
            if inside and names[at] not in self._grammar.next_allowed(holder, names[:at]):
                return children[at]
        return None

    def _only_inside(self, children: Sequence[_Tag], name: str) -> _Tag | None:
        """The first child that the open element does not allow, and an element of that name does."""
        here, there = self._grammar.children(self._open[-1].name), self._grammar.children(name)
        return next((each for each in children if each.name in there and each.name not in here), None)

    def _text_before(self, end: _Tag) -> str:
        """The text between the tag before it and this one."""
        before = self._all[(self.mismatch or 1) - 1]
        return self._text[before.until : end.at].strip()

    def _differing(self, start: _Tag, end: _Tag) -> str:
        line, known = self._line(start), self._grammar.elements
        there = self._grammar.children(self._open[-2].name) if len(self._open) > 1 else known
        if (end.name in known and start.name not in known) or (end.name in there and start.name not in there):
            return f"<{start.name}> of line {line} ends with </{end.name}>: write <{end.name}> in line {line}"
        return f"<{start.name}> of line {line} ends with </{end.name}>: write </{start.name}> here"

    def _not_closed(self, start: _Tag, end: _Tag) -> str:
        line, name = self._line(start), start.name
        said = f"<{name}> of line {line} is not closed when </{end.name}> comes"
        if name not in self._grammar.elements and ":" not in name and name not in _ALWAYS_EMPTY:
            return f"{said}, and it is not an element of JATS: remove <{name}>"
        if half := half_end_tag(name, self._text, start.until, end.at):
            return f"{said}: write </{name}> for {half.words} in line {self._line_at(half.at)}"
        children = self._children_of(start)
        if name in _ALWAYS_EMPTY or self._grammar.empty(name):
            return f"{said}: end its tag with />, as in <{name} … />"
        if slash := self._emptied(children, name):
            return f"{said}: write </{name}> for <{name}/> of line {self._line(slash)}"
        if (alien := self._first_alien(start, children)) is not None:
            return f"{said}: write </{name}> before the <{alien.name}> of line {self._line(alien)}"
        if self._grammar.mixed(name):
            return f"{said}: write </{name}> where its text ends, before </{end.name}>"
        nested = next((each for each in children if each.name == name), None)
        if nested is not None:
            other = f"the <{name}> of line {self._line(nested)}"
            return f"{said}: write </{name}> before it, or before {other} if that does not belong inside"
        return f"{said}: write </{name}> before it"

    def _emptied(self, children: Sequence[_Tag], name: str) -> _Tag | None:
        """The first child of that name whose tag is `<name/>` without attributes."""
        return next((each for each in children if each.empty and each.name == name and self._is_bare(each)), None)

    def _is_bare(self, each: _Tag) -> bool:
        return " " not in self._text[each.at : each.until].strip()

    def _children_of(self, start: _Tag) -> list[_Tag]:
        """The start tags directly in an open element."""
        children, depth = [], 0
        first = bisect_right(self._all, start.at, key=lambda each: each.at)
        for each in self._all[first : self.mismatch]:
            if depth == 0 and not each.ends:
                children.append(each)
            depth += 0 if each.empty else -1 if each.ends else 1
        return children

    def _first_alien(self, start: _Tag, children: list[_Tag]) -> _Tag | None:
        """The first child that only the parent may have, so the element ended before it; or the next of its name and column."""
        above = self._open[-2].name if len(self._open) > 1 else ""
        only_there = self._grammar.children(above) - self._grammar.children(start.name)
        column = self._column(start)
        beside = (each for each in children if each.name == start.name and self._column(each) == column)
        outside = next((each for each in children if each.name in only_there), None)
        return outside or (next(beside, None) if column is not None else None)

    def _column(self, each: _Tag) -> int | None:
        """How far its line is indented, if the tag begins the line."""
        line = self._text.rfind("\n", 0, each.at) + 1
        return None if self._text[line : each.at].strip() else each.at - line

    def _line(self, each: _Tag) -> int:
        return self._line_at(each.at)

    def _line_at(self, at: int) -> int:
        return self._text.count("\n", 0, at) + 1

    @cached_property
    def _grammar(self) -> Grammar:
        found = _PUBLIC_ID.search(self._text[:_PROLOG])
        declared = by_public_id(found[1]) if found else None
        return grammar(declared.name if declared else WIDEST)


def tags_of(text: str) -> Tags | None:
    """The tags of a text; `None` if it is too large to look at."""
    return Tags(text) if len(text) <= _LARGEST else None


def _tag(found: re.Match[str]) -> _Tag:
    return _Tag(found["name"], found.start(), found.end(), bool(found["end"]), found["rest"].endswith("/"))


def _follow(tags: Sequence[_Tag], number: int, opened: list[_Tag]) -> tuple[int | None, list[_Tag]]:
    """The number of the first end tag that does not match, and the elements that are open there."""
    for at in range(number, len(tags)):
        each = tags[at]
        if not each.ends:
            if not each.empty:
                opened.append(each)
        elif opened and opened[-1].name == each.name:
            opened.pop()
        else:
            return at, opened
    return None, opened
