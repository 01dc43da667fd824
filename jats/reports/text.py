"""Findings as lines for people: `FILE:LINE:COLUMN severity CODE message (XPath)`, and one line with each file's verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from jats.findings import Finding, Severity
from jats.reports.look import Look
from jats.results import Excerpt, Result, Verdict

_STYLES = {"error": "31;1", "warning": "33;1", "info": "36;1", "bold": "1", "good": "32;1", "dim": "2"}
_WORDS = {
    Verdict.VALID: ("valid", "good"),
    Verdict.INVALID: ("not valid", "error"),
    Verdict.MALFORMED: ("no well-formed XML", "error"),
    Verdict.UNKNOWN_SCHEMA: ("not judged, no schema for it", "warning"),
    Verdict.UNREADABLE: ("not read", "error"),
}


def report_text(results: Iterable[Result], look: Look) -> Iterator[str]:
    """Lines of a report, given out as soon as a result is there; at the end, for several files, how many of each verdict."""
    verdicts: Counter[Verdict] = Counter()
    for result in results:
        verdicts[result.verdict] += 1
        yield "".join(f"{line}\n" for line in result_lines(result, look))
    if verdicts.total() > 1 and not look.quiet:
        counts = ", ".join(f"{verdicts[verdict]} {word}" for verdict, (word, _) in _WORDS.items() if verdicts[verdict])
        yield f"{verdicts.total()} files: {counts}\n"


def result_lines(result: Result, look: Look) -> Iterator[str]:
    """The lines about one file: its findings in order, then its verdict unless the look is quiet."""
    for finding in result.findings:
        yield finding_line(finding, look)
        if look.terminal and (excerpt := result.excerpts.get(finding.place)):
            yield from _underlined(excerpt, finding.severity, look)
    if not look.quiet:
        yield _verdict_line(result, look)


def finding_line(finding: Finding, look: Look) -> str:
    """One finding on one line, whatever characters its message holds."""
    severity = _paint(finding.severity.word, finding.severity.word, look)
    data_path = f"{finding.data_path}: " if finding.data_path else ""
    in_xml = " ".join(str(part) for part in (finding.xml_place, finding.xml_path) if part)
    xml_path = _paint(f" ({clean(in_xml)})", "dim", look) if in_xml else ""
    place = _paint(clean(str(finding.place)), "bold", look)
    return f"{place} {severity} {finding.code} {clean(data_path + finding.message)}{xml_path}"


def clean(text: str) -> str:
    """The text with line breaks and control characters written as escapes, so that no file can write to the terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode("ascii") for c in text)


def _verdict_line(result: Result, look: Look) -> str:
    word, style = _WORDS[result.verdict]
    by = f" ({clean(result.why)})" if result.schema and result.why else ""
    return f"{_paint(clean(result.file), 'bold', look)}: {_paint(word, style, look)}{by}"


def _underlined(excerpt: Excerpt, severity: Severity, look: Look) -> Iterator[str]:
    text = clean(excerpt.text)
    yield f"    {text}"
    shift = len(clean(excerpt.text[: excerpt.mark]))
    marks = "^" + "~" * (min(excerpt.width, max(1, len(text) - shift)) - 1)
    yield "    " + " " * shift + _paint(marks, severity.word, look)


def _paint(text: str, style: str, look: Look) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if look.colour else text
