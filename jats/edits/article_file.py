"""Edits in article files: a value, or a part of it, exchanged where it is; comments, quotes and layout stay.

Each edit is proved before it is taken: read again, the file must say the new value in that field and nothing else anew.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from jats.article_file import read_article_file
from jats.draft import Map, Node, Path, Text, find, plain, texts
from jats.edits.xml import index_of
from jats.findings import Finding, Fix, Place, Severity

_TRIES = 3
"""How many places after the value's start are tried: a key that holds the same words may be before it."""


def edit_article_file(data: bytes, name: str, findings: Iterable[Finding]) -> bytes:
    """The file with the fixes of these findings made; one that can't be made without changing more is passed over."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        text = data[len(mark) :].decode("utf-8")
    except UnicodeDecodeError:
        return data
    done: set[Place] = set()
    # From the last to the first, so that the places of those still to come hold.
    for finding in sorted(findings, key=lambda each: (each.place.line or 0, each.place.column or 0), reverse=True):
        if finding.fix is not None and finding.place not in done and finding.place.file == name:
            text = _edited(text, name, finding.place, finding.fix) or text
            done.add(finding.place)
    return mark + text.encode("utf-8")


def _edited(text: str, name: str, place: Place, fix: Fix) -> str | None:
    draft, errors = _draft(text, name)
    at = index_of(text, place.line or 1, place.column or 1)
    path = (
        next((path for path, leaf in texts(draft) if leaf.place == place and fix.old in leaf.value), None)
        if draft
        else None
    )
    if draft is None or at is None or path is None:
        return None
    wanted = _plain_with(draft, path, fix)
    for tried in _candidates(text, at, fix):
        again, more = _draft(tried, name)
        if again is not None and more <= errors and plain(again) == wanted:
            return tried
    return None


def _plain_with(draft: Map, path: Path, fix: Fix) -> Any:
    leaf: Node = find(draft, path)[0]
    if isinstance(leaf, Text):
        leaf.value = leaf.value.replace(fix.old, fix.new, 1) if fix.comment is None else _fields(fix.new)
    return plain(draft)


def _fields(new: str) -> Any:
    """Fields in YAML's notation as the file will say them; the notation itself if it can't be read."""
    read, _ = _draft(f"new: {new}", "new.yaml")
    return plain(read)["new"] if read else new


def _candidates(text: str, at: int, fix: Fix) -> Iterator[str]:
    """The file with the edit made in each way of writing a text: as it is, escaped in quotes, or newly put into quotes."""
    for old, new in _spellings(fix):
        start = at
        for _ in range(_TRIES):
            start = text.find(old, start)
            if start < 0:
                break
            yield text[:start] + new + _behind(text[start + len(old) :], fix.comment)
            start += 1


def _behind(rest: str, comment: str | None) -> str:
    """The rest of the text with the comment at the end of its first line."""
    if comment is None:
        return rest
    line = re.match(r"[^\r\n]*", rest)
    end = line.end() if line else 0
    return f"{rest[:end].rstrip()}  # {comment}{rest[end:]}"


def _spellings(fix: Fix) -> Iterator[tuple[str, str]]:
    if fix.comment is not None:
        doubled = fix.old.replace("'", "''")
        yield from ((old, fix.new) for old in (f'"{_escaped(fix.old)}"', f"'{doubled}'", fix.old))
        return
    yield fix.old, fix.new
    yield _escaped(fix.old), _escaped(fix.new)
    yield fix.old.replace("'", "''"), fix.new.replace("'", "''")
    yield fix.old, f'"{_escaped(fix.new)}"'


def _escaped(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)[1:-1]


def _draft(text: str, name: str) -> tuple[Map | None, int]:
    """What the file says, and how many errors it has."""
    faults: list[Finding] = []
    draft = read_article_file(text.encode("utf-8"), name, faults.append)
    return draft, sum(fault.severity is Severity.ERROR for fault in faults)
