"""What an editor writes if a rule misses something: rules speak of elements, an article file has fields."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jats.draft import Map, Text

_FILE = Path(__file__).parent.parent / "data" / "rules" / "fields.tsv"
_ONE_KIND = re.compile(r"(?P<start>(?P<key>\w+): \{\w+: )[^,{}]+\}")


def in_words(code: str, draft: Map) -> str:
    """What is added to a rule's message about an article file; nothing if the message says enough, or no field helps.

    An example of one kind of value (`issn: {electronic: …}`) is given with the value that the file has.
    """
    holder, fields = hints().get(code, ("", ()))
    if holder == "journal":
        fields = tuple(_with_own_value(field, draft) for field in fields)
    file = "journal" if holder == "journal" else "article"
    return f"; in the {file} file: {' and '.join(fields)}" if fields else ""


def _with_own_value(field: str, draft: Map) -> str:
    match = _ONE_KIND.fullmatch(field)
    journal = draft.items.get("journal")
    own = journal.items.get(match["key"]) if match and isinstance(journal, Map) else None
    return f"{match['start']}{own.value}}}" if match and isinstance(own, Text) else field


@cache
def hints() -> dict[str, tuple[str, tuple[str, ...]]]:
    """For each code the object whose fields are missing (`article`, `journal`, or the field that lists it), and the fields."""
    rows = (line.split("\t") for line in _FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {code: (holder, tuple(fields.split(" | "))) for code, holder, fields in rows}
