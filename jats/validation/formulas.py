"""What is wrong in formulas: parts that are too many or too few, and elements of JATS inside MathML."""

from __future__ import annotations

from lxml import etree

from jats.messages.words import tag
from jats.validation.names import parent_name, written_name
from jats.validation.stray_text import FOR_MATH
from jats.validation.wrappers import has_text

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

_IN_MATH = {
    "sub": "write <mml:msub> with the base and the subscript in it",
    "sup": "write <mml:msup> with the base and the superscript in it",
}


def number_of_parts(name: str) -> int | None:
    """How many children an element of MathML needs; `None` if their number is free."""
    wanted = _PARTS.get(name)
    return wanted and wanted[0]


def wanted_parts(parent: etree._Element) -> tuple[int, str, str] | None:
    """How many children an element of MathML has, how many it needs, and which; `None` if their number is right or free."""
    wanted = _PARTS.get(written_name(parent))
    there = sum(1 for _ in parent.iterchildren(etree.Element))
    return None if wanted is None or there == wanted[0] else (there, _NUMBERS[wanted[0]], wanted[1])


def in_formula(name: str, child: etree._Element) -> str:
    """What is written inside MathML for an element of JATS, or for one in a letter, a number or an operator."""
    parent, above = parent_name(child), child.getparent()
    if not parent.startswith("mml:") or above is None:
        return ""
    if name.startswith("mml:"):
        outer = parent_name(above)
        if name == "mml:mrow" and len(above) == 1 and not has_text(above):
            return f": remove the tags <{name}> and </{name}>, and keep what is between them"
        both = f"move it after </{parent}>, and put both into one <mml:mrow>"
        return f": {both}" if parent in FOR_MATH and outer in _PARTS else ""
    if name in _IN_MATH:
        return f": {_IN_MATH[name]}"
    if parent in FOR_MATH:
        return f": remove the tags <{name}> and </{name}>, and keep the text"
    return f": write {tag('mml:mi' if name in ('italic', 'bold') else 'mml:mtext')} instead"
