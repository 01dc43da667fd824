"""What all tests share: the checkout, real data if it is there, and how many examples a property test draws."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

UNSHRUNK = (Phase.explicit, Phase.generate)
"""A large example can take minutes to shrink, so only the profile `shrink` does that."""


def register_profile(name: str, examples: int, derandomize: bool, phases: tuple[Phase, ...] = UNSHRUNK) -> None:
    """Register a profile without limits of time: a busy machine must not fail a test."""
    settings.register_profile(
        name,
        max_examples=examples,
        derandomize=derandomize,
        phases=phases,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow],
    )


register_profile("quick", 10, derandomize=True)
register_profile("all", 100, derandomize=True)
register_profile("hunt", 1000, derandomize=False)
register_profile("shrink", 1000, derandomize=False, phases=(*UNSHRUNK, Phase.shrink))
settings.load_profile("all")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and official schemas beside the checkout; a test that asks for it is skipped without."""
    if not SHARED.is_dir():
        pytest.skip("the folder of real data (../shared) is not there")
    return SHARED
