"""What a person asked for, as one frozen value for command line, library and batch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import InitVar, dataclass

from jats.findings import Severity

CITATIONS = ("element", "mixed", "both", "alternatives")
"""The forms of a reference: its fields, its printed text with the fields tagged, or the two of them in one of two ways."""


@dataclass(frozen=True, slots=True)
class Options:
    """Choices that hold for a whole run.

    `settings` are `KEY=VALUE` pairs that win over every file; `journal` is the path of a journal file to use instead of the
    one found upwards; `skip_tidy` are the codes of changes (`INP202`) that `tidy` must not make to texts.
    `input_format` names the format of the inputs (`ris`) if it is not to be found by their content; `keep_phones` keeps the
    telephone numbers that a page gives. `citation` is the form of references, one of `CITATIONS`; None leaves it to the targets.
    `all_findings` lists in reports what is else only counted.
    `time_limit` is the number of seconds for one input of a command, 0 for no limit.
    """

    version: str = "1.3"
    tag_set: str = "publishing"
    journal: str | None = None
    settings: tuple[tuple[str, str], ...] = ()
    targets: tuple[str, ...] = ()
    skip_tidy: frozenset[str] = frozenset()
    schema: str | None = None
    fail_on: Severity = Severity.ERROR
    jobs: int = 1
    allow_unknown_schema: bool = False
    input_format: str | None = None
    keep_phones: bool = False
    citation: str | None = None
    all_findings: bool = False
    time_limit: float = 60.0
    keep: InitVar[frozenset[str] | None] = None
    """The old name of `skip_tidy`; it goes with the next release."""

    def __post_init__(self, keep: frozenset[str] | None) -> None:
        """Take the old name of `skip_tidy`, one target as a text, and settings as a mapping."""
        if isinstance(self.targets, str):
            object.__setattr__(self, "targets", (self.targets,))
        if isinstance(self.settings, Mapping):
            object.__setattr__(self, "settings", tuple((str(key), str(value)) for key, value in self.settings.items()))
        if keep is not None:
            object.__setattr__(self, "skip_tidy", keep)
