"""`jats validate`: the schema's verdict on XML files."""

from __future__ import annotations

from typing import Annotated

import typer

from jats.cli.shared import (
    TEXT,
    AllFindingsOption,
    FailOn,
    FailOnOption,
    FormatOption,
    Inputs,
    JobsOption,
    QuietOption,
    TargetsOption,
    TimeLimitOption,
    target_names,
)
from jats.options import Options

SchemaOption = Annotated[
    str | None,
    typer.Option(
        "--schema",
        metavar="NAME|FILE",
        help="Validate against this schema: a name from `jats schema --list`, or a .dtd, .xsd or .rng file.",
    ),
]
AllowOption = Annotated[
    bool, typer.Option("--allow-unknown-schema", help="Do not fail on files whose schema is not JATS 1.0 to 1.4.")
]


def validate(
    files: Inputs,
    schema: SchemaOption = None,
    targets: TargetsOption = None,
    form: FormatOption = TEXT,
    fail_on: FailOnOption = FailOn.ERROR,
    allow_unknown_schema: AllowOption = False,
    jobs: JobsOption = 1,
    all_findings: AllFindingsOption = False,
    time_limit: TimeLimitOption = 60.0,
    quiet: QuietOption = False,
) -> None:
    """Validate JATS XML against the official DTD that it declares; with --target also against a service's rules.

    Exit codes: 0 valid, 1 findings, 2 a file could not be read, or usage error.

    Example: jats validate articles/ --format jsonl --jobs 2
    """
    from jats.cli.run_validate import validate_files

    options = Options(
        schema=schema,
        targets=target_names(targets),
        fail_on=fail_on.severity,
        jobs=jobs,
        allow_unknown_schema=allow_unknown_schema,
        all_findings=all_findings,
        time_limit=time_limit,
    )
    raise typer.Exit(validate_files(files, options, form.value, quiet))
