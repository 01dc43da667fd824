"""What importers make of real inputs, by format: files read, fields kept, values not placed, and whether valid JATS comes out.

    python -m benchmarks.importers [FOLDER] [--only FORMAT]

FOLDER (../shared/inputs) has one folder per format. Each file is imported and built with a small journal file; an article
that does not build is counted by the fields that it lacks, by name.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jats.draft import texts
from jats.findings import Severity
from jats.importers import Source, detect
from jats.options import Options
from jats.pipeline import ArticleRun, run_articles

JOURNAL = """format: 1
title: Journal of Tides
ids: {publisher-id: jt}
issn: 1234-5679
defaults: {language: en}
"""
COLUMNS = (
    "folder", "files", "read as", "articles", "fields kept", "not placed", "left out", "valid JATS", "wrong values",
    "lacking, by name", "articles/s",
)  # fmt: skip
BESIDE = frozenset((".bib", ".yml"))
"""Suffixes of files that belong to an input if there is one of another kind in their folder."""


@dataclass(slots=True)
class Row:
    """What was seen of the files of one folder."""

    folder: str
    files: int = 0
    unread: list[str] = field(default_factory=list)
    formats: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    fields: int = 0
    not_placed: int = 0
    left_out: int = 0
    valid: int = 0
    wrong: int = 0
    lacking: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def take(self, path: Path, journal: str) -> None:
        """Import and build one file."""
        self.files += 1
        data = path.read_bytes()
        detected = detect(Source(str(path), data, str(path.parent)))
        if detected is not None:
            self.formats[detected.importer.name] += 1
        start = time.perf_counter()
        runs = list(run_articles(data, str(path), Options(journal=journal)))
        self.seconds += time.perf_counter() - start
        for run in runs:
            self._article(run)
        if all(run.draft is None for run in runs):
            said = [finding.message for run in runs for finding in run.findings]
            self.unread.append(f"{path.name}: {said[0] if said else 'no finding'}")

    def _article(self, run: ArticleRun) -> None:
        if run.draft is None:
            return
        self.articles += 1
        self.fields += sum(1 for _, text in texts(run.draft) if text.place.file != "journal.yaml")
        codes = Counter(finding.code for finding in run.findings)
        self.not_placed += codes["IMP001"]
        self.left_out += codes["IMP002"]
        if run.valid:
            self.valid += 1
            return
        errors = [finding for finding in run.findings if finding.severity is Severity.ERROR]
        lacking = {str(finding.data_path) for finding in errors if finding.code.startswith("INP7")}
        self.lacking.update(lacking)
        self.wrong += not lacking


def inputs_of(folder: Path) -> Iterator[Path]:
    """The inputs in a folder and below it, without the files that lie beside them."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "README.md")
    for path in paths:
        others = {other.suffix for other in paths if other.parent == path.parent}
        if path.suffix not in BESIDE or not others - BESIDE:
            yield path


def table(rows: list[Row]) -> str:
    """The rows as a table in Markdown."""
    lines = [f"| {' | '.join(COLUMNS)} |", "|---|---:|---|" + "---:|" * 6 + "---|---:|"]
    for row in rows:
        formats = ", ".join(f"{name} {count}" for name, count in row.formats.most_common())
        lacking = ", ".join(f"{name} {count}" for name, count in row.lacking.most_common())
        speed = f"{row.articles / row.seconds:.0f}" if row.seconds else ""
        lines.append(
            f"| {row.folder} | {row.files} | {formats} | {row.articles} | {row.fields} | {row.not_placed} | {row.left_out} "
            f"| {row.valid} | {row.wrong} | {lacking} | {speed} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Print the table for every folder of inputs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default="../shared/inputs", type=Path)
    parser.add_argument("--only", help="one folder of it")
    options = parser.parse_args()
    if not options.folder.is_dir():
        sys.exit(f"{options.folder} is not here")
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        journal = Path(temporary) / "journal.yaml"
        journal.write_text(JOURNAL, "utf-8")
        for folder in sorted(each for each in options.folder.iterdir() if each.is_dir()):
            if options.only in (None, folder.name):
                row = Row(folder.name)
                for path in inputs_of(folder):
                    row.take(path, str(journal))
                rows.append(row)
    print(table(rows))
    for row in rows:
        for line in row.unread:
            print(f"not read: {row.folder}/{line}")


if __name__ == "__main__":
    main()
