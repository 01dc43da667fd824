"""Files that are installed with the package: tables, templates and the compiled schemas.

This module is on the cold path of `jats validate`: importing pathlib would take a tenth of the time.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from jats.errors import SchemaError

if TYPE_CHECKING:
    from pathlib import Path


def schemas_folder() -> Path:
    """The folder of the compiled schemas: inside an installed package, or beside it in a checkout."""
    from pathlib import Path

    return Path(_schemas())


def schema_bytes(name: str) -> bytes:
    """One of the files in that folder."""
    with open(os.path.join(_schemas(), name), "rb") as file:
        return file.read()


@cache
def _schemas() -> str:
    here = os.path.dirname(os.path.realpath(__file__))
    checkout = os.path.dirname(os.path.dirname(here))
    for folder in (os.path.join(here, "schemas"), os.path.join(checkout, "schemas", "compiled")):
        if os.path.isfile(os.path.join(folder, "catalog.tsv")):
            return folder
    raise SchemaError("the compiled schemas are missing from this installation: install jats-export again")
