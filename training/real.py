"""Real works out of labelled and structured references, to be printed in other styles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from random import Random
from typing import Any

from training.names import Person
from training.works import Work, glue

_LANGS = frozenset(("en", "es", "pt", "de", "fr"))
_NAMES = {"article_title": "t", "chapter_title": "t", "year": "y", "volume": "v", "issue": "n", "fpage": "p1", "publisher": "pb",
          "publisher_loc": "pl", "doi": "doi", "url": "url", "pmid": "pmid"}  # fmt: skip


def kind_of_fields(fields: Mapping[str, Any]) -> str | None:
    """What kind of work the fields make, None where too little is known."""
    if not fields.get("authors") or not fields.get("source") or not fields.get("year"):
        return None
    has_title = "article_title" in fields or "chapter_title" in fields
    if "publisher" in fields:
        return "chapter" if has_title and fields.get("editors") else None if has_title else "book"
    return "journal" if has_title and "fpage" in fields and "volume" in fields else None


def work_from(fields: Mapping[str, Any], lang: str, random: Random) -> Work:
    """The work that the fields describe, with the small words of its language."""
    used = lang if lang in _LANGS else "en"
    values = {name: random.choice(choices) for name, choices in glue(used).items()}
    for field, name in _NAMES.items():
        if field in fields:
            values[name] = str(fields[field])
    values["b" if "publisher" in fields else "s"] = str(fields["source"])
    if "fpage" in fields and "lpage" in fields:
        values["p"] = f"{fields['fpage']}{random.choice(('–', '-', '–', '—'))}{fields['lpage']}"
    if "doi" in fields:
        values["doiurl"] = values["doi"]
    return Work(used, values, _people(fields.get("authors", ())), _people(fields.get("editors", ())))


def _people(rows: Iterable[Mapping[str, str]]) -> list[Person]:
    return [(row["surname"], row["given"]) for row in rows if row.get("surname") and row.get("given")]
