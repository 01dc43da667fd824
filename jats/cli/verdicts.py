"""What `jats validate` does, once its command line is read; free of typer, for the quick way comes here too."""

from __future__ import annotations

from collections.abc import Sequence

from ..batch import run
from ..options import Options
from ..sources import find_sources
from ..validation.run import check_options
from .streams import write_report


def validate_files(names: Sequence[str], options: Options, form: str, quiet: bool) -> int:
    """Judge every file that the names stand for, report in `form`, and give the exit code."""
    check_options(options)
    return write_report(run(find_sources(names), options), form, options.fail_on, quiet)
