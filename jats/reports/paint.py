"""Colours for terminals, and text without control codes."""

from __future__ import annotations

from jats.reports.look import Look

_STYLES = {"error": "31;1", "warning": "33;1", "info": "36;1", "bold": "1", "good": "32;1", "dim": "2"}


def clean(text: str) -> str:
    """The text with line breaks and control characters written as escapes, so that no file can write to the terminal."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode("ascii") for c in text)


def cut(text: str, width: int) -> str:
    """The text on one line of at most `width` cells, with an ellipsis if it is cut; uncut if the width is 0."""
    if not width or (text.isascii() and len(text) <= width):
        return text
    from rich.cells import cell_len, set_cell_size

    return text if cell_len(text) <= width else set_cell_size(text, width - 1).rstrip() + "…"


def paint(text: str, style: str, look: Look) -> str:
    """The text in a style (`error`, `warning`, `info`, `bold`, `good`, `dim`) if the look has colour."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if look.colour else text
