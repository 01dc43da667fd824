"""References of exports as the fields of the article file; printed ones as they are printed."""

from __future__ import annotations

from collections.abc import Sequence

from jats.draft import Map, Text
from jats.importers.exports.branches import Branch
from jats.importers.exports.drafting import put
from jats.importers.exports.placing import How, Placement, fill


def reference(branch: Branch, section: Sequence[Placement], hows: dict[str, How]) -> Map | Text | None:
    """A reference by its fields, its printed text, or both; None if nothing is said of it."""
    made = Map(branch.place)
    fill(made, branch, section, hows)
    if not made.items:
        return None
    text = made.items.get("text")
    if len(made.items) == 1 and isinstance(text, Text):
        return text
    if "text" not in made.items or len(made.items) > 2:
        put(made, "type", _kind(made, branch))
    if "title" in made.items and "source" not in made.items and _is(made, "book"):
        made.items["source"] = made.items.pop("title")
        made.keys["source"] = made.keys.pop("title")
    return made


def _is(made: Map, kind: str) -> bool:
    said = made.items.get("type")
    return isinstance(said, Text) and said.value == kind


def _kind(made: Map, branch: Branch) -> Text | None:
    """The kind of work, if its fields leave no doubt."""
    has = made.items.keys()
    kind = ""
    if "organization" in has or "number" in has:
        kind = "standard"
    elif "isbn" in has or branch.says("volume-title", "volume_title"):
        kind = "chapter" if "title" in has else "book"
    elif (
        branch.says("journal-title", "journal_title")
        or "issn" in has
        or ("title" in has and has & {"source", "volume", "issue"})
    ):
        kind = "journal"
    return Text(kind, branch.place) if kind else None
