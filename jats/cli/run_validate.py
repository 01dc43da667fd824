"""What `jats validate` does after its command line is parsed; it does not import typer, because the fast path uses it too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from jats.batch import Work, each, run
from jats.cli.streams import write_report
from jats.files.kinds import is_streamed
from jats.files.sources import find_sources
from jats.options import Options
from jats.results import Result, listed
from jats.validation.run import check_options, unfinished, validate_source


def validate_files(names: Sequence[str], options: Options, form: str, quiet: bool) -> int:
    """Validate every file that the names mean, report in `form`, and return the exit code."""
    check_options(options)
    results = _results(names, options)
    if not options.all_findings:
        results = map(listed, results)
    return write_report(results, form, options.fail_on, quiet, lambda: _count(names))


def _results(names: Sequence[str], options: Options) -> Iterator[Result]:
    """The results of the schema, and of the services' rules if services are named."""
    if not options.targets:
        return run(find_sources(names), options)
    from jats.checking.for_targets import rules_of, validate_for_targets

    rules_of(options.targets)  # reports an unknown service before any file is read
    work = Work(partial(validate_source, options=options, validate=validate_for_targets), unfinished)
    return each(find_sources(names), work, options.jobs, options.time_limit)


def _count(names: Sequence[str]) -> int | None:
    """The number of inputs; None if they would have to be read to count them."""
    if any(map(is_streamed, names)):
        return None
    return sum(1 for _source in find_sources(names))
