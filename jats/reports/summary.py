"""A run as one page of Markdown, which GitHub shows with the job: counts by code, and the most severe findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from jats.findings import Finding, Severity
from jats.messages.explanations import all_explanations
from jats.reports.paint import clean
from jats.reports.placed import Placed
from jats.results import Result, Verdict

ROWS, LETTERS = 100, 400
"""Limits of findings in the table and of characters per message: GitHub takes 1 MiB per step."""

_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_SIGNS = {Severity.ERROR: "❌ error", Severity.WARNING: "⚠️ warning", Severity.INFO: "💬 info"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~$-])")


class Summary:
    """Collects a run, and keeps only what is shown of it."""

    def __init__(self) -> None:
        self.files = 0
        self.unread = 0
        self.counts: Counter[Severity] = Counter()
        self._codes: Counter[tuple[Severity, str]] = Counter()
        self._rows: dict[Severity, list[str]] = {severity: [] for severity in _WORST_FIRST}

    def watch(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results, counted."""
        for result in results:
            self.files += 1
            self.unread += result.verdict is Verdict.UNREADABLE
            yield result

    def add(self, placed: Placed) -> None:
        """Count a finding, and keep its row if there is room."""
        finding = placed.finding
        self.counts[finding.severity] += finding.times
        self._codes[finding.severity, finding.code] += finding.times
        if len(self._rows[finding.severity]) < ROWS:
            self._rows[finding.severity].append(_row(finding, placed.path))

    def headline(self) -> str:
        """The number of findings and files, in one phrase."""
        found = [counted(self.counts[s], s) for s in (Severity.ERROR, Severity.WARNING) if self.counts[s]]
        return f"{' and '.join(found) or 'nothing to fix'} in {counted(self.files, 'file')}"

    def markdown(self) -> Iterator[str]:
        """The page, line by line."""
        yield f"## jats: {self.headline()}"
        yield ""
        if self.unread:
            yield f"{counted(self.unread, 'file')} could not be read."
            yield ""
        if self._codes:
            yield from self._code_table()
            yield from self._finding_table()

    def _code_table(self) -> Iterator[str]:
        pages = all_explanations()
        yield "| | Findings | Code | What it means |"
        yield "|---|--:|---|---|"
        for (severity, code), count in sorted(
            self._codes.items(), key=lambda each: (-each[0][0], -each[1], each[0][1])
        ):
            title = pages[code].title if code in pages else ""
            yield f"| {_SIGNS[severity]} | {count:,} | {markdown_text(code)} | {markdown_text(title)} |"
        yield ""

    def _finding_table(self) -> Iterator[str]:
        rows = [row for severity in _WORST_FIRST for row in self._rows[severity]][:ROWS]
        left = self.counts.total() - len(rows)
        yield f"<details><summary>{'The first ' if left else ''}{counted(len(rows), 'finding')}</summary>"
        yield ""
        yield "| | Place | Code | Message |"
        yield "|---|---|---|---|"
        yield from rows
        yield ""
        if left:
            yield f"{left:,} more are in the log."
            yield ""
        yield "</details>"
        yield ""


def counted(number: int, noun: str | Severity) -> str:
    """`1 file`, `1,200 errors`, `3 info`."""
    word = noun.word if isinstance(noun, Severity) else noun
    return f"{number:,} {word}{'' if number == 1 or noun is Severity.INFO else 's'}"


def markdown_text(text: str) -> str:
    """Any text as one line of Markdown without markup."""
    escaped = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # In plain text, GitHub turns addresses into links and names into mentions.
    return _SPECIAL.sub(r"\\\1", escaped).replace("://", ":&#47;/").replace("@", "&#64;")


def _row(finding: Finding, path: str) -> str:
    place = ":".join(str(part) for part in (path, finding.place.line, finding.place.column) if part is not None)
    field = f"{finding.data_path}: " if finding.data_path else ""
    text = field + finding.message
    shown = text if len(text) <= LETTERS else text[:LETTERS] + " …"
    cells = (_SIGNS[finding.severity], markdown_text(place), markdown_text(finding.code), markdown_text(shown))
    return f"| {' | '.join(cells)} |"
