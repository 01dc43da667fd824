"""Anybody's XML: what its schema says, what the rules find, what is suppressed by instructions in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from jats.acceptance.suppressions import TARGET, Suppression, parse_suppression
from jats.checking.active_rules import ask_rules, rules_on
from jats.checking.inspection import Inspection, LocatedFinding
from jats.checking.locations import element_at, locate_findings, value_of
from jats.checking.options import CheckOptions, FileSettings
from jats.findings import Place
from jats.results import Result
from jats.rules.engine.merging import merged
from jats.rules.engine.reading import text_of
from jats.validation.reporting import decoded
from jats.validation.run import validate_bytes, validate_parsed
from jats.xml_paths import ElementPaths
from jats.xmlio import MalformedXml, ParsedXml, parse

Covered = tuple[Suppression, frozenset[etree._Element]]


def inspect_xml(data: bytes, name: str, request: CheckOptions, settings: FileSettings) -> Inspection:
    """All that is to be said of an XML file, in the order of its lines."""
    try:
        parsed = parse(data, name)
    except MalformedXml:
        return _of_result(validate_bytes(data, name, request.options))
    seen = _of_result(validate_parsed(parsed, request.options))
    text = decoded(data, parsed.encoding)
    paths = ElementPaths(parsed.root)
    located = [*seen.located, *locate_findings(ask_rules(parsed.root, request, settings), parsed, text)]
    located = [_valued(notice, paths) for notice in _once(located)]
    codes = frozenset(rule.code for rule in rules_on(settings.targets, settings.selection))
    seen = replace(seen, located=tuple(located), journal=journal_of(parsed.root), codes=codes)
    return _with_suppressions(seen, parsed, text, paths) if f"<?{TARGET}".encode() in data else seen


def _once(located: list[LocatedFinding]) -> list[LocatedFinding]:
    """What is left when the schema and a rule have found one fault."""
    findings = merged([notice.finding for notice in located])
    pairs = zip(located, findings, strict=True)
    return [replace(notice, finding=finding) for notice, finding in pairs if finding is not None]


def journal_of(root: etree._Element) -> str | None:
    """The journal's title, None if there is none."""
    for path in ("front/journal-meta/journal-title-group/journal-title", "front/journal-meta/journal-title"):
        if (found := root.find(path)) is not None and (title := text_of(found)):
            return title
    return None


def _of_result(result: Result) -> Inspection:
    located = tuple(LocatedFinding(finding, result.excerpts.get(finding.place)) for finding in result.findings)
    return Inspection(result.verdict, located, result.schema, result.why, result.doi)


def _valued(notice: LocatedFinding, paths: ElementPaths) -> LocatedFinding:
    """The schema's findings come without their value."""
    element = None if notice.value else element_at(paths, notice.finding.xml_path)
    return notice if element is None else replace(notice, value=value_of(element, None))


def _with_suppressions(seen: Inspection, parsed: ParsedXml, text: str, paths: ElementPaths) -> Inspection:
    covered = list(_suppressions(parsed, text))
    located = [_suppressed(notice, paths, covered) for notice in seen.located]
    return replace(seen, located=tuple(located), suppressions=tuple(suppression for suppression, _ in covered))


def _suppressed(notice: LocatedFinding, paths: ElementPaths, covered: list[Covered]) -> LocatedFinding:
    fitting = [(each, elements) for each, elements in covered if each.fits(notice.finding)]
    element = element_at(paths, notice.finding.xml_path) if fitting else None
    by = next((suppression for suppression, elements in fitting if element in elements), None)
    return notice if by is None else replace(notice, suppressed_by=by)


def _suppressions(parsed: ParsedXml, text: str) -> Iterator[Covered]:
    """Each instruction with its elements: the one that it is in, and the one after it with all inside."""
    before = [each for each in parsed.root.itersiblings(preceding=True) if _is_ours(each)][::-1]
    inside = parsed.root.iter(etree.ProcessingInstruction)
    found = [each for each in (*before, *inside) if _is_ours(each)]
    places = [match.start() for match in re.finditer(rf"<\?{TARGET}\b", text)]
    for number, instruction in enumerate(found):
        index = places[number] if len(places) == len(found) else None
        place = _place(text, index, parsed.name) if index is not None else Place(parsed.name, instruction.sourceline)
        yield parse_suppression(instruction.text or "", place), frozenset(_covered(instruction, parsed.root))


def _covered(instruction: etree._Element, root: etree._Element) -> Iterator[etree._Element]:
    parent = instruction.getparent()
    if parent is None:
        yield from root.iter(etree.Element)
        return
    yield parent
    behind = next(instruction.itersiblings(etree.Element), None)
    if behind is not None:
        yield from behind.iter(etree.Element)


def _is_ours(node: etree._Element) -> bool:
    return isinstance(node, etree._ProcessingInstruction) and node.target == TARGET


def _place(text: str, index: int, name: str) -> Place:
    return Place(name, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
