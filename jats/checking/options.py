"""What a person asks of `jats check`, and what that means for one file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from jats.acceptance.config import config_for
from jats.acceptance.selection import Selection
from jats.options import Options
from jats.pipeline import targets_for


@dataclass(frozen=True, slots=True)
class FixOptions:
    """That files are to be fixed: with `unsafe` edits too, and whether they are written or only shown (`write`)."""

    unsafe: bool = False
    write: bool = True


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """Choices for a whole run; they win over `jats.toml`.

    `today` is the date that dates are judged against, None if that isn't done. `show_xml` asks for the place in the XML of
    findings on articles that are built; `readiness` for what keeps a file from its targets. `cache` is the folder in which
    results of unchanged files are kept, None for none.
    """

    options: Options = field(default_factory=Options)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: date | None = None
    show_xml: bool = False
    readiness: bool = False
    fixing: FixOptions | None = None
    cache: str | None = None


@dataclass(frozen=True, slots=True)
class FileSettings:
    """What holds for one file: services, rules, and Schematron files."""

    targets: tuple[str, ...] = ()
    selection: Selection = field(default_factory=Selection)
    schematron: tuple[str, ...] = ()


def settings_for(name: str, request: CheckOptions) -> FileSettings:
    """The settings of a file: what was asked for, else its `jats.toml`, else, for targets, its journal's file.

    A readiness report without any target is about all of them. Raises InputError for a configuration or journal file that
    can't be read.
    """
    file_rules = config_for(name).rules_for_file(name)
    targets = targets_for(name, request.options)
    if request.readiness and not targets:
        from jats.rules.engine.targets import SERVICES

        targets = SERVICES
    selection = Selection(
        request.select or file_rules.select or (), (*(file_rules.ignore or ()), *request.ignore), file_rules.severities
    )
    return FileSettings(targets, selection, file_rules.schematron or ())
