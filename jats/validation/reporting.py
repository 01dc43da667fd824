"""Turns violations into findings, with line, column, XPath and source line."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from jats.findings import Finding, Place
from jats.results import Excerpt
from jats.validation.places import SourceSpan, Spot, locate, source_line
from jats.validation.violation import Violation
from jats.xmlio import ParsedXml

_PROLOG_LINES = 200
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class LocatedFindings:
    """Findings in their order, and the source lines that go with their places."""

    findings: tuple[Finding, ...]
    excerpts: dict[Place, Excerpt]


def to_findings(
    violations: Sequence[Violation], parsed: ParsedXml, source: str, numbers: dict[etree._Element, int]
) -> LocatedFindings:
    """Findings about a parsed document, whose elements have `numbers`; `source` names the schema that they come from."""
    text = decoded(parsed.data, parsed.encoding)
    lines = lines_of(text)
    spots = [_spot(each, numbers) for each in violations]
    culprits = [Spot(numbers[each.culprit]) for each in violations if each.culprit is not None]
    found = locate(text, [*spots, *culprits])
    findings: list[Finding] = []
    excerpts: dict[Place, Excerpt] = {}
    for violation, spot in zip(violations, spots, strict=False):
        where = (_doctype(lines) if violation.in_doctype else found.get(spot)) or _by_parser(violation)
        place = Place(parsed.name, where.line, where.column or None)
        findings.append(_finding(violation, place, found, numbers, source))
        if where.column:
            excerpts[place] = excerpt(lines, where)
    return LocatedFindings(tuple(findings), excerpts)


def decoded(data: bytes, encoding: str) -> str:
    """The document as text, its byte order mark removed; bytes that cannot be decoded are replaced."""
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


def excerpt(lines: list[str], found: SourceSpan) -> Excerpt:
    """The source line of a place, cut to a readable length."""
    line, start = source_line(lines, found)
    return Excerpt(line, found.column - start, found.width)


def _spot(violation: Violation, numbers: dict[etree._Element, int]) -> Spot:
    after = violation.after
    if after is None:
        return Spot(numbers[violation.element], violation.attribute)
    while after is not None and after not in numbers:  # a comment: the text belongs after the element before it
        after = after.getprevious()
    return Spot(numbers[violation.element], None, numbers[violation.element if after is None else after])


def _doctype(lines: Sequence[str]) -> SourceSpan | None:
    """The place of the DOCTYPE."""
    for number, line in enumerate(lines[:_PROLOG_LINES], 1):
        if (at := line.find("<!DOCTYPE")) >= 0:
            return SourceSpan(number, at + 1, len("<!DOCTYPE"))
    return None


def _by_parser(violation: Violation) -> SourceSpan:
    """The line from libxml2, if the second pass did not find the place."""
    return SourceSpan(int(violation.element.sourceline or 1), 0, 1)


def _finding(
    violation: Violation, place: Place, found: dict[Spot, SourceSpan], numbers: dict[etree._Element, int], source: str
) -> Finding:
    said, element = violation.said, violation.element
    where = found.get(Spot(numbers[violation.culprit])) if violation.culprit is not None else None
    message = f"{said.text} (line {where.line})" if where else said.text
    path = xml_path(element) + (f"/@{violation.attribute}" if violation.attribute and _carries(violation) else "")
    return Finding(said.code, said.severity, message, place, xml_path=path, source=source)


def _carries(violation: Violation) -> bool:
    return not (violation.attribute or "").startswith("xmlns")


def xml_path(element: etree._Element) -> str:
    """An XPath that finds the element, with the document's prefixes; `*` is a name in a default namespace."""
    return element.getroottree().getpath(element)
