"""What a person asked for, as one frozen value for command line, library and batch."""

from __future__ import annotations

from dataclasses import dataclass

from jats.findings import Severity


@dataclass(frozen=True, slots=True)
class Options:
    """Choices that hold for a whole run.

    `settings` are `KEY=VALUE` pairs that win over every file; `journal` is the path of a journal file to use instead of the
    one found upwards; `keep` are codes of changes (`INP202`) that are not to be made to texts.
    """

    version: str = "1.3"
    tag_set: str = "publishing"
    journal: str | None = None
    settings: tuple[tuple[str, str], ...] = ()
    targets: tuple[str, ...] = ()
    keep: frozenset[str] = frozenset()
    schema: str | None = None
    fail_on: Severity = Severity.ERROR
    jobs: int = 1
    allow_unknown_schema: bool = False
