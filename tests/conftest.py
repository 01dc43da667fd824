"""What all tests share: where the checkout is, and where real data lies when it is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

# A busy machine is no fault of ours; and what continuous integration draws is the same until the code changes.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


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
