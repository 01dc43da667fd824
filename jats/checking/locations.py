"""What rules found in a document gets its line, column and source line."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from jats.checking.inspection import LocatedFinding
from jats.findings import Place
from jats.rules.engine.reading import text_of
from jats.rules.engine.walk import RuleFinding
from jats.validation.places import SourceSpan, Spot, locate
from jats.validation.reporting import excerpt, lines_of
from jats.vocab.namespaces import NAMESPACES
from jats.xml_paths import ElementPaths
from jats.xmlio import ParsedXml

Spotted = tuple[etree._Element, str | None]
"""An element, or one of its attributes by the name that is written."""


def locate_findings(judged: Sequence[RuleFinding], parsed: ParsedXml, text: str) -> list[LocatedFinding]:
    """The findings at their places in the document, given also as decoded text."""
    found = find_spots([(one.element, one.attribute) for one in judged], parsed.root, text)
    lines = lines_of(text) if judged else []
    located = []
    for one, where in zip(judged, found, strict=True):
        place = Place(parsed.name, where.line, where.column or None)
        shown = excerpt(lines, where) if where.column else None
        located.append(LocatedFinding(one.finding.at(place), shown, value_of(one.element, one.attribute)))
    return located


def find_spots(wanted: Sequence[Spotted], root: etree._Element, text: str) -> list[SourceSpan]:
    """Line and column of each; where the second pass could not follow, the line that the parser knows."""
    if not wanted:
        return []
    elements = {element for element, _ in wanted}
    numbers = {element: number for number, element in enumerate(root.iter(etree.Element)) if element in elements}
    spots = [Spot(numbers[element], attribute) for element, attribute in wanted]
    found = locate(text, spots)
    return [found.get(spot) or _by_parser(element) for spot, (element, _) in zip(spots, wanted, strict=True)]


def value_of(element: etree._Element, attribute: str | None) -> str:
    """The attribute's value, or the element's text where it has text of its own: what a finding stays bound to."""
    if attribute is not None:
        prefix, _, local = attribute.rpartition(":")
        name = f"{{{NAMESPACES[prefix]}}}{local}" if prefix in NAMESPACES else attribute
        return element.get(name) or ""
    has_text = (element.text or "").strip() or any((child.tail or "").strip() for child in element)
    return text_of(element) if has_text else ""


def element_at(paths: ElementPaths, xml_path: str | None) -> etree._Element | None:
    """The element at an XPath as findings give it, the root if they give none; None if it does not exist."""
    path = (xml_path or "").partition("/@")[0]
    return paths.at(path) if path else paths.root


def _by_parser(element: etree._Element) -> SourceSpan:
    return SourceSpan(int(element.sourceline or 1), 0, 1)
