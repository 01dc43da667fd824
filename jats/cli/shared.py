"""Options that several commands share, each defined once with its help."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

from jats.errors import InputError
from jats.findings import Severity
from jats.options import CITATIONS
from jats.reports.formats import FORMATS

Format = StrEnum("Format", {name: name for name in FORMATS})  # type: ignore[misc]  # made from the table

TEXT = Format("text")


def split_commas(values: list[str] | None) -> tuple[str, ...]:
    """The values of an option that may be repeated, or given once with commas between: `--target pmc,doaj`."""
    return tuple(part.strip() for value in values or () for part in value.split(",") if part.strip())


class FailOn(StrEnum):
    """The lowest severity that makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def severity(self) -> Severity:
        """The same severity as in findings."""
        return Severity[self.name]


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="Files, folders, patterns, archives (.zip, .tar.gz), @LIST (one name per line), or - for standard input.",
        show_default=False,
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="The format of the report.")]
FailOnOption = Annotated[FailOn, typer.Option("--fail-on", help="The lowest severity that makes the exit code 1.")]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", min=0, help="Number of processes; 0 for one per core.")]
AllFindingsOption = Annotated[
    bool, typer.Option("--all-findings", help="List all findings, not only the first 100 of each code in a file.")
]
TimeLimitOption = Annotated[
    float,
    typer.Option("--time-limit", metavar="SECONDS", min=0, help="End the work on an input after this time; 0: never."),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print only findings.")]


Version = StrEnum("Version", {f"V{number.replace('.', '_')}": number for number in ("1.0", "1.1", "1.2", "1.3", "1.4")})  # type: ignore[misc]  # made from a list
DEFAULT_VERSION = Version("1.3")


class TagSet(StrEnum):
    """The tag sets of JATS."""

    PUBLISHING = "publishing"
    ARCHIVING = "archiving"
    AUTHORING = "authoring"


VersionOption = Annotated[Version, typer.Option("--jats-version", help="The version of JATS to write.")]
TagSetOption = Annotated[TagSet, typer.Option("--tag-set", help="The tag set to write.")]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="KEY=VALUE", help="Set a field, whatever the files say: --set volume=13.", show_default=False
    ),
]
JournalOption = Annotated[
    str | None,
    typer.Option(
        "--journal", metavar="FILE", help="Use this journal file, not the one in the folders above.", show_default=False
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORMAT",
        help="Read the inputs as this format, whatever they look like: ris, csv … The default is to find it by content.",
        show_default=False,
    ),
]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", "-v", help="Say for each input why it is read as which format.")
]
PhonesOption = Annotated[bool, typer.Option("--keep-phones", help="Keep telephone numbers that a page gives.")]


def targets_beginning(begun: str) -> list[str]:
    """What a shell offers for `--target`: the services' names, after those that are there with a comma."""
    from jats.rules.engine.targets import SERVICES

    before, comma, last = begun.rpartition(",")
    return [f"{before}{comma}{name}" for name in SERVICES if name.startswith(last.lower())]


TargetsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--target",
        metavar="NAME",
        help="A service: pmc, pubmed, crossref, doaj, scielo, jats4r, datacite. For several: pmc,crossref, or repeat it.",
        show_default=False,
        autocompletion=targets_beginning,
    ),
]
Citation = StrEnum("Citation", {name.upper(): name for name in CITATIONS})  # type: ignore[misc]  # made from the table
CitationOption = Annotated[
    Citation | None,
    typer.Option(
        "--citation", help="The form of references. The default is the one that fits each.", show_default=False
    ),
]
KeepOption = Annotated[
    list[str] | None,
    typer.Option("--keep", metavar="CODE", help="Do not make this change to texts: --keep INP202.", show_default=False),
]


def target_names(targets: Iterable[str] | None) -> tuple[str, ...]:
    """The names in `--target`, which may have several separated by commas; in lower case, once each."""
    names = (name.strip().lower() for given in targets or () for name in given.split(","))
    return tuple(dict.fromkeys(filter(None, names)))


def pair(setting: str) -> tuple[str, str]:
    """The field and value of `--set KEY=VALUE`; raises InputError if it does not have that form."""
    key, equals, value = setting.partition("=")
    if not (equals and key.strip()):
        raise InputError(f"--set needs KEY=VALUE, as in --set volume=13, not {setting!r}")
    return key.strip(), value


def known_format(name: str | None) -> str | None:
    """The name of `--from`, in lower case; raises InputError, with the names there are, for one that is not a format."""
    if name is None:
        return None
    from jats.importers.registry import importer_named

    return importer_named(name).name
