"""Files that travel with the package: tables, templates, and in an installed package the compiled schemas."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..errors import SchemaError


@cache
def schemas_folder() -> Path:
    """Where the compiled schemas are: inside an installed package, else beside it in a checkout."""
    here = Path(__file__).resolve().parent
    for folder in (here / "schemas", here.parents[1] / "schemas" / "compiled"):
        if (folder / "catalog.tsv").is_file():
            return folder
    raise SchemaError("the compiled schemas are missing from this installation: install jats-export again")
