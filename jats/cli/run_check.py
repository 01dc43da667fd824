"""What `jats check` does after its command line is parsed."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from jats.acceptance.baseline import load_baseline, save_baseline
from jats.batch import Work, each
from jats.checking.checked import Checked
from jats.checking.options import CheckOptions
from jats.checking.run import check_source, unfinished
from jats.cli.inputs import explained
from jats.cli.streams import FINDINGS, say, write_pieces
from jats.errors import InputError
from jats.files.kinds import ARTICLE_SUFFIXES, XML_SUFFIXES, configures, is_streamed
from jats.files.sources import Source, find_sources
from jats.findings import Finding
from jats.reports.formats import Report, report_for
from jats.reports.look import Look
from jats.reports.overview import Overview
from jats.results import Readiness, Result, listed
from jats.validation.run import check_options


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How to report a run: the `form`, findings or `readiness`, and the paths of the baseline to read and to write."""

    form: str = "text"
    quiet: bool = False
    readiness: bool = False
    baseline: str | None = None
    write_baseline: str | None = None
    verbose: bool = False


def check_all(names: Sequence[str], request: CheckOptions, reporting: ReportOptions) -> int:
    """Check every input that the names mean, write the report, and return the exit code."""
    _prepare(request)
    run = _Run(request, reporting)
    sources = explained(check_sources(names), request.options.input_format, verbose=reporting.verbose)
    work = Work(partial(_check, request=request), partial(unfinished, request=request))
    checked = filter(None, each(sources, work, request.options.jobs, request.options.time_limit))
    code = write_pieces(
        run.report(), run.results(checked), request.options.fail_on, reporting.quiet, partial(_count, names)
    )
    return run.end(code, names)


def _check(source: Source, request: CheckOptions) -> Checked | None:
    _collect_seldom()
    return check_source(source, request)


@cache
def _collect_seldom() -> None:
    """Collect garbage rarely: checking makes few reference cycles, and Python's default costs a sixth of the time."""
    gc.set_threshold(200_000)


def check_sources(names: Iterable[str]) -> Iterator[Source]:
    """The inputs that the names mean; in folders, configuration files are skipped."""
    suffixes = (*XML_SUFFIXES, *ARTICLE_SUFFIXES)
    for name in names:
        if not os.path.isdir(name):
            yield from find_sources([name], suffixes)
            continue
        for source in find_sources([name], suffixes):
            if source.problem or not configures(source.name):
                yield source


def _prepare(request: CheckOptions) -> None:
    """Load what the request names (schema, services, cache), so that an error is reported before any file is read."""
    check_options(request.options)
    if request.options.targets:
        from jats.acceptance.selection import Selection
        from jats.checking.active_rules import rules_on

        rules_on(tuple(name.lower() for name in request.options.targets), Selection())
    if request.cache is not None:
        from jats.checking.cache import mark_folder

        mark_folder(request.cache)


class _Run:
    """One run as its results arrive: what is reported of each, and the summary at the end."""

    def __init__(self, request: CheckOptions, reporting: ReportOptions) -> None:
        self.request, self.reporting = request, reporting
        self.baseline = load_baseline(reporting.baseline) if reporting.baseline else None
        self.overview = Overview()
        self.found: list[tuple[Finding, str]] = []
        self.files: list[str] = []
        self.kept = self.fixed = self.changed = self.unready = 0
        self.last: Checked | None = None

    def results(self, checked: Iterable[Checked]) -> Iterator[Result]:
        """The results without the findings that the baseline accepts; each is counted."""
        for one in checked:
            self.last = one
            self.kept += one.kept
            self.fixed += one.fixed
            self.changed += bool(one.diff)
            self.unready += any(not answer.ready for answer in one.readiness)
            result = self._new(one)
            self.overview.add(result)
            yield result if self.request.options.all_findings else listed(result)

    def _new(self, checked: Checked) -> Result:
        result = checked.result
        pairs = list(zip(result.findings, checked.values, strict=True))
        if self.reporting.write_baseline:
            self.found += pairs
        if self.baseline is None:
            return result
        self.files.append(result.file)
        baseline = self.baseline
        return replace(result, findings=tuple(finding for finding, value in pairs if baseline.is_new(finding, value)))

    def report(self) -> Report:
        """The report to write."""
        fixing = self.request.fixing
        if self.reporting.readiness:
            return self._readiness
        if fixing is not None and not fixing.write:
            return self._diffs
        return self._with_overview if self.reporting.form == "text" else report_for(self.reporting.form)

    def _readiness(self, results: Iterable[Result], look: Look) -> Iterator[str]:
        from jats.reports import readiness

        report = readiness.report_json if self.reporting.form == "json" else readiness.report_text
        yield from report(self._answers(results), look)

    def _answers(self, results: Iterable[Result]) -> Iterator[tuple[Result, tuple[Readiness, ...]]]:
        for result in results:
            yield result, self.last.readiness if self.last else ()

    def _diffs(self, results: Iterable[Result], _look: Look) -> Iterator[str]:
        for _result in results:
            yield self.last.diff if self.last else ""

    def _with_overview(self, results: Iterable[Result], look: Look) -> Iterator[str]:
        yield from report_for("text")(_shared_once(results), look)
        if self.overview.files > 1 and not look.quiet:
            yield "".join(f"{line}\n" for line in self.overview.lines(look.width if look.terminal else 0))

    def end(self, code: int, names: Sequence[str]) -> int:
        """Print what else was done, write the baseline, and return the exit code."""
        if self.overview.files == 0 and code == 0:
            raise InputError(f"nothing to check in {', '.join(names)}: there is no article file and no XML")
        if self.reporting.readiness and code in (0, FINDINGS):
            code = FINDINGS if self.unready else 0
        self._say_what_was_done()
        if self.reporting.write_baseline and code in (0, FINDINGS):
            count = save_baseline(self.reporting.write_baseline, self.found)
            say(f"{count} findings are accepted in {self.reporting.write_baseline}")
            return 0
        return max(code, FINDINGS) if self.report() == self._diffs and self.changed else code

    def _say_what_was_done(self) -> None:
        if self.reporting.quiet:
            return
        fixing = self.request.fixing
        if fixing is not None:
            where = f"in {_files(self.changed)}"
            say(f"{_findings(self.fixed)} {'fixed' if fixing.write else 'can be fixed'} {where}")
        if self.kept:
            say(f"{_files(self.kept)} unchanged since the last run")
        if self.baseline and (gone := self.baseline.gone(self.files)):
            say(f"{_findings(gone)} of {self.baseline.path} no longer occur: update it with --write-baseline")


def _shared_once(results: Iterable[Result]) -> Iterator[Result]:
    """Report findings on a file that many articles share, such as the journal's, only with the first article."""
    said: set[Finding] = set()
    for result in results:
        shared = {finding for finding in result.findings if finding.place.file != result.file}
        if shared & said:
            findings = tuple(finding for finding in result.findings if finding not in shared or finding not in said)
            result = replace(result, findings=findings)
        said |= shared
        yield result


def _files(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"


def _findings(count: int) -> str:
    return f"{count} finding{'' if count == 1 else 's'}"


def _count(names: Sequence[str]) -> int | None:
    """The number of inputs; None if they would have to be read to count them."""
    if any(map(is_streamed, names)):
        return None
    return sum(1 for _source in check_sources(names))
