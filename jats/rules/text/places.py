"""Finds a character or a pattern in the text of a document, without looking at every piece of a clean one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element

_ASCII = bytes(range(128))
_CODE = frozenset(("code", "preformat", "tex-math", "textual-form", "math"))


def foreign_letters(context: RuleContext) -> frozenset[str]:
    """The different characters of the document's text that are not ASCII."""
    return context.once(
        "letters beyond ASCII", lambda: frozenset(context.text.encode().translate(None, _ASCII).decode())
    )


def texts_with(context: RuleContext, needle: str) -> list[tuple[str, Element]]:
    """The pieces of text that contain `needle`, with the element whose running text each is part of."""
    if needle not in context.text:
        return []
    pieces = context.once("pieces of text", lambda: list(_pieces(context)))
    return [piece for piece in pieces if needle in piece[0]]


def matches(context: RuleContext, needle: str, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Element]]:
    """The first place in each piece of text, outside code and formulas, where `pattern` matches; it must hold `needle`."""
    if needle in context.text and pattern.search(context.text) and not _only_in_code(context, needle):
        for text, owner in texts_with(context, needle):
            if (found := pattern.search(text)) and not is_code(owner):
                yield found, owner


def _only_in_code(context: RuleContext, needle: str) -> bool:
    """Whether all of it is in code, as the backslashes of an article with formulas in TeX do."""
    code = [each for name in _CODE for each in context.all(name)]
    if not code:
        return False
    return sum("".join(each.itertext()).count(needle) for each in code) >= context.text.count(needle)


def is_code(element: Element) -> bool:
    """Whether an element holds program code or a formula, whose signs mean what they say."""
    return any(str(each.tag).rpartition("}")[2] in _CODE for each in (element, *element.iterancestors()))


def _pieces(context: RuleContext) -> Iterator[tuple[str, Element]]:
    for element in context.elements():
        for piece in (element.text, *(child.tail for child in element)) if len(element) else (element.text,):
            if piece:
                yield piece, element
