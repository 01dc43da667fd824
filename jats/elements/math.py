"""Formulas: TeX as it is, MathML in its namespace as far as the variant's MathML has it."""

from __future__ import annotations

from lxml import etree

from jats.elements.build import Child, Cursor, Element, add_text, element
from jats.elements.shapes import own_name, prefixed, prefixed_attribute
from jats.model.inline import Inline, Math
from jats.vocab.namespaces import NAMESPACES, expanded
from jats.xmlio import MalformedXml, parse

_HOLDER = "inline-formula"


def write_math(math: Math, at: Cursor) -> list[Child]:
    """What is in `<inline-formula>`: `<tex-math>`, `<mml:math>`, both as alternatives, or the bare characters."""
    forms = [form for form in (_write_tex(math, at), _write_mathml(math, at)) if form is not None]
    if len(forms) > 1 and at.can(_HOLDER, "alternatives"):
        return [element("alternatives", at, None, forms)]
    if forms:
        return [forms[-1]]
    at.lose("mml:math" if math.tex is None else "tex-math", _HOLDER, "as plain text")
    return [Inline((math,)).plain()]


def _write_tex(math: Math, at: Cursor) -> Element | None:
    if not math.tex or not at.can(_HOLDER, "tex-math"):
        return None
    tex = _whole(math.tex) if at.context.wants("tex", "document") else math.tex
    return element("tex-math", at, {"id": _expression_id("tex", "tex-math", at)}, tex)


def _whole(tex: str) -> str:
    """A complete LaTeX document with the formula in it: PMC runs each through LaTeX by itself (PMC Style Checker 5.31)."""
    if r"\begin{document}" in tex:
        return tex
    return f"\\documentclass{{article}} \\usepackage{{amsmath,amssymb}} \\begin{{document}} ${tex}$ \\end{{document}}"


def _expression_id(stem: str, tag: str, at: Cursor) -> str | None:
    wanted = at.context.wants("expression_id", "yes") and at.has(tag, "id")
    return at.identify(None, stem, tag) if wanted else None


def _write_mathml(math: Math, at: Cursor) -> Element | None:
    if not math.mathml or not at.can(_HOLDER, "mml:math"):
        return None
    try:
        given = parse(math.mathml.encode(), "formula").root
    except MalformedXml:
        return None
    return copy_mathml(given, at) if _is_mathml(given) else None


def _is_mathml(given: Element) -> bool:
    """Whether an element is of MathML; names without a namespace are the editor's, who writes `<math>`."""
    return etree.QName(given).namespace in (None, NAMESPACES["mml"])


def copy_mathml(given: Element, at: Cursor) -> Element | None:
    """A formula for the variant, `None` if its MathML doesn't have it."""
    made = _copy(given, at)
    if not _allowed(made, at):
        return None
    at.context.origins[made] = at.path
    if (identifier := _expression_id("mml", "mml:math", at)) is not None:
        made.set("id", identifier)
    return made


def _copy(given: Element, at: Cursor) -> Element:
    """The same tree with the prefix that JATS fixes, without comments; of an element that is not MathML the text alone."""
    tag = "mml:" + etree.QName(given).localname
    made = at.context.root.makeelement(expanded(tag), None, {"mml": NAMESPACES["mml"]})
    _copy_attributes(given, made, tag, at)
    made.text = given.text
    for child in given:
        if isinstance(child.tag, str) and _is_mathml(child):
            made.append(_copy(child, at))
            made[-1].tail = child.tail
            continue
        if isinstance(child.tag, str):
            text = "".join(child.itertext())
            at.lose(own_name(child), tag, "as plain text" if text else None)
            add_text(made, text)
        add_text(made, child.tail)
    return made


def _copy_attributes(given: Element, made: Element, tag: str, at: Cursor) -> None:
    for name, value in given.attrib.items():
        wanted = prefixed_attribute(str(name))
        if _attribute_holds(tag, wanted, str(value), at):
            made.set(str(name), str(value))
        else:
            at.lose("@" + own_name(given, str(name)), tag)


def _attribute_holds(tag: str, name: str, value: str, at: Cursor) -> bool:
    """Whether the variant has the attribute with that value. Identifiers and pointers to them are left out: a formula's own
    names may be those of something else in the article."""
    declared = at.context.grammar.attribute(tag, name)
    return declared is not None and not declared.type.startswith("ID") and at.takes(tag, name, value)


def _allowed(made: Element, at: Cursor) -> bool:
    """Whether the variant's MathML has this tree; white space between elements, which says nothing, is taken out."""
    grammar = at.context.grammar
    for node in made.iter():
        name = prefixed(node)
        if not grammar.accepts(name, [prefixed(child) for child in node]):
            return False
        if not grammar.mixed(name) and not _bare(node):
            return False
    return True


def _bare(node: Element) -> bool:
    if (node.text or "").strip() or any((child.tail or "").strip() for child in node):
        return False
    node.text = None
    for child in node:
        child.tail = None
    return True
