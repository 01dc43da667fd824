"""One fault, one finding: what two codes report at one place is kept under the first code, for the services of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from jats.findings import Finding, Severity
from jats.vocab.tables import tabbed_rows

_DOCUMENT = "document"
"""The condition for codes whose places differ: the schema reports a missing id once, a rule reports it at each link."""


def merged(findings: Sequence[Finding]) -> list[Finding | None]:
    """The findings in their order, with None in place of each one that another finding of the same place reports too."""
    kept: list[Finding | None] = list(findings)
    places: dict[tuple[str, str], int] = {}
    for number, finding in enumerate(findings):
        if finding.code in _keepers():
            places.setdefault((finding.code, _element(finding)), number)
            places.setdefault((finding.code, _DOCUMENT), number)
    for number, finding in enumerate(findings) if places else ():
        for keeper, condition in _same_faults().get(finding.code, ()):
            anywhere = condition.startswith(_DOCUMENT)
            at = places.get((keeper, _DOCUMENT if anywhere else _element(finding)))
            other = None if at is None else kept[at]
            if at is not None and other is not None and _holds(condition, other, finding):
                kept[at], kept[number] = _joined(other, finding), None
                break
    return kept


def _holds(condition: str, kept: Finding, gone: Finding) -> bool:
    """Whether two findings are of one fault: one of their messages contains the words in the table."""
    words = condition.removeprefix(_DOCUMENT).removeprefix(": ")
    return words in kept.message or words in gone.message


def _element(finding: Finding) -> str:
    """The XPath of the element: one code may name an attribute, the other its element."""
    return (finding.xml_path or "").partition("/@")[0]


def _joined(kept: Finding, gone: Finding) -> Finding:
    severities = {name: gone.severity_for(name) for name in gone.services}
    severities |= {name: max(kept.severity_for(name), severities.get(name, Severity.INFO)) for name in kept.services}
    worst = max(kept.severity, gone.severity)
    apart = tuple(severities.values()) if len(set(severities.values())) > 1 else ()
    return replace(kept, severity=worst, services=tuple(severities), severities=apart, fix=kept.fix or gone.fix)


@cache
def _same_faults() -> dict[str, tuple[tuple[str, str], ...]]:
    """The codes that are kept and the condition for it, by each code that gives way to them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in tabbed_rows("rules/same_fault.tsv"):
        kept, gone, condition = [*row, ""][:3]
        found.setdefault(gone, []).append((kept, condition))
    return {gone: tuple(codes) for gone, codes in found.items()}


@cache
def _keepers() -> frozenset[str]:
    return frozenset(code for codes in _same_faults().values() for code, _ in codes)
