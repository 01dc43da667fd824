"""The official DTDs; tests that ask for them are deselected if npm is absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.official_dtds import official_schemas

from official import Doctype, read_doctypes  # isort: skip - the line above makes it importable


@pytest.fixture(scope="session")
def official(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The official package's folder of schemas."""
    found = official_schemas(pytestconfig, tmp_path_factory)
    if isinstance(found, str):
        pytest.skip(found)
    return found


@pytest.fixture(scope="session")
def doctypes(official: Path) -> list[Doctype]:
    """The entries of the official catalog."""
    return read_doctypes(official)
