"""`jats explain CODE`: the page of a code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Annotated

import typer

from ..errors import InputError
from ..pages import Page, format_page
from .streams import look_of

PAGES = {
    "SCH": "jats.validation.codes:pages",
}
"""Where the pages of codes with a prefix are: a function that gives them all by their code."""


def explain(codes: Annotated[list[str], typer.Argument(metavar="CODE...", show_default=False)]) -> None:
    """Print what a code means: why it matters, a wrong and a right example, the source.

    Example: jats explain SCH013
    """
    look = look_of(sys.stdout)
    typer.echo("\n".join(format_page(page_of(code), look.colour) for code in codes), nl=False)


def page_of(code: str) -> Page:
    """The page of a code, in whatever case it is written; raises InputError with the nearest codes for another word."""
    wanted = code.upper()
    pages = all_pages()
    if wanted not in pages:
        from difflib import get_close_matches

        close = get_close_matches(wanted, pages, n=3, cutoff=0.6)
        raise InputError(f"no code is named {code}" + (f"; did you mean {' or '.join(close)}?" if close else ""))
    return pages[wanted]


def all_pages() -> dict[str, Page]:
    """Every code's page, in the order of the table."""
    found: dict[str, Page] = {}
    for place in PAGES.values():
        module, function = place.split(":")
        give: Callable[[], dict[str, Page]] = getattr(import_module(module), function)
        found |= give()
    return found
