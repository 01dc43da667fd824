"""Findings of one file that say the same of several places, as one finding with the other places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jats.findings import Finding, Severity

REPEATED = 3
"""So many findings that say the same become one."""

_VALUE = re.compile(r"'[^']*'|\"[^\"]*\"|\b\w+://[^\s)]+|\d+(?:[.,:-]\d+)*X?")


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, and those after it that say the same of other values."""

    finding: Finding
    others: Sequence[Finding] = ()


def told_once(findings: Sequence[Finding]) -> list[Told]:
    """The findings in order; those that repeat an earlier one are with it, if there are enough of them."""
    alike: dict[tuple[str, Severity, bool, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault(_kind(finding), []).append(finding)
    told = []
    for finding in findings:
        same = alike[_kind(finding)]
        if len(same) < REPEATED or finding.place.line is None or finding.times > 1:
            told.append(Told(finding))
        elif finding is same[0]:
            told.append(Told(finding, same[1:]))
    return told


def elsewhere(told: Told) -> Iterator[str]:
    """The other places, each with its field or the values in which it differs from the first finding."""
    first = _values(told.finding.message)
    for other in told.others:
        place = ":".join(str(number) for number in (other.place.line, other.place.column) if number is not None)
        values = (value for value in _values(other.message) if value not in first and value[0] in "'\"")
        about = ", ".join([*([other.data_path] if other.data_path else []), *dict.fromkeys(values)])
        yield f"{place} ({about})" if about else place


def _kind(finding: Finding) -> tuple[str, Severity, bool, str]:
    return (
        finding.code,
        finding.severity,
        finding.fix is not None and finding.fix.safe,
        _VALUE.sub("…", finding.message),
    )


def _values(message: str) -> list[str]:
    return [match[0] for match in _VALUE.finditer(message)]


def by_file(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings under the name of the file that each is in, in the order of the files' first findings."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.place.file, []).append(finding)
    return found
