"""What `jats build` and `jats import` share: inputs are made into files and findings are shown; one input never stops another."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from jats import batch
from jats.batch import each
from jats.checking.excerpts import excerpt_at, lines_of, lines_of_file
from jats.cli.streams import FAILED, FINDINGS
from jats.errors import InputError
from jats.files.outputs import Outputs, write_whole
from jats.files.sources import Source
from jats.findings import Finding, Place, Severity
from jats.options import Options
from jats.reports.look import Look
from jats.reports.text import Tally, result_lines
from jats.results import Excerpt, Result, Verdict, listed
from jats.validation.file_codes import unreadable

_OBJECTS_BETWEEN_COLLECTIONS = 200_000
"""Objects between garbage collections: building makes no reference cycles, and Python's default costs a tenth of the time."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of one article of an input: the bytes of its file, None if there are none, and what was found.

    `number` is the article's place in an input that has several. `excerpts` are the source lines of findings if they are shown.
    """

    file: str
    data: bytes | None
    findings: tuple[Finding, ...]
    number: int | None = None
    excerpts: dict[Place, Excerpt] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that cannot be read, and why."""

    file: str
    reason: str


Work = Callable[[Source], "list[Made] | Unread"]
"""Makes the articles of one input, in any process: a `partial` of `make_all`."""


def make_all(source: Source, make: Callable[[bytes, str], Iterator[Made]], *, shown: bool) -> list[Made] | Unread:
    """What `make` gives for the bytes and the name of a source; with the source lines of findings if they are `shown`."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        data = source.read()
        made = list(make(data, source.name))
    except InputError as error:
        return Unread(source.name, str(error))
    except MemoryError:
        return Unread(source.name, "is too large for the available memory")
    return _with_excerpts(made, data) if shown else made


def _unfinished(source: Source, reason: str) -> list[Made] | Unread:
    said = unreadable(reason)
    return [Made(source.name, None, (Finding(said.code, said.severity, said.text, Place(source.name)),))]


def _with_excerpts(made: list[Made], data: bytes) -> list[Made]:
    lines = lines_of(data)
    return [replace(each, excerpts=_excerpts(each, lines)) for each in made]


def _excerpts(made: Made, lines: tuple[str, ...]) -> dict[Place, Excerpt]:
    own = {finding.place: finding.place.file == made.file for finding in made.findings}
    found = {place: excerpt_at(place, lines if mine else lines_of_file(place.file)) for place, mine in own.items()}
    return {place: excerpt for place, excerpt in found.items() if excerpt is not None}


@dataclass(slots=True)
class Delivery:
    """Writes what is made to files or standard output, names of files to standard output, and findings to standard error."""

    out: str | None
    suffix: str
    options: Options
    look: Look
    outputs: Outputs = field(init=False)
    code: int = 0

    def __post_init__(self) -> None:
        self.outputs = Outputs(None if self.out == "-" else self.out, self.suffix)

    def deliver(self, sources: Iterable[Source], work: Work) -> int:
        """Make and write every input, and return the exit code."""
        tally = Tally()
        for done in each(sources, batch.Work(work, _unfinished), self.options.jobs, self.options.time_limit):
            if isinstance(done, Unread):
                self._refuse(done.file, done.reason)
                continue
            for made in done:
                result = self._result(made)
                tally.add(result)
                self._one(made, result)
        if self.look.terminal and not self.look.quiet:
            _write_lines(tally.lines(self.look))
        return self.code

    def _result(self, made: Made) -> Result:
        verdict = Verdict.INVALID if made.data is None else Verdict.VALID
        result = Result(made.file, verdict, findings=made.findings, excerpts=made.excerpts)
        return result if self.options.all_findings else listed(result)

    def _one(self, made: Made, result: Result) -> None:
        self._show(result)
        if made.data is None or any(finding.severity >= self.options.fail_on for finding in made.findings):
            self.code = max(self.code, FINDINGS)
        try:
            if made.data is not None:
                self._put(made.data, made)
        except InputError as error:
            self._refuse(made.file, str(error))

    def _refuse(self, name: str, reason: str) -> None:
        sys.stderr.write(f"{name}: {reason}\n")
        self.code = max(self.code, FAILED)

    def _put(self, data: bytes, made: Made) -> None:
        if self.out == "-" or (made.file == "-" and self.out is None):
            if made.number is not None:
                raise InputError(
                    f"article {made.number} is not written: the input has several, so name a folder with -o"
                )
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            return
        path = self.outputs.path_for(made.file, made.number)
        write_whole(path, data)
        sys.stdout.write(f"{path}\n")
        sys.stdout.flush()

    def _show(self, result: Result) -> None:
        """Write the findings as `jats check` does; with --quiet only errors."""
        if self.look.quiet:
            errors = (finding for finding in result.findings if finding.severity is Severity.ERROR)
            result = replace(result, findings=tuple(errors))
        _write_lines(result_lines(result, replace(self.look, quiet=True)))


def _write_lines(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stderr.write(line + "\n")
