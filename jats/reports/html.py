"""Findings as one HTML page to open, send and print: it loads nothing, and no text from a file can run as code.

The part for each article is written to a temporary file when its result arrives, because the head of the page counts all. The
page is complete without its script, which only filters; the browser accepts style and script by their hashes.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.resources import files
from tempfile import SpooledTemporaryFile
from typing import IO

from jats.findings import Severity
from jats.reports.html_parts import SERVICES, VERDICTS, clean_files_part, code_part, file_part, overview_part, text
from jats.reports.look import Look
from jats.reports.overview import Overview
from jats.reports.summary import counted
from jats.results import Result, Verdict

OPEN_FILES = 20
"""The number of files with findings that are unfolded at first."""

_IN_MEMORY = 8_000_000
_PIECE = 65_536


def report_html(results: Iterable[Result], _look: Look) -> Iterator[str]:
    """The page; its memory does not grow with the number of findings."""
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="") as spool:
        totals = _Totals()
        for result in results:
            totals.count(result)
            if result.findings:
                spool.write(file_part(result, totals.found_files <= OPEN_FILES))
        spool.seek(0)
        yield from _head(totals)
        yield from _pieces(spool)
        yield from _foot(totals)


class _Totals:
    def __init__(self) -> None:
        self.verdicts: Counter[Verdict] = Counter()
        self.severities: Counter[Severity] = Counter()
        self.services: set[str] = set()
        self.clean: list[str] = []
        self.found_files = 0
        self.overview = Overview()

    def count(self, result: Result) -> None:
        self.overview.add(result)
        self.verdicts[result.verdict] += 1
        if not result.findings:
            self.clean.append(result.file)
            return
        self.found_files += 1
        for finding in result.findings:
            self.severities[finding.severity] += finding.times
            self.services.update(finding.services)

    def headline(self) -> str:
        files = self.verdicts.total()
        if not files:
            return "No files were checked"
        if not self.found_files:
            return f"Nothing to fix in {counted(files, 'file')}"
        return f"{counted(self.severities.total(), 'finding')} in {self.found_files:,} of {counted(files, 'file')}"


def _head(totals: _Totals) -> Iterator[str]:
    style, script = (_asset(name) for name in ("report.css", "report.js"))
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>JATS report: {text(totals.headline())}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )
    verdicts = ", ".join(
        f"{totals.verdicts[verdict]:,} {word}" for verdict, (word, _) in VERDICTS.items() if totals.verdicts[verdict]
    )
    yield f'<header>\n<h1>{text(totals.headline())}</h1>\n<p class="verdicts">{text(verdicts)}</p>\n</header>\n<main>\n'
    if totals.found_files:
        yield from overview_part(totals.overview)
        yield from _filter(totals)
        yield '<section aria-label="Files with findings">\n'


def _filter(totals: _Totals) -> Iterator[str]:
    """The form for filtering; the script shows it, so it stays hidden if scripts do not run."""
    yield '<form id="filter" class="filter" hidden>\n<fieldset aria-label="Severities">\n'
    for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
        if number := totals.severities[severity]:
            box = f'<input type="checkbox" name="severity" value="{severity.word}" checked>'
            yield f'<label class="toggle {severity.word}">{box} {counted(number, severity)}</label>\n'
    yield "</fieldset>\n"
    if services := sorted(totals.services - {"common"}):
        options = "".join(
            f'<option value="{text(name)}">{text(SERVICES.get(name, name))}</option>' for name in services
        )
        yield f'<label>For <select name="target"><option value="">all services</option>{options}</select></label>\n'
    yield '<label>Search <input type="search" name="search" placeholder="file, code, words"></label>\n'
    yield '<span><button type="button" id="open">Unfold all</button> <button type="button" id="close">Fold all</button></span>\n'
    yield '<output id="shown" aria-live="polite"></output>\n</form>\n'


def _pieces(spool: IO[str]) -> Iterator[str]:
    while piece := spool.read(_PIECE):
        yield piece


def _foot(totals: _Totals) -> Iterator[str]:
    from jats.messages.explanations import all_explanations

    if totals.found_files:
        yield "</section>\n"
    if totals.clean:
        yield clean_files_part(totals.clean)
    pages = all_explanations()
    severities = {row.code: row.severity for row in totals.overview.rules()}
    explained = [pages[code] for code in sorted(severities) if code in pages]
    if explained:
        yield '<section class="codes">\n<h2>What the codes mean</h2>\n'
        yield from (code_part(page, severities[page.code]) for page in explained)
        yield "</section>\n"
    script = f"<script>{_asset('report.js')}</script>\n" if totals.found_files else ""
    yield f"</main>\n<footer>Made by jats. This page loads nothing from the network.</footer>\n{script}</body>\n</html>\n"


def _asset(name: str) -> str:
    return files("jats.data").joinpath("reports", name).read_text("utf-8")


def _hash(asset: str) -> str:
    return f"sha256-{b64encode(sha256(asset.encode()).digest()).decode()}"
