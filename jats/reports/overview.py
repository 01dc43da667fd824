"""The end of a long report for people: the most frequent findings, and a summary for each journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.explanations import all_explanations
from jats.reports.paint import clean, cut
from jats.results import Result, Verdict

ROWS = 20
_NO_JOURNAL = "(no journal named)"


class Overview:
    """Counts results by rule and by journal; memory grows with the rules and journals, not with the files."""

    def __init__(self) -> None:
        self.files = 0
        self._findings: Counter[str] = Counter()
        self._in_files: Counter[str] = Counter()
        self._severity: dict[str, Severity] = {}
        self._journals: Counter[str] = Counter()
        self._faulty: Counter[str] = Counter()

    def add(self, result: Result, journal: str | None) -> None:
        """Count one file."""
        self.files += 1
        name = journal or _NO_JOURNAL
        if result.verdict is not Verdict.UNREADABLE:
            self._journals[name] += 1
            self._faulty[name] += any(finding.severity is Severity.ERROR for finding in result.findings)
        self._in_files.update({finding.code for finding in result.findings})
        for finding in result.findings:
            self._findings[finding.code] += finding.times
            self._severity[finding.code] = max(finding.severity, self._severity.get(finding.code, finding.severity))

    def lines(self, width: int = 0) -> Iterator[str]:
        """The overview, most severe first, cut at `width` (0: uncut); empty if there is nothing to compare."""
        if self._findings:
            yield "By rule:"
            codes = sorted(self._findings, key=lambda code: (-self._severity[code], -self._findings[code], code))
            for code in codes[:ROWS]:
                count, files = self._findings[code], self._in_files[code]
                line = f"  {clean(code):<10} {self._severity[code].word:<8} {count:>6,} in {_counted(files):<9}  {_title(code)}"
                yield cut(line.rstrip(), width)
            yield from _more(len(codes), "rules")
        if len(self._journals) > 1:
            yield "By journal:"
            names = sorted(self._journals, key=lambda name: (-self._faulty[name], -self._journals[name], name))
            for name in names[:ROWS]:
                faulty = f"{self._faulty[name]:,} with errors" if self._faulty[name] else "none with errors"
                yield f"  {clean(name)}: {_counted(self._journals[name])}, {faulty}"
            yield from _more(len(names), "journals")


def _title(code: str) -> str:
    """The title of a code; empty for a user's own rule."""
    explanation = all_explanations().get(code)
    return explanation.title if explanation else ""


def _counted(files: int) -> str:
    return f"{files:,} file{'' if files == 1 else 's'}"


def _more(count: int, noun: str) -> Iterator[str]:
    if count > ROWS:
        yield f"  … and {count - ROWS:,} more {noun}"
