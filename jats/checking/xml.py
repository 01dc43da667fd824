"""Anybody's XML: what its schema says, what the rules find, what is suppressed by instructions in it."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from jats.acceptance.suppressions import TARGET
from jats.checking.active_rules import ask_rules, rules_on
from jats.checking.inspection import Inspection, LocatedFinding
from jats.checking.instructions import with_instructions
from jats.checking.locations import element_at, locate_findings, value_of
from jats.checking.options import CheckOptions, FileSettings
from jats.results import Result
from jats.rules.engine.merging import merged
from jats.rules.engine.reading import text_of
from jats.validation.reporting import decoded
from jats.validation.run import validate_bytes, validate_parsed
from jats.xml_paths import ElementPaths
from jats.xmlio import MalformedXml, parse


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
    return with_instructions(seen, parsed, text, paths) if f"<?{TARGET}".encode() in data else seen


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
