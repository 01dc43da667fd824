"""Where elements belong by their nature, and what is meant by one in the wrong place."""

from __future__ import annotations

from functools import cache
from itertools import islice

from lxml import etree

from jats.messages.words import tag
from jats.schema.content import Grammar
from jats.validation.names import written_name
from jats.vocab.tables import tabbed_rows

_MOST_PLACES = 60
_METADATA = frozenset((
    "article", "article-meta", "contrib", "contrib-group", "front", "front-stub", "journal-meta", "journal-title-group",
    "title-group",
))  # fmt: skip


@cache
def natural_homes() -> dict[str, str]:
    """The elements that an element belongs in, with spaces between, by its name."""
    return dict(tabbed_rows("validation/natural_homes.txt"))


@cache
def meant_there() -> dict[tuple[str, str], tuple[str, str]]:
    """What is meant by an element in a parent that does not allow it: the element to write, and the words."""
    rows = tabbed_rows("validation/meant_there.tsv")
    return {(parent, name): (right, words) for parent, name, right, words in rows}


def out_of_metadata(parent: str) -> str:
    """The end of a message about a figure or another block of the text that is among the article's metadata."""
    return ": move it into <body>" if parent in _METADATA else ""


def free_place(name: str, holder: etree._Element, grammar: Grammar) -> str:
    """Where in an element one of the name can be, with … for the element; empty if nowhere."""
    inside = [written_name(each) for each in islice(holder.iterchildren(etree.Element), _MOST_PLACES)]
    at = grammar.place_for(name, written_name(holder), inside, range(len(inside), -1, -1))
    if at is None:
        return ""
    return "to the end of …" if at == len(inside) else f"into …, before {tag(inside[at])}"


def place_in_the_only(home: str, name: str, child: etree._Element, grammar: Grammar) -> str:
    """Where to move an element in the element that it belongs in, with the place if there is only one of these."""
    found = list(islice(child.getroottree().iter(home), 2))
    inside = (
        [written_name(each) for each in islice(found[0].iterchildren(etree.Element), _MOST_PLACES)] if found else []
    )
    anywhere = all(grammar.accepts(home, each) for each in ([name, *inside], [*inside, name]))
    at = free_place(name, found[0], grammar) if len(found) == 1 and not anywhere else ""
    return at.replace("…", tag(home)) or f"into {tag(home)}"
