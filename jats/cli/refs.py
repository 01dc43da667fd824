"""`jats refs FILE`: reads references that are plain text, and gives their fields."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from jats.citations.split import ListOfReferences, split
from jats.cli.progress import Progress
from jats.errors import InputError
from jats.files.sources import find_sources
from jats.reference_lists import FORMATS, ParsedList, parsed_lists

To = StrEnum("To", {name.upper().replace("-", "_"): name for name in FORMATS})  # type: ignore[misc]  # made from the table
YAML = To("yaml")


def refs(
    file: Annotated[
        str, typer.Argument(metavar="[FILE]", help="A text file with references, or - for standard input.")
    ] = "-",
    to: Annotated[To, typer.Option("--to", help="The format to write.")] = YAML,
) -> None:
    """Read a list of references as text, and print each with its fields.

    The list may be numbered, bulleted, wrapped or under a heading ("References", "Література"); text before the
    heading is left out. The text of a reference is never changed.

    Example: jats refs references.txt --to bibtex
    """
    lists = split(_text(file))
    if not lists:
        raise InputError(f"{file} has no references: give a text with at least one")
    sys.stdout.write(FORMATS[to.value](_watched(lists)))


def _text(file: str) -> str:
    source = next(find_sources([file], ("",)), None)
    if source is None:
        raise InputError(f"{file}: no such file")
    try:
        data = source.read()
    except InputError as error:
        raise InputError(f"{file}: {error}") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8 text (byte {error.start + 1}): save it as UTF-8") from error


def _watched(lists: list[ListOfReferences]) -> list[ParsedList]:
    """The lists parsed, with a progress bar on a terminal if it takes long."""
    total = sum(len(one.items) for one in lists)
    progress = Progress(sys.stderr, lambda: total, "references")
    parsed = parsed_lists(lists, progress.draw)
    progress.wipe()
    return parsed
