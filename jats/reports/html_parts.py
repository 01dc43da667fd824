"""The parts of the HTML report: the overview, a file with its findings, files without findings, and a code's page.

All text is escaped here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from jats.findings import Finding, Severity
from jats.messages.explanations import Explanation, all_explanations, sentence
from jats.reports.overview import JournalCount, Overview, RuleCount
from jats.reports.paint import clean
from jats.reports.summary import counted
from jats.results import Excerpt, Result, Verdict

VERDICTS = {
    Verdict.VALID: ("valid", "good"),
    Verdict.INVALID: ("not valid", "error"),
    Verdict.MALFORMED: ("not well-formed", "error"),
    Verdict.UNKNOWN_SCHEMA: ("not judged", "warning"),
    Verdict.UNREADABLE: ("not read", "error"),
}
SERVICES = {
    "common": "every service",
    "pmc": "PMC",
    "pubmed": "PubMed",
    "crossref": "Crossref",
    "doaj": "DOAJ",
    "scielo": "SciELO",
    "jats4r": "JATS4R",
    "datacite": "DataCite",
}
"""The names of services as they spell them."""

SHOWN = 3
"""The number of findings of one code in one file that are shown unfolded, if there are more than `REPEATED`."""

REPEATED = 5

_SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "●"}


def text(value: str) -> str:
    """Any text as HTML that only shows it; control characters and direction marks are shown as escapes."""
    return escape(clean(value))


def prose(value: str) -> str:
    """A sentence of a page as HTML: what is between backticks is code."""
    return re.sub("`([^`]+)`", r"<code>\1</code>", text(value))


def file_part(result: Result, unfolded: bool) -> str:
    """One file: its verdict, how it was judged, its findings in order."""
    word, style = VERDICTS[result.verdict]
    counts = result.severities()
    badges = "".join(
        f'<span class="badge {severity.word}">{counted(counts[severity], severity)}</span>'
        for severity in _SIGNS
        if counts[severity]
    )
    about = "; ".join(part for part in (result.doi, result.schema, result.why) if part)
    findings = "".join(_findings(result))
    return (
        f'<details class="file found"{" open" if unfolded else ""}>\n'
        f'<summary><h3>{text(result.file)}</h3><span class="badge {style}">{word}</span>'
        f'<span class="counts">{badges}</span></summary>\n'
        + (f'<p class="about">{text(about)}</p>\n' if about else "")
        + f'<ul class="findings">\n{findings}</ul>\n</details>\n'
    )


def overview_part(overview: Overview) -> Iterator[str]:
    """The findings counted by rule and, if there are several journals, the files by journal."""
    rules, journals = overview.rules(), overview.journals()
    yield '<section class="overview" aria-label="Overview">\n'
    yield _table("By rule", ("Code", "Severity", "Findings", "Files", "Rule"), map(_rule_row, rules))
    if len(journals) > 1:
        yield _table("By journal", ("Journal", "Files", "With errors"), map(_journal_row, journals))
    yield "</section>\n"


def clean_files_part(names: list[str]) -> str:
    """The files without findings, folded."""
    items = "".join(f"<li>{text(name)}</li>\n" for name in names)
    title = f"<h3>{counted(len(names), 'file')} without findings</h3>"
    return f'<details class="file">\n<summary>{title}</summary>\n<ul class="clean">\n{items}</ul>\n</details>\n'


def code_part(page: Explanation, severity: Severity) -> str:
    """A code's page."""
    return (
        f'<article class="code" id="code-{text(page.code)}">\n'
        f'<h3><span class="badge {severity.word}">{text(page.code)}</span> {prose(page.title)}</h3>\n'
        f'<p>{prose(sentence(page.why))}</p>\n<div class="pair">\n'
        f'<figure class="wrong"><figcaption>✖ Wrong</figcaption><pre>{_lines(page.wrong)}</pre></figure>\n'
        f'<figure class="right"><figcaption>✔ Right</figcaption><pre>{_lines(page.right)}</pre></figure>\n'
        f'</div>\n<p class="soft">Source: {text(" ".join(page.source.split()))}</p>\n</article>\n'
    )


