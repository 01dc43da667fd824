"""What `jats check` does, once its command line is read."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from jats.acceptance.baseline import load_baseline, save_baseline
from jats.batch import each
from jats.checking.checked import Checked
from jats.checking.options import CheckOptions
from jats.checking.run import check_source
from jats.cli.streams import FINDINGS, say, write_pieces
from jats.errors import InputError
from jats.files.kinds import ARTICLE_SUFFIXES, XML_SUFFIXES, configures, is_streamed
from jats.files.sources import Source, find_sources
from jats.findings import Finding
from jats.reports.formats import Report, report_for
from jats.reports.look import Look
from jats.reports.overview import Overview
from jats.results import Readiness, Result
from jats.validation.run import check_options

SUFFIXES = (*XML_SUFFIXES, *ARTICLE_SUFFIXES)


@dataclass(frozen=True, slots=True)
class Telling:
    """How a run is told: in which `form`, as findings or, with `readiness`, as services' answers; what a baseline accepts."""

    form: str = "text"
    quiet: bool = False
    readiness: bool = False
    baseline: str | None = None
    write_baseline: str | None = None


def check_all(names: Sequence[str], request: CheckOptions, telling: Telling) -> int:
    """Check every input that the names stand for, tell it, and give the exit code."""
    _prepare(request)
    run = _Run(request, telling)
    checked = filter(None, each(check_sources(names), partial(_check, request=request), request.options.jobs))
    code = write_pieces(
        run.report(), run.results(checked), request.options.fail_on, telling.quiet, partial(_count, names)
    )
    return run.end(code, names)


def _check(source: Source, request: CheckOptions) -> Checked | None:
    _collect_seldom()
    return check_source(source, request)


@cache
def _collect_seldom() -> None:
    """Checking makes hardly any rings of objects; looking for them as often as Python does takes a sixth of the time."""
    gc.set_threshold(200_000)


def check_sources(names: Iterable[str]) -> Iterator[Source]:
    """The inputs that the names stand for; in folders, files that configure something are passed over."""
    for name in names:
        if not os.path.isdir(name):
            yield from find_sources([name], SUFFIXES)
            continue
        for source in find_sources([name], SUFFIXES):
            if source.problem or not configures(source.name):
                yield source


def _prepare(request: CheckOptions) -> None:
    """What was asked for is known to be there before any file is read."""
    check_options(request.options)
    if request.options.targets:
        from jats.acceptance.selection import Selection
        from jats.checking.active_rules import rules_on

        rules_on(tuple(name.lower() for name in request.options.targets), Selection())
    if request.cache is not None:
        from jats.checking.cache import mark_folder

        mark_folder(request.cache)


class _Run:
    """One run while its results go by: what is told of each, and what there is to say at the end."""

    def __init__(self, request: CheckOptions, telling: Telling) -> None:
        self.request, self.telling = request, telling
        self.baseline = load_baseline(telling.baseline) if telling.baseline else None
        self.overview = Overview()
        self.found: list[tuple[Finding, str]] = []
        self.files: list[str] = []
        self.kept = self.fixed = self.changed = self.unready = 0
        self.last: Checked | None = None

    def results(self, checked: Iterable[Checked]) -> Iterator[Result]:
        """The results, without what the baseline accepts; each is counted on its way."""
        for one in checked:
            self.last = one
            self.kept += one.kept
            self.fixed += one.fixed
            self.changed += bool(one.diff)
            self.unready += any(not answer.ready for answer in one.readiness)
            result = self._new(one)
            self.overview.add(result, one.journal)
            yield result

    def _new(self, checked: Checked) -> Result:
        result = checked.result
        pairs = list(zip(result.findings, checked.values, strict=True))
        if self.telling.write_baseline:
            self.found += pairs
        if self.baseline is None:
            return result
        self.files.append(result.file)
        baseline = self.baseline
        return replace(result, findings=tuple(finding for finding, value in pairs if baseline.is_new(finding, value)))

    def report(self) -> Report:
        """What makes text of the results."""
        fixing = self.request.fixing
        if self.telling.readiness:
            return self._readiness
        if fixing is not None and not fixing.write:
            return self._diffs
        return self._with_overview if self.telling.form == "text" else report_for(self.telling.form)

    def _readiness(self, results: Iterable[Result], look: Look) -> Iterator[str]:
        from jats.reports import readiness

        report = readiness.report_json if self.telling.form == "json" else readiness.report_text
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
        """Say what happened beside the report, write the baseline, and give the exit code."""
        if self.overview.files == 0 and code == 0:
            raise InputError(f"nothing to check in {', '.join(names)}: no article file and no XML is there")
        if self.telling.readiness and code in (0, FINDINGS):
            code = FINDINGS if self.unready else 0
        self._say_what_was_done()
        if self.telling.write_baseline and code in (0, FINDINGS):
            count = save_baseline(self.telling.write_baseline, self.found)
            say(f"{count} findings are accepted in {self.telling.write_baseline}")
            return 0
        return max(code, FINDINGS) if self.report() == self._diffs and self.changed else code

    def _say_what_was_done(self) -> None:
        if self.telling.quiet:
            return
        fixing = self.request.fixing
        if fixing is not None:
            where = f"in {_files(self.changed)}"
            say(f"{_findings(self.fixed)} {'fixed' if fixing.write else 'can be fixed'} {where}")
        if self.kept:
            say(f"{_files(self.kept)} unchanged since the last run")
        if self.baseline and (gone := self.baseline.gone(self.files)):
            say(f"{_findings(gone)} of {self.baseline.path} are gone: write it anew with --write-baseline")


def _shared_once(results: Iterable[Result]) -> Iterator[Result]:
    """What is said of a file that many articles share (their journal's) is said with the first of them."""
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
    """How many inputs there are, None where only reading them would tell."""
    if any(map(is_streamed, names)):
        return None
    return sum(1 for _source in check_sources(names))
