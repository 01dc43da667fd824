"""Formulas: one expression each, coded, with an address."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import MATH, Element, elements_of, parent_name, tagged, within
from jats.rules.engine.registry import Hit, rule

FORMULAS = ("disp-formula", "inline-formula")
_IMAGES = ("graphic", "inline-graphic")
_STYLES = ("bold", "italic", "sup", "sub")
_ALTERNATE = "alternate-form-of"
"""How NLM 2.x says that an expression is another form of its neighbour."""


@rule("COM801", on=("mml:math", "tex-math"), services=("jats4r",))
def expression_stands_in_a_formula(el: Element) -> Iterator[str]:
    """Mathematics must be in a formula, displayed or in the line.

    Why: programs typeset, number and convert formulas; a bare expression they print as text or leave out.
    Wrong: <italic>height <mml:math id="m2"><mml:mi>h</mml:mi></mml:math></italic>
    Right: <inline-formula><mml:math id="m2"><mml:mi>h</mml:mi></mml:math></inline-formula>
    Source: JATS4R Schematron 1.0, math-errors
    """
    if not within(el, *FORMULAS):
        yield f"{tagged(el)} is in <{parent_name(el)}>: put it into <disp-formula> or <inline-formula>"


@rule("COM802", on=FORMULAS, services=("pmc", "jats4r"))
def formula_is_one_expression(el: Element) -> Iterator[Hit]:
    """A formula must hold one expression; several forms of it must be in alternatives.

    Why: two forms side by side are both printed, and the reader sees the formula twice.
    Wrong: <inline-formula><mml:math id="m2"><mml:mi>h</mml:mi></mml:math><tex-math id="tx1">\\documentclass{article}
        \\begin{document}$h$\\end{document}</tex-math></inline-formula>
    Wrong: <inline-formula><mml:math id="m2"><mml:mi>h</mml:mi></mml:math><mml:math id="m3"><mml:mi>a</mml:mi>
        </mml:math>
        </inline-formula>
    Right: <inline-formula><alternatives><mml:math id="m2"><mml:mi>h</mml:mi></mml:math>
        <tex-math id="tx1">\\documentclass{article}
        \\begin{document}$h$\\end{document}</tex-math></alternatives></inline-formula>
    Source: PMC Style Checker 5.31, formula-content-test; JATS4R Schematron 1.0, math-errors
    """
    if len(el) == 1 and el[0].tag == "alternatives":
        return
    images = list(el.iterchildren(*_IMAGES))
    kinds = {"MathML": len(el.findall(MATH)), "TeX": len(el.findall("tex-math")), "an image": len(images)}
    found = [kind for kind, count in kinds.items() if count]
    if not found or any(_ALTERNATE in child.attrib for child in el):
        return
    if sum(kinds.values()) > 1:
        several = all_of(found) if len(found) > 1 else f"{found[0]} {sum(kinds.values())} times"
        yield Hit(
            f"the formula holds {several}: put forms of one formula into <alternatives>, or write a formula for each",
            services=_minding(images, found, kinds),
        )
    elif _has_text(el):
        yield Hit(f"the formula holds text and {found[0]}: write the whole formula in one of them", services=("pmc",))


def _minding(images: list[Element], found: list[str], kinds: dict[str, int]) -> tuple[str, ...]:
    """PMC lets several images of one formula pass, JATS4R images in the line."""
    inline = sum(each.tag == "inline-graphic" for each in images)
    pmc = ("pmc",) if found != ["an image"] else ()
    return (*pmc, "jats4r") if sum(kinds.values()) - inline > 1 else pmc


def _has_text(el: Element) -> bool:
    """Whether there is mathematics as text beside the expression; punctuation and links don't count."""
    if next(el.iter("xref"), None) is not None:
        return False
    if next(el.iterchildren(*_STYLES), None) is not None:
        return True
    texts = [el.text, *(child.tail for child in el)]
    return any(letter.isalnum() for text in texts if text for letter in text)


