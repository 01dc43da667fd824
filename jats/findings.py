"""What the tool has to say about data: findings, with their place in the user's own file. Standard library only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import NamedTuple


class Severity(IntEnum):
    """How much a finding matters; comparable, the worst is the greatest."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        """The name that reports print, in lower case."""
        return self.name.lower()


class Place(NamedTuple):
    """A place in a file that the user can open: line and column count from 1, `None` if unknown."""

    # A tuple: there is one for every key and value, and a frozen dataclass takes three times as long to make.
    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that fixes a finding: the text at the finding's place, and what to write instead.

    With a `comment`, `new` is fields in YAML's notation in place of a text, and the comment goes after them on their line.
    """

    old: str
    new: str
    safe: bool = True
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or worth knowing, in the editor's language.

    `data_path` names the field of the input (`authors[2].orcid`, counted from 1), `xml_path` the XPath of the element;
    `xml_place` is the place in the XML when `place` is in another input; `source` says which layer or guide asks for it.
    `severities` are those that `services` give it, in their order, if they differ; `severity` is the worst of them.
    `times` is the number of findings that it stands for, more than one if they are counted and not listed.
    """

    code: str
    severity: Severity
    message: str
    place: Place
    data_path: str | None = None
    xml_path: str | None = None
    xml_place: Place | None = None
    fix: Fix | None = None
    source: str | None = None
    services: tuple[str, ...] = ()
    severities: tuple[Severity, ...] = ()
    times: int = 1

    def __str__(self) -> str:
        """The finding on one line, as a log wants it: place, severity, code, field and message."""
        message = " ".join(self.message.split())
        field = f" {self.data_path}:" if self.data_path else ""
        return f"{self.place} {self.severity.word} {self.code}{field} {message}"

    def at(self, place: Place, data_path: str | None = None) -> Finding:
        """The same finding shown at another place."""
        return replace(self, place=place, data_path=data_path or self.data_path)

    def severity_for(self, service: str) -> Severity:
        """The severity that one of `services` gives the finding."""
        return dict(zip(self.services, self.severities, strict=False)).get(service, self.severity)

    def rated(self, severity: Severity) -> Finding:
        """The same finding with another severity."""
        return replace(self, severity=severity)


Note = Callable[[Finding], None]
"""Takes findings as they are seen; handed down as the last parameter."""
