"""What is wrong in formulas: parts that are too many or too few, and elements of JATS inside MathML."""

from __future__ import annotations

from xml.sax.saxutils import escape

from lxml import etree

from jats.messages.words import attribute, is_one_slip, tag
from jats.validation.elements.stray_text import FOR_MATH
from jats.validation.elements.wrappers import has_text
from jats.validation.elements.written_out import token_for, written
from jats.validation.names import attributes_of, parent_name, text_in, written_name

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

_OF_TABLES = {("mml:mtable", each): "mml:mtr" for each in ("tr", "row")}
_OF_TABLES |= {("mml:mtr", each): "mml:mtd" for each in ("td", "th", "entry", "cell")}

_FONTS = frozenset(("bold", "italic", "roman", "sans-serif", "monospace", "sc"))

_SHORT = 80
"""The length up to which a text with subscripts is written out."""

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


def token_meant(child: etree._Element) -> str | None:
    """The element for the text of one of MathML with a misspelt name: `<mml:mx>` with a letter in it is `<mml:mi>`."""
    name, text = written_name(child), text_in(child).strip()
    if not name.startswith("mml:") or len(child) or not text:
        return None
    likeliest = token_for(text)
    return likeliest if is_one_slip(name.lower(), likeliest) else None


def row_or_cell(child: etree._Element) -> str:
    """The end of a message about a row or a cell of a table of another format in one of a formula; empty for others."""
    name = str(child.tag).rpartition("}")[2]
    right = _OF_TABLES.get((parent_name(child), name))
    return f": write {tag(right)}" if right else ""


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
        return f": {_scripts(above) or _IN_MATH[name]}"
    if name == "tex-math":
        return _of_tex(child)
    if parent in FOR_MATH:
        return f": remove the tags <{name}> and </{name}>, and keep the text"
    text = text_in(child).strip()
    return f": write {tag(token_for(text) if name in _FONTS else 'mml:mtext')} instead"


def is_script_of_a_token(child: etree._Element) -> bool:
    """Whether it is a subscript or superscript in a token that is written out with all of them."""
    parent = child.getparent()
    return parent is not None and written_name(child) in _IN_MATH and _scripts(parent) is not None


def _scripts(token: etree._Element) -> str | None:
    """What a letter, a number, an operator or a text with subscripts in it is; `None` if the base of one is not there."""
    name, pieces = written_name(token), list[str]()
    if name not in FOR_MATH or len(text_in(token)) > _SHORT:
        return None
    start = " ".join([name, *(attribute(key, value) for key, value in attributes_of(token) if key != "id")])
    base, found = (token.text or "").strip(), list[etree._Element]()
    for each in token:
        if written_name(each) not in _IN_MATH or len(each) or not base:
            return None
        found.append(each)
        if not (each.tail or "").strip() and each.getnext() is not None:
            continue
        if not (scripted := _scripted(f"<{start}>{escape(base)}</{name}>", found, name)):
            return None
        pieces.append(scripted)
        base, found = (each.tail or "").strip(), []
    if base:
        pieces.append(f"<{start}>{escape(base)}</{name}>")
    whole = pieces[0] if len(pieces) == 1 else f"<mml:mrow>{''.join(pieces)}</mml:mrow>"
    return f"write {whole} for this {tag(name)}"


def _scripted(base: str, scripts: list[etree._Element], of: str) -> str | None:
    """A base with a subscript, a superscript, or both."""
    texts = {written_name(each): (each.text or "").strip() for each in scripts}
    if not all(texts.values()) or len(texts) < len(scripts):
        return None
    outer = f"mml:m{''.join(each for each in _IN_MATH if each in texts)}"
    inside = "".join(
        written("mml:mtext" if of == "mml:mtext" else token_for(texts[each]), texts[each])
        for each in _IN_MATH
        if each in texts
    )
    return f"<{outer}>{base}{inside}</{outer}>"


def _of_tex(child: etree._Element) -> str:
    """What becomes of TeX inside MathML: it is another form of the same formula."""
    formula = next((each for each in child.iterancestors("{*}math")), None)
    around = formula.getparent() if formula is not None else None
    both = ", and put both into one <alternatives>" if around is not None and around.tag != "alternatives" else ""
    return f": move it before <mml:math>{both}"
