"""What became of one file: a verdict and findings, as batch, reports and library pass it on. Standard library only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from jats.findings import Finding, Place, Severity


class Verdict(StrEnum):
    """The one word about a file; each value is also the word that reports print."""

    VALID = "valid"
    INVALID = "invalid"
    MALFORMED = "malformed"
    UNKNOWN_SCHEMA = "unknown-schema"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of one line of the input; from the character `mark` on (counted from 0), `width` characters are underlined."""

    text: str
    mark: int
    width: int


@dataclass(frozen=True, slots=True)
class Result:
    """The verdict on one file, with what was found.

    `schema` is the variant that judged (`publishing-1.3-mathml3`) or the file given by name, `why` how it was chosen;
    `doi` is the article's DOI, else its PMCID, for joining results with other data. `excerpts` has the source lines of
    findings by their place; `journal` is the journal's title, None if the file does not name it. `unlisted_fixes` counts
    safe fixes of findings that are counted and not listed.
    """

    file: str
    verdict: Verdict
    schema: str | None = None
    why: str | None = None
    doi: str | None = None
    findings: tuple[Finding, ...] = ()
    excerpts: Mapping[Place, Excerpt] = field(default_factory=dict)
    journal: str | None = None
    unlisted_fixes: int = 0

    def severities(self) -> Counter[Severity]:
        """The number of findings of each severity, with those that are not listed."""
        found: Counter[Severity] = Counter()
        for finding in self.findings:
            found[finding.severity] += finding.times
        return found


MOST_LISTED = 100
"""The number of findings of one code that a report lists for one file; the others are counted."""


def listed(result: Result, most: int = MOST_LISTED) -> Result:
    """The result with the first findings of each code, and one more in place of the others, which stands for them."""
    seen: Counter[str] = Counter()
    kept: list[Finding] = []
    others: dict[tuple[str, Severity], list[Finding]] = {}
    for finding in result.findings:
        seen[finding.code] += 1
        if seen[finding.code] <= most:
            kept.append(finding)
        else:
            others.setdefault((finding.code, finding.severity), []).append(finding)
    if not others:
        return result
    fixes = sum(each.fix is not None and each.fix.safe for found in others.values() for each in found)
    kept += [_standing_for(found) for found in others.values()]
    return replace(result, findings=tuple(kept), unlisted_fixes=fixes)


def _standing_for(others: list[Finding]) -> Finding:
    first, number = others[0], len(others)
    if number == 1:
        return first
    message = f"{number:,} more findings of this code are not listed: list them with --all-findings"
    services = tuple(sorted({service for each in others for service in each.services}))
    return Finding(first.code, first.severity, message, first.place, services=services, times=number)


@dataclass(frozen=True, slots=True)
class Readiness:
    """One service's answer about one file, as far as the file shows: `blocks` keep it back, `likes` are what would be better."""

    target: str
    blocks: tuple[Finding, ...] = ()
    likes: tuple[Finding, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether nothing that is known here keeps the file back."""
        return not self.blocks