@rule("COM803", on=("disp-formula/alternatives", "inline-formula/alternatives"), services=("jats4r",))
def alternatives_differ_in_kind(el: Element) -> Iterator[Hit]:
    """Alternatives of a formula must be of different kinds: one in MathML, one in TeX, one image.

    Why: a reader's program chooses by kind; of two of a kind it takes any.
    Wrong: <inline-formula><alternatives><mml:math id="m2"><mml:mi>h</mml:mi></mml:math><mml:math id="m3">
        <mml:mi>a</mml:mi>
        </mml:math></alternatives></inline-formula>
    Right: <inline-formula><alternatives><mml:math id="m2"><mml:mi>h</mml:mi></mml:math>
        <tex-math id="tx1">\\documentclass{article}
        \\begin{document}$h$\\end{document}</tex-math></alternatives></inline-formula>
    Source: JATS4R Schematron 1.0, math-errors
    """
    for names, kind in (((MATH,), "form in MathML"), (("tex-math",), "form in TeX"), (_IMAGES, "image")):
        for extra in list(el.iterchildren(*names))[1:]:
            yield Hit(f"the alternatives hold a second {kind}: keep one", extra)


@rule(
    "COM804",
    on=FORMULAS,
    services=("jats4r", "scielo"),
)
def formula_is_coded(el: Element) -> Iterator[Hit]:
    """A formula must be coded in MathML or TeX, not only shown as an image or text; SciELO prefers MathML.

    Why: an image cannot be read aloud, found, copied or enlarged.
    Wrong: <disp-formula id="e1"><label>(1)</label><graphic id="g2" xlink:href="jts-15-e1.jpg"><alt-text>h equals a.</alt-text>
        </graphic>
        </disp-formula>
    Right: <disp-formula id="e1"><label>(1)</label><mml:math id="m1"><mml:mi>h</mml:mi><mml:mo>=</mml:mo>
        <mml:mi>a</mml:mi>
        </mml:math></disp-formula>
    Source: JATS4R Schematron 1.0, math-warnings, accessibility-errors; SciELO Publishing Schema 1.10, formula_rules
    """
    if next(el.iter(MATH), None) is not None:
        return
    if next(el.iter("tex-math"), None) is not None:
        yield Hit("the formula has TeX but no MathML: add MathML", services=("scielo",), severity=Severity.WARNING)
    elif el.find("graphic") is not None or _is_alone_in_alternatives(el):
        yield Hit("the formula is only an image: add MathML or TeX")
    elif next(el.iter("inline-graphic"), None) is not None:
        yield Hit("the formula is only an image: add MathML or TeX", severities={"jats4r": Severity.WARNING})
    else:
        yield Hit("the formula is only text: write it in MathML or TeX", services=("scielo",))


def _is_alone_in_alternatives(formula: Element) -> bool:
    forms = [str(each.tag) for around in formula.iterchildren("alternatives") for each in elements_of(around)]
    return bool(forms) and set(forms) == {"graphic"}


@rule("COM805", on=FORMULAS, services=("pmc",))
def formulas_do_not_nest(el: Element) -> Iterator[Hit]:
    """A formula must not hold another formula.

    Why: programs print the inner formula twice or not at all; PMC refuses it.
    Wrong: <disp-formula id="e1"><label>(1)</label><inline-formula><mml:math id="m1"><mml:mi>h</mml:mi></mml:math>
        </inline-formula></disp-formula>
    Right: <disp-formula id="e1"><label>(1)</label><mml:math id="m1"><mml:mi>h</mml:mi></mml:math></disp-formula>
    Source: PMC Style Checker 5.31, formula-content-test
    """
    for inner in el.iterdescendants(*FORMULAS):
        yield Hit(f"{tagged(el)} holds {tagged(inner)}: keep one of the two elements", inner)


@rule("COM806", on=(*FORMULAS, "mml:math", "tex-math"), services=("pmc", "scielo"))
def formula_has_an_id(el: Element) -> Iterator[Hit]:
    """For PMC, each expression in MathML or TeX must have an id; for SciELO, each formula must.

    Why: PMC makes an image of each expression and names it by the id; links lead to the formula by it.
    Wrong (pmc): <disp-formula id="e1"><label>(1)</label><mml:math><mml:mi>h</mml:mi></mml:math></disp-formula>
    Wrong (scielo): <sec id="s3">… <!-- new --><disp-formula><label>(2)</label><mml:math id="m2"><mml:mi>h</mml:mi>
        </mml:math>
        </disp-formula></sec>
    Wrong (scielo): <inline-formula><mml:math id="m2"><mml:mi>h</mml:mi></mml:math></inline-formula>
    Right: <disp-formula id="e1"><label>(1)</label><mml:math id="m1"><mml:mi>h</mml:mi></mml:math></disp-formula>
    Source: PMC Style Checker 5.31, mathml-id-check, tex-math-id-check; SciELO Publishing Schema 1.10, formula_rules
    """
    if not el.get("id"):
        services = ("scielo",) if el.tag in FORMULAS else ("pmc",)
        yield Hit(f"{tagged(el)} has no id: add one, such as {_example(el)}", services=services)


