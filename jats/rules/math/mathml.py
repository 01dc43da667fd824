"""MathML: its grammar, where the DTD leaves it open."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jats.findings import Severity
from jats.messages.words import any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, elements_of, expanded, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.vocab.namespaces import NAMESPACES

_MML = f"{{{NAMESPACES['mml']}}}"
_TWO = ("mml:mfrac", "mml:mroot", "mml:msub", "mml:msup", "mml:munder", "mml:mover")
_THREE = ("mml:msubsup", "mml:munderover")
_COUNTED = frozenset(
    _MML + name for name in "mfrac mroot msub msup munder mover msubsup munderover mmultiscripts mfenced".split()
)
"""Parents in which each child has a meaning by its place, so that two of a kind may stand side by side."""
_HOMES = {
    "semantics": ("math",),
    "annotation": ("semantics",),
    "annotation-xml": ("semantics",),
    "mprescripts": ("mmultiscripts",),
    "none": ("mmultiscripts",),
}
_ROWS = tuple(_MML + name for name in ("mtable", "mtr", "mlabeledtr", "mtd", "mrow"))
_LISTS = {
    "mathvariant": "normal bold italic bold-italic double-struck bold-fraktur script bold-script fraktur sans-serif "
    "bold-sans-serif sans-serif-italic sans-serif-bold-italic monospace initial tailed looped stretched",
    "numalign": "left center right",
    "denomalign": "left center right",
    "rowalign": "top bottom center baseline axis",
    "columnalign": "left right center",
    "groupalign": "left right center decimalpoint",
    "equalrows": "true false",
    "equalcolumns": "true false",
    "bevelled": "true false",
    "display": "block inline",
    "overflow": "linebreak scroll elide truncate scale",
}
_SEVERAL = ("rowalign", "columnalign", "groupalign")
"""Attributes that take a list, a value for each row or column."""
_WITHDRAWN = ("fontsize", "fontweight", "fontstyle", "fontfamily", "color")
_CLOSING = (")", "]", "}", "\u3009", "\u232a", "\u27e9")


def _local(el: Element) -> str:
    return str(el.tag).rpartition("}")[2]


@rule("PMC810", on=(*_TWO, *_THREE), services=("pmc",))
def scripts_have_their_parts(el: Element) -> Iterator[str]:
    """A fraction, root or script has as many parts as its kind wants, two or three.

    Why: programs take the parts by their place; with one too few or too many they give up on the formula.
    Wrong: <inline-formula><mml:math id="m2"><mml:msup><mml:mi>h</mml:mi></mml:msup></mml:math></inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:msup><mml:mi>h</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>
        </inline-formula>
    Source: PMC Style Checker 5.31, mml-child-count-check; W3C, MathML 3.0, 3.1.3.2
    """
    wanted = 3 if _local(el) in ("msubsup", "munderover") else 2
    if len(el) == wanted:
        return
    if (count := sum(1 for _ in elements_of(el))) != wanted:  # comments don't count
        yield f"{tagged(el)} has {count or 'no'} parts, it takes {wanted}"


@rule(
    "PMC811",
    on=(*(f"mml:{name}" for name in _HOMES), "mml:maligngroup", "mml:malignmark"),
    services=("pmc",),
)
def elements_stand_in_their_parents(el: Element) -> Iterator[str]:
    """Elements of MathML that belong to one parent stand in it: semantics in math, prescripts in multiscripts.

    Why: elsewhere they mean nothing, and programs give up on the formula.
    Wrong: <inline-formula><mml:math id="m2"><mml:mrow><mml:mi>h</mml:mi><mml:none/></mml:mrow></mml:math>
        </inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:mmultiscripts><mml:mi>h</mml:mi><mml:none/><mml:mn>2</mml:mn>
        </mml:mmultiscripts></mml:math></inline-formula>
    Source: PMC Style Checker 5.31, mathml-parent-el-check, mathml-ancestor-el-check
    """
    name, parent = _local(el), el.getparent()
    if name not in _HOMES:
        if next(el.iterancestors(*_ROWS), None) is None:
            yield f"{tagged(el)} stands outside of a table or row"
    elif parent is None or _local(parent) not in _HOMES[name]:
        around = "" if parent is None else f", not in {tagged(parent)}"
        yield f"{tagged(el)} stands in {any_of(f'<mml:{home}>' for home in _HOMES[name])}{around}"


@rule("PMC812", on="mml:mn", services=("pmc",))
def numbers_are_in_one_piece(el: Element) -> Iterator[str]:
    """A number is one element.

    Why: "1" "2" is read aloud as one, two, and searched in vain as 12.
    Wrong: <inline-formula><mml:math id="m2"><mml:mrow><mml:mi>h</mml:mi><mml:mn>1</mml:mn><mml:mn>2</mml:mn>
        </mml:mrow></mml:math>
        </inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:mrow><mml:mi>h</mml:mi><mml:mn>12</mml:mn></mml:mrow></mml:math>
        </inline-formula>
    Source: PMC Style Checker 5.31, mathml-repeated-element-check
    """
    if (before := _same_before(el)) is not None:
        yield f"the numbers {quoted(text_of(before))} and {quoted(text_of(el))} follow each other: write one"


@rule("PMC813", on="mml:mtext", services=("pmc",), severity=Severity.WARNING)
def texts_are_in_one_piece(el: Element) -> Iterator[str]:
    """Text in a formula is one element.

    Why: pieces of a sentence are read aloud and broken over lines as if they were symbols.
    Wrong: <inline-formula><mml:math id="m2"><mml:mrow><mml:mi>h</mml:mi><mml:mtext>at </mml:mtext>
        <mml:mtext>spring</mml:mtext>
        </mml:mrow></mml:math></inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:mrow><mml:mi>h</mml:mi><mml:mtext>at spring</mml:mtext></mml:mrow>
        </mml:math>
        </inline-formula>
    Source: PMC Style Checker 5.31, mathml-repeated-element-check
    """
    before = _same_before(el)
    # Blank ones are set for their width.
    if before is not None and text_of(before) and text_of(el):
        yield f"the texts {quoted(text_of(before))} and {quoted(text_of(el))} follow each other: write one"


def _same_before(el: Element) -> Element | None:
    """The element before, where it is of the same kind and look and the two could be one."""
    before = el.getprevious()
    if before is None or before.tag != el.tag or before.get("mathvariant") != el.get("mathvariant"):
        return None
    parent = el.getparent()
    return None if parent is None or parent.tag in _COUNTED else before


@rule("PMC814", on="/", services=("pmc",), severity=Severity.INFO)
def rows_group_something(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A row in MathML groups several parts, and not rows alone.

    Why: rows around one part make formulas large and change nothing; PMC's checker has the test and doesn't run it.
    Wrong: <inline-formula><mml:math id="m2"><mml:mrow><mml:mi>h</mml:mi></mml:mrow></mml:math></inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:mrow><mml:mi>h</mml:mi><mml:mo>=</mml:mo><mml:mi>a</mml:mi>
        </mml:mrow></mml:math>
        </inline-formula>
    Source: PMC Style Checker 5.31, mathml-mrow-content-check
    """
    idle = [row for row in context.all("mml:mrow") if _is_idle(row)]
    if idle:
        more = f", the first of {len(idle):,} in this document" if len(idle) > 1 else ""
        yield Hit(f"the row groups nothing{more}", idle[0])


