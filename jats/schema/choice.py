"""The schema that a document is validated against, and why it was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT = "publishing-1.3-mathml3"
"""The schema for an article that declares nothing."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the declaration that its author should know; `kind` is "identifier" or "contradiction"."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen schema: a variant's `name` or the user's `file`; both None if no schema is known.

    `basis` is the reason: "override", "public-id", "system-id", "schema-location", "dtd-version", "default", or
    "unknown"; `why` says the same as a sentence. `declared` is, in words, what the document declares.
    """

    name: str | None
    basis: str
    why: str
    declared: str
    file: Path | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def known(self) -> bool:
        """Whether a schema was found."""
        return self.name is not None or self.file is not None

    @property
    def schema(self) -> str | None:
        """The variant's name or the file's path, as reports show it."""
        return self.name or (str(self.file) if self.file else None)