def _table(title: str, heads: tuple[str, ...], rows: Iterable[str]) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return (
        f"<details open>\n<summary><h2>{title}</h2></summary>\n<table>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{''.join(rows)}</tbody>\n</table>\n</details>\n"
    )


def _rule_row(row: RuleCount) -> str:
    severity = f'<span class="badge {row.severity.word}">{row.severity.word}</span>'
    return (
        f'<tr><td>{_code_link(row.code)}</td><td>{severity}</td><td class="count">{row.findings:,}</td>'
        f'<td class="count">{row.files:,}</td><td>{prose(row.title)}</td></tr>\n'
    )


def _journal_row(row: JournalCount) -> str:
    counts = "".join(f'<td class="count">{number:,}</td>' for number in (row.files, row.faulty))
    return f"<tr><td>{text(row.title)}</td>{counts}</tr>\n"


def _code_link(code: str) -> str:
    return (
        f'<a href="#code-{text(code)}">{text(code)}</a>' if code in all_explanations() else f"<span>{text(code)}</span>"
    )


def _findings(result: Result) -> Iterator[str]:
    """The findings in order; those of a code that is repeated often are folded after its first ones."""
    counts = Counter(finding.code for finding in result.findings)
    repeated: dict[str, list[Finding]] = {code: [] for code, count in counts.items() if count > REPEATED}
    for finding in result.findings:
        if finding.code in repeated:
            repeated[finding.code].append(finding)
    seen: Counter[str] = Counter()
    for finding in result.findings:
        seen[finding.code] += 1
        if finding.code not in repeated or seen[finding.code] <= SHOWN:
            yield _finding(finding, result)
        elif seen[finding.code] == SHOWN + 1:
            yield _folded(repeated[finding.code][SHOWN:], result)


def _folded(findings: list[Finding], result: Result) -> str:
    items = "".join(_finding(finding, result) for finding in findings)
    label = f"{sum(finding.times for finding in findings):,} more of {text(findings[0].code)}"
    return f'<li class="more"><details>\n<summary>{label}</summary>\n<ul class="findings">\n{items}</ul>\n</details></li>\n'


def _finding(finding: Finding, result: Result) -> str:
    severity = finding.severity.word
    field = f'<code class="field">{text(finding.data_path)}:</code> ' if finding.data_path else ""
    return (
        f'<li class="finding {severity}" data-severity="{severity}" data-services="{text(" ".join(finding.services))}">\n'
        f'<p class="meta"><span class="badge {severity}">{_SIGNS[finding.severity]} {severity}</span>'
        f"{''.join(_meta(finding, result))}</p>\n"
        f"<p>{field}{text(finding.message)}</p>\n{''.join(_details(finding, result))}</li>\n"
    )


def _meta(finding: Finding, result: Result) -> Iterator[str]:
    yield _code_link(finding.code)
    place = finding.place
    if place.file != result.file:
        yield f"<span>{text(place.file)}</span>"
    if place.line:
        column = f", column {place.column}" if place.column else ""
        yield f"<span>line {place.line}{column}</span>"
    yield from (f'<span class="service">{text(SERVICES.get(name, name))}</span>' for name in finding.services)


def _details(finding: Finding, result: Result) -> Iterator[str]:
    if excerpt := result.excerpts.get(finding.place):
        yield f"<pre>{_marked(excerpt, finding.place.line)}</pre>\n"
    if finding.fix:
        remark = "" if finding.fix.safe else " (review it first)"
        yield f"<p>Write <code>{text(finding.fix.new)}</code> for <code>{text(finding.fix.old)}</code>{remark}.</p>\n"
    if finding.xml_path:
        yield f'<p class="path"><code>{text(finding.xml_path)}</code></p>\n'


def _marked(excerpt: Excerpt, line: int | None) -> str:
    start, end = excerpt.mark, excerpt.mark + excerpt.width
    before, marked, after = excerpt.text[:start], excerpt.text[start:end], excerpt.text[end:]
    number = f'<span class="number">{line}</span>' if line else ""
    return f"{number}{text(before.lstrip())}<mark>{text(marked) or ' '}</mark>{text(after)}"


def _lines(example: str) -> str:
    return "\n".join(text(line) for line in example.splitlines())
