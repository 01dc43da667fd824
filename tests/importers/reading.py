"""Helpers of the importers' tests: an input as characters → drafts and findings, and all the way to XML."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jats import pipeline
from jats.draft import plain
from jats.findings import Finding
from jats.importers import Source, read_input
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


JOURNAL = """format: 1
title: Journal of Tides
ids: {publisher-id: jt}
issn: 1234-5679
defaults: {language: en}
"""


def build_all(path: Path, folder: Path) -> list[pipeline.ArticleRun]:
    """Every article of a file, taken through all steps with a journal's file, which is written into `folder`."""
    journal = folder / "journal.yaml"
    journal.write_text(JOURNAL, "utf-8")
    return list(pipeline.run_articles(path.read_bytes(), str(path), Options(journal=str(journal))))
