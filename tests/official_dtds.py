"""The official DTDs for tests, fetched once with npm: kept in pytest's cache, or for one run if pytest has no cache."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.made_once import folder_of_run, made_once

sys.path.append(str(ROOT / "schemas"))

from official import UnreachableError, fetch, read_lock  # a script's folder, not a package


def official_schemas(config: pytest.Config, factory: pytest.TempPathFactory) -> Path | str:
    """The official package's folder of schemas, or in words why it can't be had."""
    cache: pytest.Cache | None = getattr(config, "cache", None)  # absent with -p no:cacheprovider
    kept = folder_of_run(factory) if cache is None else cache.mkdir("official-dtds")
    try:
        folder = made_once(kept / f"fetched-{read_lock()['version']}", fetch)
    except UnreachableError as error:
        return f"the official DTDs can't be fetched: {error}"
    return folder / "package" / "schema"
