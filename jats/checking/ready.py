"""From what was seen of a file to each service's answer; nobody's choices count here, for the service doesn't know them."""

from __future__ import annotations

from collections.abc import Iterator

from ..acceptance.selection import is_ground
from ..findings import Finding, Severity
from ..readiness import UNKNOWN, Readiness
from ..results import Verdict
from .rules_on import is_rule
from .seen import Seen
from .wish import Settings


def readiness_of(seen: Seen, settings: Settings) -> tuple[Readiness, ...]:
    """The answer of each service that is asked."""
    return tuple(_answer(seen, target, settings.targets) for target in settings.targets)


def _answer(seen: Seen, target: str, targets: tuple[str, ...]) -> Readiness:
    rated = list(_rated(seen, target, targets))
    blocks = tuple(finding for finding in rated if finding.severity is Severity.ERROR)
    likes = tuple(finding for finding in rated if finding.severity is not Severity.ERROR)
    unknown = UNKNOWN.get(target, ())
    if seen.verdict is Verdict.UNKNOWN_SCHEMA:
        unknown = ("whether it is valid: there is no schema for what it declares", *unknown)
    return Readiness(target, blocks, likes, unknown)


def _rated(seen: Seen, target: str, targets: tuple[str, ...]) -> Iterator[Finding]:
    """The findings that concern a service, each with the severity that the service gives it."""
    for notice in seen.notices:
        finding = notice.finding
        if not is_rule(finding.code, targets):
            if is_ground(finding):
                yield finding
        elif target in finding.services:
            yield finding.rated(finding.severity_for(target))
