"""A page's block of text → its lists of references, each reference one text.

Nothing is lost: blanks at line ends become one blank, numbers and bullets become labels, headings become titles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise

from jats.citations.lines import Line, joined, lines_of
from jats.citations.markers import glued_parts, lettered_starts, number_of, numbered_starts, unmarked

_HEADINGS = files("jats.data.citations") / "headings.txt"
_BEFORE = re.compile(r"^(?:\d{1,2}|[IVX]{1,5})\s*[.)]\s+|^[#*_=\s]+")
_AROUND = ' \t:.*_#=•-–—[]«»"“”'
_LONGEST_HEADING = 80
_LONGEST_NOTE = 200
_ENOUGH = 4
"""If so many lines or more are whole references by their form, none of them was broken."""
_LONGEST_LETTER = 3
_NAMED_PART = re.compile(r"(\S{4,20}) \w{1,3}[.:] ")
_FIRST_NUMBER = re.compile(r"(\s*[^\W\d_][^\n]{2,60}?[.:]?)\s+(?=(?:\[1\]|1[.)])\s)")
_PAGE = re.compile(r"\s*[-–—]?\s?\d{1,4}\s?[-–—]?\s*")


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
    lines = _headings_alone(lines_of(text))
    places = [i for i, line in enumerate(lines) if is_heading(line.text)]
    if not places:
        return _lists([("", _from_first_number(lines))])
    found = []
    for place, following in zip(places, [*places[1:], len(lines)], strict=True):
        found.append((lines[place].text.strip(), _up_to_end(lines[place + 1 : following])))
    return _lists(found)


def _headings_alone(lines: list[Line]) -> list[Line]:
    """`References: 1. Roe …` as two lines, the heading and the first reference."""
    found: list[Line] = []
    for line in lines:
        first = _FIRST_NUMBER.match(line.text[: _LONGEST_HEADING * 2])
        if first and is_heading(first[1]):
            found.append(replace(line, text=first[1]))
            found.append(replace(line, text=line.text[first.end() :]))
        else:
            found.append(line)
    return found


def _up_to_end(lines: list[Line]) -> list[Line]:
    """The lines before what comes after a list: its heading, or a note of the kind `Received 12 May`."""
    for i, line in enumerate(lines):
        if _ends_list(line.text) or (i and _comes_after(line.text) and _closed(lines[:i])):
            return lines[:i]
    return lines


def _closed(lines: Sequence[Line]) -> bool:
    """Whether the last line with text ends as a reference does."""
    last = next((line.text.rstrip() for line in reversed(lines) if line.text.strip()), "")
    return not last or last[-1] in ".)]”»" or last[-1].isdigit() or "http" in last


def _lists(blocks: list[tuple[str, list[Line]]]) -> list[ListOfReferences]:
    """The lists of all blocks; where numbers begin again at 1, a list without a heading begins."""
    made = []
    for title, block in blocks:
        items = _items(_without_page_numbers(block))
        begins = [
            i
            for i, item in enumerate(items)
            if i and number_of(item.label) == 1 and (number_of(items[i - 1].label) or 0) > 1
        ]
        for start, end in zip([0, *begins], [*begins, len(items)], strict=True):
            made.append(ListOfReferences(title if start == 0 else "", tuple(items[start:end])))
    return [one for one in made if one.items]


def _without_page_numbers(lines: list[Line]) -> list[Line]:
    """A number alone between blank lines is that of a page, if lines are numbered and it is not the next number."""
    starts = set(numbered_starts(lines))
    if len(starts) < 2:
        return lines
    kept = []
    for i, line in enumerate(lines):
        alone = _PAGE.fullmatch(line.text) is not None and i not in starts
        around = 0 < i < len(lines) - 1 and not lines[i - 1].text.strip() and not lines[i + 1].text.strip()
        if not (alone and around):
            kept.append(line)
    return kept


def is_heading(line: str) -> bool:
    """Whether a line is the heading of a list of references, in any of the languages of headings.txt."""
    return _folded(line) in _headings()[0]


def _ends_list(line: str) -> bool:
    """Whether a line is a heading that ends a list, also with a letter or number and a title after it: `Appendix A. Data`."""
    folded = _folded(line)
    head, _, last = folded.rpartition(" ")
    named = _NAMED_PART.match(folded)
    ends = _headings()[1]
    return folded in ends or (len(last) <= _LONGEST_LETTER and head in ends) or bool(named and named[1] in ends)


def _comes_after(line: str) -> bool:
    """Whether a line begins as those that journals print after a list."""
    lower = line.strip().lower()
    always, dated = _headings()[2:]
    return len(lower) <= _LONGEST_NOTE and (
        lower.startswith(always) or (lower.startswith(dated) and any(sign.isdigit() for sign in lower))
    )


def _folded(line: str) -> str:
    if len(line) > _LONGEST_HEADING:
        return ""
    return " ".join(_BEFORE.sub("", line.strip()).strip(_AROUND).lower().split())


@cache
def _headings() -> tuple[frozenset[str], frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Headings that open a list, those that end one, beginnings of lines after a list, beginnings of such lines with a date."""
    rows: dict[str, list[str]] = {"*": [], "+": [], "~": [], "": []}
    for line in _HEADINGS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, _, names = line.partition("|")
            key = language.strip() if language.strip() in rows else ""
            rows[key] += [name.strip() for name in names.split(";")]
    return frozenset(rows[""]), frozenset(rows["*"]), tuple(rows["+"]), tuple(rows["~"])


def _from_first_number(lines: list[Line]) -> list[Line]:
    """A page without a heading: its numbered list, if it has one of several items, else all of it."""
    starts = numbered_starts(lines)
    if len(starts) < 2 or sum(1 for line in lines[: starts[0]] if line.text.strip()) == 0:
        return lines
    return lines[starts[0] :]


def _items(lines: list[Line]) -> list[Listed]:
    if not any(line.text.strip() for line in lines):
        return []
    starts, form = lettered_starts(lines)
    numbered = [] if starts else _by_numbers(lines)
    if not starts:
        starts = numbered or next((found for way in _WAYS if (found := way(lines))), [])
    listed: list[Listed] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        following = number_of(lines[end].text) if numbered and end < len(lines) else None
        listed += _listed(lines[start:end], form, following)
    return listed


def _listed(lines: Sequence[Line], form: re.Pattern[str] | None, following: int | None) -> list[Listed]:
    """The reference of these lines, or the several that are glued together in them."""
    whole = joined([line.text for line in lines])
    found = []
    for part in [whole] if form else glued_parts(whole, following):
        label, text = unmarked(part, form)
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
    if len(filled) >= _ENOUGH and all(lines[i].is_whole for i in filled):
        return filled
    widest = max(len(lines[i].text.rstrip()) for i in filled)
    starts = filled[:1]
    for before, i in pairwise(filled):
        if not lines[i].goes_on(lines[before], widest):
            starts.append(i)
    return starts


_WAYS: tuple[Callable[[list[Line]], list[int]], ...] = (_by_bullets, _by_blank_lines, _by_indent, _by_form)
"""Ways to find the first line of each reference, the surest first."""
