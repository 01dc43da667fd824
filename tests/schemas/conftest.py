"""The official DTDs, fetched once with npm and kept in pytest's cache; tests that ask for them are skipped without."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

from ..conftest import ROOT

sys.path.append(str(ROOT / "schemas"))

from official import Doctype, UnreachableError, fetch, read_doctypes


@pytest.fixture(scope="session")
def official(pytestconfig: pytest.Config) -> Path:
    """The official package's folder of schemas."""
    cache = pytestconfig.cache
    if cache is None:
        pytest.skip("pytest runs without its cache, where the official DTDs are kept")
    kept = cache.mkdir("official-dtds") / "0.0.10"
    if not kept.is_dir():
        try:
            fetched = fetch(Path(tempfile.mkdtemp(dir=kept.parent)))
        except UnreachableError as error:
            pytest.skip(f"the official DTDs can't be fetched: {error}")
        if not kept.is_dir():
            os.replace(fetched.parent, kept)
    return kept / "schema"


@pytest.fixture(scope="session")
def doctypes(official: Path) -> list[Doctype]:
    """The entries of the official catalog."""
    return read_doctypes(official)
