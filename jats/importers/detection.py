"""Which importer reads a source: by its content, with the reason in words."""

from __future__ import annotations

from dataclasses import dataclass

from jats.files.kinds import Kind
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


def explain_detection(data: bytes, name: str, format_name: str | None = None) -> str:
    """Why an input is read as what, in one sentence for `--verbose`."""
    from jats.importers.kinds import input_kind

    kind = input_kind(data, name, format_name)
    if kind is Kind.XML:
        return "read as JATS, because it is XML and of no other known format"
    detected = detect(Source(name, data), format_name)
    if detected is not None:
        return f"read as {detected.importer.title} ({detected.importer.name}), because {detected.reason}"
    if kind is Kind.ARTICLE_FILE:
        return "read as article file (article-file), because nothing else is known of it"
    return "not read: none of the formats is recognised:\n" + "\n".join(f"  {line}" for line in supported_formats())


def supported_formats() -> list[str]:
    """One line per format: its name for --from, its title, and how its files' names end."""
    rows = [(each.name, each.title, " ".join(each.suffixes)) for each in sorted(importers(), key=lambda one: one.name)]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return [f"{name:<{widths[0]}}  {title:<{widths[1]}}  {suffixes}".rstrip() for name, title, suffixes in rows]
