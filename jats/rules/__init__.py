"""What services ask of XML, beyond its schema: rules by topic, their pages and their targets."""

from __future__ import annotations

from jats.rules.engine.pages import RulePage, rule_page
from jats.rules.engine.registry import Rule, load_rules

__all__ = ["RulePage", "explain", "list_rules", "rule_page"]


def explain(code: str) -> RulePage | None:
    """The page of a rule by its code, in capitals or not; `None` if there is no such rule."""
    return next((rule_page(rule) for rule in load_rules() if rule.code == code.upper()), None)


def list_rules(target: str | None = None) -> tuple[Rule, ...]:
    """All rules, or those of one target (`common` for those that are always on), by number. Raises TargetError."""
    if target is None:
        return load_rules()
    from jats.rules.engine.targets import find_target

    name = find_target(target).name
    return tuple(rule for rule in load_rules() if name in rule.services)
