"""A source → its articles, each with the findings that belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from jats.draft import Map
from jats.findings import Finding, Note
from jats.importers import codes
from jats.importers.detection import Detected, detect
from jats.importers.registry import importers
from jats.importers.source import Source


@dataclass(slots=True)
class Imported:
    """One article of an input: its draft, None if there is none to be had, and what was found while it was read."""

    draft: Map | None
    findings: list[Finding] = field(default_factory=list)


def read_input(source: Source, note: Note, format_name: str | None = None) -> list[Map]:
    """The drafts of all articles of a source. Raises InputError for a format that does not exist."""
    drafts = []
    for article in read_articles(source, format_name):
        for finding in article.findings:
            note(finding)
        if article.draft is not None:
            drafts.append(article.draft)
    return drafts


def read_articles(
    source: Source, format_name: str | None = None, detected: Detected | None = None
) -> Iterator[Imported]:
    """Each article of a source as soon as it is read; at least one, which has no draft if there is no article.

    What an importer reports before it yields an article belongs to that article, what it reports at the end to the last.
    """
    detected = detected or detect(source, format_name)
    if detected is None:
        yield Imported(None, [codes.unsupported(source.place(1), (), [each.title for each in importers()])])
        return
    waiting: Imported | None = None
    findings: list[Finding] = []
    for draft in detected.importer.read(source, findings.append):
        if waiting is not None:
            yield waiting
        waiting = Imported(draft, list(findings))
        findings.clear()
    if waiting is None and not findings:
        findings.append(codes.no_article(source.place(1), (), detected.importer.title))
    last = waiting or Imported(None)
    last.findings += [*findings, *_about_encoding(source)]
    yield last


def _about_encoding(source: Source) -> Iterator[Finding]:
    if not source.was_decoded:
        return
    decoded = source.decoded
    if decoded.guessed:
        yield codes.encoding_guessed(source.place(1), (), decoded.encoding)
    if "\ufffd" in decoded.text:
        at = decoded.text.index("\ufffd")
        yield codes.damaged_characters(source.place_at(at), (), decoded.text.count("\ufffd"))
