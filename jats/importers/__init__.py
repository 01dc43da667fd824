"""ANY INPUT → DRAFT: one outside format per file, registered by a decorator; others add theirs by entry point.

An importer yields one draft per article in the fields of the article file, before any tidying. Each value is a `Text` with its
place in the input. What has no field is reported as not placed. docs/developers/importers.md shows how to write one.
"""

from __future__ import annotations

from jats.importers.detection import Detected, detect
from jats.importers.reading import Imported, read_articles, read_input
from jats.importers.registry import Importer, importer, importers
from jats.importers.source import Source

__all__ = [
    "Detected",
    "Imported",
    "Importer",
    "Source",
    "detect",
    "importer",
    "importers",
    "read_articles",
    "read_input",
]
