"""What `jats validate` does, once its command line is read; free of typer, for the quick way comes here too."""

from __future__ import annotations

from collections.abc import Sequence

from ..batch import run
from ..options import Options
from ..sources import ARCHIVE_SUFFIXES, find_sources
from ..validation.run import check_options
from .streams import write_report


def validate_files(names: Sequence[str], options: Options, form: str, quiet: bool) -> int:
    """Judge every file that the names stand for, report in `form`, and give the exit code."""
    check_options(options)
    results = run(find_sources(names), options)
    return write_report(results, form, options.fail_on, quiet, lambda: _count(names))


def _count(names: Sequence[str]) -> int | None:
    """How many inputs there are, None where only reading them would tell."""
    if any(name in ("-", "@-") or name.lower().endswith(ARCHIVE_SUFFIXES) for name in names):
        return None
    return sum(1 for _source in find_sources(names))
