"""`jats init`: a folder for a journal, with an example that builds and comments that explain it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from jats.errors import InputError
from jats.files.outputs import write_whole

FILE_KINDS = ("article", "journal", "issue")


class Service(StrEnum):
    """Services that can check a journal's repository automatically."""

    GITHUB = "github"
    GITLAB = "gitlab"
    PRE_COMMIT = "pre-commit"


CI_FILES = {
    Service.GITHUB: ("github.yml", ".github/workflows/jats.yml"),
    Service.GITLAB: ("gitlab.yml", ".gitlab-ci.yml"),
    Service.PRE_COMMIT: ("pre-commit.yaml", ".pre-commit-config.yaml"),
}
"""Each service's template, and the path at which the service expects the file."""

CiOption = Annotated[
    list[Service] | None,
    typer.Option(
        "--ci",
        help="Also write the file that makes this service check every change; works in an existing journal too.",
        show_default=False,
    ),
]


SheetOption = Annotated[
    bool,
    typer.Option(
        "--sheet",
        help="Also write a spreadsheet to fill in, with one row per article; works in an existing journal too.",
    ),
]

SHEET = Path("articles.xlsx")
"""The name of the spreadsheet."""


def init(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="The folder to create.")] = ".",
    services: CiOption = None,
    sheet: SheetOption = False,
) -> None:
    """Create a folder for a journal, with one example article that builds.

    Example: jats init my-journal --ci github
    """
    for path in make_journal(Path(folder), services or (), sheet=sheet):
        typer.echo(path)


def make_journal(folder: Path, services: Sequence[Service] = (), *, sheet: bool = False) -> list[Path]:
    """Write the folder's files and return their paths; raises InputError, before anything is written, if one exists.

    If the folder already has a journal, only the files for the named services and the spreadsheet are written.
    """
    wanted: dict[Path, bytes] = {}
    added = {**dict(_ci_files(services)), **({SHEET: _sheet()} if sheet else {})}
    if not (added and (folder / "journal.yaml").exists()):
        wanted |= dict(_templates())
        wanted |= {Path(".jats") / f"{kind}.schema.json": _schema(kind) for kind in FILE_KINDS}
    wanted |= added
    there = [path for path in wanted if (folder / path).exists()]
    if there:
        remedy = "move it away first" if there[0] in added else "name an empty folder"
        raise InputError(f"{folder / there[0]} already exists: {remedy}")
    for path, data in wanted.items():
        write_whole(folder / path, data)
    return [folder / path for path in wanted]


def _templates() -> Iterator[tuple[Path, bytes]]:
    root = files("jats.data") / "init"
    for name in ("journal.yaml", "articles/example/article.yaml"):
        yield Path(name), root.joinpath(name).read_bytes()


def _ci_files(services: Sequence[Service]) -> Iterator[tuple[Path, bytes]]:
    """The files for the services; they pin the version of `jats` that wrote them, so that verdicts do not change later."""
    root = files("jats.data") / "init" / "ci"
    for template, place in (CI_FILES[service] for service in services):
        text = root.joinpath(template).read_text("utf-8").replace("VERSION", version("jats-export"))
        yield Path(place), text.encode()


def _sheet() -> bytes:
    from jats.importers.sheets.template import sheet_template

    return sheet_template()


def _schema(kind: str) -> bytes:
    from jats.model.json_schema import json_schema_text

    return json_schema_text(kind).encode()
