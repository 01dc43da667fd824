"""Edits in XML: an attribute's value or an element's whole text, exchanged where it is; layout and encoding stay."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from html import unescape
from xml.sax.saxutils import escape

from jats.errors import InputError
from jats.findings import Finding, Fix
from jats.xmlio import parse

_TAG = re.compile(r"""<[^\s/>]++(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_ATTRIBUTE = re.compile(r"""[^\s=<>"'/]+\s*=\s*(["'])(.*?)\1""", re.DOTALL)
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
Span = tuple[int, int, str]
"""Where a piece of text begins and ends, and what to write instead."""


def edit_xml(data: bytes, name: str, findings: Iterable[Finding]) -> bytes:
    """The file with the fixes of these findings made; one whose text isn't at its place as it says is passed over."""
    try:
        encoding = parse(data, name).encoding
        mark, encoding = next(((mark, kind) for mark, kind in _MARKS if data.startswith(mark)), (b"", encoding))
        text = data[len(mark) :].decode(encoding)
        spans = _apart(span for finding in findings if (span := _span(text, finding)))
        edited = exchanged(text, spans).encode(encoding)
    except (InputError, UnicodeError, LookupError):  # what can't be read and written back exactly is left alone
        return data
    return mark + edited if text.encode(encoding) == data[len(mark) :] else data


def exchanged(text: str, spans: Iterable[Span]) -> str:
    """The text with the spans exchanged, from the last to the first."""
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def index_of(text: str, line: int, column: int) -> int | None:
    """The index of a place counted from 1, None if the text has no such place."""
    start = 0
    for _ in range(line - 1):
        found = _LINE_BREAK.search(text, start)
        if found is None:
            return None
        start = found.end()
    return start + column - 1


def _span(text: str, finding: Finding) -> Span | None:
    fix, place = finding.fix, finding.place
    if fix is None or place.line is None or place.column is None:
        return None
    at = index_of(text, place.line, place.column)
    if at is None:
        return None
    return _in_attribute(text, at, fix) if "/@" in (finding.xml_path or "") else _in_element(text, at, fix)


def _in_attribute(text: str, at: int, fix: Fix) -> Span | None:
    found = _ATTRIBUTE.match(text, at)
    if found is None or not _says(found[2], fix.old):
        return None
    return found.start(2), found.end(2), escape(fix.new, {found[1]: "&quot;" if found[1] == '"' else "&apos;"})


def _in_element(text: str, at: int, fix: Fix) -> Span | None:
    """The text between an element's tags, if nothing but text is there."""
    tag = _TAG.match(text, at)
    end = text.find("<", tag.end()) if tag else -1
    if (
        tag is None
        or tag.group().endswith("/>")
        or not text.startswith("</", end)
        or not _says(text[tag.end() : end], fix.old)
    ):
        return None
    return tag.end(), end, escape(fix.new)


def _says(written: str, value: str) -> bool:
    """Whether what is written is the value; blanks around and between words don't count."""
    return unescape(written).split() == value.split()


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Spans that don't overlap; of several at one place the first."""
    taken: list[Span] = []
    for span in spans:
        if all(span[1] < other[0] or other[1] < span[0] for other in taken):
            taken.append(span)
    return taken