def _example(el: Element) -> str:
    return 'id="e1"' if el.tag in FORMULAS else 'id="m1"'


@rule("SPS801", on=(*(f"{name}/@id" for name in FORMULAS), "mml:math/@id"), services=("scielo",))
def ids_of_formulas_begin_as_usual(el: Element) -> Iterator[Hit]:
    """The id of a formula must begin with `e`, that of an expression in MathML with `m`.

    Why: SciELO distinguishes the kinds of links by the first letter.
    Wrong: <sec id="s3">… <!-- new --><p>See <xref ref-type="disp-formula" rid="q2">Equation 2</xref>.</p>
        <!-- new --><disp-formula id="q2"><label>(2)</label><mml:math id="x2"><mml:mi>h</mml:mi>
        </mml:math>
        </disp-formula></sec>
    Right: <sec id="s3">… <!-- new --><p>See <xref ref-type="disp-formula" rid="e2">Equation 2</xref>.</p>
        <!-- new --><disp-formula id="e2"><label>(2)</label><mml:math id="m2"><mml:mi>h</mml:mi>
        </mml:math>
        </disp-formula></sec>
    Source: SciELO Publishing Schema 1.10, id_prefix
    """
    letter = "e" if el.tag in FORMULAS else "m"
    if not el.attrib["id"].startswith(letter):
        identifier = quoted(el.attrib["id"])
        message = f"the id {identifier} of {tagged(el)} does not begin with {letter}: write {letter}1 or the like, in links too"
        yield Hit(message, attribute="id")


@rule("SPS802", on="disp-formula", services=("scielo",), severity=Severity.WARNING)
def displayed_formula_has_a_label(el: Element) -> Iterator[str]:
    """A displayed formula must have its number in a label.

    Why: the text says "Equation 2", and the reader finds no 2. SciELO warns of every displayed formula without a label; one that
        has no number can stay as it is.
    Wrong: <sec id="s3">… <!-- new --><p>See <xref ref-type="disp-formula" rid="e2">Equation 2</xref>.</p>
        <!-- new --><disp-formula id="e2"><mml:math id="m2"><mml:mi>h</mml:mi></mml:math></disp-formula></sec>
    Right: <sec id="s3">… <!-- new --><p>See <xref ref-type="disp-formula" rid="e2">Equation 2</xref>.</p>
        <!-- new --><disp-formula id="e2"><label>(2)</label><mml:math id="m2"><mml:mi>h</mml:mi>
        </mml:math>
        </disp-formula></sec>
    Source: SciELO Publishing Schema 1.10, formula_rules
    """
    if el.find("label") is None and parent_name(el) != "disp-formula-group":
        yield "the displayed formula has no <label>: if it has a number, write it as in <label>(1)</label>"


@rule("PMC819", on="disp-formula", services=("pmc",))
def formula_of_a_manuscript_is_plain(el: Element, context: RuleContext) -> Iterator[Hit]:
    """In an author manuscript, a displayed formula must not hold an inline image, TeX, an array or a chemical structure.

    Why: the workflow for manuscripts can only typeset MathML and images.
    Wrong (manuscript): <disp-formula id="e1"><label>(1)</label><inline-graphic xlink:href="jts-15-e1.jpg"/>
        </disp-formula>
    Right (manuscript): <disp-formula id="e1"><label>(1)</label><mml:math id="m1"><mml:mi>h</mml:mi></mml:math>
        </disp-formula>
    Source: PMC Style Checker 5.31, ms-disp-formula-content-test
    """
    if context.is_manuscript:
        for odd in el.iterdescendants("inline-graphic", "tex-math", "array", "chem-struct"):
            yield Hit(f"the formula of a manuscript holds {tagged(odd)}: write MathML, or add a <graphic>", odd)
