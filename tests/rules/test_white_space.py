"""White space between elements never changes what the rules find: a document indented, in one line, or written anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from lxml import etree

from jats.rules.engine.context import RuleContext
from jats.rules.engine.registry import load_rules
from jats.rules.engine.targets import ALL
from jats.rules.engine.walk import judge
from jats.schema.dtd import load
from jats.xmlio import parse

from .examples import TODAY, Trial, trials
from .host import place

Found = list[tuple[str, str, str | None]]


@cache
def element_only() -> frozenset[str]:
    """The elements that hold elements alone by the DTD, as lxml writes their names; white space in them means nothing."""
    names = set()
    for declared in load("publishing-1.3-mathml3").iterelements():
        if declared.type == "element":
            prefix = {"mml": "{http://www.w3.org/1998/Math/MathML}", "ali": "{http://www.niso.org/schemas/ali/1.0/}"}
            names.add(prefix.get(declared.prefix or "", "") + declared.name)
    return frozenset(names)


def strip(root: etree._Element) -> None:
    """No white space between elements."""
    rewrite(root, lambda _depth: None)


def indent(root: etree._Element) -> None:
    """Each element on a line of its own."""
    rewrite(root, lambda depth: "\n" + "\t " * depth)


def rewrite(root: etree._Element, space: Callable[[int], str | None]) -> None:
    for el in root.iter(*element_only()):
        depth = sum(1 for _ in el.iterancestors())
        if len(el) and not (el.text or "").strip():
            el.text = space(depth + 1)
        for number, child in enumerate(el):
            if not (child.tail or "").strip():
                child.tail = space(depth + (number + 1 < len(el)))


def found_in(root: etree._Element, service: str) -> Found:
    rules = [rule for rule in load_rules() if service in rule.services]
    found = [each.finding for each in judge(RuleContext(root, TODAY), rules, (service,))]
    return sorted((each.code, " ".join(each.message.split()), each.xml_path) for each in found)


def first_of_each_rule() -> list[Trial]:
    """One wrong example of each rule, for one service; the services take turns."""
    chosen: dict[str, Trial] = {}
    for trial in trials():
        held = chosen.get(trial.code)
        turn = ALL[sum(map(ord, trial.code)) % len(ALL)]
        if trial.wrong and (held is None or (trial.service == turn != held.service)):
            chosen[trial.code] = trial
    return list(chosen.values())


@pytest.mark.parametrize("trial", first_of_each_rule(), ids=lambda trial: trial.code)
def test_white_space_between_elements_changes_no_finding(trial: Trial) -> None:
    data = place(trial.text, trial.service, trial.kind)
    wanted = found_in(parse(data, "a.xml").root, trial.service)
    assert any(code == trial.code for code, _, _ in wanted)
    for change in (strip, indent):
        root = parse(data, "a.xml").root
        change(root)
        assert found_in(root, trial.service) == wanted, change.__name__
    anew = etree.tostring(parse(data, "a.xml").tree, encoding="utf-16", xml_declaration=True)
    assert found_in(parse(anew, "a.xml").root, trial.service) == wanted, "written anew"
