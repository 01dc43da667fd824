"""A page's block of text → its lists of references, each reference one text.

Nothing is lost: blanks at line ends become one blank, numbers and bullets become labels, headings become titles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise

from jats.citations.lines import Line, lines_of
from jats.citations.markers import glued_parts, numbered_starts, unmarked

_HEADINGS = files("jats.data.citations") / "headings.txt"
_BEFORE = re.compile(r"^(?:\d{1,2}|[IVX]{1,5})\s*[.)]\s+|^[#*_=\s]+")
_AROUND = ' \t:.*_#=•-–—[]«»"“”'
_LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class Listed:
    """One reference of a list: its text, the number or bullet before it ('' for none), its first line (from 1)."""

    text: str
    label: str
    line: int


@dataclass(frozen=True, slots=True)
class ListOfReferences:
    """The references under one heading; `title` is the heading as printed, '' if there is none."""

    title: str
    items: tuple[Listed, ...] = field(default_factory=tuple)


def split(text: str) -> list[ListOfReferences]:
    """The lists of a block of text, in order; text before the first heading is left out if there is a heading."""
    lines = lines_of(text)
    places = [i for i, line in enumerate(lines) if is_heading(line.text)]
    if not places:
        return _lists([("", _from_first_number(lines))])
    found = []
    for place, following in zip(places, [*places[1:], len(lines)], strict=True):
        block = lines[place + 1 : following]
        end = next((i for i, line in enumerate(block) if _ends_list(line.text)), len(block))
        found.append((lines[place].text.strip(), block[:end]))
    return _lists(found)


def _lists(blocks: list[tuple[str, list[Line]]]) -> list[ListOfReferences]:
    made = [ListOfReferences(title, tuple(_items(block))) for title, block in blocks]
    return [one for one in made if one.items]


def is_heading(line: str) -> bool:
    """Whether a line is the heading of a list of references, in any of the languages of headings.txt."""
    return _folded(line) in _headings()[0]


def _ends_list(line: str) -> bool:
    return _folded(line) in _headings()[1]


def _folded(line: str) -> str:
    if len(line) > _LONGEST_HEADING:
        return ""
    return " ".join(_BEFORE.sub("", line.strip()).strip(_AROUND).lower().split())


@cache
def _headings() -> tuple[frozenset[str], frozenset[str]]:
    """Headings that open a list, and those that end one."""
    opening: set[str] = set()
    ending: set[str] = set()
    for line in _HEADINGS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, _, names = line.partition("|")
            kind = ending if language.strip() == "*" else opening
            kind.update(name.strip() for name in names.split(";"))
    return frozenset(opening), frozenset(ending)


def _from_first_number(lines: list[Line]) -> list[Line]:
    """A page without a heading: its numbered list, if it has one of several items, else all of it."""
    starts = numbered_starts(lines)
    if len(starts) < 2 or sum(1 for line in lines[: starts[0]] if line.text.strip()) == 0:
        return lines
    return lines[starts[0] :]


def _items(lines: list[Line]) -> list[Listed]:
    if not any(line.text.strip() for line in lines):
        return []
    starts = next((found for way in _WAYS if (found := way(lines))), [])
    listed: list[Listed] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        listed += _listed(lines[start:end])
    return listed


def _listed(lines: Sequence[Line]) -> list[Listed]:
    """The reference of these lines, or the several that are glued together in them."""
    whole = " ".join(line.text.strip() for line in lines if line.text.strip())
    found = []
    for part in glued_parts(whole):
        label, text = unmarked(part)
        if text:
            found.append(Listed(text, label, lines[0].number))
    return found


def _by_numbers(lines: list[Line]) -> list[int]:
    starts = numbered_starts(lines)
    first = next((i for i, line in enumerate(lines) if line.text.strip()), 0)
    return starts if len(starts) > 1 and starts[0] == first else []


def _by_bullets(lines: list[Line]) -> list[int]:
    """Lines that begin with the bullet with which the first one begins."""
    filled = [i for i, line in enumerate(lines) if line.text.strip()]
    bullet = lines[filled[0]].bullet
    return [i for i in filled if lines[i].bullet == bullet] if bullet else []


def _by_blank_lines(lines: list[Line]) -> list[int]:
    """First lines of paragraphs, if blank lines separate all of them."""
    filled = [i for i, line in enumerate(lines) if line.text.strip()]
    starts = [i for i in filled if i == filled[0] or not lines[i - 1].text.strip()]
    parted = len(starts) > 1 and len(starts) * 4 >= len(filled)
    return starts if parted and not (len(starts) < 4 and len(filled) > 3 * len(starts) + 3) else []


def _by_indent(lines: list[Line]) -> list[int]:
    """Lines that stick out to the left: a hanging indent; or lines that are indented, if those between are not."""
    filled = [i for i, line in enumerate(lines) if line.text.strip()]
    indents = sorted({lines[i].indent for i in filled})
    if len(indents) != 2:
        return []
    outer = [i for i in filled if lines[i].indent == indents[0]]
    inner = [i for i in filled if lines[i].indent == indents[1]]
    starts = outer if lines[filled[0]].indent == indents[0] else inner
    return starts if len(starts) > 1 and starts[0] == filled[0] else []


def _by_form(lines: list[Line]) -> list[int]:
    """Each line is a reference, save those that go on with a line that was broken at the edge of the page."""
    filled = [i for i, line in enumerate(lines) if line.text.strip()]
    widest = max(len(lines[i].text.rstrip()) for i in filled)
    starts = filled[:1]
    for before, i in pairwise(filled):
        if not lines[i].goes_on(lines[before], widest):
            starts.append(i)
    return starts


_WAYS: tuple[Callable[[list[Line]], list[int]], ...] = (_by_numbers, _by_bullets, _by_blank_lines, _by_indent, _by_form)
"""Ways to find the first line of each reference, the surest first."""
