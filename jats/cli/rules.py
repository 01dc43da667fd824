"""`jats rules`: what is checked, for whom."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from jats.rules.engine.targets import SERVICES


class ListFormat(StrEnum):
    """How the list is written."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


def rules(
    target: Annotated[
        str | None,
        typer.Option(
            "--target",
            metavar="NAME",
            help=f"Only the rules of one service: {', '.join(SERVICES)}; or common, those that are always on.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        ListFormat, typer.Option("--format", help="A line a rule, JSON with whole pages, or a page in Markdown.")
    ] = ListFormat.TEXT,
) -> None:
    """List the rules: code, severity, what must hold.

    Example: jats rules --target doaj
    """
    from jats.rules import list_rules
    from jats.rules.engine.listing import as_json, as_markdown, as_text

    write = {ListFormat.TEXT: as_text, ListFormat.JSON: as_json, ListFormat.MD: as_markdown}[form]
    typer.echo(write(list_rules(target), target and target.lower()), nl=False)
