"""Helpers of the importers' tests: an input as characters → drafts and findings, and all the way to XML."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jats import pipeline
from jats.draft import Map, Text, merge, plain
from jats.findings import Finding, Place, Severity
from jats.importers import Source, read_articles, read_input
from jats.options import Options

INPUTS = Path(__file__).parents[2].parent / "shared" / "inputs"
OFFICIAL = INPUTS.parent / "official"


@dataclass
class Read:
    """The articles of an input as plain data, and what was said of it."""

    articles: list[dict[str, Any]]
    findings: list[Finding] = field(default_factory=list)

    @property
    def said(self) -> list[str]:
        return [f"{finding.place.line} {finding.code} {finding.message}" for finding in self.findings]

    def codes(self) -> set[str]:
        return {finding.code for finding in self.findings}


def read(text: str | bytes, name: str, format_name: str | None = None) -> Read:
    """The articles of an input; its format is detected unless it is named."""
    findings: list[Finding] = []
    data = text.encode() if isinstance(text, str) else text
    drafts = read_input(Source(name, data), findings.append, format_name)
    return Read([plain(draft) for draft in drafts], findings)


def journal() -> Map:
    """What an export does not say and a journal's file does."""
    place = Place("journal.yaml")
    made, about, ids = Map(place), Map(place), Map(place)
    ids.put("publisher-id", Text("jt", place))
    about.put("ids", ids)
    about.put("title", Text("Journal of Tides", place))
    about.put("issn", Text("1234-5679", place))
    made.put("journal", about)
    made.put("language", Text("en", place))
    return made


@dataclass
class Built:
    """What became of one article on the way to XML."""

    valid: bool
    errors: list[Finding]


def build_all(path: Path) -> list[Built]:
    """Every article of a file, built with a journal's data; `valid` is the official schema's word."""
    source = Source(path.name, path.read_bytes())
    drafts = [article.draft for article in read_articles(source) if article.draft is not None]
    return [_built(merge(draft, journal())) for draft in drafts]


def _built(draft: Any) -> Built:
    findings: list[Finding] = []
    options = Options()
    tidied = pipeline.tidied(draft, options, findings.append)
    article = pipeline.gated(tidied, findings.append)
    valid = False
    if article is not None:
        document = pipeline.written(article, tidied, options, findings.append)
        valid = pipeline.judged(document, tidied, findings.append)
    return Built(valid, [each for each in findings if each.severity is Severity.ERROR])
