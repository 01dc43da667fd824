"""What an editor writes where a rule misses something: rules speak of elements, an article file has fields."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent.parent / "data" / "rules" / "fields.tsv"


def in_words(code: str) -> str:
    """What is added to a rule's message about an article file; nothing where the message says enough, or no field helps."""
    holder, fields = hints().get(code, ("", ()))
    file = "journal" if holder == "journal" else "article"
    return f"; in the {file} file: {' and '.join(fields)}" if fields else ""


@cache
def hints() -> dict[str, tuple[str, tuple[str, ...]]]:
    """For each code the object whose fields are missing (`article`, `journal`, or the field that lists it), and the fields."""
    rows = (line.split("\t") for line in _FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {code: (holder, tuple(fields.split(" | "))) for code, holder, fields in rows}
