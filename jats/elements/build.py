"""How an element is made: `element()` puts children in the schema's order, leaves out what is absent, and remembers which
field made it; what the version or tag set can't hold is left out and reported, so that nothing written is misplaced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Protocol

from lxml import etree

from jats.draft import Path

Element = etree._Element
Child = Element | str | None
Children = Child | Iterable[Child]

NAMESPACES = {
    "xlink": "http://www.w3.org/1999/xlink",
    "mml": "http://www.w3.org/1998/Math/MathML",
    "ali": "http://www.niso.org/schemas/ali/1.0/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
"""The namespaces of JATS by the prefix that its DTDs fix."""

PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}

_NO_NAME = re.compile("[^A-Za-z0-9._À-ÖØ-öø-ÿΑ-ΡΣ-Ωα-ωЁ-ЌЎ-яё-ќў-ҁ一-龥가-힣-]")
"""What identifiers can't hold: a part of XML 1.0's names that all editions and libxml2 agree on, without the colon."""


class Declared(Protocol):
    """An attribute as its schema declares it."""

    @property
    def type(self) -> str:
        """CDATA, ID, IDREF, NMTOKEN, ENUMERATION …"""

    @property
    def enumeration(self) -> tuple[str, ...]:
        """The allowed values of an enumeration."""


class Grammar(Protocol):
    """What a schema allows, with names prefixed as in the DTD (jats/schema/content.py has one)."""

    def children(self, parent: str) -> frozenset[str]:
        """Names of the elements that may stand in `parent`, anywhere."""

    def mixed(self, parent: str) -> bool:
        """Whether text may stand in `parent`."""

    def order(self, parent: str) -> tuple[str, ...] | None:
        """The names in sequence where the model of `parent` is a sequence; else `None`."""

    def accepts(self, parent: str, names: Sequence[str]) -> bool:
        """Whether `parent` may have just these child elements."""

    def attribute(self, parent: str, name: str) -> Declared | None:
        """The declaration of an attribute, `None` where there is none."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A field that the variant can't hold: what was to be written, and where."""

    path: Path
    tag: str
    parent: str
    moved: str | None = None
    """Where its text went instead, in words; `None` where it was left out."""


@dataclass(slots=True)
class Writing:
    """What is true of one document being written."""

    grammar: Grammar
    version: str
    tag_set: str
    language: str | None = None
    losses: list[Loss] = field(default_factory=list)
    origins: dict[Element, Path] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    """Identifiers that elements have already."""


@dataclass(frozen=True, slots=True)
class At:
    """The field that is being written: `at / "authors" / 0` goes down."""

    writing: Writing
    path: Path = ()

    def __truediv__(self, step: str | int) -> At:
        return At(self.writing, (*self.path, step))

    def can(self, parent: str, child: str) -> bool:
        """Whether this variant lets `child` stand in `parent`."""
        return child in self.writing.grammar.children(parent)

    def has(self, parent: str, attribute: str) -> bool:
        """Whether this variant has that attribute there."""
        return self.writing.grammar.attribute(parent, attribute) is not None

    def lose(self, tag: str, parent: str, moved: str | None = None) -> None:
        """Report that the field of this place can't be written as `tag` in `parent`."""
        self.writing.losses.append(Loss(self.path, tag, parent, moved))

    def identify(self, wanted: str | None, stem: str, parent: str) -> str:
        """An identifier that nothing in the document has yet: the wanted one where it can be, else `stem` with a number.

        A wanted one that is no XML name, or is taken, is changed and reported.
        """
        taken = self.writing.ids
        named = "" if wanted is None else _NO_NAME.sub("_", wanted)
        if named and not (named[0].isalpha() or named[0] == "_"):
            named = stem + named
        numbers = (f"{named or stem}{'-' if named else ''}{number}" for number in count(2 if named else 1))
        made = named if named and named not in taken else next(one for one in numbers if one not in taken)
        taken.add(made)
        if wanted is not None and made != wanted:
            self.lose("@id", parent, f"as {made}")
        return made


def qualified(name: str) -> str:
    """lxml's form of a prefixed name: `xlink:href` → `{http://www.w3.org/1999/xlink}href`."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


def prefixed(made: Element) -> str:
    """An element's name as the DTD has it: the twin of `qualified`."""
    tag = str(made.tag)
    if not tag.startswith("{"):
        return tag
    uri, _, local = tag[1:].partition("}")
    return f"{PREFIXES[uri]}:{local}" if uri in PREFIXES else local


def element(
    tag: str, at: At, attributes: Mapping[str, str | None] | None = None, *children: Children
) -> Element | None:
    """An element, or `None` where it would hold nothing that was given.

    Absent attributes and children (`None`, empty) are left out; those that the variant doesn't know are reported as lost, and
    an element that loses all is left out with them.
    Children stand in the order of the schema where it has one, else as given.
    """
    given = {name: value for name, value in (attributes or {}).items() if value is not None}
    made = etree.Element(qualified(tag), nsmap=_namespaces(tag, *given))
    _set_attributes(made, tag, at, given)
    flat = _flatten(children)
    _append(made, tag, at, _in_order(flat, tag, at))
    if not (len(made) or made.text or made.attrib):
        return None
    at.writing.origins[made] = at.path
    return made


def empty_element(tag: str, at: At) -> Element:
    """An element that says what it says by being there: `<etal/>`, `<anonymous/>`."""
    made = etree.Element(tag)
    at.writing.origins[made] = at.path
    return made


def _namespaces(*names: str) -> dict[str, str]:
    prefixes = (name.partition(":")[0] for name in names if ":" in name and not name.startswith("xml:"))
    return {prefix: NAMESPACES[prefix] for prefix in prefixes}


def _set_attributes(made: Element, tag: str, at: At, attributes: Mapping[str, str]) -> None:
    for name, value in attributes.items():
        if at.has(tag, name):
            made.set(qualified(name), value)
        else:
            at.lose("@" + name, tag)


def _flatten(children: Iterable[Children]) -> list[Element | str]:
    flat: list[Element | str] = []
    for child in children:
        if child is None or child == "":
            continue
        if isinstance(child, (str, etree._Element)):
            flat.append(child)
        else:
            flat += [one for one in child if one is not None and not (isinstance(one, str) and not one)]
    return flat


def _in_order(children: list[Element | str], tag: str, at: At) -> list[Element | str]:
    order = at.writing.grammar.order(tag)
    if order is None:
        return children
    rank = {name: index for index, name in enumerate(order)}
    return sorted(children, key=lambda child: -1 if isinstance(child, str) else rank.get(prefixed(child), -1))


def _append(made: Element, tag: str, at: At, children: list[Element | str]) -> None:
    grammar = at.writing.grammar
    allowed, text_allowed = grammar.children(tag), grammar.mixed(tag)
    last: Element | None = None
    for child in children:
        if isinstance(child, str):
            if not text_allowed:
                at.lose("#text", tag)
            elif last is None:
                made.text = (made.text or "") + child
            else:
                last.tail = (last.tail or "") + child
        elif prefixed(child) in allowed:
            made.append(child)
            last = child
        else:
            lose_all(child, tag, at)


def lose_all(child: Element, parent: str, at: At) -> None:
    """Report an element, and all the fields in it, as without a place in `parent`."""
    origins = at.writing.origins
    at.writing.losses.append(Loss(origins.get(child, at.path), prefixed(child), parent))
    for inner in child.iter():
        origins.pop(inner, None)
