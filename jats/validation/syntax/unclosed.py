"""Finds the tag that is wrong when start tags and end tags do not match, by a look at the tags around the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import takewhile

from jats.schema.catalog import WIDEST, by_public_id
from jats.schema.content import Grammar, grammar
from jats.validation.syntax.half_tags import HalfTag, half_end_tag, half_start_tag
from jats.validation.syntax.tag_places import TEXT, Piece, end_places, holds, line_break, start_places
from jats.validation.syntax.tags import Tag, TagText

_LARGEST = 8_000_000
"""The number of characters up to which the tags are looked at: a larger file gets the parser's words."""

_PUBLIC_ID = re.compile(r"""<!DOCTYPE\s+\S+\s+PUBLIC\s+["']([^"']+)""")
_PROLOG = 20_000
_LONG_MARKUP = 150
"""The number of characters from which an element that crosses another may have ended earlier."""

_ALWAYS_EMPTY = frozenset(("br", "hr", "img", "col", "graphic", "inline-graphic", "media"))


class Tags:
    """The tags of a document that is not well-formed, up to its first mismatch and after it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._source = TagText(text)
        self._all = self._source.tags
        self.mismatch, self._open = self._source.follow(0, [])

    def explained(self) -> str | None:
        """What to write, as the end of a message; `None` if the tags match."""
        if self.mismatch is None or not self._open:
            return None
        end, start = self._all[self.mismatch], self._open[-1]
        if crossed := self._crossed(start, end):
            return crossed
        if always_empty := self._always_empty(start, end):
            return always_empty
        if twice := self._opened_twice(start) or self._begun_twice(start):
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
            return (
                f"the file ends before <{first.name}> of {self._at(first)} is closed: write </{first.name}> at its end"
            )
        last = self._open[-1]
        return f"the file breaks off in <{last.name}> of {self._at(last)}: part of it is lost, so get it again, whole"

    def _matching_after(self, number: int, opened: Sequence[Tag]) -> int:
        """How many tags match if the elements `opened` are open before the tag of that number."""
        until, left = self._source.follow(number, list(opened))
        return len(self._all) + (not left) if until is None else until

    def _crossed(self, start: Tag, end: Tag) -> str | None:
        number = self.mismatch or 0
        following = self._all[number + 1] if number + 1 < len(self._all) else None
        if following is None or not following.ends or self._text[end.until : following.at].strip():
            return None
        outer = next((at for at in range(len(self._open) - 2, -1, -1) if self._open[at].name == end.name), None)
        if following.name != start.name or outer is None:
            return None
        swapped = [*self._open[:outer], *self._open[outer + 1 : -1]]
        if self._matching_after(number + 2, swapped) < self._matching_after(number + 1, self._open):
            return None
        cross = f"<{end.name}> and <{start.name}> cross"
        if len(self._text[start.until : end.at]) > _LONG_MARKUP and self._grammar.mixed(start.name):
            return f"{cross}: move </{start.name}> to where its text ends, before </{end.name}>"
        return f"{cross}: write </{start.name}></{end.name}>"

    def _always_empty(self, start: Tag, end: Tag) -> str | None:
        """The message about elements without content that are not closed, all of those that are side by side or around."""
        name = start.name
        if end.name == name or not (self._grammar.empty(name) or name in _ALWAYS_EMPTY):
            return None
        first = self._all[self._source.number_of(start) + 1]
        if not first.ends and first.name in self._grammar.children(name) and first.name != name:
            return None
        opened = list(takewhile(lambda each: each.name == name, reversed(self._open)))[::-1]
        around = self._open[-len(opened) - 1].name if len(self._open) > len(opened) else ""
        verb, those = ("is", "its tag") if len(opened) == 1 else ("are", "each of these tags")
        said = f"<{name}> of {' and '.join(map(self._at, opened))} {verb} not closed when </{end.name}> comes"
        if name == "br":
            return f"{said}: {line_break(around, len(opened), self._grammar)}"
        if name == "hr":
            return f"{said}, and it is an element of HTML: remove it"
        shown = f"<{name}/>" if all(map(self._is_bare, opened)) else f"<{name} … />"
        return f"{said}: end {those} with />, as in {shown}"

    def _opened_twice(self, start: Tag) -> str | None:
        """The message if the start tag of the element follows itself at once, and one of both is superfluous."""
        following = self._all[self._source.number_of(start) + 1]
        if following.ends or following.empty or following.name != start.name:
            return None
        between = self._text[start.until : following.at].strip()
        one, other = (self._text[each.at : each.until] for each in (start, following))
        nests = start.name in self._grammar.children(start.name)
        if between or (one != other and (nests or not (self._is_bare(start) or self._is_bare(following)))):
            return None
        which = start if self._is_bare(start) and not self._is_bare(following) else following
        return f"<{start.name}> is opened twice: remove the <{start.name}> of {self._at(which)}"

    def _begun_twice(self, start: Tag) -> str | None:
        """The message if a start tag without attributes should be the end tag of the element of its name around it."""
        above = self._open[-2] if len(self._open) > 1 else None
        if above is None or above.name != start.name or not self._is_bare(start):
            return None
        if self._matching_after(self.mismatch or 0, self._open[:-2]) <= self._matching_after(
            self.mismatch or 0, self._open[:-1]
        ):
            return None
        return f"<{start.name}> of {self._at(start)} begins inside another <{start.name}>: write </{start.name}> for it"

    def _crossed_apart(self, start: Tag, end: Tag, removed: int) -> str | None:
        """The message if both elements are closed, the outer one first, with more between their end tags."""
        number = self.mismatch or 0
        second, still = self._source.follow(number, self._open[:-1])
        if second is None or second == number or self._all[second].name != start.name:
            return None
        if self._matching_after(second + 1, still) <= removed:
            return None
        remedy = f"write </{start.name}> before </{end.name}>, and <{start.name}> after it"
        if not self._text[start.until : end.at].strip():
            remedy = f"move the <{start.name}> of {self._at(start)} after </{end.name}>"
        return f"<{end.name}> and <{start.name}> cross: {remedy}"

    def _closed_at_once(self, end: Tag) -> str | None:
        """The message if the start tag of the element is an empty one, `<abstract/>`."""
        early = self._emptied(end.name, self._open[-1])
        if early is None:
            return None
        return f"</{end.name}> has no start tag: write <{end.name}> for <{end.name}/> of {self._at(early)}"

    def _too_many(self, end: Tag) -> str:
        """The message about an end tag without a start tag: which tag is missing or wrong before it, or that it must go."""
        if early := self._closed_at_once(end):
            return early
        around, name, number = self._open[-1], end.name, self.mismatch or 0
        if half := half_start_tag(name, self._text, around.until, end.at):
            return f"</{name}> has no start tag: write < before {half.words} in {self._half_at(half)}"
        said = f"no <{name}> is open here, so </{name}> is one too many"
        before = self._source.inside(around, number)
        children = self._children_of(around)
        last = children[-1][0] if children else None
        if last and last.name == name and last.empty and before and before[-1].name == TEXT:
            return f"{said}: the <{name} …/> of {self._at(last)} ends at once; write > for its />, or remove </{name}>"
        return self._without_start(end, around, before, said)

    def _without_start(self, end: Tag, around: Tag, before: Sequence[Piece], said: str) -> str:
        """The message about an end tag that may have lost its start tag, by where that may be."""
        name, number, known = end.name, self.mismatch or 0, self._grammar
        after = self._source.rest_of(around, number) or []
        places = start_places(name, around.name, before, after, known)
        may_go = holds(around.name, [*before, *after], known)
        previous = self._all[number - 1]
        doubled = previous.ends and previous.name == name and (not before or before[-1].name != TEXT)
        if may_go and (nested := self._inside_another(name, before)):
            return f"</{name}> has no start tag: write <{name}> before <{nested.name}> of {self._at(nested)}"
        if doubled and may_go:
            return f"{said}: remove it"
        early = self._ended_early(name, before, after)
        alike = bool(places) and self._begins_alike(name, before, places[0])
        if early is not None and (self._goes_on(before[early]) or not alike):
            cut = before[early]
            start = self._tag_at(before[early - 1].at)
            if start.empty:
                return f"{said}: the <{name} …/> of {self._at(start)} ends at once: write > for its />"
            follower = f"<{cut.name}> of {self._at(cut)}" if cut.name != TEXT else self._source.text_place(cut)
            return f"{said}: the one before {follower} is too early: remove that one"
        if not places:
            return f"{said}: remove it"
        place = self._likeliest_start(end, before, places)
        if known.mixed(name) and (known.mixed(around.name) or around.name not in known.elements):
            return f"</{name}> has no start tag: write <{name}> where its text begins, or remove </{name}>"
        first = before[place]
        where = f"<{first.name}> of {self._at(first)}" if first.name != TEXT else self._source.text_place(first)
        return f"</{name}> has no start tag: write <{name}> before {where}" + (
            f", or remove </{name}>" if may_go else ""
        )

    def _likeliest_start(self, end: Tag, before: Sequence[Piece], places: Sequence[int]) -> int:
        """The piece before which the start tag most likely was: by lines and columns, else by the other elements of its name."""
        column, lines = self._column(end.at), self._text.count
        if column is None:
            laid_out = [at for at in places if not lines("\n", before[at].at, end.at)]
        else:
            columns = [self._column(each.at) for each in before]
            outer = [at for at, each in enumerate(columns) if each is not None and each <= column]
            laid_out = [at for at in places if at == (outer[-1] + 1 if outer else 0)]
        counted = self._source.beginnings(end.name)
        return max(laid_out or places, key=lambda at: counted[before[at - 1].name if at else "", before[at].name])

    def _inside_another(self, name: str, before: Sequence[Piece]) -> Piece | None:
        """The piece before which an element of that name begins, inside another that is wrong without it."""
        for number, each in enumerate(before):
            inside = self._inside(each) if each.name == name else []
            if inside and not holds(name, inside, self._grammar):
                places = start_places(name, name, inside, before[number + 1 :], self._grammar)
                return inside[places[0]] if places else None
        return None

    def _ended_early(self, name: str, before: Sequence[Piece], after: Sequence[Piece]) -> int | None:
        """The number of the piece after an element of that name that may go on to the end tag; `None` if there is none."""
        around = self._open[-1].name
        in_text = self._grammar.mixed(around) or self._grammar.mixed(name)
        goes_on = not self._grammar.mixed(around) and any(map(self._goes_on, before))
        if in_text and not goes_on and not any(self._tag_at(each.at).empty for each in before if each.name == name):
            return None
        for at in range(len(before) - 1, 0, -1):
            if before[at - 1].name == name:
                whole = [*self._inside(before[at - 1]), *before[at:]]
                fits = holds(around, [*before[:at], *after], self._grammar)
                return at if fits and holds(name, whole, self._grammar) else None
        return None

    def _goes_on(self, piece: Piece) -> bool:
        """Whether a text begins in the middle of a sentence."""
        return piece.name == TEXT and self._text[piece.at : piece.until].strip()[:1].islower()

    def _begins_alike(self, name: str, before: Sequence[Piece], at: int) -> bool:
        """Whether other elements of the name begin as the one that would begin at a place."""
        return any(inner == before[at].name for _, inner in self._source.beginnings(name))

    def _inside(self, piece: Piece) -> list[Piece]:
        start = self._tag_at(piece.at)
        first = self._source.number_of(start) + 1
        last = first
        while last < len(self._all) and self._all[last].until < piece.until:
            last += 1
        return [] if start.empty else self._source.pieces(first, last, start.until, self._all[last].at)

    def _differing(self, start: Tag, end: Tag) -> str:
        where, known = self._at(start), self._grammar.elements
        there = self._grammar.children(self._open[-2].name) if len(self._open) > 1 else known
        if (end.name in known and start.name not in known) or (end.name in there and start.name not in there):
            return f"<{start.name}> of {where} ends with </{end.name}>: write <{end.name}> in {where}"
        return f"<{start.name}> of {where} ends with </{end.name}>: write </{start.name}> here"

    def _not_closed(self, start: Tag, end: Tag) -> str:
        name = start.name
        said = f"<{name}> of {self._at(start)} is not closed when </{end.name}> comes"
        if name not in self._grammar.elements and ":" not in name and name not in _ALWAYS_EMPTY:
            return f"{said}, and it is not an element of JATS: remove <{name}>"
        around = self._open[-2].name if len(self._open) > 1 else ""
        if self._is_out_of_place(name, around, start, end):
            return f"{said}, and it is not allowed in <{around}>: remove <{name}>"
        if half := half_end_tag(name, self._text, start.until, end.at):
            return f"{said}: write </{name}> for {half.words} in {self._half_at(half)}"
        if slash := self._emptied(name, start):
            if not self._text[start.until : slash.at].strip():
                return f"{said}: end its tag with />, as in <{name} … />"
            return f"{said}: write </{name}> for <{name}/> of {self._at(slash)}"
        return f"{said}: {self._end_tag_for(start, end)}"

    def _is_out_of_place(self, name: str, around: str, start: Tag, end: Tag) -> bool:
        """Whether a start tag is in a text that does not allow the element."""
        before = self._all[self._source.number_of(start) - 1]
        in_text = bool(self._text[before.until : start.at].strip()) and self._is_bare(start)
        return (
            in_text
            and around == end.name
            and self._grammar.mixed(around)
            and name not in self._grammar.children(around)
        )

    def _end_tag_for(self, start: Tag, end: Tag) -> str:
        """Where to write the end tag that an element lacks."""
        name, known = start.name, self._grammar
        if (other := self._not_nested(start)) is not None:
            return f"write </{name}> before the <{name}> of {self._at(other)}"
        inside = self._source.inside(start, self.mismatch or 0)
        places = self._end_places(start, end, inside)
        in_text = known.mixed(name) and len(self._open) > 1 and known.mixed(self._open[-2].name)
        at = self._likeliest_end(start, inside, places)
        following = inside[at] if at < len(inside) else None
        if in_text or (known.mixed(name) and following is None):
            where = (
                f"the <{following.name}> of {self._at(following)}"
                if following and following.name != TEXT
                else f"</{end.name}>"
            )
            return f"write </{name}> where its text ends, before {where}"
        if following is not None and following.name != TEXT:
            return f"write </{name}> before the <{following.name}> of {self._at(following)}"
        if following is not None:
            before = inside[at - 1] if at else None
            words = self._source.text_place(following)
            return f"write </{name}> " + (
                f"after the </{before.name}> of {self._end_place(before)}" if before else f"before {words}"
            )
        return f"write </{name}> before it" + self._or_before(start, inside, places)

    def _not_nested(self, start: Tag) -> Tag | None:
        """The element in one of its name that begins in the same column, so that the outer one lacks its end tag."""
        opened = [start]
        for each in self._all[self._source.number_of(start) + 1 : self.mismatch]:
            if each.ends:
                opened.pop()
            elif not each.empty:
                column = self._column(each.at) if each.name == start.name == opened[-1].name else None
                if column is not None and column == self._column(opened[-1].at):
                    return each
                opened.append(each)
        return None

    def _or_before(self, start: Tag, inside: Sequence[Piece], places: Sequence[int]) -> str:
        nested = next((each for at, each in enumerate(inside) if each.name == start.name and at in places), None)
        if nested is None:
            return ""
        other = f"the <{start.name}> of {self._at(nested)}"
        return f", or before {other} if that does not belong inside"

    def _end_places(self, start: Tag, end: Tag, inside: Sequence[Piece]) -> list[int]:
        """The pieces before which the end tag may be, by the models of the element and the one around it."""
        if len(self._open) < 2 or self._open[-2].name != end.name:
            return []
        above = self._open[-2]
        before = self._source.pieces(
            self._source.number_of(above) + 1, self._source.number_of(start), above.until, start.at
        )
        return end_places(start.name, inside, above.name, before, [], self._grammar)

    def _likeliest_end(self, start: Tag, inside: Sequence[Piece], places: Sequence[int]) -> int:
        """The piece before which the end tag most likely was: the next in its column, else as others end, else the last."""
        column, numbers = self._column(start.at), range(len(inside))
        beside = (at for at in places or numbers if at < len(inside) and self._column(inside[at].at) == column)
        alike = next((at for at in beside if places or inside[at].name == start.name), None)
        if column is not None and alike is not None:
            return alike
        if places:
            counted = self._source.endings(start.name)
            named = [each.name for each in inside]
            pairs = {at: (named[at - 1] if at else "", named[at] if at < len(named) else "") for at in places}
            return max(reversed(places), key=lambda at: counted[pairs[at]])
        above = self._open[-2].name if len(self._open) > 1 else ""
        only_there = self._grammar.children(above) - self._grammar.children(start.name)
        return next((at for at in numbers if inside[at].name in only_there), len(inside))

    def _emptied(self, name: str, around: Tag) -> Tag | None:
        """The first child of that name in an open element whose tag is `<name/>` without attributes."""
        children = (first for first, _ in self._children_of(around))
        return next((each for each in children if each.empty and each.name == name and self._is_bare(each)), None)

    def _is_bare(self, each: Tag) -> bool:
        return " " not in self._text[each.at : each.until].strip()

    def _children_of(self, start: Tag) -> list[tuple[Tag, Tag]]:
        """The first and last tags of the elements directly in an open element."""
        return self._source.children(self._source.number_of(start) + 1, self.mismatch or 0)

    def _tag_at(self, at: int) -> Tag:
        return self._all[self._source.number_of(Tag("", at, at, False, False))]

    def _column(self, at: int) -> int | None:
        """How far its line is indented, if a tag begins the line."""
        line = self._text.rfind("\n", 0, at) + 1
        return None if self._text[line:at].strip() else at - line

    def _at(self, each: Tag | Piece) -> str:
        return self._source.place_of(each)

    def _end_place(self, piece: Piece) -> str:
        return self._source.place(f"</{piece.name}", piece.until - len(f"</{piece.name}>"))

    def _half_at(self, half: HalfTag) -> str:
        return self._source.place(half.words.strip("'…"), half.at)

    @cached_property
    def _grammar(self) -> Grammar:
        found = _PUBLIC_ID.search(self._text[:_PROLOG])
        declared = by_public_id(found[1]) if found else None
        return grammar(declared.name if declared else WIDEST)


def tags_of(text: str) -> Tags | None:
    """The tags of a text; `None` if it is too large to look at."""
    return Tags(text) if len(text) <= _LARGEST else None
