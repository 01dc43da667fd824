"""The examples of every rule's page, each with the service and host in which it is tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from jats.rules.engine.context import RuleContext
from jats.rules.engine.pages import Example, rule_page
from jats.rules.engine.registry import Rule, load_rules
from jats.rules.engine.targets import ALL
from jats.rules.engine.walk import judge
from jats.xmlio import parse
from tests.rules.host import KINDS, place, takes

TODAY = date(2025, 6, 1)
"""The day on which examples are judged."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One example for one service in one kind of host; `wrong` says whether it breaks the rule."""

    code: str
    service: str
    kind: str
    wrong: bool
    text: str

    @property
    def name(self) -> str:
        """`COM105-pmc-wrong`, to be chosen by `pytest -k`."""
        word = "wrong" if self.wrong else "right"
        return f"{self.code}-{self.service}-{word}" + ("" if self.kind == "article" else f"-{self.kind}")

    def codes(self) -> dict[str, list[str]]:
        """What the rules of this service find in the host with the example in it: code → messages with their place."""
        return codes_in(place(self.text, self.service, self.kind), self.service)


def codes_in(data: bytes, service: str) -> dict[str, list[str]]:
    """What the rules of one service find in a document: code → messages with their place."""
    found: dict[str, list[str]] = {}
    for each in judge(RuleContext(parse(data, "host.xml").root, TODAY), _rules(service), (service,)):
        finding = each.finding
        found.setdefault(finding.code, []).append(f"{finding.message} [{finding.xml_path}]")
    return found


def trials() -> list[Trial]:
    """Every example of every rule, for each of the rule's services that it is meant for."""
    return list(_trials())


def _trials() -> Iterator[Trial]:
    for rule in load_rules():
        page = rule_page(rule)
        for wrong, examples in ((True, page.wrong), (False, page.right)):
            for example in examples:
                kind = next((word for word in example.only if word in KINDS), "article")
                for service in _services(rule, example, examples):
                    if takes(service, kind):
                        yield Trial(rule.code, service, kind, wrong, example.text)


def _services(rule: Rule, example: Example, examples: tuple[Example, ...]) -> list[str]:
    """The services that an example is for: those it names, else those that no other example names."""
    meant = set(example.only).intersection(ALL)
    others = {word for other in examples for word in other.only}
    return [service for service in rule.services if (service in meant if meant else service not in others)]


@cache
def _rules(service: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in load_rules() if service in rule.services)
