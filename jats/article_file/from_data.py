"""Data in memory: what an article file can't hold is found before it is written as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from os import PathLike, fspath
from typing import Any

from jats.draft import DEEPEST, Path
from jats.findings import Finding, Place
from jats.input_codes import shape

_HALF = re.compile("[\ud800-\udfff]")


def plain_data(data: Mapping[str, Any], name: str) -> tuple[Any, tuple[Finding, ...]]:
    """The data as mappings, lists, texts, numbers and None, and a finding for each value that is not one of these.

    Dates and paths become texts. A set, a generator, bytes or another object has no order or no text of its own, so it is
    left out and reported; so is a text with half of a surrogate pair.
    """
    findings: list[Finding] = []
    return _plain(data, (), Place(name), findings), tuple(findings)


def _plain(value: Any, path: Path, place: Place, findings: list[Finding]) -> Any:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return _text(value, path, place, findings)
    if isinstance(value, Mapping) and len(path) <= DEEPEST:
        made = ((str(key), _plain(one, (*path, str(key)), place, findings)) for key, one in value.items())
        return {key: one for key, one in made if one is not _LEFT_OUT}
    if isinstance(value, (list, tuple)) and len(path) <= DEEPEST:
        items = [_plain(one, (*path, index), place, findings) for index, one in enumerate(value)]
        return [one for one in items if one is not _LEFT_OUT]
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, PathLike):
        return _plain(fspath(value), path, place, findings)
    findings.append(shape.text_wanted(place, path, _kind(value)))
    return _LEFT_OUT


_LEFT_OUT = object()


def _text(value: str, path: Path, place: Place, findings: list[Finding]) -> Any:
    found = None if value.isascii() else _HALF.search(value)
    if found is None:
        return value
    findings.append(shape.forbidden_in_value(place, path, f"U+{ord(found.group()):04X}"))
    return _LEFT_OUT


def _kind(value: Any) -> str:
    """What a value is, in words."""
    if isinstance(value, (set, frozenset)):
        return "a set, which has no order"
    if isinstance(value, (bytes, bytearray, memoryview)):
        return "bytes"
    if isinstance(value, Iterator):
        return "a generator"
    return f"an object of the type {type(value).__name__}"
