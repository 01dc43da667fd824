"""What `jats build` does: runs each input through the pipeline, reports its findings and writes its XML."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from jats.batch import each
from jats.checking.excerpts import excerpt_at, lines_of
from jats.cli.streams import FAILED
from jats.errors import InputError
from jats.files.kinds import ARTICLE_SUFFIXES, configures
from jats.files.outputs import Outputs, write_whole
from jats.files.sources import Source, find_sources
from jats.findings import Place, Severity
from jats.options import Options
from jats.pipeline import Built, build_article
from jats.reports.look import Look
from jats.reports.text import Tally, result_lines
from jats.results import Excerpt, Result, Verdict

_OBJECTS_BETWEEN_COLLECTIONS = 200_000
"""Objects between garbage collections: building makes no reference cycles, and Python's default costs a tenth of the time."""


@dataclass(frozen=True, slots=True)
class Unbuilt:
    """An input that cannot be read, and why."""

    file: str
    reason: str


def article_sources(names: Iterable[str]) -> Iterator[Source]:
    """The article files that the names mean; in folders, files of other kinds are skipped."""
    for name in names:
        if not Path(name).is_dir():
            yield from find_sources([name], ARTICLE_SUFFIXES)
            continue
        found = [source for source in find_sources([name], ARTICLE_SUFFIXES) if not configures(source.name)]
        yield from found or [
            Source(name, problem="contains no article file: write the article's data to a .yaml, .json or .toml file")
        ]


@dataclass(frozen=True, slots=True)
class Shown:
    """The result for one input, and the source lines of its findings if they are shown."""

    built: Built
    excerpts: dict[Place, Excerpt]


def build_all(names: Iterable[str], out: str | None, options: Options, look: Look) -> int:
    """Build each input and return the exit code; findings go to standard error, names of written files to standard output."""
    outputs, tally = Outputs(None if out == "-" else out), Tally()
    code = 0
    work = partial(_build_one, options=options, shown=look.terminal)
    for built in each(article_sources(names), work, options.jobs):
        if isinstance(built, Unbuilt):
            code = max(code, _refuse(built.file, built.reason))
            continue
        tally.add(_result(built))
        code = max(code, _deliver(built, out, outputs, options, look))
    if look.terminal and not look.quiet:
        _write_lines(tally.lines(look))
    return code


def _build_one(source: Source, options: Options, *, shown: bool) -> Shown | Unbuilt:
    """The result for one input; runs in any process."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        data = source.read()
        built = build_article(data, source.name, options)
    except InputError as error:
        return Unbuilt(source.name, str(error))
    return Shown(built, _excerpts(built, data) if shown else {})


def _excerpts(built: Built, data: bytes) -> dict[Place, Excerpt]:
    lines = lines_of(data)
    places = {finding.place for finding in built.findings if finding.place.file == built.file}
    return {place: excerpt for place in places if (excerpt := excerpt_at(place, lines)) is not None}


def _result(shown: Shown) -> Result:
    verdict = Verdict.INVALID if shown.built.failed else Verdict.VALID
    return Result(shown.built.file, verdict, findings=shown.built.findings, excerpts=shown.excerpts)


def _deliver(shown: Shown, out: str | None, outputs: Outputs, options: Options, look: Look) -> int:
    built = shown.built
    _show(shown, look)
    try:
        if built.xml is not None:
            _put(built.xml, built.file, out, outputs)
    except InputError as error:
        return _refuse(built.file, str(error))
    return _exit_code(built, options)


def _refuse(name: str, reason: str) -> int:
    sys.stderr.write(f"{name}: {reason}\n")
    return FAILED


def _put(xml: bytes, name: str, out: str | None, outputs: Outputs) -> None:
    if out == "-" or (name == "-" and out is None):
        sys.stdout.buffer.write(xml)
        sys.stdout.buffer.flush()
        return
    path = outputs.path_for(name)
    write_whole(path, xml)
    sys.stdout.write(f"{path}\n")
    sys.stdout.flush()


def _show(shown: Shown, look: Look) -> None:
    """Write the findings as `jats check` does; with --quiet only errors."""
    result = _result(shown)
    if look.quiet:
        result = replace(result, findings=tuple(each for each in result.findings if each.severity is Severity.ERROR))
    _write_lines(result_lines(result, replace(look, quiet=True)))


def _write_lines(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stderr.write(line + "\n")


def _exit_code(built: Built, options: Options) -> int:
    failed = built.failed or any(finding.severity >= options.fail_on for finding in built.findings)
    return 1 if failed else 0
