"""White space between elements: a file that was indented, or written in one line, has the same findings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from jats.rules.engine.reading import Element, prefixed_name
from jats.rules.engine.registry import load_rules
from jats.schema.content import grammar
from tests.rules.examples import Trial, codes_in, trials
from tests.rules.host import place

GRAMMAR = grammar("archiving-1.3-mathml3")
TRIALS: dict[str, list[Trial]] = {}
for trial in trials():
    if trial.wrong and all(trial.text != other.text for other in TRIALS.setdefault(trial.code, [])):
        TRIALS[trial.code].append(trial)


def holds_elements_alone(element: Element) -> bool:
    """Whether white space in an element means nothing; unlike in a paragraph."""
    name = prefixed_name(str(element.tag))
    return len(element) > 0 and name in GRAMMAR.elements and not GRAMMAR.mixed(name)


def in_one_line(root: Element) -> None:
    """Take all white space away that is between elements alone."""
    for element in filter(holds_elements_alone, root.iter(etree.Element)):
        element.text = (element.text or "").strip()
        for child in element:
            child.tail = (child.tail or "").strip()


def indented(root: Element) -> None:
    """Put every element that is among elements alone on a line of its own."""
    in_one_line(root)
    for element in filter(holds_elements_alone, root.iter(etree.Element)):
        line = "\n" + "  " * (1 + sum(1 for _ in element.iterancestors()))
        if not element.text:
            element.text = line
        for child in element:
            child.tail = child.tail or line


def rewritten(data: bytes, change: Callable[[Element], None]) -> bytes:
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    change(root)
    return etree.tostring(root.getroottree(), encoding="utf-8", xml_declaration=True)


@pytest.mark.parametrize("code", [rule.code for rule in load_rules()])
def test_white_space_between_elements_changes_no_finding(code: str) -> None:
    for trial in TRIALS[code]:
        data = place(trial.text, trial.service, trial.kind)
        found = codes_in(rewritten(data, in_one_line), trial.service)
        assert code in found
        assert codes_in(rewritten(data, indented), trial.service) == found


def test_the_changes_touch_elements_alone() -> None:
    data = b"<sec>\n<title>A  b</title> <p>1 <xref/> <xref/></p></sec>"
    assert rewritten(data, in_one_line).endswith(b"<sec><title>A  b</title><p>1 <xref/> <xref/></p></sec>")
    assert b"\n  <p>1 <xref/> <xref/></p>" in rewritten(data, indented)
