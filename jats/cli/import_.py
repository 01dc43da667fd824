"""`jats import`: any input → article files."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from jats.cli.shared import (
    AllFindingsOption,
    FailOn,
    FailOnOption,
    FromOption,
    JobsOption,
    JournalOption,
    PhonesOption,
    QuietOption,
    SetOption,
    TimeLimitOption,
    VerboseOption,
    known_format,
    pair,
)
from jats.cli.streams import look_of
from jats.options import Options

ImportInputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Text pages, Word files, web pages, exports of platforms, bibliographic files, spreadsheets, folders, patterns, "
        "archives, @LIST (one name per line), or - for standard input.",
        show_default=False,
    ),
]
ImportOut = Annotated[
    str | None,
    typer.Option(
        "--out",
        "-o",
        metavar="OUT",
        help="A folder, a .yaml file, or - for standard output. The default is beside the input.",
        show_default=False,
    ),
]


def import_inputs(
    inputs: ImportInputs,
    out: ImportOut = None,
    format_name: FromOption = None,
    journal: JournalOption = None,
    settings: SetOption = None,
    keep_phones: PhonesOption = False,
    fail_on: FailOnOption = FailOn.ERROR,
    jobs: JobsOption = 1,
    verbose: VerboseOption = False,
    all_findings: AllFindingsOption = False,
    time_limit: TimeLimitOption = 60.0,
    quiet: QuietOption = False,
) -> None:
    """Make article files from other formats, for you to look over and build.

    The format is found by content. Comments in the article file say what is uncertain, and what has no place in it, with
    the line of the input. An input with several articles gives several files, named after it and numbered.
    With --journal, the journal's data is written into each article file.
    Exit codes: 0 all imported, 1 findings, 2 a file could not be read, or usage error.

    Example: jats import page.txt export.xml -o articles
    """
    from jats.cli.run_import import import_all

    options = Options(
        journal=journal,
        settings=tuple(pair(setting) for setting in settings or ()),
        fail_on=fail_on.severity,
        jobs=jobs,
        input_format=known_format(format_name),
        keep_phones=keep_phones,
        all_findings=all_findings,
        time_limit=time_limit,
    )
    raise typer.Exit(import_all(inputs, out, options, look_of(sys.stderr, quiet), verbose=verbose))
