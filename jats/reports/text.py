"""Findings as text. In a pipe, each is one line: `FILE:LINE:COLUMN severity CODE message (XPath)`; a terminal gets a layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from jats.findings import Finding, Severity
from jats.messages.words import count
from jats.reports.look import Look
from jats.reports.paint import clean, paint
from jats.results import Result, Verdict

_WORDS = {
    Verdict.VALID: ("valid", "good"),
    Verdict.INVALID: ("not valid", "error"),
    Verdict.MALFORMED: ("not well-formed XML", "error"),
    Verdict.UNKNOWN_SCHEMA: ("not judged", "warning"),
    Verdict.UNREADABLE: ("not read", "error"),
}


def report_text(results: Iterable[Result], look: Look) -> Iterator[str]:
    """The lines of a report, as results arrive; the last ones count findings and files."""
    tally = Tally()
    for result in results:
        tally.add(result)
        yield "".join(f"{line}\n" for line in result_lines(result, look))
    if not look.quiet:
        yield "".join(f"{line}\n" for line in tally.lines(look))


class Tally:
    """Counts findings and files for the last lines of a report."""

    def __init__(self) -> None:
        self.files = 0
        self._severities: Counter[Severity] = Counter()
        self._fixable = 0

    def add(self, result: Result) -> None:
        """Count one file."""
        self.files += 1
        self._severities.update(result.severities())
        self._fixable += result.unlisted_fixes + sum(
            finding.fix is not None and finding.fix.safe for finding in result.findings
        )

    def lines(self, look: Look) -> Iterator[str]:
        """The counts, for several files or a person at a terminal, and where to read more."""
        if self.files < 2 and not (look.terminal and self._severities):
            return
        fixable = f"; {self._fixable} fixable with --fix" if self._fixable else ""
        yield f"{counts(self._severities) or 'no findings'} in {count(self.files, 'file')}{fixable}"
        if look.terminal and self._severities:
            yield "What a code means: jats explain CODE"


def counts(severities: Counter[Severity]) -> str:
    """`2 errors, 1 warning`; notes are named only if there is nothing worse."""
    worse = [
        count(severities[severity], severity.word)
        for severity in (Severity.ERROR, Severity.WARNING)
        if severities[severity]
    ]
    notes = [count(severities[Severity.INFO], "note")] if severities[Severity.INFO] and not worse else []
    return ", ".join(worse or notes)


def result_lines(result: Result, look: Look) -> Iterator[str]:
    """The lines about one file: its findings in order, then its verdict unless the look is quiet."""
    if look.terminal and result.findings:
        from jats.reports.terminal import file_lines

        yield from file_lines(result, look)
    else:
        for finding in result.findings:
            yield finding_line(finding, look)
    if not look.quiet:
        yield from _verdict_lines(result, look)


def finding_line(finding: Finding, look: Look) -> str:
    """One finding on one line, whatever characters its message contains."""
    severity = paint(finding.severity.word, finding.severity.word, look)
    data_path = f"{finding.data_path}: " if finding.data_path else ""
    in_xml = " ".join(str(part) for part in (finding.xml_place, finding.xml_path) if part)
    xml_path = paint(f" ({clean(in_xml)})", "dim", look) if in_xml else ""
    place = paint(clean(str(finding.place)), "bold", look)
    return f"{place} {severity} {finding.code} {clean(data_path + finding.message)}{xml_path}"


def _verdict_lines(result: Result, look: Look) -> Iterator[str]:
    """The verdict with the counts: "valid" means the schema only, so a valid file can have findings.

    None for a file that was not judged, for it was built from another one: its finding says so.
    """
    word, style = _WORDS[result.verdict]
    found = result.severities()
    worse = counts(Counter({each: found[each] for each in (Severity.ERROR, Severity.WARNING)}))
    if result.verdict is Verdict.VALID and worse:
        word, style = f"{worse}; valid JATS", "error" if found[Severity.ERROR] else "warning"
    elif result.verdict is Verdict.VALID and result.schema is None and result.findings:
        return
    elif result.verdict is Verdict.INVALID and worse:
        word = f"{word}: {worse}"
    name, by = clean(result.file), f" ({clean(result.why)})" if result.schema and result.why else ""
    line = f"{paint(name, 'bold', look)}: {paint(word, style, look)}{by}"
    if look.terminal and len(name) + len(word) + len(by) >= look.width // 2:
        from jats.reports.terminal import fitted

        yield from fitted(f"{name}: {word}{by}", line, look)
    else:
        yield line
