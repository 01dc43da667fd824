"""Formulas: one expression each, coded, with an address."""

from __future__ import annotations

from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import MATH, Element, ancestor, parent_name, tagged, within
from jats.rules.engine.registry import Hit, rule

FORMULAS = ("disp-formula", "inline-formula")
_CODED = (MATH, "tex-math")
_IMAGES = ("graphic", "inline-graphic")
_STYLES = ("bold", "italic", "sup", "sub")
_ALTERNATE = "alternate-form-of"
"""How NLM 2.x says that an expression is another form of its neighbour."""


@rule("COM801", on=("mml:math", "tex-math"), services=("jats4r", "pmc"))
def expression_stands_in_a_formula(el: Element) -> Iterator[str]:
    """Mathematics stands in a formula, displayed or in the line.

    Why: programs set, number and convert formulas; a bare expression they print as text or leave out.
    Wrong: <italic>height <mml:math id="m2"><mml:mi>h</mml:mi></mml:math></italic>
    Right: <inline-formula><mml:math id="m2"><mml:mi>h</mml:mi></mml:math></inline-formula>
    Source: JATS4R Schematron 1.0, math-errors
    """
    if not within(el, *FORMULAS):
        yield f"{tagged(el)} stands in <{parent_name(el)}>: wrap it in <disp-formula> or <inline-formula>"


