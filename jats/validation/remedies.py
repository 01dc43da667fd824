"""What to write in place of an element that is not allowed where it is: its counterpart, or the place that it belongs in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from itertools import islice, takewhile
from pathlib import Path

from lxml import etree

from jats.messages.words import tag, tags
from jats.schema.content import Grammar
from jats.validation.names import written_name

_FILE = Path(__file__).parent.parent / "data" / "validation" / "foreign_names.tsv"
_HOMES_FILE = _FILE.with_name("natural_homes.txt")
_ATTRIBUTES_FILE = _FILE.with_name("foreign_attributes.tsv")
_WRITTEN = re.compile(r"write ([a-z-]+:[a-z]+)=")
_TYPES_OF_ANYTHING = ("content-type", "custom-type", "xlink:type")
_FEW = 3
_WRAPPERS = 6
_NEAREST_PLACES = 200

_PARTS = {
    "mml:mfrac": (2, "the numerator and the denominator"),
    "mml:mroot": (2, "the base and the index"),
    "mml:msub": (2, "the base and the subscript"),
    "mml:msup": (2, "the base and the superscript"),
    "mml:munder": (2, "the base and the script under it"),
    "mml:mover": (2, "the base and the script over it"),
    "mml:msubsup": (3, "the base, the subscript and the superscript"),
    "mml:munderover": (3, "the base, the script under it and the script over it"),
}
"""How many children a MathML element must have, and what they are (MathML 3, section 3.1.3.2)."""

_NUMBERS = {2: "two", 3: "three"}

_FOR_TEXT = ("p", "title", "label", "article-title", "subject", "kwd", "license-p", "td", "mixed-citation", "term")
"""What text most likely is meant to be, in this order."""

_BESIDE_ITEMS = frozenset(("label", "title", "object-id", "x"))
_BLOCKS_OF_TEXT = ("p", "title", "label")
_FOR_MATH = ("mml:mo", "mml:mi", "mml:mn", "mml:mtext")


@cache
def _foreign_names() -> dict[str, tuple[str, str]]:
    rows = (line.split("\t") for line in _FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {name: (origin, remedy) for name, origin, remedy in rows}


@cache
def _foreign_attributes() -> dict[tuple[str, str], str]:
    rows = (line.split("\t") for line in _ATTRIBUTES_FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {(name, owner): remedy for name, owner, remedy in rows}


@cache
def _natural_homes() -> dict[str, str]:
    rows = (line.split("\t") for line in _HOMES_FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return dict(rows)


def counterpart(name: str) -> str | None:
    """What to write for an element of HTML or another format, with where it comes from; `None` if it is not known."""
    found = _foreign_names().get(name.lower())
    return None if found is None else f"it is an element of {found[0]}: {found[1]}"


def attribute_remedy(name: str, owner: str, declared: Collection[str]) -> str | None:
    """What to write for an attribute that another format has, or that is short for one in `-type`; `None` if it is not known."""
    if name == "type":
        kinds = [each for each in declared if each.endswith("-type") and each.removesuffix("-type") in owner.split("-")]
        kinds = kinds or [each for each in declared if each.endswith("-type") and each not in _TYPES_OF_ANYTHING]
        return f'write {kinds[0]}="…"' if len(kinds) == 1 else None
    remedy = _foreign_attributes().get((name, owner)) or _foreign_attributes().get((name, "*"))
    wanted = _WRITTEN.search(remedy or "")
    return None if wanted and wanted[1] not in declared else remedy


def wanted_parts(parent: etree._Element) -> tuple[int, str, str] | None:
    """How many children an element of MathML has, how many it needs, and which; `None` if their number is right or free."""
    wanted = _PARTS.get(written_name(parent))
    there = sum(1 for _ in parent.iterchildren(etree.Element))
    return None if wanted is None or there == wanted[0] else (there, _NUMBERS[wanted[0]], wanted[1])


def where_to_move(child: etree._Element, grammar: Grammar, fitting: tuple[str, ...]) -> str:
    """The end of a message about a known element that its parent does not allow; empty if nothing sensible can be said.

    In this order: another name that is made of this one (`license-p` for `p`), the element that it belongs in by its nature,
    an ancestor that allows it, a child of the parent that does, the ancestors' other children, the only parents that it can have.
    """
    name = written_name(child)
    return next(filter(None, _places(name, child, grammar, fitting)), "")


def _places(name: str, child: etree._Element, grammar: Grammar, fitting: tuple[str, ...]) -> Iterator[str]:
    kin = [other for other in fitting if name in other.split("-") and name not in grammar.children(other)]
    if kin:
        yield f": write {tags(kin)} instead"
    yield _into_natural_home(name, child, grammar)
    yield _into_only_wrapper(name, child, grammar)
    yield _into_ancestor(name, child, grammar)
    yield _without_its_tags(name, child, grammar)
    yield _into_wrapper(name, child, grammar)
    yield _into_sibling(name, child, grammar)
    homes = _homes(name, grammar)
    yield f": move it into {tags(homes)}" if homes else ""
    yield f": {tags(fitting)} is allowed here" if 0 < len(fitting) <= _FEW else ""


def _into_natural_home(name: str, child: etree._Element, grammar: Grammar) -> str:
    home, parent = _natural_homes().get(name, ""), child.getparent()
    if parent is None or home == written_name(parent) or name not in grammar.children(home):
        return ""
    return _put_into(child, [home]) if home in grammar.children(written_name(parent)) else f": move it into {tag(home)}"


def _into_only_wrapper(name: str, child: etree._Element, grammar: Grammar) -> str:
    """The child that a parent without text is made of, if it is the only one that may contain the element: an item of a list.

    With loose text around it, that is what may contain text: a paragraph.
    """
    parent = child.getparent()
    if parent is None or grammar.mixed(written_name(parent)):
        return ""
    if _has_text(parent):
        fitting = grammar.children(written_name(parent))
        holder = next((each for each in _FOR_TEXT if each in fitting and name in grammar.children(each)), None)
        return f": put it into {tag(holder)}, with the text beside it" if holder else ""
    holders = _holders(grammar, written_name(parent), name)
    items = grammar.children(written_name(parent)) - _BESIDE_ITEMS
    return _put_into(child, list(holders)) if items == set(holders) else ""


def _has_text(parent: etree._Element) -> bool:
    return any(text and text.strip() for text in (parent.text, *(each.tail for each in parent)))


def _without_its_tags(name: str, child: etree._Element, grammar: Grammar) -> str:
    """A paragraph in a line of text, such as a title: its text may stay."""
    parent = child.getparent()
    in_line = parent is not None and grammar.mixed(written_name(parent))
    return f": remove the tags <{name}> and </{name}>, and keep the text" if in_line and name in _BLOCKS_OF_TEXT else ""


def _into_ancestor(name: str, child: etree._Element, grammar: Grammar) -> str:
    """The nearest ancestor above the parent that allows the element: it goes after the part that it is in now."""
    inside = child.getparent()
    while inside is not None and (above := inside.getparent()) is not None:
        if name in grammar.children(written_name(above)):
            return f": move it after </{written_name(inside)}>, into {tag(written_name(above))}"
        inside = above
    return ""


def _into_wrapper(name: str, child: etree._Element, grammar: Grammar) -> str:
    """A child of the parent that may contain the element: an existing one, or else one that the parent allows."""
    parent = child.getparent()
    if parent is None:
        return ""
    possible = _holders(grammar, written_name(parent), name)
    there = {written_name(each) for each in islice(parent.iterchildren(etree.Element), _NEAREST_PLACES)}
    existing = [each for each in possible if each in there]
    wrappers = existing or (list(possible) if len(possible) <= _WRAPPERS else [])
    if not wrappers:
        return ""
    return _put_into(child, wrappers)


def _put_into(child: etree._Element, wrappers: list[str]) -> str:
    run = sum(1 for _ in run_of(child))
    what = "it" if run == 1 else f"these {run} {tag(written_name(child))}"
    return f": put {what} into {tags(wrappers, _FEW)}"


def _into_sibling(name: str, child: etree._Element, grammar: Grammar) -> str:
    """A child of an ancestor that may hold the element, preferably one that is there."""
    parent = child.getparent()
    for above in parent.iterancestors() if parent is not None else ():
        holders = _holders(grammar, written_name(above), name)
        there = {written_name(each) for each in islice(above.iterchildren(etree.Element), _NEAREST_PLACES)}
        chosen = [each for each in holders if each in there] or list(holders)
        if 0 < len(chosen) <= _FEW:
            return f": move it into {tags(chosen)}"
    return ""


@lru_cache(maxsize=4096)
def _holders(grammar: Grammar, container: str, name: str) -> tuple[str, ...]:
    """The elements allowed in a container that may hold an element of that name, in alphabetical order."""
    return tuple(each for each in sorted(grammar.children(container)) if name in grammar.children(each))


def _homes(name: str, grammar: Grammar) -> list[str]:
    homes = grammar.parents(name)
    return list(homes) if len(homes) <= _FEW else []


def run_of(child: etree._Element) -> Iterator[etree._Element]:
    """The element and those of its name that follow it side by side."""
    yield child
    yield from takewhile(lambda sibling: sibling.tag == child.tag, child.itersiblings(etree.Element))


def repeats_the_one_before(child: etree._Element) -> bool:
    """Whether the element before this one has the same name, so that one message is enough for both."""
    before = next(child.itersiblings(etree.Element, preceding=True), None)
    return before is not None and before.tag == child.tag


def loose_in_text(parent: etree._Element, grammar: Grammar) -> list[str]:
    """The names of children that are not allowed there, and go where the text beside them goes."""
    allowed = grammar.children(written_name(parent))
    holder = next((each for each in _FOR_TEXT if each in allowed), None)
    names = dict.fromkeys(written_name(each) for each in parent.iterchildren(etree.Element))
    return [each for each in names if holder and each not in allowed and each in grammar.children(holder)]


def text_holders(parent: etree._Element, possible: tuple[str, ...], grammar: Grammar) -> str:
    """The end of a message about bare text: the elements that may hold it here, else in a child of the parent."""
    name = written_name(parent)
    preferred = _FOR_MATH if name.startswith("mml:") else _FOR_TEXT
    here = [each for each in preferred if each in possible]
    if here:
        loose = loose_in_text(parent, grammar)
        what = f"it, with {tags(loose, _FEW)}," if loose else "it"
        return f": put {what} into {tags(here)}"
    inner = next(
        (each for each in _FOR_TEXT for holder in grammar.children(name) if each in grammar.children(holder)), None
    )
    holders = [each for each in sorted(grammar.children(name)) if inner and inner in grammar.children(each)]
    near = [each for each in holders if parent.find(each) is not None] or holders
    return f": put it into {tag(inner)}, in {tags(near, _FEW)}" if inner and near else ": move it, or remove it"


def unprefixed(child: etree._Element, grammar: Grammar) -> tuple[int, str] | None:
    """For an element of MathML without its prefix: how many are in it, and its right name; `None` for any other."""
    name = f"mml:{child.tag!s}"
    if "}" in name or name not in grammar.elements:
        return None
    inside = [each for each in child.iter(etree.Element) if f"mml:{each.tag!s}" in grammar.elements]
    return len(inside) - 1, name
