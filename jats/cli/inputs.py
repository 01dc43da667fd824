"""The inputs that a command line names, of whatever format, and why each is read as what."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from jats.errors import InputError
from jats.files.kinds import ARTICLE_SUFFIXES, Kind, configures
from jats.files.sources import Source, find_sources
from jats.importers.kinds import SUFFIXES_IN_FOLDERS, explain_detection, input_kind, is_wanted

NO_ARTICLE = "contains no article file: write the article's data to a .yaml, .json or .toml file"


def article_sources(names: Iterable[str]) -> Iterator[Source]:
    """The inputs to build: every file by its name; in folders and archives article files and exports that can be nothing else."""
    suffixes = (*ARTICLE_SUFFIXES, *SUFFIXES_IN_FOLDERS)
    for name in names:
        found = find_sources([name], suffixes)
        if Path(name).is_dir():
            kept = [source for source in found if _is_article(source)]
            yield from kept or [Source(name, problem=_no_article(name))]
        else:
            yield from (source for source in found if not source.found or _is_article(source))


def _no_article(folder: str) -> str:
    """Why there is nothing to build in a folder; with a file of another format in it, whose name would be enough."""
    other = next((source.name for source in import_sources([folder]) if not source.problem), None)
    return NO_ARTICLE if other is None else f"contains no article file: to build the article in {other}, name that file"


def _is_article(source: Source) -> bool:
    """Whether a file that was found is one to build; JATS is not, it may be what was built before."""
    if source.problem:
        return True
    if configures(source.name):
        return False
    if source.name.lower().endswith(ARTICLE_SUFFIXES) and not source.name.lower().endswith(".json"):
        return True
    try:
        data = source.read()
    except InputError:
        return True  # it is reported where it is read
    kind = input_kind(data, source.name)
    return kind is Kind.ARTICLE_FILE or (kind is Kind.OTHER and is_wanted(data, source.name, kind))


def import_sources(names: Iterable[str]) -> Iterator[Source]:
    """The inputs to import: every file by its name; in folders and archives those whose format is known by content and suffix."""
    from jats.importers.registry import importers

    suffixes = tuple(sorted({suffix for each in importers() for suffix in each.suffixes} - set(ARTICLE_SUFFIXES)))
    for name in names:
        found = find_sources([name], (*suffixes, ".json"))
        if not Path(name).is_dir():
            yield from (source for source in found if not source.found or _is_importable(source))
            continue
        kept = [source for source in found if source.problem or _is_importable(source)]
        yield from kept or [Source(name, problem="contains no file of a format that can be imported")]


def _is_importable(source: Source) -> bool:
    """Whether a file that was found is in another format that has the suffix of its name."""
    from jats.importers import Source as Input
    from jats.importers import detect

    if source.problem:
        return True
    try:
        data = source.read()
    except InputError:
        return True
    if configures(source.name) or input_kind(data, source.name) is not Kind.OTHER:
        return False
    detected = detect(Input(source.name, data))
    return detected is not None and source.name.lower().endswith(detected.importer.suffixes)


def explained(sources: Iterable[Source], format_name: str | None, *, verbose: bool) -> Iterator[Source]:
    """The same sources; for `--verbose`, after a line on standard error that says why each is read as what."""
    for source in sources:
        if verbose and not source.problem:
            try:
                sys.stderr.write(f"{source.name}: {explain_detection(source.read(), source.name, format_name)}\n")
                sys.stderr.flush()
            except InputError:
                pass  # it is reported where it is read
        yield source
