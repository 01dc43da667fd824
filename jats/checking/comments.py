"""Which findings on an article file are suppressed by comments in it, or in the journal's file that it inherits from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from jats.acceptance.suppressions import Suppression, in_article_file
from jats.article_file import read_article_file
from jats.checking.inspection import Inspection, LocatedFinding
from jats.draft import plain
from jats.findings import Finding

Lines = tuple[Suppression, range]
_COMMENT = re.compile(r"#[ \t]*jats:[ \t]*ignore\b[^\n]*")
_HINT = re.compile(rb"#[ \t]*jats:[ \t]*ignore\b")


def with_suppressions(seen: Inspection, data: bytes, name: str) -> Inspection:
    """The same with what comments suppress marked; those of other files count, but only this file's can be unused."""
    own = list(_in_file(data, name))
    others = {notice.finding.place.file for notice in seen.located} - {name}
    inherited = [each for file in sorted(others) for each in _in_file(_bytes(file), file)]
    if not own and not inherited:
        return seen
    located = tuple(_marked(notice, [*own, *inherited]) for notice in seen.located)
    return replace(seen, located=located, suppressions=tuple(suppression for suppression, _ in own))


def _marked(notice: LocatedFinding, suppressions: Iterable[Lines]) -> LocatedFinding:
    place = notice.finding.place
    for suppression, lines in suppressions:
        if suppression.place.file == place.file and place.line in lines and suppression.fits(notice.finding):
            return replace(notice, suppressed_by=suppression)
    return notice


def _in_file(data: bytes, name: str) -> Iterator[Lines]:
    if _HINT.search(data):
        text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        yield from in_article_file(text, name, _comment_test(text, name))


def _comment_test(text: str, name: str) -> Callable[[int], bool]:
    """What is a comment can be taken away without changing what the file says."""
    whole = _said(text, name)
    all_are_comments = whole is not None and _said(_COMMENT.sub("", text), name) == whole

    def is_comment(index: int) -> bool:
        if all_are_comments:  # so that a file with many of them is not read again for each
            return True
        end = text.find("\n", index)
        return whole is not None and _said(text[:index] + (text[end:] if end >= 0 else ""), name) == whole

    return is_comment


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
