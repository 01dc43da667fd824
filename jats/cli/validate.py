"""`jats validate`: the schema's verdict on XML files."""

from __future__ import annotations

from typing import Annotated

import typer

from jats.cli.shared import (
    TEXT,
    FailOn,
    FailOnOption,
    FormatOption,
    Inputs,
    JobsOption,
    QuietOption,
    TargetsOption,
    split_commas,
)
from jats.options import Options

SchemaOption = Annotated[
    str | None,
    typer.Option(
        "--schema",
        metavar="NAME|FILE",
        help="Judge by this schema (a name of `jats schema --list`, or a .dtd, .xsd or .rng file), whatever is declared.",
    ),
]
AllowOption = Annotated[
    bool, typer.Option("--allow-unknown-schema", help="Files of schemas that are not JATS 1.0 to 1.4 don't fail.")
]


def validate(
    files: Inputs,
    schema: SchemaOption = None,
    targets: TargetsOption = None,
    form: FormatOption = TEXT,
    fail_on: FailOnOption = FailOn.ERROR,
    allow_unknown_schema: AllowOption = False,
    jobs: JobsOption = 1,
    quiet: QuietOption = False,
) -> None:
    """Judge JATS XML by the official DTD that it declares; with --target by that service's rules too.

    Exit codes: 0 valid, 1 findings, 2 something could not be read or was asked wrongly.

    Example: jats validate articles/ --format jsonl --jobs 2
    """
    from jats.cli.run_validate import validate_files

    options = Options(
        schema=schema,
        targets=tuple(target.lower() for target in split_commas(targets)),
        fail_on=fail_on.severity,
        jobs=jobs,
        allow_unknown_schema=allow_unknown_schema,
    )
    raise typer.Exit(validate_files(files, options, form.value, quiet))
