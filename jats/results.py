"""What became of one file: a verdict and findings, as batch, reports and library pass it on. Standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from jats.findings import Finding, Place


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
    findings by their place; `journal` is the journal's title, None if the file does not name it.
    """

    file: str
    verdict: Verdict
    schema: str | None = None
    why: str | None = None
    doi: str | None = None
    findings: tuple[Finding, ...] = ()
    excerpts: Mapping[Place, Excerpt] = field(default_factory=dict)
    journal: str | None = None


@dataclass(frozen=True, slots=True)
class Readiness:
    """One service's answer about one file, as far as the file tells: `blocks` keep it back, `likes` are what would be better."""

    target: str
    blocks: tuple[Finding, ...] = ()
    likes: tuple[Finding, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether nothing that is known here keeps the file back."""
        return not self.blocks
