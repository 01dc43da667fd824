"""How a rule is announced, and how rules are found: our folders are walked, others' by entry point when they are named.

Only the standard library is imported here, so that a plug-in costs nothing until it is used.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from jats.errors import PluginError
from jats.findings import Fix, Severity

if TYPE_CHECKING:
    from lxml import etree

_ENTRY_POINTS = "jats.rules"


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields when its message is not about the element that it was given, or needs more than a message.

    `attribute` is the name as written (`xlink:href`). `severity`, `severities` (by service) and `services` narrow what the
    rule says of itself. `fix` replaces the attribute's value, or the element's whole text if no attribute is named.
    """

    message: str
    element: etree._Element | None = None
    attribute: str | None = None
    severity: Severity | None = None
    services: tuple[str, ...] | None = None
    fix: Fix | None = None
    severities: Mapping[str, Severity] | None = None


Check = Callable[..., Iterator[str | Hit]]
"""A rule's function: it is given an element, or an element and its document; for rules on text, a match."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code, the elements that it is asked about (`on`), its services, severity, function and page.

    `on` holds keys of `RuleContext.group`. A rule on text has a `pattern` instead and is asked for each place that matches.
    """

    code: str
    on: tuple[str, ...]
    services: tuple[str, ...]
    severity: Severity
    check: Check
    page: str
    severities: Mapping[str, Severity] | None = None
    pattern: str | None = None
    wants_context: bool = False

    def severity_for(self, services: tuple[str, ...]) -> Severity:
        """The worst severity that any of these services gives the rule."""
        return max(((self.severities or {}).get(service, self.severity) for service in services), default=self.severity)

    def severity_of(self, hit: Hit, service: str) -> Severity:
        """The severity that one service gives a hit of the rule."""
        if hit.severity is not None:
            return hit.severity
        return (hit.severities or {}).get(service, self.severity_for((service,)))


_RULES: dict[str, Rule] = {}


def rule(
    code: str,
    *,
    on: str | tuple[str, ...],
    services: tuple[str, ...],
    severity: Severity = Severity.ERROR,
    severities: Mapping[str, Severity] | None = None,
) -> Callable[[Check], Check]:
    """Announce a function as the rule of that code; its docstring is the rule's page. Raises PluginError for a code used twice.

    `on` is one key or several: `name`, `parent/name`, `ancestor//name`, `@attribute`, `name/@attribute`, `/` (once a
    document, with its root). Prefixes are those of the tag sets: `mml:math`, `ali:license_ref`, `@xlink:href`.
    """

    def announce(check: Check) -> Check:
        places = (on,) if isinstance(on, str) else on
        page, wants_context = check.__doc__ or "", len(inspect.signature(check).parameters) > 1
        add_rule(Rule(code, places, services, severity, check, page, severities, None, wants_context))
        return check

    return announce


def text_rule(
    code: str, *, pattern: str, services: tuple[str, ...], severity: Severity = Severity.WARNING
) -> Callable[[Check], Check]:
    """Announce a rule on running text: the function gets each match of `pattern` in a piece of text, and its element.

    The pattern is searched in the whole document's text at once, so it must not use `^`, `$` or look far around itself.
    The first thing that the function yields for an element is kept, the rest would repeat it.
    """

    def announce(check: Check) -> Check:
        add_rule(Rule(code, ("text()",), services, severity, check, check.__doc__ or "", pattern=pattern))
        return check

    return announce


def add_rule(new: Rule) -> None:
    """Put a rule among those that `load_rules` gives; PluginError when its code is taken."""
    if new.code in _RULES:
        raise PluginError(
            f"two rules have the code {new.code}: {_RULES[new.code].check.__module__}, {new.check.__module__}"
        )
    _RULES[new.code] = new


@cache
def load_rules() -> tuple[Rule, ...]:
    """All rules of our own folders, in the order of their numbers."""
    import pkgutil

    package = import_module("jats.rules")
    for module in pkgutil.walk_packages(package.__path__, "jats.rules."):
        import_module(module.name)
    ours = (each for each in _RULES.values() if each.services)
    return tuple(sorted(ours, key=lambda each: (each.code[-3:], each.code)))


@cache
def load_foreign_rules(target: str) -> tuple[Rule, ...]:
    """The rules of an installed plug-in for that target: entry point `jats.rules`, its name the target's.

    Empty if there is no such plug-in; raises PluginError, in one line, if it can't be loaded.
    """
    from importlib.metadata import entry_points

    for entry in entry_points(group=_ENTRY_POINTS, name=target):
        load_rules()  # what comes after is the plug-in's
        before = set(_RULES)
        try:
            entry.load()
        except (ImportError, AttributeError, SyntaxError, PluginError) as error:
            raise PluginError(
                f"the plug-in {entry.value!r} for the target {target!r} can't be loaded: {error}"
            ) from error
        return tuple(_RULES[code] for code in sorted(set(_RULES) - before))
    return ()
