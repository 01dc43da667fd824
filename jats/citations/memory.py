"""Values that are made once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")
_KEPT = 100_000
"""Values remembered at most; a list of references has far fewer."""


class Remembered(dict[K, V], Generic[K, V]):
    """Values that are made when they are first asked for: `remembered[key]`."""

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        """Make the value and keep it."""
        if len(self) >= _KEPT:
            self.clear()
        made = self[key] = self._make(key)
        return made
