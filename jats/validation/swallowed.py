"""CDATA sections that lost their end, so that the next end of one ends them: the tags between are text, and nothing is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.findings import Finding, Place
from jats.validation.file_codes import swallowed_tags
from jats.xmlio import ParsedXml

_SECTION = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<inside>.*?)\]\]>", re.DOTALL)
_AROUND = re.compile(r"<([\w:.-]+)(?:\s[^<>]*)?>[^<]*\Z")
_TAG = re.compile(r"<(/?)([\w:.-]+)(?:\s[^<>]*?)?(/?)>")
_FAR = 4000


def swallowed(parsed: ParsedXml) -> tuple[Finding, ...]:
    """A warning for each CDATA section that goes on over the end tag of the element that it is in."""
    return tuple(_findings(parsed.data.decode("utf-8", "replace").removeprefix("\ufeff"), parsed.name))


def _findings(text: str, name: str) -> Iterator[Finding]:
    for section in _SECTION.finditer(text):
        inside, start = section["inside"], section.start()
        around = _AROUND.search(text, max(start - _FAR, 0), start) if inside else None
        if around and _ends(around[1], inside):
            line = text.count("\n", 0, section.end()) + 1
            said = swallowed_tags(around[1], line)
            place = Place(name, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
            yield Finding(said.code, said.severity, said.text, place, source="XML 1.0")


def _ends(name: str, inside: str) -> bool:
    """Whether a text has an end tag of the element that has no start tag in it."""
    depth = 0
    for tag in _TAG.finditer(inside):
        if tag[2] == name and not tag[3]:
            depth += -1 if tag[1] else 1
            if depth < 0:
                return True
    return False
