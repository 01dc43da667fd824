"""JSON Schema 2020-12 of the article, journal and issue files, for editors' tools."""

from __future__ import annotations

from typing import Any

from jats.model.article import Article, IssueFile, JournalFile
from jats.model.base import Data

FILES: dict[str, type[Data]] = {"article": Article, "journal": JournalFile, "issue": IssueFile}


def json_schema(kind: str) -> dict[str, Any]:
    """The schema of one kind of file: `article`, `journal` or `issue`. Raises KeyError for any other."""
    made = FILES[kind].model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"jats {kind} file",
        "type": "object",
        **{key: value for key, value in made.items() if key != "title"},
    }
