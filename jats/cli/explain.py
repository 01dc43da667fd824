"""`jats explain CODE`: the page of a code."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from jats.cli.streams import look_of
from jats.errors import InputError
from jats.messages.explanations import Explanation, all_explanations, format_explanation
from jats.messages.words import nearest


def _codes_beginning(begun: str) -> list[str]:
    codes = [code for code in sorted(all_explanations()) if code.startswith(begun.upper())]
    return [begun + code[len(begun) :] for code in codes]


Codes = Annotated[list[str], typer.Argument(metavar="CODE...", show_default=False, autocompletion=_codes_beginning)]


def explain(codes: Codes) -> None:
    """Explain a code: why it matters, a wrong and a right example, and the source.

    Example: jats explain SCH013
    """
    look = look_of(sys.stdout)
    width = look.width if look.terminal else 0
    typer.echo("\n".join(format_explanation(page_of(code), look.colour, width) for code in codes), nl=False)


def page_of(code: str) -> Explanation:
    """The page of a code, in upper or lower case; raises InputError, with the nearest codes, for an unknown one."""
    wanted = code.upper()
    pages = all_explanations()
    if wanted not in pages:
        close = nearest(wanted, pages, 3, 0.6)
        raise InputError(f"there is no code {code}" + (f"; did you mean {' or '.join(close)}?" if close else ""))
    return pages[wanted]
