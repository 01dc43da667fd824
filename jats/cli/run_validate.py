"""What `jats validate` does, once its command line is read; free of typer, for the quick way comes here too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from jats.batch import each, run
from jats.cli.streams import write_report
from jats.files.kinds import is_streamed
from jats.files.sources import find_sources
from jats.options import Options
from jats.results import Result
from jats.validation.run import check_options, validate_source


def validate_files(names: Sequence[str], options: Options, form: str, quiet: bool) -> int:
    """Judge every file that the names stand for, report in `form`, and give the exit code."""
    check_options(options)
    results = _results(names, options)
    return write_report(results, form, options.fail_on, quiet, lambda: _count(names))


def _results(names: Sequence[str], options: Options) -> Iterator[Result]:
    """The schema's results, with those of the services' rules where services are named."""
    if not options.targets:
        return run(find_sources(names), options)
    from jats.checking.for_targets import rules_of, validate_for_targets

    rules_of(options.targets)  # whether there are such services is known before any file is read
    work = partial(validate_source, options=options, validate=validate_for_targets)
    return each(find_sources(names), work, options.jobs)


def _count(names: Sequence[str]) -> int | None:
    """How many inputs there are, None where only reading them would tell."""
    if any(map(is_streamed, names)):
        return None
    return sum(1 for _source in find_sources(names))
