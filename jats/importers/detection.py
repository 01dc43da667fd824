"""Which importer reads a source: by its content, with the reason in words."""

from __future__ import annotations

from dataclasses import dataclass

from jats.importers.registry import Importer, importer_named, importers
from jats.importers.source import Source


@dataclass(frozen=True, slots=True)
class Detected:
    """The importer of a source, and why: `reason` completes the sentence "it is read as RIS because …"."""

    importer: Importer
    reason: str


def detect(source: Source, format_name: str | None = None) -> Detected | None:
    """The importer that reads the source; None if no importer knows it.

    Formats with marks of their own are asked first, those whose suffix the name has before the others.
    `format_name` is the choice of `--from`; InputError if there is no such format.
    """
    if format_name is not None:
        return Detected(importer_named(format_name), "--from says so")
    suffix = source.suffix
    ordered = sorted(importers(), key=lambda each: (each.rank, suffix not in each.suffixes))  # stable: then by name
    for each in ordered:
        if reason := each.detects(source):
            return Detected(each, reason)
    return None


def supported_formats() -> list[str]:
    """One line per format: its name for --from, its title, and how its files' names end."""
    rows = [(each.name, each.title, " ".join(each.suffixes)) for each in sorted(importers(), key=lambda one: one.name)]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return [f"{name:<{widths[0]}}  {title:<{widths[1]}}  {suffixes}".rstrip() for name, title, suffixes in rows]
