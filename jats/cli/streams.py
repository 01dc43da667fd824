"""Standard streams, exit codes and how a command ends; imports nothing that is slow to start.

Exit codes: 0 nothing at or above `--fail-on`; 1 findings; 2 a file could not be read, usage error, or nobody reads the output
any more (2 wins over 1); 130 interrupted from the keyboard.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, TextIO

from jats.cli.progress import Progress
from jats.errors import JatsError
from jats.files.limits import reason
from jats.findings import Severity
from jats.reports.formats import Report, report_for
from jats.reports.look import Look
from jats.results import Result, Verdict

Total = Callable[[], int | None]

FINDINGS, FAILED, INTERRUPTED = 1, 2, 130


def guarded(command: Callable[[], int]) -> int:
    """Run a command; a JatsError becomes one line on standard error and exit code 2, never a traceback."""
    _speak_utf8(sys.stdout, sys.stderr)
    try:
        code = command()
        sys.stdout.flush()
    except JatsError as error:
        return failed(str(error))
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as `head`, has closed the pipe; keeps Python from reporting that at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        return failed(f"{error.filename}: {reason(error)}" if error.filename else reason(error))
    return code


def failed(message: str) -> int:
    """Print an error on one line, and return its exit code."""
    say(message)
    return FAILED


def say(message: str) -> None:
    """Print one line on standard error."""
    sys.stderr.write(f"jats: {' '.join(message.split())}\n")
    sys.stderr.flush()


def look_of(stream: TextIO, quiet: bool = False, fail_on: Severity = Severity.ERROR) -> Look:
    """How a report on that stream looks: source lines and colour only on a terminal, no colour if NO_COLOR is set.

    GitHub and GitLab name the repository's folder and the summary file in environment variables; elsewhere the repository is
    the nearest folder above with a `.git`.
    """
    terminal = stream.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    folder, width = _folder(), shutil.get_terminal_size().columns if terminal else 80
    named = os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR")
    around = os.path.realpath(named) if named else _repository(folder)
    root = around if f"{folder}{os.sep}".startswith(around.rstrip(os.sep) + os.sep) else folder
    return Look(terminal, colour, quiet, fail_on, folder, root, os.environ.get("GITHUB_STEP_SUMMARY", ""), width)


def _repository(folder: str) -> str:
    """The folder with the repository that a folder is in; the folder itself if there is none."""
    above = folder
    while above and not os.path.exists(os.path.join(above, ".git")):
        parent = os.path.dirname(above)
        above = parent if parent != above else ""
    return above or folder


def _folder() -> str:
    try:
        return os.getcwd()
    except FileNotFoundError:  # the folder was removed meanwhile; files elsewhere can still be reported
        return ""


def write_report(
    results: Iterable[Result], form: str, fail_on: Severity, quiet: bool = False, total: Total = lambda: None
) -> int:
    """Write the report piece by piece as results arrive, and return the exit code.

    `total` returns the number of results if it is known; it is called only for a long run on a terminal.
    """
    return write_pieces(report_for(form), results, fail_on, quiet, total)


def write_pieces(
    report: Report, results: Iterable[Result], fail_on: Severity, quiet: bool = False, total: Total = lambda: None
) -> int:
    """Like `write_report`, for a report that is not in the table of formats."""
    tally, progress = Tally(fail_on), Progress(sys.stderr, total)
    with Interrupts() as interrupts:
        for piece in report(tally.count(interrupts.heed(results)), look_of(sys.stdout, quiet, fail_on)):
            progress.wipe()
            sys.stdout.write(piece)
            sys.stdout.flush()
            progress.draw(tally.files)
        progress.wipe()
    if tally.ended_early:
        say(f"{tally.ended_early}: {tally.files} files were finished before")
    return tally.code


class Tally:
    """Counts results on their way to a report and knows the exit code; an early end is recorded, not raised."""

    def __init__(self, fail_on: Severity) -> None:
        self._fail_on = fail_on
        self.files = 0
        self.code = 0
        self.ended_early = ""

    def count(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results, counted; if they end early, the report is still completed."""
        try:
            for result in results:
                self.files += 1
                self.code = max(self.code, exit_code(result, self._fail_on))
                yield result
        except KeyboardInterrupt:
            self.ended_early, self.code = "interrupted", INTERRUPTED
        except JatsError as error:
            self.ended_early, self.code = str(error), FAILED


class Interrupts:
    """Makes Ctrl-C end a run between two results, never while a result is being written."""

    def __init__(self) -> None:
        self._waiting = self._came = False
        self._before: Any = None

    def __enter__(self) -> Interrupts:
        with suppress(ValueError):  # outside the main thread no handler may be set
            self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(self, *_error: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _note(self, _number: int, _frame: object) -> None:
        if self._waiting or self._came:  # pressed twice: do not wait
            raise KeyboardInterrupt
        self._came = True

    def heed(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results; raises KeyboardInterrupt instead of the next one after Ctrl-C."""
        asked = iter(results)
        while True:
            self._waiting = True
            if self._came:
                raise KeyboardInterrupt
            result = next(asked, None)
            self._waiting = False
            if result is None:
                return
            yield result


def exit_code(result: Result, fail_on: Severity) -> int:
    """The exit code for one result."""
    if result.verdict is Verdict.UNREADABLE:
        return FAILED
    return FINDINGS if any(finding.severity >= fail_on for finding in result.findings) else 0


def _speak_utf8(*streams: TextIO) -> None:
    """Write the same bytes in every locale."""
    for stream in streams:
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
