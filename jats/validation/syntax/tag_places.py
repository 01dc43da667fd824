"""Where a forgotten start or end tag belongs: the places at which the content of both elements fits their models."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jats.schema.content import Grammar
from jats.validation.elements.formulas import number_of_parts

_MOST = 300
"""The number of elements and texts up to which each place between them is tried."""

TEXT = "#text"
"""The name of a piece of text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An element, or a text that is not blank (`TEXT`), with its first offset and the one after it."""

    name: str
    at: int
    until: int


def holds(holder: str, pieces: Sequence[Piece], grammar: Grammar) -> bool:
    """Whether an element may hold these pieces, and nothing else; one that the schema does not know may hold all."""
    if holder not in grammar.elements:
        return True
    names = [each.name for each in pieces if each.name != TEXT]
    if len(names) < len(pieces) and not grammar.mixed(holder):
        return False
    parts = number_of_parts(holder)
    return (parts is None or len(names) == parts) and grammar.accepts(holder, names)


def end_places(
    name: str, inside: Sequence[Piece], around: str, before: Sequence[Piece], after: Sequence[Piece], grammar: Grammar
) -> list[int]:
    """The numbers of the pieces `inside` an element without end tag that its end tag may precede.

    `around` is the element around it, `before` and `after` are what that has before and after it.
    """
    if len(inside) > _MOST:
        return []
    whole = Piece(name, 0, 0)
    return [
        at
        for at in range(len(inside) + 1)
        if holds(name, inside[:at], grammar) and holds(around, [*before, whole, *inside[at:], *after], grammar)
    ]


def start_places(
    name: str, around: str, before: Sequence[Piece], after: Sequence[Piece], grammar: Grammar
) -> list[int]:
    """The numbers of the pieces `before` an end tag without start tag that its start tag may precede.

    `around` is the element that is open there, `after` is what it has after the tag.
    """
    if len(before) > _MOST:
        return []
    whole = Piece(name, 0, 0)
    return [
        at
        for at in range(len(before))
        if holds(name, before[at:], grammar) and holds(around, [*before[:at], whole, *after], grammar)
    ]


def line_break(around: str, number: int, grammar: Grammar) -> str:
    """What to write for `<br>`, so many of them, by what is allowed in the element around it."""
    them = "it" if number == 1 else "each"
    if "break" in grammar.children(around):
        return f"write <break/> for {them}"
    if around == "p":
        return f"JATS has no line break in <p>: write a space for {them}, or end the paragraph there with </p><p>"
    where = f" in <{around}>" if around else ""
    return f"JATS has no line break{where}: write a space for {them}"
