"""`jats check`: what services would object to, before anything is sent."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from jats.checking.options import CheckOptions, FixOptions
from jats.cli.shared import (
    DEFAULT_VERSION,
    TEXT,
    AllFindingsOption,
    CitationOption,
    FailOn,
    FailOnOption,
    Format,
    FormatOption,
    FromOption,
    JobsOption,
    JournalOption,
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
    split_commas,
    target_names,
)
from jats.cli.validate import SchemaOption
from jats.errors import InputError
from jats.options import Options


class ReportKind(StrEnum):
    """What the report is about."""

    FINDINGS = "findings"
    READINESS = "readiness"


class Shown(StrEnum):
    """What is shown besides places in the article file."""

    XML = "xml"


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH...",
        help="Article files, XML, any format that `jats import` reads, folders (the default is this one), patterns, archives, "
        "@LIST, or - for standard input.",
        show_default=False,
    ),
]
ReportOption = Annotated[
    ReportKind, typer.Option("--report", help="Findings, or whether each service would accept the article.")
]
Selected = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="CODE", help="Only these rules: codes, prefixes of codes, or topics.", show_default=False
    ),
]
Ignored = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore", metavar="CODE", help="Not these rules: codes, prefixes of codes, or topics.", show_default=False
    ),
]
BaselineOption = Annotated[
    str | None,
    typer.Option("--baseline", metavar="FILE", help="Accept the findings in this file: only new ones count."),
]
WriteBaseline = Annotated[
    str | None,
    typer.Option("--write-baseline", metavar="FILE", help="Accept all findings of this run: write them to this file."),
]
TodayOption = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help="Report dates after this one (2026-03-30).")
]
ShowOption = Annotated[
    Shown | None, typer.Option("--show", help="For article files, also show each finding's place in the XML.")
]
FixOption = Annotated[bool, typer.Option("--fix", help="Apply safe fixes to the files.")]
UnsafeOption = Annotated[
    bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: also apply fixes that need a review.")
]
DiffOption = Annotated[bool, typer.Option("--diff", help="Show what --fix would change; write nothing.")]
CacheOption = Annotated[
    bool, typer.Option("--cache", help="Skip files that have not changed since the last run with --cache.")
]
CacheDir = Annotated[
    str | None, typer.Option("--cache-dir", metavar="DIR", help="The folder for --cache; implies --cache.")
]


def check(
    paths: Paths = None,
    targets: TargetsOption = None,
    kind: ReportOption = ReportKind.FINDINGS,
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
    citation: CitationOption = None,
    schema: SchemaOption = None,
    settings: SetOption = None,
    journal: JournalOption = None,
    format_name: FromOption = None,
    jobs: JobsOption = 1,
    cache: CacheOption = False,
    cache_dir: CacheDir = None,
    verbose: VerboseOption = False,
    all_findings: AllFindingsOption = False,
    time_limit: TimeLimitOption = 60.0,
    quiet: QuietOption = False,
) -> None:
    """Check articles by the schema and by the rules of services.

    Article files and other formats are built in memory. Only --fix, --cache and --write-baseline write files.

    Exit codes: 0 nothing found, 1 findings, 2 a file could not be read, or usage error.

    Example: jats check articles/ --target pmc --target crossref
    """
    from jats.cli.run_check import ReportOptions, check_all

    options = Options(
        version.value,
        tag_set.value,
        journal=journal,
        settings=tuple(pair(setting) for setting in settings or ()),
        targets=target_names(targets),
        schema=schema,
        fail_on=fail_on.severity,
        jobs=jobs,
        input_format=known_format(format_name),
        citation=citation and citation.value,
        all_findings=all_findings,
        time_limit=time_limit,
    )
    readiness = _is_readiness(kind, form)
    request = CheckOptions(
        options,
        *_selectors(select, ignore),
        _date(today),
        show is Shown.XML,
        readiness,
        _fixing(fix=fix, diff=diff, unsafe=unsafe_fixes),
        _cache(wanted=cache, folder=cache_dir),
    )
    reporting = ReportOptions(form.value, quiet, readiness, baseline, write_baseline, verbose)
    raise typer.Exit(check_all(paths or ["."], request, reporting))


def _is_readiness(kind: ReportKind, form: Format) -> bool:
    if kind is ReportKind.READINESS and form.value not in ("text", "json"):
        raise InputError("a readiness report has --format text or json")
    return kind is ReportKind.READINESS


def _selectors(select: list[str] | None, ignore: list[str] | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    from jats.checking.active_rules import known_selectors

    return known_selectors(split_commas(select), "--select"), known_selectors(split_commas(ignore), "--ignore")


def _date(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"--today needs a date such as 2026-03-30, not {text!r}") from error


def _fixing(*, fix: bool, diff: bool, unsafe: bool) -> FixOptions | None:
    if unsafe and not (fix or diff):
        raise InputError("--unsafe-fixes needs --fix or --diff")
    return FixOptions(unsafe, write=not diff) if fix or diff else None


def _cache(*, wanted: bool, folder: str | None) -> str | None:
    from jats.checking.cache import default_folder

    return folder or (default_folder() if wanted else None)
