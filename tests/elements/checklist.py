"""What JATS 1.4 Publishing holds as metadata, walked from the DTD."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jats.schema.content import grammar

DTD = "publishing-1.4-mathml3"

ROOTS = (
    "article", "processing-meta", "journal-meta", "article-meta", "sub-article", "ref-list", "ref", "element-citation",
    "mixed-citation", "ack", "fn-group", "glossary", "app-group", "bio", "notes",
)  # fmt: skip
"""Where the walk starts: everything in these, and in what is in them, is to be reachable from an article file."""

_INLINE = """abbrev alternatives bold break chem-struct email ext-link fixed-case hr index-term index-term-range-end
    inline-formula inline-graphic inline-media inline-supplementary-material italic milestone-end milestone-start
    monospace named-content overline private-char roman ruby sans-serif sc strike styled-content sub sup target tex-math
    underline uri xref mml:math"""

CARRIED_INLINE = frozenset(_INLINE.split())
"""Elements of running text: an editor writes their markup, or JATS's own, into the text."""

_BLOCKS = """address answer answer-set array block-alternatives boxed-text chem-struct-wrap code def-list disp-formula
    disp-formula-group disp-quote explanation fig fig-group graphic list media p preformat question question-wrap
    question-wrap-group sec speech statement supplementary-material table-wrap table-wrap-group verse-group
    oasis:table"""

CARRIED_BLOCKS = frozenset(_BLOCKS.split())
"""Elements beside and around paragraphs, which are written as JATS's own markup."""

OUTSIDE = frozenset(("body", "floats-group", "front", "sec-meta"))
"""Elements that are no metadata and no running content of them: the walk doesn't go in."""

SHARED_ATTRIBUTES = {
    "id": ("id",),
    "language": ("xml:lang",),
    "kind": ("content-type", "specific-use"),
    "link": ("xlink:title", "xlink:role", "xlink:show", "xlink:actuate", "xlink:type", "hreflang"),
    "translation": (
        "lang-focus", "lang-focus-custom", "lang-group", "lang-source", "lang-source-custom", "lang-translate",
        "lang-variant", "lang-variant-custom",
    ),
}  # fmt: skip
"""Attributes that nearly all elements have, by group; one case a group is enough."""

TECHNICAL = frozenset(("xml:base", "xml:space"))
"""Attributes that say how a file is to be read, not what an article is."""


@cache
def elements() -> tuple[str, ...]:
    """Every metadata element, in alphabetical order; carried ones aren't among them."""
    return tuple(sorted(_reached(OUTSIDE | carried() - frozenset(ROOTS))))


@cache
def running_content() -> tuple[str, ...]:
    """Every element of running content, and all that is in them but for the insides of MathML."""
    inside = frozenset(name for name in grammar(DTD).elements if name.startswith("mml:") and name != "mml:math")
    return tuple(sorted(_reached(OUTSIDE | inside) - set(elements())))


def _reached(closed: frozenset[str]) -> set[str]:
    """The elements that the walk comes to without going into those that are closed to it."""
    rules = grammar(DTD)
    seen: set[str] = set()
    ahead = list(ROOTS)
    while ahead:
        name = ahead.pop()
        if name not in seen and name not in closed:
            seen.add(name)
            ahead += rules.children(name)
    return seen


def carried() -> frozenset[str]:
    """The elements of running content."""
    return CARRIED_INLINE | CARRIED_BLOCKS - {"supplementary-material", "address"}


def own_attributes() -> Iterator[tuple[str, str]]:
    """Element and attribute, for all that belong to a metadata element itself."""
    shared = {name for group in SHARED_ATTRIBUTES.values() for name in group} | TECHNICAL
    for element in elements():
        for name in grammar(DTD).attributes(element):
            if name not in shared and not name.startswith(("xmlns", "xsi:")):
                yield element, name
