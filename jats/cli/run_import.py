"""What `jats import` does: reads each input, reports its findings and writes its article files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from jats.cli.delivery import Delivery, Made, make_all
from jats.cli.inputs import explained, import_sources
from jats.importing import import_articles
from jats.options import Options
from jats.reports.look import Look


def import_all(names: Iterable[str], out: str | None, options: Options, look: Look, *, verbose: bool = False) -> int:
    """Import each input and return the exit code; findings go to standard error, names of written files to standard output."""
    sources = explained(import_sources(names), options.input_format, verbose=verbose)
    work = partial(make_all, make=partial(_import, options=options), shown=look.terminal)
    return Delivery(out, ".yaml", options, look).deliver(sources, work)


def _import(data: bytes, name: str, options: Options) -> Iterator[Made]:
    for article in import_articles(data, name, options):
        yield Made(name, article.yaml, article.findings, article.number)
