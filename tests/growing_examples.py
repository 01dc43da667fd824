"""Documents in which what an example of a rule's page is about is there many times: siblings that the rule compares."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import partial

from lxml import etree

from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element
from jats.rules.engine.registry import Rule, load_rules
from jats.rules.engine.walk import judge
from jats.xmlio import parse
from tests.growing_cases import Case
from tests.rules.examples import TODAY, Trial, trials
from tests.rules.host import place

MANY = 10_000
"""Copies, of which each rule alone is asked."""

LEVELS = (0, 1, 2)
"""What is repeated: the element of the finding, its parent, or the parent's parent."""

_ELEMENTS = 60_000
_WHOLE = ("article", "front", "article-meta", "journal-meta", "body", "back")


def examples_many_times() -> Iterator[Case]:
    """Each example that breaks its rule, at each level."""
    rules = {rule.code: rule for rule in load_rules()}
    wrong = {(trial.code, trial.text): trial for trial in trials() if trial.wrong}
    for trial in wrong.values():
        for level in LEVELS:
            run = partial(_judged, rules[trial.code], trial.service)
            yield Case(f"{trial.name}, level {level}", run, partial(_grown, rules[trial.code], trial, level), MANY)


def _judged(rule: Rule, service: str, data: bytes) -> object:
    return judge(RuleContext(parse(data, "many.xml").root, TODAY), (rule,), (service,))


def _grown(rule: Rule, trial: Trial, level: int, number: int) -> bytes:
    """The example with copies of what its finding is about, each with ids of its own; as it is if that is the whole article."""
    data = place(trial.text, trial.service, trial.kind)
    root = parse(data, "example.xml").root
    found = judge(RuleContext(root, TODAY), (rule,), (trial.service,))
    repeated = _above(found[0].element, level) if found else None
    parent = None if repeated is None else repeated.getparent()
    if repeated is None or parent is None or repeated.tag in _WHOLE:
        return data
    at, repeated.tail = parent.index(repeated), None
    size = sum(1 for _ in repeated.iter())
    parent[at:at] = [_numbered(copy.deepcopy(repeated), each) for each in range(min(number, _ELEMENTS // size))]
    return etree.tostring(root.getroottree())


def _above(element: Element, level: int) -> Element | None:
    above: Element | None = element
    for _ in range(level):
        above = None if above is None else above.getparent()
    return above


def _numbered(copied: Element, number: int) -> Element:
    for each in copied.iter(etree.Element):
        if given := each.get("id"):
            each.set("id", f"{given}-{number}")
    return copied
