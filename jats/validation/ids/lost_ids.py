"""Pairs a reference that leads nowhere with the element whose tags are missing: these are written with the id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from jats.messages.words import attribute, tag
from jats.validation.ids.missing_targets import numbered, target_of
from jats.validation.names import parent_name, written_name
from jats.validation.violation import Violation

_DANGLING = frozenset(("SCH019", "SCH029"))
_MISSING = re.compile(r"""="([^"]*)" of (?:<|ref-type )|those with the ids '([^']*)' in <""")
_NAMED = re.compile(r"add the missing <([\w-]+)>")
_TEXT = "SCH021"
_OF_CONTENT = frozenset(("SCH010", "SCH011", "SCH012", "SCH014", _TEXT))
_NEW = r"(?:, in |into (?:one |another |a )?|write (?:</{0}>)?)<{0}(?=[ >])(?![^>]*\bid=)"
_MADE = ("put", "write", "begin")
"""The words with which advice begins that makes a new element."""

_OR, _SLIP = ", or ", "did you mean"
_MOST = 50
_HOLDERS = {"author-notes": ("fn",), "fn-group": ("fn",), "ref-list": ("ref",), "table-wrap-foot": ("fn",)}
_IN_IT = {"ref": "mixed-citation", "fn": "p"}
"""What the text is in elements that are most often led to."""


def with_lost_ids(found: Sequence[Violation], dangling: Sequence[Violation]) -> list[Violation]:
    """The violations of both kinds; an element that is to be written has the id that a reference names, and both are one."""
    missing = [(each, name) for each in dangling if (name := _target(each))][:_MOST]
    lost = [each for each in found if each.said.code in _OF_CONTENT][:_MOST] if missing else []
    given: dict[int, Violation] = {}
    told: set[int] = set()
    for each, name in missing:
        value, alone = _value(each), [one for _, one in missing].count(name) == 1 and _SLIP not in each.said.text
        free = [one for one in lost if id(one) not in given]
        beside = [one for one in free if _is_beside(value, name, one)]
        chosen = beside or [one for one in free if alone and (_new_one(one, name) or _is_head(one, name))]
        right = _with_id(chosen[0], name, value) if len(chosen) == 1 and value else None
        if right:
            given[id(chosen[0])] = right
            told.add(id(each))
    return [*(given.get(id(each), each) for each in found), *(each for each in dangling if id(each) not in told)]


def _target(found: Violation) -> str | None:
    """The name of the element that a reference leads to; `None` if it is not known, or the violation is about another thing."""
    if found.said.code not in _DANGLING:
        return None
    named = _NAMED.search(found.said.text)
    return target_of(found.element.get("ref-type", "")) or (named[1] if named else None)


def _value(dangling: Violation) -> str:
    """The id that is missing; empty if it is not one, or if it is too long for the message."""
    found = _MISSING.search(dangling.said.text)
    value = (found[1] or found[2]) if found else ""
    return value if value in (dangling.element.get(dangling.attribute or "") or "").split() else ""


def _new_one(found: Violation, name: str) -> tuple[int, int] | None:
    """The clause of the advice that tells to write an element of that name, and the place in it after the name."""
    if found.element.get("id") is not None:
        return None
    for number, clause in enumerate(_advice(found)[1].split(_OR)):
        place = re.search(_NEW.format(re.escape(name)), clause) if clause.startswith(_MADE) or number else None
        if place and "move" not in clause[: place.start()]:
            return number, place.end()
    return None


def _advice(found: Violation) -> tuple[str, str]:
    said, _, advice = found.said.text.rpartition(": ")
    return said, advice


def _with_id(found: Violation, name: str, value: str) -> Violation | None:
    """The violation with the id in the start tag to write, and this advice first; `None` if it is not about such an element."""
    said, advice = _advice(found)
    place = _new_one(found, name)
    if place is None:
        advice = _in_series(found, name, value)
    else:
        clauses = advice.split(_OR)
        right = clauses.pop(place[0])
        right = f"{right[: place[1]]} {attribute('id', value)}{right[place[1] :]}"
        advice = _OR.join(
            [right, *clauses] if right.startswith(_MADE) else [*clauses[: place[0]], right, *clauses[place[0] :]]
        )
    return replace(found, said=replace(found.said, text=f"{said}: {advice}")) if advice else None


def _in_series(found: Violation, name: str, value: str) -> str:
    """What to do with a text or a paragraph that is where an element of the name is missing."""
    start, inner = f"<{name} {attribute('id', value)}>", _IN_IT.get(name, "")
    if not inner:
        return ""
    if found.said.code == _TEXT:
        return f"put it into {tag(inner)}, in {start}"
    if _is_head(found, name):
        return f"put it, and the {tag(inner)} after it, into one {start}"
    if written_name(found.element) != "p" or parent_name(found.element) == name:
        return ""
    return f"put it into {start}" if inner == "p" else f"write {tag(inner)} for <p>, and put it into {start}"


def _is_head(found: Violation, name: str) -> bool:
    """Whether it is the label of such an element, with its text after it, where these are."""
    following = next(found.element.itersiblings(etree.Element), None)
    is_there = name in _HOLDERS.get(parent_name(found.element), ())
    return is_there and found.element.tag == "label" and following is not None and following.tag == _IN_IT.get(name)


def _is_beside(value: str, name: str, found: Violation) -> bool:
    """Whether the element before or after has the id before or after this one in its series."""
    parts = numbered(value)
    for step, other in _neighbours(found, name):
        beside = numbered(other.get("id", ""))
        if parts and beside and beside[0] == parts[0] and beside[1] + step == parts[1]:
            return True
    return False


def _neighbours(found: Violation, name: str) -> Iterator[tuple[int, etree._Element]]:
    """The elements of the name before and after the place, with how much greater than theirs the number there is."""
    for place in (found.after, found.element, found.element.getparent()):
        if place is None or (place is found.element and found.said.code == _TEXT):
            continue
        own = [place] if place is found.after and place.tag == name else []
        before = next(iter((*own, *_siblings(place, name, preceding=True))), None)
        after = next(iter(_siblings(place, name, preceding=False)), None)
        yield from [(1, before)] if before is not None else []
        yield from [(-1, after)] if after is not None else []
    if found.said.code == _TEXT and found.after is found.element and (first := found.element.find(name)) is not None:
        yield -1, first


def _siblings(place: etree._Element, name: str, *, preceding: bool) -> list[etree._Element]:
    beside = next(place.itersiblings(name, preceding=preceding), None)
    return [] if beside is None else [beside]
