"""Media types of files, by how their names end."""

from __future__ import annotations

from jats.vocab.tables import rows


def media_type_of(name: str) -> str | None:
    """The media type of a file or address of that name (`tides.csv` → `text/csv`); `None` if its end says nothing."""
    stem, dot, end = name.rpartition("/")[2].rpartition(".")
    if not (stem and dot):
        return None
    return next((kind for known, kind in rows("media_types") if known == end.lower()), None)
