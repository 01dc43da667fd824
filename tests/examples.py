"""How many examples an expensive property test draws."""

from __future__ import annotations

from hypothesis import HealthCheck, settings


def examples(number: int, *unchecked: HealthCheck) -> settings:
    """Settings for `number` examples where other tests draw 100; profiles with fewer or more keep the proportion.

    `unchecked` are the health checks that the test must not fail at.
    """
    profile = settings()
    ignored = {*profile.suppress_health_check, *unchecked}
    return settings(max_examples=max(2, number * profile.max_examples // 100), suppress_health_check=tuple(ignored))
