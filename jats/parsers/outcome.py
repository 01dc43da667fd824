"""What every reader gives: a value, how certain it is, and what was dropped or changed on the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Certainty(IntEnum):
    """How certain a reading is; comparable, the least certain is the greatest."""

    CERTAIN = 0
    LIKELY = 1
    UNREADABLE = 2


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A reading: the value (`None` if there is none), its certainty, what changed, and how to write it without doubt.

    `notes` are phrases such as `the label 'Keywords' is dropped`. `write` is the whole value as it should be written.
    """

    value: T | None
    certainty: Certainty = Certainty.CERTAIN
    notes: tuple[str, ...] = ()
    write: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to report."""
        return self.certainty is Certainty.CERTAIN and not self.notes


def unreadable(why: str, write: str = "") -> Outcome[T]:
    """No reading: why, and what to write instead."""
    return Outcome(None, Certainty.UNREADABLE, (why,), write)
