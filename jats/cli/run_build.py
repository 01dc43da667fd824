"""What `jats build` does: runs each input through the pipeline, reports its findings and writes its XML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from jats.cli.delivery import Delivery, Made, make_all
from jats.cli.inputs import article_sources, explained
from jats.options import Options
from jats.pipeline import build_articles
from jats.reports.look import Look


def build_all(names: Iterable[str], out: str | None, options: Options, look: Look, *, verbose: bool = False) -> int:
    """Build each input and return the exit code; findings go to standard error, names of written files to standard output."""
    sources = explained(article_sources(names), options.input_format, verbose=verbose)
    work = partial(make_all, make=partial(_build, options=options), shown=look.terminal)
    return Delivery(out, ".xml", options, look).deliver(sources, work)


def _build(data: bytes, name: str, options: Options) -> Iterator[Made]:
    for built in build_articles(data, name, options):
        yield Made(built.file, built.xml, built.findings, built.number)