@rule("COM802", on=FORMULAS, services=("pmc", "jats4r"))
def formula_is_one_expression(el: Element) -> Iterator[Hit]:
    """A formula holds one expression; several forms of it stand in alternatives.

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
            f"the formula holds {several}: use <alternatives>, or a formula for each",
            services=_minding(images, found, kinds),
        )
    elif found != ["an image"] and _has_text(el):
        yield Hit(f"the formula holds text and {found[0]}: put the whole into one of them", services=("pmc",))


def _minding(images: list[Element], found: list[str], kinds: dict[str, int]) -> tuple[str, ...]:
    """PMC lets several images of one formula pass, JATS4R images in the line."""
    inline = sum(each.tag == "inline-graphic" for each in images)
    pmc = ("pmc",) if found != ["an image"] else ()
    return (*pmc, "jats4r") if sum(kinds.values()) - inline > 1 else pmc


def _has_text(el: Element) -> bool:
    """Whether there is mathematics as text beside the expression; punctuation and links are none."""
    if next(el.iter("xref"), None) is not None:
        return False
    if next(el.iterchildren(*_STYLES), None) is not None:
        return True
    texts = [el.text, *(child.tail for child in el)]
    return any(letter.isalnum() for text in texts if text for letter in text)


@rule("COM803", on=("disp-formula/alternatives", "inline-formula/alternatives"), services=("jats4r", "pmc"))
def alternatives_differ_in_kind(el: Element) -> Iterator[Hit]:
    """Alternatives of a formula are of different kinds: one MathML, one TeX, one image.

    Why: a reader's program chooses by kind; of two of a kind it takes any.
    Wrong: <inline-formula><alternatives><mml:math id="m2"><mml:mi>h</mml:mi></mml:math><mml:math id="m3">
        <mml:mi>a</mml:mi>
        </mml:math></alternatives></inline-formula>
    Right: <inline-formula><alternatives><mml:math id="m2"><mml:mi>h</mml:mi></mml:math>
        <tex-math id="tx1">\\documentclass{article}
        \\begin{document}$h$\\end{document}</tex-math></alternatives></inline-formula>
    Source: JATS4R Schematron 1.0, math-errors; PMC Style Checker 5.31, alternatives-content-check
    """
    for names, kind in (((MATH,), "MathML"), (("tex-math",), "TeX"), (_IMAGES, "image")):
        for extra in list(el.iterchildren(*names))[1:]:
            # PMC's checker looks at MathML alone.
            services = None if kind == "MathML" else ("jats4r",)
            yield Hit(f"the alternatives hold more than one {kind}", extra, services=services)


@rule("COM804", on=_IMAGES, services=("jats4r", "scielo"), severity=Severity.WARNING)
def formula_is_coded(el: Element) -> Iterator[Hit]:
    """A formula is coded in MathML or TeX, not only an image.

    Why: an image can't be read aloud, found, copied, or enlarged.
    Wrong: <disp-formula id="e1"><label>(1)</label><graphic xlink:href="jts-15-e1.jpg"><alt-text>h equals a.</alt-text>
        </graphic>
        </disp-formula>
    Right: <disp-formula id="e1"><label>(1)</label><mml:math id="m1"><mml:mi>h</mml:mi><mml:mo>=</mml:mo>
        <mml:mi>a</mml:mi>
        </mml:math></disp-formula>
    Source: JATS4R Schematron 1.0, math-warnings, accessibility-errors; SciELO Publishing Schema 1.10, formula_rules
    """
    formula = ancestor(el, *FORMULAS)
    if formula is None or next(formula.iter(*_CODED), None) is not None or _has_text(formula):
        return
    if next(formula.iter(*_IMAGES), None) is el:  # once a formula
        yield Hit("the formula is only an image: add MathML or TeX", formula)


@rule("COM805", on=FORMULAS, services=("pmc",))
def formulas_do_not_nest(el: Element) -> Iterator[Hit]:
    """A formula holds no other formula.

    Why: a displayed formula can't stand in the line of another; PMC refuses both.
    Wrong: <disp-formula id="e1"><label>(1)</label><inline-formula><mml:math id="m1"><mml:mi>h</mml:mi></mml:math>
        </inline-formula></disp-formula>
    Right: <disp-formula id="e1"><label>(1)</label><mml:math id="m1"><mml:mi>h</mml:mi></mml:math></disp-formula>
    Source: PMC Style Checker 5.31, formula-content-test
    """
    for inner in el.iterdescendants(*FORMULAS):
        yield Hit(f"{tagged(el)} holds {tagged(inner)}", inner)


@rule("COM806", on=("disp-formula", "mml:math", "tex-math"), services=("pmc", "scielo"))
def formula_has_an_id(el: Element) -> Iterator[Hit]:
    """An expression (PMC) or a displayed formula (SciELO) has an id.

    Why: PMC makes an image of each expression and names it so; links lead to the formula by it.
    Wrong (pmc): <disp-formula id="e1"><label>(1)</label><mml:math><mml:mi>h</mml:mi></mml:math></disp-formula>
    Wrong (scielo): <sec id="s3">… <!-- new --><disp-formula><label>(2)</label><mml:math id="m2"><mml:mi>h</mml:mi>
        </mml:math>
        </disp-formula></sec>
    Right: <disp-formula id="e1"><label>(1)</label><mml:math id="m1"><mml:mi>h</mml:mi></mml:math></disp-formula>
    Source: PMC Style Checker 5.31, mathml-id-check, tex-math-id-check; SciELO Publishing Schema 1.10, formula_rules
    """
    if not el.get("id"):
        services = ("scielo",) if el.tag == "disp-formula" else ("pmc",)
        yield Hit(f"{tagged(el)} has no id", services=services)


@rule("SPS801", on=("disp-formula/@id", "mml:math/@id"), services=("scielo",))
def ids_of_formulas_begin_as_usual(el: Element) -> Iterator[Hit]:
    """The id of a displayed formula begins with e, that of an expression with m.

    Why: SciELO tells the kinds of links apart by the first letter.
    Wrong: <sec id="s3">… <!-- new --><p>See <xref ref-type="disp-formula" rid="eq2">Equation 2</xref>.</p>
        <!-- new --><disp-formula id="eq2"><label>(2)</label><mml:math id="x2"><mml:mi>h</mml:mi>
        </mml:math>
        </disp-formula></sec>
    Right: <sec id="s3">… <!-- new --><p>See <xref ref-type="disp-formula" rid="e2">Equation 2</xref>.</p>
        <!-- new --><disp-formula id="e2"><label>(2)</label><mml:math id="m2"><mml:mi>h</mml:mi>
        </mml:math>
        </disp-formula></sec>
    Source: SciELO Publishing Schema 1.10, id_prefix
    """
    letter = "e" if el.tag == "disp-formula" else "m"
    if not el.attrib["id"].startswith(letter):
        yield Hit(f"the id {quoted(el.attrib['id'])} of {tagged(el)} doesn't begin with {letter}", attribute="id")


@rule("SPS802", on="disp-formula", services=("scielo",), severity=Severity.WARNING)
def displayed_formula_has_a_label(el: Element) -> Iterator[str]:
    """A displayed formula has its label, when it has a number.

    Why: the text says "Equation 2", and the reader finds no 2.
    Wrong: <sec id="s3">… <!-- new --><disp-formula id="e2"><mml:math id="m2"><mml:mi>h</mml:mi></mml:math>
        </disp-formula></sec>
    Right: <sec id="s3">… <!-- new --><p>See <xref ref-type="disp-formula" rid="e2">Equation 2</xref>.</p>
        <!-- new --><disp-formula id="e2"><label>(2)</label><mml:math id="m2"><mml:mi>h</mml:mi>
        </mml:math>
        </disp-formula></sec>
    Source: SciELO Publishing Schema 1.10, formula_rules
    """
    if el.find("label") is None and parent_name(el) != "disp-formula-group":
        yield "the displayed formula has no label"


@rule("PMC819", on="disp-formula", services=("pmc",))
def formula_of_a_manuscript_is_plain(el: Element, context: RuleContext) -> Iterator[Hit]:
    """In an author manuscript a displayed formula holds no inline image, TeX, array or chemical structure.

    Why: manuscripts go through a workflow of their own, which sets MathML and images only.
    Wrong (manuscript): <disp-formula id="e1"><label>(1)</label><inline-graphic xlink:href="jts-15-e1.jpg"/>
        </disp-formula>
    Right (manuscript): <disp-formula id="e1"><label>(1)</label><mml:math id="m1"><mml:mi>h</mml:mi></mml:math>
        </disp-formula>
    Source: PMC Style Checker 5.31, ms-disp-formula-content-test
    """
    if context.is_manuscript:
        for odd in el.iterdescendants("inline-graphic", "tex-math", "array", "chem-struct"):
            yield Hit(f"the formula of a manuscript holds {tagged(odd)}: write MathML, or give a <graphic>", odd)
