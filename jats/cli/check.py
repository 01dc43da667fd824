"""`jats check`: what services would say, before anything is sent."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from jats.checking.options import CheckOptions, FixOptions
from jats.cli.shared import (
    DEFAULT_VERSION,
    TEXT,
    FailOn,
    FailOnOption,
    FormatOption,
    JobsOption,
    JournalOption,
    QuietOption,
    SetOption,
    TagSet,
    TagSetOption,
    TargetsOption,
    VersionOption,
    split_commas,
)
from jats.cli.validate import SchemaOption
from jats.errors import InputError
from jats.options import Options


class Told(StrEnum):
    """What the report is about."""

    FINDINGS = "findings"
    READINESS = "readiness"


class Shown(StrEnum):
    """What is shown besides the article file's own places."""

    XML = "xml"


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH...",
        help="Article files, XML, folders (this one if none is named), patterns, archives, @LIST, or - for standard input.",
        show_default=False,
    ),
]
ReportOption = Annotated[
    Told, typer.Option("--report", help="Findings, or for each service whether it would take the article.")
]
Selected = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="CODE", help="Only these rules: codes, their beginnings, topics.", show_default=False
    ),
]
Ignored = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore", metavar="CODE", help="Not these rules: codes, their beginnings, topics.", show_default=False
    ),
]
BaselineOption = Annotated[
    str | None, typer.Option("--baseline", metavar="FILE", help="Findings in it are accepted: only new ones count.")
]
WriteBaseline = Annotated[
    str | None, typer.Option("--write-baseline", metavar="FILE", help="Accept today's findings: write them there.")
]
TodayOption = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help="Dates after this one (2026-03-30) are findings.")
]
ShowOption = Annotated[
    Shown | None, typer.Option("--show", help="Give also the place in the XML of findings on what was built.")
]
FixOption = Annotated[bool, typer.Option("--fix", help="Mend in the files what can be mended safely.")]
UnsafeOption = Annotated[
    bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: mend also what needs a look.")
]
DiffOption = Annotated[bool, typer.Option("--diff", help="Show what --fix would change; write nothing.")]
CacheOption = Annotated[bool, typer.Option("--cache", help="Skip files unchanged since the last run with --cache.")]
CacheDir = Annotated[
    str | None, typer.Option("--cache-dir", metavar="DIR", help="Where to keep what --cache needs; implies --cache.")
]


def check(
    paths: Paths = None,
    targets: TargetsOption = None,
    told: ReportOption = Told.FINDINGS,
    form: FormatOption = TEXT,
    fail_on: FailOnOption = FailOn.ERROR,
    select: Selected = None,
    ignore: Ignored = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaseline = None,
    fix: FixOption = False,
    diff: DiffOption = False,
    unsafe_fixes: UnsafeOption = False,
    show: ShowOption = None,
    today: TodayOption = None,
    version: VersionOption = DEFAULT_VERSION,
    tag_set: TagSetOption = TagSet.PUBLISHING,
    schema: SchemaOption = None,
    settings: SetOption = None,
    journal: JournalOption = None,
    jobs: JobsOption = 1,
    cache: CacheOption = False,
    cache_dir: CacheDir = None,
    quiet: QuietOption = False,
) -> None:
    """Say what the schema and each service would refuse or regret; article files are built in memory.

    Nothing is written but with --fix, --cache and --write-baseline.
    Exit codes: 0 nothing found, 1 findings, 2 something could not be read or was asked wrongly.

    Example: jats check articles/ --target pmc --target crossref
    """
    from jats.checking.active_rules import known_selectors
    from jats.cli.build import pair
    from jats.cli.run_check import Telling, check_all

    options = Options(
        version.value,
        tag_set.value,
        journal=journal,
        settings=tuple(pair(setting) for setting in settings or ()),
        targets=split_commas(targets),
        schema=schema,
        fail_on=fail_on.severity,
        jobs=jobs,
    )
    readiness = told is Told.READINESS
    if readiness and form.value not in ("text", "json"):
        raise InputError("a readiness report is given as text or json")
    request = CheckOptions(
        options,
        known_selectors(split_commas(select), "--select"),
        known_selectors(split_commas(ignore), "--ignore"),
        _date(today),
        show is Shown.XML,
        readiness,
        _mending(fix=fix, diff=diff, unsafe=unsafe_fixes),
        _cache(wanted=cache, folder=cache_dir),
    )
    telling = Telling(form.value, quiet, readiness, baseline, write_baseline)
    raise typer.Exit(check_all(paths or ["."], request, telling))


def _date(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"--today wants a date as 2026-03-30, not {text!r}") from error


def _mending(*, fix: bool, diff: bool, unsafe: bool) -> FixOptions | None:
    if unsafe and not (fix or diff):
        raise InputError("--unsafe-fixes goes with --fix or --diff")
    return FixOptions(unsafe, write=not diff) if fix or diff else None


def _cache(*, wanted: bool, folder: str | None) -> str | None:
    from jats.checking.cache import default_folder

    return folder or (default_folder() if wanted else None)
