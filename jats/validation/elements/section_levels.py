"""Sections at a wrong level: beside the section that they are in now, or subsections of it."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from jats.messages.words import quoted, tag
from jats.schema.content import Grammar
from jats.validation.names import text_in, written_name

_MOST = 200


def section_of_either_level(name: str, child: etree._Element, grammar: Grammar) -> str:
    """A section at the end of a paragraph that ends a section: it is one beside that, or a subsection of it."""
    part, above = child, child.getparent()
    while above is not None and written_name(above) != name:
        if next(part.itersiblings(etree.Element), None) is not None or (part.tail or "").strip():
            return ""
        part, above = above, above.getparent()
    outer = above.getparent() if above is not None else None
    if name != "sec" or above is None or outer is None or next(part.itersiblings(etree.Element), None) is not None:
        return ""
    if name not in grammar.children(written_name(outer)):
        return ""
    heading = above.find("title")
    title = "" if heading is None else " ".join(text_in(heading).split())
    that = f"the {tag(name)} {quoted(title)}" if title else f"that {tag(name)}"
    inside = f"move it after </{written_name(part)}>, into {that}, as a subsection of it"
    beside = f"after the </{name}> of {that}, as the next section of {tag(written_name(outer))}"
    if _is_subsection(child, above):
        return f": {inside}, or {beside}"
    return f": move it {beside}, or {inside.removeprefix('move it ')}"


def _is_subsection(section: etree._Element, above: etree._Element) -> bool:
    """Whether a section is more likely in the one above it than beside that: by its number, or as most there have some."""
    kind = str(above.tag)
    if above.find(kind) is not None or _is_numbered_within(section.get("id", ""), above.get("id", ""), "-."):
        return True
    if _is_numbered_within(section.findtext("label", ""), above.findtext("label", ""), "."):
        return True
    others = [
        *islice(above.itersiblings(kind), _MOST),
        *islice(above.itersiblings(kind, preceding=True), _MOST),
    ]
    return 2 * sum(1 for each in others if each.find(kind) is not None) > len(others)


def _is_numbered_within(own: str, outer: str, marks: str) -> bool:
    """Whether a number goes on from that of a section: `2.1` from `2.`, `s2-1` from `s2`."""
    stem = outer.strip().rstrip(".")
    rest = own.strip().removeprefix(stem) if stem else ""
    return rest != own.strip() and rest[:1] in tuple(marks) and rest.strip(marks).isalnum()
