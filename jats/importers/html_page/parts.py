"""Which part of an article an element of a page shows, by the words in its class or id, as platforms write them."""

from __future__ import annotations

from functools import cache

from justhtml import Node

from jats.importers.html_page.page import attribute, hints
from jats.importers.tables import importer_rows

LEFT_OUT = "-"
_FURNITURE = frozenset(("nav", "footer", "aside", "menu"))
_SECTIONS = frozenset(("article", "section", "main"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary"))


def part_of(node: Node) -> str:
    """The part that an element shows: a name of the table, `-` for menus and the like, empty if nothing says so."""
    if node.name in _FURNITURE or attribute(node, "role").lower() in _ROLES or _is_site_header(node):
        return LEFT_OUT
    words = hints(node)
    if not words:
        return ""
    found = [part for word in words if (part := _parts().get(word))]
    found += [part for word in words for start, part in _beginnings() if word.startswith(start)]
    if not found:
        return ""
    specific = [part for part in found if part != LEFT_OUT]
    return specific[0] if len(set(specific)) == 1 else min(specific or found, key=_order)


def _is_site_header(node: Node) -> bool:
    """Whether a `<header>` is that of the site: the header of an article or of a section is inside it."""
    around = node.parent if node.name == "header" else None
    while around is not None and around.name not in _SECTIONS:
        around = around.parent
    return node.name == "header" and around is None


@cache
def _parts() -> dict[str, str]:
    return {word: part for part, words in importer_rows("html_parts") for word in words.split() if word[-1] != "*"}


@cache
def _beginnings() -> tuple[tuple[str, str], ...]:
    return tuple(
        (word[:-1], part) for part, words in importer_rows("html_parts") for word in words.split() if word[-1] == "*"
    )


@cache
def _all_parts() -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part, _ in importer_rows("html_parts")))


def _order(part: str) -> int:
    return _all_parts().index(part)
