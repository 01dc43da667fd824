"""Where to move an element that its parent allows at another place, or that belongs elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from jats.messages.words import tag
from jats.schema.content import Grammar
from jats.validation.elements.homes import natural_homes
from jats.validation.elements.likely import usual_share
from jats.validation.elements.neighbours import neighbours
from jats.validation.elements.remedies import into_ancestor
from jats.validation.names import parent_name, siblings_of, written_name

_LIKELIER = 0.3
"""How much likelier another element must be than the parent to be named first."""

_MOST = 2


def is_there(name: str, child: etree._Element) -> bool:
    """Whether the document has one element of that name, outside of which the child is."""
    found = list(islice(child.getroottree().iter(name), 2))
    return len(found) == 1 and found[0] not in child.iterancestors()


def _which(child: etree._Element, following: str, preceding: str | None) -> str:
    """The sibling before which an element can be, with its line if it could be taken for another one."""
    siblings = [each for each in siblings_of(child) if each is not child]
    named = [at for at, each in enumerate(siblings) if written_name(each) == following]
    parent = parent_name(child)
    if not named or (len(named) == 1 and following != parent):
        return tag(following)
    right = (at for at in named if preceding == (written_name(siblings[at - 1]) if at else None))
    at = next(right, named[0])
    line = siblings[at].sourceline
    if at == named[0]:
        return f"the first {tag(following)} in this {tag(parent)} (line {line})"
    return f"the {tag(following)} of line {line}"


def place_in_order(child: etree._Element, following: str | None, preceding: str | None, grammar: Grammar) -> str:
    """Where to move an element: before or after what is named, into an element beside it, or out of its parent."""
    name, parent = written_name(child), child.getparent()
    place = f"after {tag(preceding)}" if preceding else "elsewhere"
    if following and (following != name or not preceding):
        place = f"before {_which(child, following, preceding)}"
    here = usual_share("" if parent is None else written_name(parent), name)
    others = sorted(_others(child, grammar), key=lambda each: -each[0])[:_MOST]
    first = [words for points, words in others if points >= here + _LIKELIER]
    last = [words for points, words in others if here <= points < here + _LIKELIER]
    return ", or ".join([*first, place, *last][:_MOST])


def _others(child: etree._Element, grammar: Grammar) -> Iterator[tuple[float, str]]:
    """The places outside the parent's own order, with how likely they are meant."""
    name, parent = written_name(child), child.getparent()
    likeliest = {each.name: each for each in reversed(neighbours(child, grammar))}
    for each in likeliest.values():
        # What follows an author is mostly the author's: an e-mail address, a role, a biography.
        natural = each.name in ("contrib", *natural_homes().get(name, "").split())
        yield each.points + 0.3 * natural, each.place
    for home in natural_homes().get(name, "").split():
        if (
            parent is not None
            and home != written_name(parent)
            and is_there(home, child)
            and name in grammar.children(home)
        ):
            yield usual_share(home, name), f"into {tag(home)}"
    above = None if parent is None else parent.getparent()
    if (
        above is not None
        and (place := into_ancestor(name, child, grammar))
        and f"into {tag(written_name(above))}" in place
    ):
        yield usual_share(written_name(above), name), place.removeprefix(": move it ")
