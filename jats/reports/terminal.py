"""Findings on a terminal: each file's name once, lines within the width, and the source line under each finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from jats.findings import Finding, Place
from jats.reports.look import Look
from jats.reports.paint import clean, paint
from jats.reports.repeats import Told, by_file, elsewhere, told_once
from jats.results import Excerpt, Result

if TYPE_CHECKING:
    from rich.console import Console

FIXABLE = "[*]"
"""The mark after the message of a finding that `--fix` can fix."""

_OF_INPUT = ("INP", "IMP", "SCH")
_INDENT = 2
_HANGING = 4
_NARROWEST = 40
_ELLIPSIS = "…"


def file_lines(result: Result, look: Look) -> Iterator[str]:
    """The findings of one file under its name; findings on a file that it inherits from are under that file's name."""
    for name, findings in by_file(result.findings).items():
        yield paint(clean(name), "bold", look)
        for finding in findings:
            if _is_about_the_whole(finding):
                yield from _finding_lines(finding, "", look)
        rest = told_once([finding for finding in findings if not _is_about_the_whole(finding)])
        for place, together in groupby(rest, lambda told: told.finding.place):
            yield from _at_one_place(place, list(together), result.excerpts.get(place), look)


def _is_about_the_whole(finding: Finding) -> bool:
    """Whether a finding reports something missing, so that no line of the file is at fault.

    A rule's finding has a place in XML or a field of an article file, but for what the whole article file misses.
    """
    if finding.data_path not in (None, "journal") or finding.place.column not in (None, 1):
        return False
    of_rule = not finding.code.startswith(_OF_INPUT)
    return finding.place.line in (None, 1) or (of_rule and not finding.xml_path)


def _at_one_place(place: Place, told: Sequence[Told], excerpt: Excerpt | None, look: Look) -> Iterator[str]:
    where = ":".join(str(number) for number in (place.line, place.column) if number is not None)
    for one in told:
        yield from _finding_lines(one.finding, where, look)
    if excerpt is not None:
        yield from _excerpt_lines(excerpt, told[0].finding, look)
    for one in told:
        if one.others:
            also = f"{one.finding.code} also at {clean(', '.join(elsewhere(one)))}"
            for line in wrapped(also, _width(look) - _INDENT - _HANGING, 0):
                yield " " * (_INDENT + _HANGING) + line


def _finding_lines(finding: Finding, where: str, look: Look) -> Iterator[str]:
    """One finding: place, severity, code and message, wrapped, later lines indented more than the first."""
    severity = finding.severity.word
    head = " ".join(part for part in (where, severity, finding.code) if part)
    field = f"{finding.data_path}: " if finding.data_path else ""
    path = " ".join(str(part) for part in (finding.xml_place, finding.xml_path) if part)
    tail = "".join([f" ({path})" if path else "", f" {FIXABLE}" if is_fixable(finding) else ""])
    first, *rest = wrapped(f"{head} {clean(field + finding.message + tail)}", _width(look) - _INDENT, _HANGING)
    yield " " * _INDENT + first.replace(head, head.replace(severity, paint(severity, severity, look)), 1)
    for line in rest:
        yield " " * (_INDENT + _HANGING) + line


def is_fixable(finding: Finding) -> bool:
    """Whether `jats check --fix` fixes the finding."""
    return finding.fix is not None and finding.fix.safe


def wrapped(text: str, width: int, hanging: int) -> list[str]:
    """The text in lines of at most `width` cells, all but the first `hanging` cells shorter; a wide letter takes two cells."""
    from rich.text import Text

    first = Text(text).wrap(_console(), width)[0].plain.rstrip()
    rest = text[len(first) :].strip()
    lines = list(Text(rest).wrap(_console(), width - hanging)) if rest else []
    return [first, *(line.plain.rstrip() for line in lines)]


def fitted(line: str, painted: str, look: Look) -> list[str]:
    """A line as it is painted if it fits the width, else wrapped and plain."""
    from rich.cells import cell_len

    return [painted] if cell_len(line) <= _width(look) else _hanging(wrapped(line, _width(look), _HANGING), _HANGING)


def _hanging(lines: Sequence[str], indent: int) -> list[str]:
    return [lines[0], *(" " * indent + line for line in lines[1:])]


def _excerpt_lines(excerpt: Excerpt, finding: Finding, look: Look) -> Iterator[str]:
    from rich.cells import cell_len

    before, marked, after = (
        clean(excerpt.text[: excerpt.mark]),
        clean(excerpt.text[excerpt.mark : excerpt.mark + excerpt.width]),
        clean(excerpt.text[excerpt.mark + excerpt.width :]),
    )
    before, marked, after = _within(before.replace("\t", " "), marked, after, _width(look) - _INDENT - _HANGING)
    indent = " " * (_INDENT + _HANGING)
    yield indent + before + marked + after
    underline = "^" + "~" * (max(1, cell_len(marked)) - 1)
    yield indent + " " * cell_len(before) + paint(underline, finding.severity.word, look)


def _within(before: str, marked: str, after: str, width: int) -> tuple[str, str, str]:
    """The three parts of a line, cut to fit together; the marked part is kept before the others."""
    from rich.cells import cell_len

    if cell_len(before + marked + after) <= width:
        return before, marked, after
    marked = _start(marked, width * 2 // 3)
    before = _end(before, max(2, (width - cell_len(marked)) * 2 // 3))
    return before, marked, _start(after, max(0, width - cell_len(before + marked)))


def _start(text: str, width: int) -> str:
    """The beginning of a text, at most `width` cells, with an ellipsis if it is cut."""
    from rich.cells import cell_len, set_cell_size

    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + _ELLIPSIS if width > 0 else ""


def _end(text: str, width: int) -> str:
    """The end of a text, at most `width` cells, with an ellipsis if it is cut."""
    from rich.cells import cell_len

    if cell_len(text) <= width:
        return text
    while cell_len(text) > width - 1:
        text = text[1:]
    return _ELLIPSIS + text


def _width(look: Look) -> int:
    return max(_NARROWEST, look.width)


@cache
def _console() -> Console:
    from rich.console import Console

    return Console(width=1_000)
