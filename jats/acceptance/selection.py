"""Which rules count for a file and how severe they are: by code, by the beginning of a code, or by topic."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jats.errors import InputError
from jats.findings import Finding, Severity
from jats.messages.words import nearest

TOPICS = {
    "identifiers": "0",
    "people": "1",
    "dates": "2",
    "titles": "3",
    "permissions": "4",
    "references": "5",
    "sections": "6",
    "figures": "7",
    "math": "8",
    "text": "9",
}
"""Names of topics, and the digit that codes of rules on it begin with."""

_OURS = re.compile(r"(?:COM|PMC|J4R|SPS|CRF|DOAJ|PUB|DCT|INP|SCH|IMP|CHK)[0-9]{0,3}")
_OTHERS = re.compile(r"[A-Z][A-Z0-9._-]*")
"""Codes of plug-ins and Schematron files; only as written, in capitals."""
_RULE = re.compile(r"[A-Z0-9]*[A-Z]([0-9])[0-9]{2}")
ALWAYS_ON = ("INP", "SCH")
"""Layers whose errors are facts: the file can't be built, or its schema refuses it. No choice makes them go away."""
_NO_SCHEMA = "SCH006"
_TOPIC_WEIGHT = 4
"""A topic is as special as a prefix with its digit: `COM1`."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes, beginnings of codes and topics: `select` alone are on (all if it is empty), `ignore` are off, some re-rated.

    If several match a code, the most specific one wins.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()

    def takes(self, code: str) -> bool:
        """Whether rules of this code are on."""
        chosen = _weight(code, self.select) if self.select else 0
        return chosen is not None and chosen > (-1 if (off := _weight(code, self.ignore)) is None else off)

    def apply(self, finding: Finding) -> Finding | None:
        """The finding as severe as the journal wants it, None if its rule is off."""
        if cannot_be_suppressed(finding):
            return finding
        own_layer = finding.code.startswith((*ALWAYS_ON, "CHK"))
        if not (Selection(ignore=self.ignore) if own_layer else self).takes(finding.code):
            return None
        severity = self._severity(finding.code)
        return finding if severity is None or severity is finding.severity else finding.rated(severity)

    def _severity(self, code: str) -> Severity | None:
        """What the most special selector says; of equals the last, for tables for files come after the general one."""
        said: tuple[int, Severity | None] = (0, None)
        for selector, severity in self.severities:
            said = (weight, severity) if (weight := _fits(code, selector)) and weight >= said[0] else said
        return said[1]


def cannot_be_suppressed(finding: Finding) -> bool:
    """Whether a finding is an error of the input or the schema, which can be fixed but not chosen away.

    That there is no schema for what a file declares is not one: old archives live with it.
    """
    return finding.severity is Severity.ERROR and finding.code.startswith(ALWAYS_ON) and finding.code != _NO_SCHEMA


def check_selectors(selectors: tuple[str, ...], where: str) -> tuple[str, ...]:
    """The selectors as they are compared, codes in capitals; raises InputError, with the nearest topic, for one of no form."""
    return tuple(_checked(selector.strip(), where) for selector in selectors)


def _checked(selector: str, where: str) -> str:
    if selector.lower() in TOPICS:
        return selector.lower()
    if _OURS.fullmatch(selector.upper()) or _OTHERS.fullmatch(selector):
        return selector.upper()
    near = nearest(selector, TOPICS, 1, 0.6)
    hint = f"did you mean {near[0]}?" if near else f"topics are {', '.join(TOPICS)}"
    raise InputError(f"{where}: {selector!r} is neither a code (COM105, COM) nor a topic; {hint}")


def _weight(code: str, selectors: tuple[str, ...]) -> int | None:
    return max((weight for selector in selectors if (weight := _fits(code, selector))), default=None)


def _fits(code: str, selector: str) -> int:
    """How specifically a selector matches a code; 0 if it doesn't."""
    if digit := TOPICS.get(selector):
        topic = _RULE.fullmatch(code)
        return _TOPIC_WEIGHT if topic and topic[1] == digit and not code.startswith((*ALWAYS_ON, "CHK")) else 0
    return len(selector) if code.startswith(selector) else 0
