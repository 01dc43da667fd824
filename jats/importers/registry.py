"""How an importer is registered, and how importers are found: our files are walked, others' come by entry point.

Only the standard library is imported here. An importer imports heavy libraries inside its functions, so that the detection of
a format stays fast.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.abc import InspectLoader
from typing import TYPE_CHECKING

from jats.errors import InputError, PluginError
from jats.messages.words import any_of, did_you_mean, nearest, quoted

if TYPE_CHECKING:
    import pkgutil

    from jats.draft import Map
    from jats.findings import Note
    from jats.importers.source import Source

ENTRY_POINTS = "jats.importers"

Read = Callable[["Source", "Note"], "Iterator[Map]"]
"""An importer's function: one draft per article; what it could not place is noted before the draft is yielded."""

Detects = Callable[["Source"], str | None]
"""The reason why a source has the format, as the end of a sentence ("its first line is 'TY  - JOUR'"); else None."""

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Importer:
    """One outside format: its name for `--from`, its title for people, how its files' names end, and its functions.

    `rank` is the turn in detection: 0 for a format that has marks of its own; the later ones read what nobody else knows.
    `in_folders` says that `build` and `check` take such a file in a folder too, not only by its name: it can be nothing but
    articles.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    detects: Detects
    read: Read
    rank: int = 0
    in_folders: bool = False


_IMPORTERS: dict[str, Importer] = {}


def importer(
    name: str, *, title: str, suffixes: tuple[str, ...], detects: Detects, rank: int = 0, in_folders: bool = False
) -> Callable[[Read], Read]:
    """Register a function as the importer of a format. Raises PluginError for a name that is taken, or not a name."""

    def register(read: Read) -> Read:
        add_importer(
            Importer(name, title, tuple(suffix.lower() for suffix in suffixes), detects, read, rank, in_folders)
        )
        return read

    return register


def add_importer(new: Importer) -> None:
    """Add an importer to those that `importers` gives; PluginError if its name is taken, or is not a name."""
    if not _NAME.fullmatch(new.name):
        raise PluginError(f"{quoted(new.name)} cannot be the name of a format: write it like csl-json")
    if new.name in _IMPORTERS:
        modules = f"{_IMPORTERS[new.name].read.__module__}, {new.read.__module__}"
        raise PluginError(f"two importers have the name {new.name}: {modules}")
    _IMPORTERS[new.name] = new


@cache
def importers() -> tuple[Importer, ...]:
    """Every importer in the order of detection: ours and those of installed plug-ins."""
    _load_ours()
    _load_plugins()
    return tuple(sorted(_IMPORTERS.values(), key=lambda each: (each.rank, each.name)))


def importer_named(name: str) -> Importer:
    """The importer of `--from NAME`; raises InputError, with the names there are, for another."""
    found = next((each for each in importers() if each.name == name.lower()), None)
    if found is None:
        names = [each.name for each in importers()]
        close = did_you_mean(nearest(name, names, 2, 0.5)) or f"; formats are {any_of(names, 40)}"
        raise InputError(f"there is no format {quoted(name)}{close}")
    return found


def _load_ours() -> None:
    import pkgutil

    package = import_module("jats.importers")
    for module in pkgutil.walk_packages(package.__path__, "jats.importers."):
        if _registers(module):
            import_module(module.name)


def _registers(module: pkgutil.ModuleInfo) -> bool:
    """Whether a module has the decorator; the others of a format are imported when it is read, for many are slow to import."""
    spec = module.module_finder.find_spec(module.name, None)
    loader = spec.loader if spec is not None else None
    source = loader.get_source(module.name) if isinstance(loader, InspectLoader) else None
    return source is None or "@importer(" in source


def _load_plugins() -> None:
    from importlib.metadata import entry_points

    for entry in entry_points(group=ENTRY_POINTS):
        try:
            entry.load()
        except (ImportError, AttributeError, SyntaxError) as error:
            raise PluginError(
                f"the importer {entry.name} ({entry.value}) cannot be loaded: {error}; update or remove its package"
            ) from error
