"""`jats refs FILE`: reads references that are plain text, or another program's, and gives their fields."""

from __future__ import annotations

import sys
from collections import Counter
from enum import StrEnum
from typing import Annotated

import typer

from jats.citations.split import ListOfReferences, split
from jats.cli.progress import Progress
from jats.cli.shared import JournalOption
from jats.errors import InputError
from jats.files.sources import find_sources
from jats.findings import Finding
from jats.inheritance import journals_model
from jats.reference_lists import FORMATS, ReadList, parsed_lists, printed_in_style, structured_list

To = StrEnum("To", {name.upper().replace("-", "_"): name for name in (*FORMATS, "text")})  # type: ignore[misc]  # made from the table
YAML = To("yaml")
FROM = ("text", "bibtex", "ris", "csl-json", "nbib")
From = StrEnum("From", {name.upper().replace("-", "_"): name for name in FROM})  # type: ignore[misc]  # as above


def refs(
    file: Annotated[
        str,
        typer.Argument(
            metavar="[FILE]", help="References as text, BibTeX, RIS, CSL-JSON or .nbib, or - for standard input."
        ),
    ] = "-",
    to: Annotated[To, typer.Option("--to", help="The format to write.")] = YAML,
    from_: Annotated[
        From | None,
        typer.Option("--from", help="The format of the file. If not given, the content of the file decides."),
    ] = None,
    journal: JournalOption = None,
    style: Annotated[
        str | None,
        typer.Option(
            "--style",
            help="Print the references in a citation style: apa, vancouver, dstu-8302, abnt, gb-t-7714 … or a .csl file.",
        ),
    ] = None,
) -> None:
    """Read a list of references, and print each with its fields.

    The list may be text, or a file of a reference manager: BibTeX, RIS, CSL-JSON or PubMed's .nbib.

    A list as text may be numbered, bulleted, wrapped or under a heading ("References", "Література"); text before the
    heading is left out. The text of a reference is never changed.

    Example: jats refs references.txt --to bibtex
    """
    data, name = _data(file)
    findings: list[Finding] = []
    lists = _structured(data, name, from_, findings)
    if lists is None:
        with journals_model(name, journal):
            lists = _printed(data, file, findings)
    left: Counter[str] = Counter()
    if style or to.value == "text":
        text = printed_in_style(lists, style or "apa")
    else:
        text = FORMATS[to.value](lists, lambda _, field: left.update([field]), findings.append)
    for finding in findings:
        sys.stderr.write(f"{finding}\n")
    if left:
        fields = ", ".join(f"{field} ({number})" if number > 1 else field for field, number in left.items())
        sys.stderr.write(f"{name}: left out, because {to.value} cannot hold it: {fields}\n")
    sys.stdout.write(text)


def _data(file: str) -> tuple[bytes, str]:
    source = next(find_sources([file], ("",)), None)
    if source is None:
        raise InputError(f"{file}: no such file")
    try:
        return source.read(), source.name
    except InputError as error:
        raise InputError(f"{file}: {error}") from error


def _structured(data: bytes, name: str, given: From | None, findings: list[Finding]) -> list[ReadList] | None:
    """The list of another program's file; None if it is text."""
    from jats.reference_files import format_of, read_references

    found = given.value if given else format_of(data)
    if found is None or found == "text":
        return None
    references = read_references(data, name, findings.append, found)
    if not references:
        words = next((finding.message for finding in findings), "it has no records")
        raise InputError(f"{name} has no references that can be read as {found}: {words}")
    return [structured_list(references, name, findings.append)]


def _printed(data: bytes, file: str, findings: list[Finding]) -> list[ReadList]:
    lists = split(_text(data, file))
    if not lists:
        raise InputError(f"{file} has no references: give a text with at least one")
    return _watched(lists, file, findings)


def _text(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8 text (byte {error.start + 1}): save it as UTF-8") from error


def _watched(lists: list[ListOfReferences], file: str, findings: list[Finding]) -> list[ReadList]:
    """The lists parsed, with a progress bar on a terminal if it takes long."""
    total = sum(len(one.items) for one in lists)
    progress = Progress(sys.stderr, lambda: total, "references")
    parsed = parsed_lists(lists, file, findings.append, progress.draw)
    progress.wipe()
    return parsed
