"""What all tests share: where the checkout is, and where real data lies when it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


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
