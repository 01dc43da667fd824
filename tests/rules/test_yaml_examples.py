"""What a rule's page says to write in an article file builds, and the rule finds nothing in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jats.rules.engine.pages import rule_page
from jats.rules.engine.registry import Rule, load_rules
from jats.rules.engine.targets import COMMON
from tests.checking.journals import CLEAN, checked, for_targets, journal

FIELD = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
SHOWN = [rule for rule in load_rules() if rule_page(rule).yaml]


def article(example: str) -> str:
    """A clean article file with the fields of the example instead of its own."""
    fields = {block.partition(":")[0]: block.rstrip("\n") for block in FIELD.split(CLEAN) if block.strip()}
    fields |= {block.partition(":")[0]: block.rstrip("\n") for block in FIELD.split(example) if block.strip()}
    return "\n".join(fields.values()) + "\n"


@pytest.mark.slow
@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_what_the_page_says_to_write_satisfies_the_rule(rule: Rule, tmp_path: Path) -> None:
    text = article(rule_page(rule).yaml)
    name = journal(tmp_path, text)
    for target in rule.services:  # one at a time, for two may ask for different forms
        result = checked(text, name, for_targets(*(() if target == COMMON else (target,)))).result
        messages = [f"{each.code} {each.message}" for each in result.findings]
        assert not [each for each in messages if each.startswith(("INP", rule.code)) and not each.startswith("INP605")]
        assert result.schema, "the article is built and judged"
