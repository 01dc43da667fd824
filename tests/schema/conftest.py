"""The judge of judges: the official DTD where npm can fetch it, else the compiled one, which is proved equal elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from lxml import etree

from jats.schema import catalog
from jats.schema.dtd import load
from tests.official_dtds import official_schemas

LoadDtd = Callable[[str], etree.DTD]


@pytest.fixture(scope="session")
def load_official(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> LoadDtd:
    """Gives a variant's DTD by its name."""
    folder = official_schemas(pytestconfig, tmp_path_factory)
    if isinstance(folder, str):
        return load

    @cache
    def load_from_package(name: str) -> etree.DTD:
        variant = catalog.variant(name)
        return etree.DTD(file=str(folder / variant.version / variant.file_name))

    return load_from_package
