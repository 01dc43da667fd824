"""From what was seen of a file to each service's answer; nobody's choices count here, for the service doesn't know them."""

from __future__ import annotations

from collections.abc import Iterator

from jats.acceptance.selection import cannot_be_suppressed
from jats.checking.active_rules import is_rule
from jats.checking.inspection import Inspection
from jats.checking.options import FileSettings
from jats.findings import Finding, Severity
from jats.results import Readiness, Verdict
from jats.rules.engine.targets import UNKNOWN


def readiness_of(seen: Inspection, settings: FileSettings) -> tuple[Readiness, ...]:
    """The answer of each service that is asked."""
    return tuple(_answer(seen, target, settings.targets) for target in settings.targets)


def _answer(seen: Inspection, target: str, targets: tuple[str, ...]) -> Readiness:
    rated = list(_rated(seen, target, targets))
    blocks = tuple(finding for finding in rated if finding.severity is Severity.ERROR)
    likes = tuple(finding for finding in rated if finding.severity is not Severity.ERROR)
    unknown = UNKNOWN.get(target, ())
    if seen.verdict is Verdict.UNKNOWN_SCHEMA:
        unknown = ("whether it is valid: there is no schema for what it declares", *unknown)
    return Readiness(target, blocks, likes, unknown)


def _rated(seen: Inspection, target: str, targets: tuple[str, ...]) -> Iterator[Finding]:
    """The findings that concern a service, each with the severity that the service gives it."""
    for notice in seen.located:
        finding = notice.finding
        if not is_rule(finding.code, targets):
            if cannot_be_suppressed(finding):
                yield finding
        elif target in finding.services:
            yield finding.rated(finding.severity_for(target))
