"""Two independent readings of a DTD in one comparable form: libxml2's dump of an official one, a compiled text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

_ELEMENT = re.compile(r"<!ELEMENT\s+(\S+)\s+([^>]*)>")
_ATTLIST = re.compile(r"<!ATTLIST\s+(\S+)\s+([^>]*)>")
_ATTRIBUTE = re.compile(r'(\S+)\s+(NOTATION\s+\([^)]*\)|\([^)]*\)|\w+)(?:\s+(#\w+))?(?:\s+"([^"]*)")?\s*')
_NOTATION = re.compile(r'<!NOTATION\s+(\S+)\s+PUBLIC\s+"([^"]*)"\s*>')
_TOKEN = re.compile(r"[(),|?*+]|[^\s(),|?*+]+")


@dataclass(frozen=True)
class Declared:
    """Every declaration, each as text in one spelling."""

    elements: dict[str, str]
    attributes: dict[tuple[str, str], tuple[str, str, str]]
    notations: dict[str, str]


def read_declared(text: str) -> Declared:
    """All declarations of a flat DTD."""
    attributes = {
        (element, name): (_spaceless(type_), kind, value)
        for element, attlist in _ATTLIST.findall(text)
        for name, type_, kind, value in _ATTRIBUTE.findall(attlist)
    }
    elements = {name: plain_model(model) for name, model in _ELEMENT.findall(text)}
    # a public identifier's blanks count as one
    notations = {name: " ".join(public_id.split()) for name, public_id in _NOTATION.findall(text)}
    return Declared(elements, attributes, notations)


def dump(file: Path) -> tuple[str, dict[str, str]]:
    """What libxml2 read from the DTD in `file` and all its modules, expanded; and the named characters.

    The DTD is included in an internal subset, since only that is written out again.
    """
    document = f'<!DOCTYPE article [<!ENTITY % all SYSTEM "{file.as_uri()}"> %all;]><article/>'
    parser = etree.XMLParser(load_dtd=True, resolve_entities=True, no_network=True)
    tree = etree.fromstring(document.encode(), parser).getroottree()
    subset = tree.docinfo.internalDTD
    assert subset is not None
    text: str = etree.tostring(tree, encoding="unicode")
    general = set(re.findall(r"<!ENTITY ([^\s%]+) ", text))
    characters = {str(entity.name): str(entity.content) for entity in subset.iterentities() if entity.name in general}
    return text, characters


def plain_model(model: str) -> str:
    """A content model without blanks and without parentheses that group nothing."""
    tokens: list[str] = _TOKEN.findall(model)
    if tokens[0] != "(":
        return tokens[0]
    return _plain(tokens, 0)[0]


def _plain(tokens: list[str], at: int) -> tuple[str, int]:
    if tokens[at] != "(":
        return _with_quantifier(tokens[at], tokens, at + 1)
    parts, separators = [], set()
    while tokens[at] != ")":
        part, at = _plain(tokens, at + 1)
        parts.append(part)
        separators.add(tokens[at])
    separator = (separators - {")"} or {""}).pop()
    if len(parts) == 1:
        return _with_quantifier(parts[0], tokens, at + 1)
    outer = tokens[at + 1] if at + 1 < len(tokens) else ""
    if separator == "|" and outer == "*":
        # libxml2 reads (a*|b?)* as (a|b)*
        parts = [part[:-1] if part[-1] in "?*" else part for part in parts]
    return _with_quantifier(f"({separator.join(_flat(part, separator) for part in parts)})", tokens, at + 1)


def _flat(part: str, separator: str) -> str:
    """`(a,b),c` says no more than `a,b,c`."""
    if part[0] != "(" or part[-1] != ")":
        return part
    depths, depth = set(), 0
    for char in part:
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth == 1 and char in ",|":
            depths.add(char)
    return part[1:-1] if depths == {separator} else part


def _with_quantifier(part: str, tokens: list[str], at: int) -> tuple[str, int]:
    if at == len(tokens) or tokens[at] not in ("?", "*", "+"):
        return part, at
    outer, inner = tokens[at], part[-1] if part[-1] in "?*+" else ""
    # (a?)+, (a+)? and (a*)* all say a*; (#PCDATA)* says no more than (#PCDATA)
    both = outer if inner in ("", outer) else "*"
    return part if part == "#PCDATA" else part.removesuffix(inner) + both, at + 1


def _spaceless(text: str) -> str:
    return re.sub(r"\s+", "", text)
