"""What was seen of one file, before anybody's choices: a verdict, and findings with what is at their places."""

from __future__ import annotations

from dataclasses import dataclass

from jats.acceptance.suppressions import Suppression
from jats.findings import Finding
from jats.results import Excerpt, Verdict


@dataclass(frozen=True, slots=True)
class LocatedFinding:
    """A finding, the source line to show with it, and the value that it is about, empty if that is not a single one."""

    finding: Finding
    excerpt: Excerpt | None = None
    value: str = ""
    suppressed_by: Suppression | None = None


@dataclass(frozen=True, slots=True)
class Inspection:
    """One file: `schema`, `why` and `doi` as in a result; `codes` are those of the rules that were asked."""

    verdict: Verdict
    located: tuple[LocatedFinding, ...] = ()
    schema: str | None = None
    why: str | None = None
    doi: str | None = None
    journal: str | None = None
    suppressions: tuple[Suppression, ...] = ()
    codes: frozenset[str] = frozenset()


def as_one(inspections: list[Inspection]) -> Inspection:
    """What was seen of a file that has several articles: all findings, and the worst verdict."""
    if len(inspections) == 1:
        return inspections[0]
    verdicts = {each.verdict for each in inspections}
    first = inspections[0]
    return Inspection(
        first.verdict if len(verdicts) == 1 else Verdict.INVALID,
        tuple(located for each in inspections for located in each.located),
        first.schema,
        f"built as {first.schema}, {len(inspections)} articles" if first.schema else f"{len(inspections)} articles",
        None,
        first.journal,
        codes=first.codes.union(*(each.codes for each in inspections)),
    )
