"""The rules that are asked of a file: common ones, its targets', this program's own, and those of Schematron files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from jats.acceptance.selection import Selection
from jats.checking.codes import RULES
from jats.checking.options import CheckOptions, FileSettings
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element
from jats.rules.engine.registry import Rule
from jats.rules.engine.targets import COMMON, rules_for
from jats.rules.engine.walk import RuleFinding, judge


def ask_rules(root: Element, request: CheckOptions, settings: FileSettings) -> list[RuleFinding]:
    """What the rules find in a document, in its order; for a readiness report all of them are asked, whatever was chosen."""
    rules = rules_on(settings.targets, Selection() if request.readiness else settings.selection)
    found = judge(RuleContext(root, request.today), rules, settings.targets)
    if settings.schematron:
        from jats.schematron.run import ask_schematron

        found += ask_schematron(root, settings.schematron)
    return found


@lru_cache(maxsize=64)
def rules_on(targets: tuple[str, ...], selection: Selection) -> tuple[Rule, ...]:
    """The rules for these targets that are on; raises TargetError for an unknown target."""
    wanted = {COMMON, *targets}
    ours = tuple(rule for rule in RULES if wanted.intersection(rule.services))
    return tuple(rule for rule in (*rules_for(targets), *ours) if selection.takes(rule.code))


def is_rule(code: str, targets: Sequence[str]) -> bool:
    """Whether a code is that of a rule which is on for these targets, not one of the schema or the input."""
    return code in _codes_of(tuple(targets))


@lru_cache(maxsize=16)
def _codes_of(targets: tuple[str, ...]) -> frozenset[str]:
    return frozenset(rule.code for rule in rules_on(targets, Selection()))