def _is_idle(row: Element) -> bool:
    if len(row) == 1:
        return True
    return len(row) > 1 and all(child.tag == row.tag for child in row)


@rule("PMC815", on="/", services=("pmc",), severity=Severity.INFO)
def scripts_belong_to_an_expression(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A script belongs to the whole expression in brackets, not to the closing bracket.

    Why: read aloud it is "bracket squared"; PMC's checker has the test and doesn't run it.
    Wrong: <inline-formula><mml:math id="m2"><mml:mo>(</mml:mo><mml:mi>h</mml:mi><mml:msup><mml:mo>)</mml:mo>
        <mml:mn>2</mml:mn>
        </mml:msup></mml:math></inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:msup><mml:mrow><mml:mo>(</mml:mo><mml:mi>h</mml:mi><mml:mo>)</mml:mo>
        </mml:mrow>
        <mml:mn>2</mml:mn></mml:msup></mml:math></inline-formula>
    Source: PMC Style Checker 5.31, mathml-subsup-fence-check
    """
    scripts = [each for name in ("mml:msub", "mml:msup", "mml:msubsup") for each in context.all(name)]
    hung = [each for each in scripts if len(each) and text_of(each[0]) in _CLOSING]
    if hung:
        more = f", one of {len(hung):,} in this document" if len(hung) > 1 else ""
        yield Hit(f"{tagged(hung[0])} hangs on a closing bracket alone{more}", hung[0])


@rule("PMC816", on=tuple(f"@{name}" for name in _LISTS), services=("pmc",))
def attributes_have_known_values(el: Element) -> Iterator[Hit]:
    """Attributes of MathML with a closed list have a value of the list.

    Why: programs pass over a value that they don't know, and the formula looks otherwise than meant.
    Wrong: <inline-formula><mml:math id="m2"><mml:mi mathvariant="roman">h</mml:mi></mml:math></inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:mi mathvariant="normal">h</mml:mi></mml:math></inline-formula>
    Source: PMC Style Checker 5.31, mml-attr-value-check; W3C, MathML 3.0
    """
    if not str(el.tag).startswith(_MML):
        return
    for name, value in el.attrib.items():
        allowed = _allowed(str(name))
        if allowed and not _fits(str(name), value, allowed):
            yield Hit(
                f"{name} {quoted(value)} of {tagged(el)}: it is {any_of(sorted(allowed), 6)}", attribute=str(name)
            )


@cache
def _allowed(name: str) -> frozenset[str]:
    return frozenset(_LISTS.get(name, "").split())


def _fits(name: str, value: str, allowed: frozenset[str]) -> bool:
    if value in allowed:
        return True
    words = value.replace("{", " ").replace("}", " ").split()
    return name in _SEVERAL and bool(words) and allowed.issuperset(words)


@rule("PMC817", on="/", services=("pmc",), severity=Severity.WARNING)
def withdrawn_attributes_are_gone(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Formulas don't use attributes that MathML 2 withdrew: fontsize, fontweight, fontstyle, fontfamily, color.

    Why: browsers pass over them; in author manuscripts PMC refuses them, and labelled rows and alignment marks too.
    Wrong: <inline-formula><mml:math id="m2"><mml:mi fontweight="bold">h</mml:mi></mml:math></inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:mi mathvariant="bold">h</mml:mi></mml:math></inline-formula>
    Source: PMC Style Checker 5.31, mathml-depricate-atts-chk, mathml-nihms-specific
    """
    severity = Severity.ERROR if context.is_manuscript else None
    for name in _WITHDRAWN:
        using = [each for each in context.attributes.get(name, ()) if _is_withdrawn(each, name)]
        if using:
            more = f", the first of {len(using):,} such" if len(using) > 1 else ""
            message = f"{tagged(using[0])} uses {name}{more}: use mathsize, mathvariant or mathcolor"
            yield Hit(message, using[0], name, severity)
    if context.is_manuscript:
        for name in ("mml:mlabeledtr", "mml:malignmark"):
            for odd in context.all(name)[:1]:
                yield Hit(f"the manuscript uses {tagged(odd)}, which PMC refuses there", odd, severity=severity)


def _is_withdrawn(el: Element, name: str) -> bool:
    if not str(el.tag).startswith(_MML):
        return False
    # An upright letter had no other form in MathML 1, and PMC lets it pass.
    return name != "fontstyle" or el.tag != expanded("mml:mi") or el.get(name) == "italic"
