"""One pass over a document for all rules that are on: elements are grouped by name, each rule is asked of its group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from jats.findings import Finding, Place
from jats.messages.words import clipped
from jats.rules.engine.context import RuleContext
from jats.rules.engine.merging import merged
from jats.rules.engine.pages import rule_page
from jats.rules.engine.reading import Element
from jats.rules.engine.registry import Hit, Rule
from jats.rules.engine.targets import COMMON, rules_for


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """A finding without line and column, and what it is about: an element, or one of its attributes as written."""

    finding: Finding
    element: Element
    attribute: str | None = None


def run_rules(
    root: Element,
    targets: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    today: date | None = None,
) -> list[RuleFinding]:
    """What the common rules and those of `targets` find, in document order. Raises TargetError for an unknown target.

    `select` and `ignore` are codes or their beginnings. Findings name the services, of those asked for, that object.
    """
    names = tuple(name.lower() for name in targets)
    rules = _rules(names, tuple(select), tuple(ignore))
    return judge(RuleContext(root, today), rules, names)


@cache
def _rules(names: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    return rules_for(names, select, ignore)


def judge(context: RuleContext, rules: Sequence[Rule], targets: tuple[str, ...]) -> list[RuleFinding]:
    """What exactly these rules find in a paper, for these targets, in document order."""
    asked: list[tuple[Rule, Element, str | Hit]] = []
    for rule in rules:
        if rule.pattern is not None:
            asked += ((rule, *each) for each in _asked_of_text(rule, rule.pattern, context))
        else:
            _ask(rule, context, asked)
    found = [judged for each in asked if (judged := _judged(*each, targets, context))]
    return _in_order(_once(found), context) if len(found) > 1 else found


def _once(found: list[RuleFinding]) -> list[RuleFinding]:
    """What is left when two rules have found one fault."""
    findings = merged([judged.finding for judged in found])
    pairs = zip(found, findings, strict=True)
    return [replace(judged, finding=finding) for judged, finding in pairs if finding is not None]


def _ask(rule: Rule, context: RuleContext, asked: list[tuple[Rule, Element, str | Hit]]) -> None:
    """Ask a rule of each of its elements; this loop runs ten thousand times an article, so it is flat."""
    check = rule.check
    for key in rule.on:
        if rule.wants_context:
            for element in context.group(key):
                for said in check(element, context):
                    asked.append((rule, element, said))  # noqa: PERF401 - a comprehension would be slower: most are empty
        else:
            for element in context.group(key):
                for said in check(element):
                    asked.append((rule, element, said))  # noqa: PERF401 - as above


def _asked_of_text(rule: Rule, pattern: str, context: RuleContext) -> Iterator[tuple[Element, str | Hit]]:
    """Search the whole text first: most documents have nothing to ask the rule about."""
    compiled = re.compile(pattern)
    if compiled.search(context.text) is None:
        return
    reported: set[Element] = set()
    for piece, owner in _suspicious(compiled, context):
        for match in compiled.finditer(piece):
            for said in rule.check(match, owner):
                if owner not in reported:
                    yield owner, said
                reported.add(owner)


def _suspicious(pattern: re.Pattern[str], context: RuleContext) -> Iterator[tuple[str, Element]]:
    numbers = {context.pieces.around(match.start()) for match in pattern.finditer(context.text)}
    for number in sorted(numbers):
        yield context.pieces[number]


def _judged(
    rule: Rule, element: Element, said: str | Hit, targets: tuple[str, ...], context: RuleContext
) -> RuleFinding | None:
    hit = Hit(said) if isinstance(said, str) else said
    minding = rule.services if hit.services is None else hit.services
    services = tuple(name for name in targets if name in minding)
    if not services and COMMON not in minding:
        return None
    about = element if hit.element is None else hit.element
    path = context.paths.of(about) + (f"/@{hit.attribute}" if hit.attribute else "")
    named = services or tuple(name for name in minding if name != COMMON)
    severities = tuple(rule.severity_of(hit, name) for name in services or (COMMON,))
    source, message = rule_page(rule).source, clipped(hit.message)
    finding = Finding(
        rule.code, max(severities), message, Place(""), xml_path=path, fix=hit.fix, source=source, services=named
    )
    finding = replace(finding, severities=severities) if len(set(severities)) > 1 else finding
    return RuleFinding(finding, about, hit.attribute)


def _in_order(found: list[RuleFinding], context: RuleContext) -> list[RuleFinding]:
    wanted = {each.element for each in found}
    numbers = {element: number for number, element in enumerate(context.elements()) if element in wanted}
    return sorted(found, key=lambda each: (numbers.get(each.element, 0), -each.finding.severity, each.finding.code))
