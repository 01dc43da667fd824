"""`jats build`: article data → valid JATS."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from jats.cli.shared import (
    DEFAULT_VERSION,
    AllFindingsOption,
    CitationOption,
    FailOn,
    FailOnOption,
    FromOption,
    JobsOption,
    JournalOption,
    KeepOption,
    PhonesOption,
    QuietOption,
    SetOption,
    TagSet,
    TagSetOption,
    TargetsOption,
    TimeLimitOption,
    VerboseOption,
    VersionOption,
    known_format,
    pair,
    target_names,
)
from jats.cli.streams import look_of
from jats.options import Options

ArticleInputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Article files (.yaml, .json, .toml), any format that `jats import` reads, folders, patterns, @LIST (one name per "
        "line), or - for standard input.",
        show_default=False,
    ),
]
OutOption = Annotated[
    str | None,
    typer.Option(
        "--out",
        "-o",
        metavar="OUT",
        help="A folder, a .xml file, or - for standard output. The default is beside the input.",
        show_default=False,
    ),
]


def build(
    inputs: ArticleInputs,
    out: OutOption = None,
    targets: TargetsOption = None,
    version: VersionOption = DEFAULT_VERSION,
    tag_set: TagSetOption = TagSet.PUBLISHING,
    citation: CitationOption = None,
    settings: SetOption = None,
    journal: JournalOption = None,
    keep: KeepOption = None,
    format_name: FromOption = None,
    keep_phones: PhonesOption = False,
    fail_on: FailOnOption = FailOn.ERROR,
    jobs: JobsOption = 1,
    verbose: VerboseOption = False,
    all_findings: AllFindingsOption = False,
    time_limit: TimeLimitOption = 60.0,
    quiet: QuietOption = False,
) -> None:
    """Build valid JATS from article files or other formats, or report which fields to fix.

    The names of the written files go to standard output, findings to standard error.
    If services need different forms, --target or the targets of journal.yaml decide.
    Exit codes: 0 all built, 1 findings, 2 a file could not be read, or usage error.

    Example: jats build articles/ -o xml --jats-version 1.2
    """
    from jats.cli.run_build import build_all

    names = target_names(targets)
    if names:
        from jats.rules.engine.targets import rules_for

        rules_for(names)  # an unknown name ends here
    pairs = tuple(pair(setting) for setting in settings or ())
    options = Options(
        version.value,
        tag_set.value,
        journal=journal,
        settings=pairs,
        targets=names,
        skip_tidy=frozenset(keep or ()),
        fail_on=fail_on.severity,
        jobs=jobs,
        input_format=known_format(format_name),
        citation=citation and citation.value,
        keep_phones=keep_phones,
        all_findings=all_findings,
        time_limit=time_limit,
    )
    raise typer.Exit(build_all(inputs, out, options, look_of(sys.stderr, quiet), verbose=verbose))
