"""What a long report adds for people: the findings counted by rule, and the files counted by journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from jats.findings import Severity
from jats.messages.explanations import all_explanations
from jats.reports.paint import clean, cut
from jats.results import Result, Verdict

ROWS = 20
"""The number of rules, and of journals, that the text report lists."""

_NO_JOURNAL = "(no journal named)"


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule's finding was reported, in how many files, and its highest severity; `title` is empty if unknown."""

    code: str
    severity: Severity
    findings: int
    files: int
    title: str


@dataclass(frozen=True, slots=True)
class JournalCount:
    """The files of one journal, and how many of them have errors."""

    title: str
    files: int
    faulty: int


class Overview:
    """Counts results by rule and by journal; memory grows with the rules and journals, not with the files."""

    def __init__(self) -> None:
        self.files = 0
        self._findings: Counter[str] = Counter()
        self._in_files: Counter[str] = Counter()
        self._severity: dict[str, Severity] = {}
        self._journals: Counter[str] = Counter()
        self._faulty: Counter[str] = Counter()

    def add(self, result: Result) -> None:
        """Count one file."""
        self.files += 1
        name = result.journal or _NO_JOURNAL
        if result.verdict is not Verdict.UNREADABLE:
            self._journals[name] += 1
            self._faulty[name] += any(finding.severity is Severity.ERROR for finding in result.findings)
        self._in_files.update({finding.code for finding in result.findings})
        for finding in result.findings:
            self._findings[finding.code] += finding.times
            self._severity[finding.code] = max(finding.severity, self._severity.get(finding.code, finding.severity))

    def rules(self) -> list[RuleCount]:
        """The rules with findings, the most severe and most frequent first."""
        codes = sorted(self._findings, key=lambda code: (-self._severity[code], -self._findings[code], code))
        return [
            RuleCount(code, self._severity[code], self._findings[code], self._in_files[code], _title(code))
            for code in codes
        ]

    def journals(self) -> list[JournalCount]:
        """The journals, those with the most faulty files first."""
        names = sorted(self._journals, key=lambda name: (-self._faulty[name], -self._journals[name], name))
        return [JournalCount(name, self._journals[name], self._faulty[name]) for name in names]

    def lines(self, width: int = 0) -> Iterator[str]:
        """The overview as text, cut at `width` (0: uncut); empty if there is nothing to compare."""
        if rules := self.rules():
            yield "By rule:"
            for row in rules[:ROWS]:
                head = f"  {clean(row.code):<10} {row.severity.word:<8} {row.findings:>6,}"
                yield cut(f"{head} in {_counted(row.files):<9}  {row.title}".rstrip(), width)
            yield from _more(len(rules), "rules")
        if len(journals := self.journals()) > 1:
            yield "By journal:"
            for journal in journals[:ROWS]:
                faulty = f"{journal.faulty:,} with errors" if journal.faulty else "none with errors"
                tail = f": {_counted(journal.files)}, {faulty}"
                yield f"  {cut(clean(journal.title), width and max(10, width - 2 - len(tail)))}{tail}"
            yield from _more(len(journals), "journals")


def _title(code: str) -> str:
    """The title of a code; empty for a user's own rule."""
    explanation = all_explanations().get(code)
    return explanation.title if explanation else ""


def _counted(files: int) -> str:
    return f"{files:,} file{'' if files == 1 else 's'}"


def _more(count: int, noun: str) -> Iterator[str]:
    if count > ROWS:
        yield f"  … and {count - ROWS:,} more {noun}"
