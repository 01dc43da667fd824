"""What a person asks of `jats check`, and what that means for one file."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from ..acceptance.selection import Selection
from ..config import config_for
from ..findings import Finding
from ..options import Options


@dataclass(frozen=True, slots=True)
class Mending:
    """That files are to be mended: with `unsafe` edits too, and whether they are written or only shown (`write`)."""

    unsafe: bool = False
    write: bool = True


@dataclass(frozen=True, slots=True)
class Wish:
    """Choices for a whole run; they win over `jats.toml`.

    `today` is the date that dates are judged against, None where that isn't done. `show_xml` asks for the place in the XML of
    findings on articles that are built; `readiness` for what keeps a file from its targets. `cache` is the folder in which
    results of unchanged files are kept, None for none.
    """

    options: Options = field(default_factory=Options)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: date | None = None
    show_xml: bool = False
    readiness: bool = False
    mending: Mending | None = None
    cache: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one file: services, rules, and Schematron files."""

    targets: tuple[str, ...] = ()
    selection: Selection = field(default_factory=Selection)
    schematron: tuple[str, ...] = ()


def settings_for(name: str, wish: Wish) -> Settings:
    """The settings of a file: what was asked for, else its `jats.toml`, else, for targets, its journal's file.

    A readiness report without any target is about all of them. Raises InputError for a configuration or journal file that
    can't be read.
    """
    wishes = config_for(name).wishes_for(name)
    targets = wish.options.targets or wishes.targets
    if targets is None:
        folder = None if name == "-" else os.path.dirname(name)
        targets = _journals_targets(folder, wish.options.journal)
    if wish.readiness and not targets:
        from ..rules.targets import SERVICES

        targets = SERVICES
    selection = Selection(wish.select or wishes.select or (), (*(wishes.ignore or ()), *wish.ignore), wishes.severities)
    return Settings(tuple(dict.fromkeys(each.lower() for each in targets)), selection, wishes.schematron or ())


@lru_cache(maxsize=1024)
def _journals_targets(folder: str | None, journal: str | None) -> tuple[str, ...]:
    from ..article_file.inheritance import journal_targets

    def unheard(_finding: Finding) -> None:
        """The journal file's own faults are told with the article."""

    return journal_targets(None if folder is None else Path(folder), Path(journal) if journal else None, unheard)
