"""What was seen of one file, before anybody's choices: a verdict, and findings with what stands at their places."""

from __future__ import annotations

from dataclasses import dataclass

from ..acceptance.suppressions import Suppression
from ..findings import Finding
from ..results import Excerpt, Verdict


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding, the source line to show with it, and the value that it is about, empty where that is no single one."""

    finding: Finding
    excerpt: Excerpt | None = None
    value: str = ""
    suppressed_by: Suppression | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """One file: `schema`, `why` and `doi` as in a result; `codes` are those of the rules that were asked."""

    verdict: Verdict
    notices: tuple[Notice, ...] = ()
    schema: str | None = None
    why: str | None = None
    doi: str | None = None
    journal: str | None = None
    suppressions: tuple[Suppression, ...] = ()
    codes: frozenset[str] = frozenset()
