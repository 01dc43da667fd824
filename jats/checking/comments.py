"""Which findings on an article file are suppressed by comments in it, or in the journal's file that it inherits from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from jats.acceptance.selection import cannot_be_suppressed
from jats.acceptance.suppressions import Suppression, in_article_file
from jats.article_file import read_article_file
from jats.checking.inspection import Inspection, LocatedFinding
from jats.draft import plain
from jats.findings import Finding

Lines = tuple[Suppression, range]
_MOST_READINGS = 60
"""A comment that is not recognised by then suppresses nothing: its finding is reported."""
_COMMENT = re.compile(r"#[ \t]*jats:[ \t]*ignore\b[^\n]*")
_HINT = re.compile(rb"#[ \t]*jats:[ \t]*ignore\b")


def with_suppressions(seen: Inspection, data: bytes, name: str) -> Inspection:
    """The same with what comments suppress marked; those of other files count, but only this file's can be unused."""
    own = list(_in_file(data, name))
    others = {notice.finding.place.file for notice in seen.located} - {name}
    inherited = [each for file in sorted(others) for each in _in_file(_bytes(file), file)]
    if not own and not inherited:
        return seen
    covering = _Covering([*own, *inherited])
    located = tuple(_marked(notice, covering) for notice in seen.located)
    return replace(seen, located=located, suppressions=tuple(suppression for suppression, _ in own))


def _marked(notice: LocatedFinding, covering: _Covering) -> LocatedFinding:
    by = None if cannot_be_suppressed(notice.finding) else covering.first_for(notice.finding)
    return notice if by is None else replace(notice, suppressed_by=by)


class _Covering:
    """Suppressions by the last line of their lines: comments below each other have the same one."""

    def __init__(self, suppressions: Iterable[Lines]) -> None:
        self._by_last: dict[tuple[str, int], list[Lines]] = {}
        for suppression, lines in suppressions:
            self._by_last.setdefault((suppression.place.file, lines[-1]), []).append((suppression, lines))
        self._lasts: dict[str, list[int]] = {}
        for file, last in sorted(self._by_last):
            self._lasts.setdefault(file, []).append(last)
        self._found: dict[tuple[str, int, str], Suppression | None] = {}

    def first_for(self, finding: Finding) -> Suppression | None:
        """The first suppression whose lines include the finding's, and that is for its code."""
        file, line = finding.place.file, finding.place.line
        lasts = self._lasts.get(file, [])
        at = bisect_left(lasts, line or 0)
        if line is None or at == len(lasts):
            return None
        key = file, line, finding.code
        if key not in self._found:
            around = self._by_last[file, lasts[at]]
            self._found[key] = next((one for one, lines in around if line in lines and one.fits(finding)), None)
        return self._found[key]


def _in_file(data: bytes, name: str) -> Iterator[Lines]:
    if _HINT.search(data):
        text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        yield from in_article_file(text, name, _comment_test(text, name))


def _comment_test(text: str, name: str) -> Callable[[int], bool]:
    """What is a comment can be removed without changing what the file says."""
    whole = _said(text, name)
    found = [match.span() for match in _COMMENT.finditer(text)]
    comments: set[int] = set()
    # Halves are tried first, so that a file with many comments is not read again for each.
    groups, readings = [found] if whole is not None else [], 0
    while groups and readings < _MOST_READINGS:
        group, readings = groups.pop(0), readings + 1
        if _said(_without(text, group), name) == whole:
            comments |= {start for start, _ in group}
        elif len(group) > 1:
            groups += [group[: len(group) // 2], group[len(group) // 2 :]]
    return comments.__contains__


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    starts, ends = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _said(text: str, name: str) -> Any:
    def unheard(_finding: Finding) -> None:
        """What is wrong with the file is reported elsewhere."""

    draft = read_article_file(text.encode(), name, unheard)
    return None if draft is None else plain(draft)


def _bytes(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError:  # `--set KEY` has a place, but no file
        return b""
