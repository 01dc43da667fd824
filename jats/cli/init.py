"""`jats init`: a journal's folder that builds at once, and whose comments teach."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from ..errors import InputError
from ..outputs import write_whole

KINDS = ("article", "journal", "issue")


def init(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="The folder to make.")] = ".",
) -> None:
    """Make a journal's folder with one example article that builds at once.

    Example: jats init my-journal
    """
    for path in make_journal(Path(folder)):
        typer.echo(path)


def make_journal(folder: Path) -> list[Path]:
    """Write the folder's files, and give their paths; raises InputError, before anything is written, where one is there."""
    wanted = dict(_templates())
    wanted |= {Path(".jats") / f"{kind}.schema.json": _schema(kind) for kind in KINDS}
    there = [path for path in wanted if (folder / path).exists()]
    if there:
        raise InputError(f"{folder / there[0]} is there already: name an empty folder")
    for path, data in wanted.items():
        write_whole(folder / path, data)
    return [folder / path for path in wanted]


def _templates() -> Iterator[tuple[Path, bytes]]:
    root = files("jats.data") / "init"
    for name in ("journal.yaml", "articles/example/article.yaml"):
        yield Path(name), root.joinpath(name).read_bytes()


def _schema(kind: str) -> bytes:
    from jats.model.json_schema import json_schema

    return (json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n").encode()
