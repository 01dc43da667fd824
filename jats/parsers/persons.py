"""The values that names are read into: a person or body, and a line of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A person, a body (`group`), or somebody who is not named (`anonymous`)."""

    surname: str | None = None
    given: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    full: str | None = None
    degrees: tuple[str, ...] = ()
    orcid: str | None = None
    email: str | None = None
    role: str | None = None
    role_kind: str | None = None
    group: str | None = None
    anonymous: bool = False

    def __str__(self) -> str:
        """As it is written without doubt: `Roe, Jane`."""
        if self.anonymous:
            return "anonymous"
        return self.group or self.full or ", ".join(part for part in (self.surname, self.given, self.suffix) if part)

    @property
    def fields(self) -> str:
        """As fields of the article file: `{surname: Roe, given: Jane}`."""
        if self.group or self.anonymous:
            return f'{{collaboration: "{self.group}"}}' if self.group else "{anonymous: yes}"
        named = (("full", self.full), ("surname", self.surname), ("given", self.given), ("suffix", self.suffix))
        return "{" + ", ".join(f"{name}: {value}" for name, value in named if value) + "}"


@dataclass(frozen=True, slots=True)
class People:
    """A line of people, and whether it says that there are more."""

    people: tuple[Person, ...]
    etal: bool = False

    def __str__(self) -> str:
        """As it is written without doubt."""
        return "; ".join([*(str(one) for one in self.people), *(["et al."] if self.etal else [])])
