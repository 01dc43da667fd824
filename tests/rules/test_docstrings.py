"""The examples on the pages of all rules, run: what is wrong gives exactly its code, what is right gives nothing."""

from __future__ import annotations

import re

import pytest

from jats.rules.engine.pages import Example, rule_page, without_marks
from jats.rules.engine.registry import Rule, load_rules
from jats.rules.engine.targets import ALL
from tests.rules.examples import Trial, codes_in, trials
from tests.rules.host import KINDS, host_text, takes


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.code)
def test_page_is_complete(rule: Rule) -> None:
    page = rule_page(rule)
    assert page.title.endswith("."), "the first sentence of the docstring ends with a full stop"
    assert set(rule.services) <= set(ALL)
    known = {*ALL, *KINDS}
    assert all(set(example.only) <= known for example in (*page.wrong, *page.right))


@pytest.mark.parametrize(
    ("service", "kind"), [(service, kind) for service in ALL for kind in KINDS if takes(service, kind)]
)
def test_host_is_clean(service: str, kind: str) -> None:
    found = codes_in(host_text(service, kind).encode(), service)
    assert not found, f"the {kind} host for {service} is not clean: {found}"


@pytest.mark.parametrize("trial", trials(), ids=lambda trial: trial.name)
def test_example(trial: Trial) -> None:
    found = trial.codes()
    others = {code: messages for code, messages in found.items() if code != trial.code}
    if trial.wrong:
        assert trial.code in found, (
            f"{trial.code} finds nothing wrong in its wrong example; found: {others or 'nothing'}"
        )
        assert not others, f"the wrong example breaks other rules too: {others}"
    else:
        assert trial.code not in found, f"{trial.code} finds its right example wrong: {found[trial.code]}"
        assert not others, f"the right example breaks other rules: {others}"


def test_right_examples_are_whole() -> None:
    """A right example shows what is right, not only the place where it would be."""
    shells = {rule.code for rule in load_rules() if any(map(_is_shell, rule_page(rule).right))}
    assert not shells, f"right examples that show nothing: {sorted(shells)}"


def _is_shell(example: Example) -> bool:
    return re.fullmatch(r'<[\w-]+( id="\w+")?>…\s*</[\w-]+>', without_marks(example.text)) is not None
