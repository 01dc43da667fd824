"""What a person asks of `jats check`, and what that means for one file."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from ..acceptance.selection import Selection
from ..config import config_for
from ..findings import Finding
from ..options import Options


@dataclass(frozen=True, slots=True)
class Wish:
    """Choices for a whole run; they win over `jats.toml`.

    `today` is the date that dates are judged against, None where that isn't done. `show_xml` asks for the place in the XML of
    findings on articles that are built; `readiness` for what keeps a file from its targets; `keyed` for the baseline's keys.
    """

    options: Options = field(default_factory=Options)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: date | None = None
    show_xml: bool = False
    readiness: bool = False
    keyed: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one file: services, rules, and Schematron files."""

    targets: tuple[str, ...] = ()
    selection: Selection = field(default_factory=Selection)
    schematron: tuple[str, ...] = ()


def settings_for(name: str, wish: Wish) -> Settings:
    """The settings of a file: what was asked for, else its `jats.toml`, else, for targets, its journal's file.

    Raises InputError for a configuration or journal file that can't be read, TargetError for an unknown target.
    """
    wishes = config_for(name).wishes_for(name)
    targets = wish.options.targets or wishes.targets
    if targets is None:
        targets = _journals_targets(name, wish.options.journal)
    selection = Selection(wish.select or wishes.select or (), (*(wishes.ignore or ()), *wish.ignore), wishes.severities)
    return Settings(tuple(dict.fromkeys(each.lower() for each in targets)), selection, wishes.schematron or ())


def with_targets(wish: Wish, targets: tuple[str, ...]) -> Wish:
    """The same wish for other services."""
    return replace(wish, options=replace(wish.options, targets=targets))


def _journals_targets(name: str, journal: str | None) -> tuple[str, ...]:
    from ..article_file.inheritance import journal_targets

    def unheard(_finding: Finding) -> None:
        """The journal file's own faults are told with the article."""

    folder = Path(os.path.dirname(name)) if name != "-" else None
    return journal_targets(folder, Path(journal) if journal else None, unheard)
