"""A pasted list of references, cut into its entries: numbered, bulleted, parted by blank lines, hung, or one a line."""

from __future__ import annotations

import re

from jats.parsers.outcome import Outcome
from jats.parsers.words import key, words

_NUMBER = re.compile(
    r"\s{0,8}(?:\[(\d{1,4})\][.,]?|\((\d{1,4})\)|(\d{1,4})[.)](?!\d)|(\d{1,4})\t|(\d{1,4})(?=\s{2,}\S))\s*"
)
_INLINE = re.compile(r"(?:(?<=^)|(?<=[.\])/\d;]\s)|(?<=\s))(?:\[(\d{1,3})\][.,]?|(\d{1,3})[.)](?=\s))\s*")
_BULLET = re.compile(r"\s{0,8}(?:[•·●▪◦‣*–—-]\s+|•)")
_SPACE = re.compile(r"\s+")
_START = re.compile(r"[^\W\d_]|[\"«“„'\[(]|\d")


def read_reference_block(text: str) -> Outcome[tuple[str, ...]]:
    """The references of a text that holds several, without heading, numbers and bullets; one reference gives one."""
    lines = [_half_width(line) for line in text.replace("\r\n", "\n").strip("\n").split("\n")]
    notes: list[str] = []
    lines = _without_heading(lines, notes)
    numbered = _numbered(lines)
    entries = (
        numbered
        if len(numbered) > 1
        else (
            _inline(lines) or numbered or _bulleted(lines) or _by_blank_lines(lines) or _hung(lines) or _by_line(lines)
        )
    )
    found = tuple(one for entry in entries if (one := _SPACE.sub(" ", entry).strip()))
    if len(found) > 1:
        notes.insert(0, f"{len(found)} references are read, one an entry")
    return Outcome(found, notes=tuple(notes))


_WIDE_NUMBER = re.compile(r"\s{0,8}[［（【]?[０-９\d]{1,4}[．、）］】.)\]]")
_HALF = str.maketrans("０１２３４５６７８９［］【】（）．、", "0123456789[][]()..")


def _half_width(line: str) -> str:
    """A line whose number is in full-width signs with that number in ordinary ones."""
    found = _WIDE_NUMBER.match(line)
    return found.group().translate(_HALF) + line[found.end() :] if found else line


def _without_heading(lines: list[str], notes: list[str]) -> list[str]:
    first = key(lines[0].strip(" :：#*_"))
    if len(lines) > 1 and first in words("reference_headings"):
        notes.append("the heading is dropped")
        return lines[1:]
    for size in (4, 3, 2, 1):
        some = lines[0].split(" ")
        rest = " ".join(some[size:])
        if (
            len(some) > size
            and key(" ".join(some[:size]).strip(":：")) in words("reference_headings")
            and _INLINE.match(rest)
        ):
            notes.append("the heading is dropped")
            return [rest, *lines[1:]]
    return lines


def without_number(text: str, number: int) -> str | None:
    """A reference without the number printed before it, if that is `number`; else `None`."""
    text = _half_width(text)
    found = _NUMBER.match(text)
    if found and int(next(group for group in found.groups() if group)) == number and text[found.end() :].strip():
        return text[found.end() :]
    return None


def _numbered(lines: list[str]) -> list[str]:
    """Entries that begin with numbers that go up by one; other lines belong to the entry before."""
    entries: list[str] = []
    expected = None
    for line in lines:
        found = _NUMBER.match(line)
        number = int(next(group for group in found.groups() if group)) if found else None
        if found and number is not None and (number == expected or (expected is None and number < 900)):
            entries.append(line[found.end() :])
            expected = (number or 0) + 1
        elif entries:
            entries[-1] += " " + line
        elif line.strip():
            return []
    return entries


def _inline(lines: list[str]) -> list[str]:
    """Numbered entries that were folded into one line."""
    text = " ".join(lines)
    starts: list[tuple[int, int]] = []
    for found in _INLINE.finditer(text):
        number = int(found[1] or found[2])
        if number == len(starts) + 1 and (not starts or found.start() > starts[-1][1] + 10):
            starts.append(found.span())
    if len(starts) < 2 or starts[0][0] > 0:
        return []
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return [text[begin:end] for (_, begin), end in zip(starts, ends, strict=True)]


def _bulleted(lines: list[str]) -> list[str]:
    entries: list[str] = []
    for line in lines:
        if found := _BULLET.match(line):
            entries.append(line[found.end() :])
        elif entries:
            entries[-1] += " " + line
        else:
            return []
    return entries


def _by_blank_lines(lines: list[str]) -> list[str]:
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    whole = [" ".join(group) for group in groups if group]
    return whole if len(whole) > 1 else []


def _hung(lines: list[str]) -> list[str]:
    """Entries whose further lines are indented."""
    if not any(line[:1].isspace() for line in lines if line.strip()):
        return []
    entries: list[str] = []
    for line in lines:
        if line[:1].isspace() and entries:
            entries[-1] += " " + line
        elif line.strip():
            entries.append(line)
    return entries


def _by_line(lines: list[str]) -> list[str]:
    """One a line; a line that begins with a small letter goes on with the one before."""
    entries: list[str] = []
    for line in lines:
        goes_on = bool(entries) and (line[:1].islower() or not _START.match(line))
        if goes_on:
            entries[-1] += " " + line
        elif line.strip():
            entries.append(line)
    return entries
