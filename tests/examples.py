"""How many examples an expensive test draws, or takes of a long list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import HealthCheck, settings

T = TypeVar("T")


def examples(number: int, *unchecked: HealthCheck) -> settings:
    """Settings for `number` examples where other tests draw 100; profiles with fewer or more keep the proportion.

    `unchecked` are the health checks that the test must not fail at.
    """
    profile = settings()
    ignored = {*profile.suppress_health_check, *unchecked}
    return settings(max_examples=max(2, number * profile.max_examples // 100), suppress_health_check=tuple(ignored))


def share(number: int) -> int:
    """How many of `number` examples a test marked `drawn` takes: all with `just hunt`, a tenth in other runs of all tests."""
    return max(1, min(number, number * settings().max_examples // 1000))


def sample(items: Sequence[T]) -> Sequence[T]:
    """The same share of a list, spread over it."""
    return items[:: max(1, 1000 // settings().max_examples)]
