"""CDATA sections that lost their end, so that the next end of one ends them: the tags between are text, and nothing is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Finding, Place
from jats.messages.codes import Message
from jats.validation.file_codes import swallowed_tags
from jats.validation.syntax.parser_spots import line_and_column
from jats.xmlio import ParsedXml

_SECTION = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<inside>.*?)\]\]>", re.DOTALL)
_AROUND = re.compile(r"<([\w:.-]+)(?:\s[^<>]*)?>[^<]*\Z")
_TAG = re.compile(r"<(/?)([\w:.-]+)(?:\s[^<>]*?)?(/?)>")
_HALF_END = re.compile(r"(\]\]\s*&gt;|\]\]\s+>|(?<!\])\]\s?>|\]\])\s*\Z")
"""The end of a section that lost a character, or has one too many."""

_FAR = 4000


def swallowed(parsed: ParsedXml) -> tuple[Finding, ...]:
    """A warning for each CDATA section that goes on over the end tag of the element that it is in."""
    return tuple(_findings(parsed.data.decode("utf-8", "replace").removeprefix("\ufeff"), parsed.name))


def _findings(text: str, name: str) -> Iterator[Finding]:
    for start, said in swallowing_sections(text):
        place = Place(name, *line_and_column(text, start))
        yield Finding(said.code, said.severity, said.text, place, source="XML 1.0")


def swallowing_sections(text: str) -> Iterator[tuple[int, Message]]:
    """The place of each CDATA section that goes on over the end tag of the element that it is in, and the message about it."""
    for section in _SECTION.finditer(text):
        inside, start = section["inside"], section.start()
        around = _AROUND.search(text, max(start - _FAR, 0), start) if inside else None
        end = _end_in(around[1], inside) if around else None
        if around and end is not None:
            line = text.count("\n", 0, section.end()) + 1
            half = _HALF_END.search(inside, max(end - _FAR, 0), end)
            yield start, swallowed_tags(around[1], line, half[1] if half else "")


def _end_in(name: str, inside: str) -> int | None:
    """The place of the end tag of the element that has no start tag in a text; `None` if there is none."""
    depth = 0
    for tag in _TAG.finditer(inside):
        if tag[2] == name and not tag[3]:
            depth += -1 if tag[1] else 1
            if depth < 0:
                return tag.start()
    return None
