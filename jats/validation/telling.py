"""Complaints become findings: with line, column, XPath, and the source line to show."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from ..findings import Finding, Place
from ..results import Excerpt
from ..xmlio import ParsedXml
from .complaint import Complaint
from .places import Found, Spot, locate, source_line

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Told:
    """Findings in their order, and the source lines that go with their places."""

    findings: tuple[Finding, ...]
    excerpts: dict[Place, Excerpt]


def tell(complaints: Sequence[Complaint], parsed: ParsedXml, source: str, numbers: dict[etree._Element, int]) -> Told:
    """Findings about a parsed document, whose elements have `numbers`; `source` names the schema that they come from."""
    text = decoded(parsed.data, parsed.encoding)
    lines = lines_of(text)
    spots = [_spot(each, numbers) for each in complaints]
    culprits = [Spot(numbers[each.culprit]) for each in complaints if each.culprit is not None]
    found = locate(text, [*spots, *culprits])
    findings: list[Finding] = []
    excerpts: dict[Place, Excerpt] = {}
    for complaint, spot in zip(complaints, spots, strict=False):
        where = found.get(spot) or _by_parser(complaint)
        place = Place(parsed.name, where.line, where.column or None)
        findings.append(_finding(complaint, place, found, numbers, source))
        if where.column:
            excerpts[place] = excerpt(lines, where)
    return Told(tuple(findings), excerpts)


def decoded(data: bytes, encoding: str) -> str:
    """The document as text, its byte order mark removed; what can't be decoded is replaced, for places alone."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    try:
        return data.decode(encoding, "replace")
    except (LookupError, UnicodeError):
        return data.decode("latin-1")


def lines_of(text: str) -> list[str]:
    """The lines of a document, whatever ends them; nearly all end in a line feed, which is quicker to split at."""
    return _LINE_BREAK.split(text) if "\r" in text else text.split("\n")


def excerpt(lines: list[str], found: Found) -> Excerpt:
    """The source line of a place, cut to what a person can take in."""
    line, start = source_line(lines, found)
    return Excerpt(line, found.column - start, found.width)


def _spot(complaint: Complaint, numbers: dict[etree._Element, int]) -> Spot:
    after = complaint.after
    if after is None:
        return Spot(numbers[complaint.element], complaint.attribute)
    while after is not None and after not in numbers:  # a comment: the text belongs behind the element before it
        after = after.getprevious()
    return Spot(numbers[complaint.element], None, numbers[complaint.element if after is None else after])


def _by_parser(complaint: Complaint) -> Found:
    """The line as libxml2 knows it, where the second pass could not follow."""
    return Found(int(complaint.element.sourceline or 1), 0, 1)


def _finding(
    complaint: Complaint, place: Place, found: dict[Spot, Found], numbers: dict[etree._Element, int], source: str
) -> Finding:
    said, element = complaint.said, complaint.element
    where = found.get(Spot(numbers[complaint.culprit])) if complaint.culprit is not None else None
    message = f"{said.text} (line {where.line})" if where else said.text
    path = xml_path(element) + (f"/@{complaint.attribute}" if complaint.attribute and _carries(complaint) else "")
    return Finding(said.code, said.severity, message, place, xml_path=path, source=source)


def _carries(complaint: Complaint) -> bool:
    return not (complaint.attribute or "").startswith("xmlns")


def xml_path(element: etree._Element) -> str:
    """An XPath that finds the element, with the document's prefixes; `*` stands for a name in a default namespace."""
    return element.getroottree().getpath(element)
