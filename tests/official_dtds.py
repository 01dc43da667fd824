"""The official DTDs for tests, fetched once with npm and kept in pytest's cache."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

sys.path.append(str(ROOT / "schemas"))

from official import UnreachableError, fetch, read_lock  # a script's folder, not a package


def official_schemas(config: pytest.Config) -> Path | str:
    """The official package's folder of schemas, or in words why it can't be had."""
    cache = config.cache
    if cache is None:
        return "pytest runs without its cache, where the official DTDs are kept"
    kept = cache.mkdir("official-dtds") / read_lock()["version"]
    if not kept.is_dir():
        try:
            fetched = fetch(Path(tempfile.mkdtemp(dir=kept.parent)))
        except UnreachableError as error:
            return f"the official DTDs can't be fetched: {error}"
        if not kept.is_dir():  # another worker may have been faster
            os.replace(fetched.parent, kept)
    return kept / "schema"
