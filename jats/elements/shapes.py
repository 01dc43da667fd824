"""What the writing of elements asks of a schema, and names with their prefixes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from lxml import etree

from jats.vocab.namespaces import NAMESPACES, PREFIXES, expanded

NO_NAME = re.compile("[^A-Za-z0-9._À-ÖØ-öø-ÿΑ-ΡΣ-Ωα-ωЁ-ЌЎ-яё-ќў-ҁ一-龥가-힣-]")
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

    def __hash__(self) -> int: ...

    @property
    def elements(self) -> frozenset[str]:
        """The names of all elements."""

    def children(self, parent: str) -> frozenset[str]:
        """Names of the elements that may be in `parent`, anywhere."""

    def mixed(self, parent: str) -> bool:
        """Whether text may be in `parent`."""

    def ranks(self, parent: str) -> Mapping[str, int] | None:
        """Each name's place if the model of `parent` is a sequence, the same for names that may mingle; else `None`."""

    def repeats(self, parent: str, child: str) -> bool:
        """Whether more than one such child may be in `parent`."""

    def accepts(self, parent: str, names: Sequence[str]) -> bool:
        """Whether `parent` may have just these child elements."""

    def required_children(self, parent: str) -> frozenset[str]:
        """The names without which no content of `parent` is valid."""

    def attribute(self, parent: str, name: str) -> Declared | None:
        """The declaration of an attribute, `None` if there is none."""


def prefixed(made: etree._Element) -> str:
    """An element's name as the DTD has it: the twin of `expanded`. A name of another namespace keeps lxml's form."""
    tag = str(made.tag)
    if not tag.startswith("{"):
        return tag
    uri, _, local = tag[1:].partition("}")
    return f"{PREFIXES[uri]}:{local}" if uri in PREFIXES else tag


def own_name(given: etree._Element, name: str | None = None) -> str:
    """The name of an element, or of its attribute `name` in lxml's form, as its author wrote it.

    If the name has no prefix, or one that JATS fixes for another namespace, the namespace is named instead.
    """
    known = prefixed_attribute(str(given.tag) if name is None else name)
    if not known.startswith("{"):
        return known
    uri, _, local = known[1:].partition("}")
    prefixes = (prefix for prefix, address in given.nsmap.items() if address == uri)
    prefix = next((prefix for prefix in prefixes if prefix and prefix not in NAMESPACES), None)
    return f"{prefix}:{local}" if prefix else f"{local} of the namespace {uri}"


def prefixed_attribute(name: str) -> str:
    """An attribute's name as the DTD has it; a name of another namespace keeps lxml's form."""
    uri, _, local = name[1:].partition("}") if name.startswith("{") else ("", "", name)
    return f"{PREFIXES[uri]}:{local}" if uri in PREFIXES else name


_KEPT = 8192
"""Answers kept; a variant has some 250 elements in use, and an answer keeps the variant's grammar."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a schema says of one element, with names as lxml has them; kept, for every article asks it again."""

    tag: str
    name: str
    spaces: dict[str, str] | None
    children: dict[str, bool]
    """Whether more than one of it may be there, by name."""
    mixed: bool
    ranks: Mapping[str, int] | None


@lru_cache(_KEPT)
def shape_of(grammar: Grammar, tag: str) -> Shape:
    """The shape of an element in a variant."""
    ranks = grammar.ranks(tag)
    prefix, colon, _ = tag.partition(":")
    return Shape(
        tag,
        expanded(tag),
        {prefix: NAMESPACES[prefix]} if colon else None,
        {expanded(child): grammar.repeats(tag, child) for child in grammar.children(tag) if _known(child)},
        grammar.mixed(tag),
        ranks and {expanded(child): rank for child, rank in ranks.items() if _known(child)},
    )


def _known(name: str) -> bool:
    return ":" not in name or name.partition(":")[0] in NAMESPACES


@dataclass(frozen=True, slots=True)
class Attribute:
    """What a schema says of one attribute of one element; `type` is `None` if it doesn't have it."""

    name: str
    type: str | None
    enumeration: tuple[str, ...] = ()

    def takes(self, value: str) -> bool:
        """Whether the element has it and it may have that value; identifiers are taken to be right."""
        if self.type == "CDATA":
            return True
        if self.type == "ENUMERATION":
            return value in self.enumeration
        if self.type in ("NMTOKEN", "NMTOKENS"):
            token = value.replace(" ", "") if self.type == "NMTOKENS" else value
            return bool(token) and NO_NAME.search(token) is None
        return self.type is not None


@lru_cache(_KEPT)
def attribute_of(grammar: Grammar, tag: str, name: str) -> Attribute:
    """An attribute of an element in a variant."""
    declared = grammar.attribute(tag, name)
    if declared is None:
        return Attribute(expanded(name), None)
    return Attribute(expanded(name), declared.type, declared.enumeration)
