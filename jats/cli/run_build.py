"""What `jats build` does: each input through the pipeline, its findings said, its XML written."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jats.batch import each
from jats.cli.streams import FAILED
from jats.errors import InputError
from jats.files.kinds import ARTICLE_SUFFIXES, configures
from jats.files.outputs import Outputs, write_whole
from jats.files.sources import Source, find_sources
from jats.findings import Finding, Severity
from jats.options import Options
from jats.pipeline import Built, build_article
from jats.reports.look import Look
from jats.reports.text import finding_line

_OBJECTS_BETWEEN_COLLECTIONS = 200_000
"""Building makes no rings of objects; looking for them as often as Python does by itself takes a tenth of the time."""


@dataclass(frozen=True, slots=True)
class Unbuilt:
    """An input that can't be read, and why."""

    file: str
    reason: str


def article_sources(names: Iterable[str]) -> Iterator[Source]:
    """The article files that the names stand for; in folders, files of other kinds are passed over."""
    for name in names:
        if not Path(name).is_dir():
            yield from find_sources([name], ARTICLE_SUFFIXES)
            continue
        found = [source for source in find_sources([name], ARTICLE_SUFFIXES) if not configures(source.name)]
        yield from found or [
            Source(name, problem="holds no article file: an article's data stand in a .yaml, .json or .toml file")
        ]


def build_all(names: Iterable[str], out: str | None, options: Options, look: Look) -> int:
    """Build each input, say on standard error what was found and on standard output what was written; the exit code."""
    outputs = Outputs(None if out == "-" else out)
    code = 0
    for built in each(article_sources(names), partial(_build_one, options=options), options.jobs):
        code = max(code, _deliver(built, out, outputs, options, look))
    return code


def _build_one(source: Source, options: Options) -> Built | Unbuilt:
    """What became of one input, in whatever process."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        return build_article(source.read(), source.name, options)
    except InputError as error:
        return Unbuilt(source.name, str(error))


def _deliver(built: Built | Unbuilt, out: str | None, outputs: Outputs, options: Options, look: Look) -> int:
    if isinstance(built, Unbuilt):
        return _refuse(built.file, built.reason)
    _say(built.findings, look)
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


def _say(findings: Iterable[Finding], look: Look) -> None:
    for finding in findings:
        if not look.quiet or finding.severity is Severity.ERROR:
            sys.stderr.write(finding_line(finding, look) + "\n")


def _exit_code(built: Built, options: Options) -> int:
    failed = built.failed or any(finding.severity >= options.fail_on for finding in built.findings)
    return 1 if failed else 0
