"""Findings as GitHub's workflow commands, which are shown at their lines in a pull request, and as the job's summary.

GitHub shows ten annotations of each kind per step and drops the rest without a message. So each code of each file comes once
before any is repeated. The rest is in the log as plain text, and the last line says how many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jats.findings import Severity
from jats.reports.look import Look
from jats.reports.paint import clean
from jats.reports.placed import Placed, place_findings
from jats.reports.summary import Summary
from jats.results import Result

MOST = 10
"""Annotations of each kind that GitHub shows per step."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report_github(results: Iterable[Result], look: Look) -> Iterator[str]:
    """The log: plain lines as results arrive, annotations at the end; the summary is appended to the file in `look`."""
    summary = Summary()
    kinds = {severity: _Kind() for severity in _COMMANDS}
    for placed in place_findings(summary.watch(results), look):
        summary.add(placed)
        if not kinds[placed.finding.severity].keep(placed):
            yield _line(placed)
    shown, rest = [], []
    for kind in kinds.values():
        chosen, spare = kind.chosen()
        shown += chosen
        rest += spare
    yield from (_line(placed) for placed in rest)
    yield from (_command(placed) for placed in shown)
    yield from _last_line(summary, sum(placed.finding.times for placed in shown))
    yield from _append(summary, look.summary)


class _Kind:
    """Findings of one severity that may become annotations: one of each code of each file, and some more."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, str]] = set()
        self._firsts: list[Placed] = []
        self._seconds: list[Placed] = []

    def keep(self, placed: Placed) -> bool:
        key = placed.path, placed.finding.code
        kept = self._seconds if key in self._seen else self._firsts
        if len(kept) >= MOST:
            return False
        self._seen.add(key)
        kept.append(placed)
        return True

    def chosen(self) -> tuple[list[Placed], list[Placed]]:
        """Findings to show as annotations, and the rest of those that were kept."""
        both = self._firsts + self._seconds
        return both[:MOST], both[MOST:]


def _command(placed: Placed) -> str:
    finding = placed.finding
    names = {"file": placed.path if placed.path != "-" else None, "line": finding.place.line}
    names |= {"col": finding.place.column, "title": _title(placed)}
    given = ",".join(f"{name}={_property(str(value))}" for name, value in names.items() if value is not None)
    return f"::{_COMMANDS[finding.severity]} {given}::{_escape(clean(finding.message))}\n"


def _title(placed: Placed) -> str:
    return " ".join(part for part in (placed.finding.code, placed.finding.data_path) if part)


def _line(placed: Placed) -> str:
    """A line of the log that cannot be read as a command: it begins with a word, and `##[`, the older form, is broken up."""
    finding = placed.finding
    place = ":".join(str(part) for part in (placed.path, finding.place.line, finding.place.column) if part is not None)
    text = clean(f"{finding.severity.word}: {place} {_title(placed)}: {finding.message}")
    return text.replace("##[", "## [") + "\n"


def _last_line(summary: Summary, shown: int) -> Iterator[str]:
    left = summary.counts.total() - shown
    beyond = f"; {left:,} more are in the log above: GitHub shows {MOST} of a kind per step" if left else ""
    yield f"jats: {summary.headline()}{beyond}\n"


def _append(summary: Summary, file: str) -> Iterator[str]:
    if not file:
        return
    text = "\n".join(summary.markdown()) + "\n"
    try:
        with open(file, "a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(text)
    except OSError as error:
        yield f"::warning title=jats::{_escape(clean(f'the summary could not be written: {error.strerror}'))}\n"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(clean(text)).replace(":", "%3A").replace(",", "%2C")
