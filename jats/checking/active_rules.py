"""The rules that are asked of a file: common ones, its targets', this program's own, and those of Schematron files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from jats.acceptance.selection import Selection, check_selectors
from jats.checking.codes import RULES
from jats.checking.options import CheckOptions, FileSettings
from jats.errors import InputError
from jats.messages.words import did_you_mean, nearest
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element
from jats.rules.engine.registry import Rule
from jats.rules.engine.targets import COMMON, rules_for
from jats.rules.engine.walk import RuleFinding, judge

_OURS = re.compile(r"(?:COM|PMC|J4R|SPS|CRF|DOAJ|PUB|DCT|INP|SCH|IMP|CHK)[0-9]*$")
"""Codes of this program, or their beginnings; those of plug-ins and Schematron files are not known before they run."""


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


def known_selectors(selectors: tuple[str, ...], where: str) -> tuple[str, ...]:
    """The selectors of a command line as they are compared; raises InputError for one that fits no rule."""
    from jats.messages.explanations import all_explanations

    checked = check_selectors(selectors, where)
    codes = all_explanations() if any(_OURS.match(each) for each in checked) else {}
    for selector in checked:
        if _OURS.match(selector) and not any(code.startswith(selector) for code in codes):
            raise InputError(
                f"{where}: no rule has the code {selector}{did_you_mean(nearest(selector, codes, 3, 0.6))}"
            )
    return checked


def is_rule(code: str, targets: Sequence[str]) -> bool:
    """Whether a code is that of a rule which is on for these targets, not one of the schema or the input."""
    return code in _codes_of(tuple(targets))


@lru_cache(maxsize=16)
def _codes_of(targets: tuple[str, ...]) -> frozenset[str]:
    return frozenset(rule.code for rule in rules_on(targets, Selection()))
