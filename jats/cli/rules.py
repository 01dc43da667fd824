"""`jats rules`: what is checked, and for which service."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from jats.rules.engine.targets import SERVICES


class ListFormat(StrEnum):
    """The format of the list."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


def rules(
    target: Annotated[
        str | None,
        typer.Option(
            "--target",
            metavar="NAME",
            help=f"Only the rules of one service: {', '.join(SERVICES)}; or common for those that are always on.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        ListFormat,
        typer.Option("--format", help="One line per rule, JSON with the full explanations, or a Markdown page."),
    ] = ListFormat.TEXT,
) -> None:
    """List the rules: code, severity and what each requires.

    Example: jats rules --target doaj
    """
    from jats.rules import list_rules
    from jats.rules.engine.listing import as_json, as_markdown, as_text

    write = {ListFormat.TEXT: as_text, ListFormat.JSON: as_json, ListFormat.MD: as_markdown}[form]
    typer.echo(write(list_rules(target), target and target.lower()), nl=False)
