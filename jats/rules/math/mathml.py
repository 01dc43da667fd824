"""MathML: its grammar, where the DTD leaves it open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jats.findings import Severity
from jats.messages.words import any_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, elements_of, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.vocab.namespaces import NAMESPACES, expanded

_MML = f"{{{NAMESPACES['mml']}}}"
_TWO = ("mml:mfrac", "mml:mroot", "mml:msub", "mml:msup", "mml:munder", "mml:mover")
_THREE = ("mml:msubsup", "mml:munderover")
_COUNTED = frozenset(
    _MML + name for name in "mfrac mroot msub msup munder mover msubsup munderover mmultiscripts mfenced".split()
)
"""Parents in which each child has a meaning by its place, so that two of a kind may be side by side."""
_HOMES = {
    "semantics": ("math",),
    "annotation": ("semantics",),
    "annotation-xml": ("semantics",),
    "mprescripts": ("mmultiscripts",),
    "none": ("mmultiscripts",),
}
_AROUND_GROUPS = ("math", "mrow", "mstyle", "mphantom", "mfenced", "maction", "semantics", "mtd")
"""Where PMC takes a mark of alignment."""
_LISTS = {
    "numalign": "left center right",
    "denomalign": "left center right",
    "rowalign": "top bottom center baseline axis",
    "columnalign": "left right center",
    "groupalign": "left right center decimalpoint",
    "equalcolumns": "true false",
    "bevelled": "true false",
}
_SEVERAL = ("rowalign", "columnalign", "groupalign")
"""Attributes that take a list, a value for each row or column."""
_WITHDRAWN = {
    "color": ("mathcolor", re.compile("")),
    "fontsize": ("mathsize", re.compile(r"\d|^inherited$")),
    "fontweight": ("mathvariant", re.compile("^(?:normal|bold|inherited)$")),
    "fontstyle": ("mathvariant", re.compile("^(?:italic|normal)$")),
}
"""Attributes that MathML 2 withdrew: what to write instead, and the values that PMC objects to."""
_CLOSING = (")", "]", "}", "\u3009", "\u232a", "\u27e9")


def _local(el: Element) -> str:
    return str(el.tag).rpartition("}")[2]


@rule("PMC810", on=(*_TWO, *_THREE), services=("pmc",))
def scripts_have_their_parts(el: Element) -> Iterator[str]:
    """A fraction, root or script must have as many parts as its kind needs, two or three.

    Why: programs take the parts by their place; with too few or too many they give up on the formula.
    Wrong: <inline-formula><mml:math id="m2"><mml:msup><mml:mi>h</mml:mi></mml:msup></mml:math></inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:msup><mml:mi>h</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>
        </inline-formula>
    Source: PMC Style Checker 5.31, mml-child-count-check; W3C, MathML 3.0, 3.1.3.2
    """
    wanted = 3 if _local(el) in ("msubsup", "munderover") else 2
    if len(el) == wanted:
        return
    if (count := sum(1 for _ in elements_of(el))) != wanted:  # comments don't count
        yield f"{tagged(el)} has {count or 'no'} {'child' if count == 1 else 'children'}: write {wanted}"


@rule("PMC811", on=(*(f"mml:{name}" for name in _HOMES), "mml:maligngroup"), services=("pmc",))
def elements_stand_in_their_parents(el: Element) -> Iterator[str]:
    """Elements of MathML that belong to one parent must be in it: semantics in math, prescripts in multiscripts.

    Why: in another place they mean nothing, and programs give up on the formula.
    Wrong: <inline-formula><mml:math id="m2"><mml:mrow><mml:mi>h</mml:mi><mml:none/></mml:mrow></mml:math>
        </inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:mmultiscripts><mml:mi>h</mml:mi><mml:none/><mml:mn>2</mml:mn>
        </mml:mmultiscripts></mml:math></inline-formula>
    Source: PMC Style Checker 5.31, mathml-parent-el-check, mathml-top-level-el-check
    """
    name, parent = _local(el), el.getparent()
    around = "" if parent is None else _local(parent)
    homes = _HOMES.get(name, _AROUND_GROUPS)
    if around not in homes:
        where = "" if parent is None else f" in {tagged(parent)}"
        yield f"{tagged(el)} is{where}: it must be in {any_of(f'<mml:{home}>' for home in homes)}"


@rule("PMC812", on="mml:mn", services=("pmc",))
def numbers_are_in_one_piece(el: Element) -> Iterator[str]:
    """A number must be one element.

    Why: "1" "2" is read aloud as one, two, and a search for 12 does not find it.
    Wrong: <inline-formula><mml:math id="m2"><mml:mrow><mml:mi>h</mml:mi><mml:mn>1</mml:mn><mml:mn>2</mml:mn>
        </mml:mrow></mml:math>
        </inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:mrow><mml:mi>h</mml:mi><mml:mn>12</mml:mn></mml:mrow></mml:math>
        </inline-formula>
    Source: PMC Style Checker 5.31, mathml-repeated-element-check
    """
    if (before := _same_before(el)) is not None:
        yield f"the numbers {quoted(text_of(before))} and {quoted(text_of(el))} follow each other: write one <mml:mn>"


@rule("PMC813", on="mml:mtext", services=("pmc",), severity=Severity.WARNING)
def texts_are_in_one_piece(el: Element) -> Iterator[str]:
    """Text in a formula must be one element.

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
    if before is not None:
        yield f"the texts {quoted(_spoken(before))} and {quoted(_spoken(el))} follow each other: write one <mml:mtext>"


def _spoken(text: Element) -> str:
    return text_of(text) or "".join(map(str, text.itertext()))


def _same_before(el: Element) -> Element | None:
    """The element before, if it is of the same kind and look and the two could be one."""
    before = el.getprevious()
    if before is None or before.tag != el.tag or before.get("mathvariant") != el.get("mathvariant"):
        return None
    parent = el.getparent()
    return None if parent is None or parent.tag in _COUNTED else before


@rule("PMC814", on="/", services=("pmc",), severity=Severity.INFO)
def rows_group_something(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A row in MathML must group several parts, and not only rows.

    Why: rows around one part make formulas large and change nothing. PMC's checker has the test and does not run it.
    Wrong: <inline-formula><mml:math id="m2"><mml:mrow><mml:mi>h</mml:mi></mml:mrow></mml:math></inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:mrow><mml:mi>h</mml:mi><mml:mo>=</mml:mo><mml:mi>a</mml:mi>
        </mml:mrow></mml:math>
        </inline-formula>
    Source: PMC Style Checker 5.31, mathml-mrow-content-check
    """
    idle = [row for row in context.all("mml:mrow") if _is_idle(row)]
    if idle:
        more = f", the first of {len(idle):,} in this document" if len(idle) > 1 else ""
        yield Hit(f"the <mml:mrow> groups nothing{more}: remove it if you like", idle[0])


def _is_idle(row: Element) -> bool:
    if len(row) == 1:
        return True
    return len(row) > 1 and all(child.tag == row.tag for child in row)


@rule("PMC815", on="/", services=("pmc",), severity=Severity.INFO)
def scripts_belong_to_an_expression(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A script must belong to the whole expression in brackets, not to the closing bracket.

    Why: read aloud it is "bracket squared". PMC's checker has the test and does not run it.
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
        yield Hit(
            f"the base of {tagged(hung[0])} is only a closing bracket{more}: put the expression into <mml:mrow>",
            hung[0],
        )


@rule("PMC816", on=tuple(f"@{name}" for name in _LISTS), services=("pmc",))
def attributes_have_known_values(el: Element) -> Iterator[Hit]:
    """Attributes of MathML with a closed list must have a value of the list.

    Why: programs ignore a value that they do not know, and the formula does not look as meant.
    Wrong: <inline-formula><mml:math id="m2"><mml:mfrac bevelled="yes"><mml:mi>h</mml:mi><mml:mi>a</mml:mi></mml:mfrac>
        </mml:math></inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:mfrac bevelled="true"><mml:mi>h</mml:mi><mml:mi>a</mml:mi></mml:mfrac>
        </mml:math></inline-formula>
    Source: PMC Style Checker 5.31, mml-attr-value-check; W3C, MathML 3.0
    """
    if not str(el.tag).startswith(_MML):
        return
    for name, value in el.attrib.items():
        allowed = _allowed(str(name))
        if allowed and not _fits(str(name), value, allowed):
            yield Hit(
                f"{name} {quoted(value)} of {tagged(el)} is not known: write {any_of(sorted(allowed), 6)}",
                attribute=str(name),
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
    """Formulas must not use attributes that MathML 2 withdrew: color, fontsize, fontweight, fontstyle.

    Why: browsers ignore them; in author manuscripts PMC refuses them, and labelled rows and alignment marks too.
    Wrong: <inline-formula><mml:math id="m2"><mml:mi fontweight="bold">h</mml:mi></mml:math></inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:mi mathvariant="bold">h</mml:mi></mml:math></inline-formula>
    Source: PMC Style Checker 5.31, mathml-depricate-atts-chk, mathml-nihms-specific
    """
    severity = Severity.ERROR if context.is_manuscript else None
    for name, (instead, _) in _WITHDRAWN.items():
        using = [each for each in context.attributes.get(name, ()) if _is_withdrawn(each, name)]
        if using:
            more = f", the first of {len(using):,}" if len(using) > 1 else ""
            yield Hit(f"{tagged(using[0])} has {name}{more}: write {instead} instead", using[0], name, severity)
    if context.is_manuscript:
        for name in ("mml:mlabeledtr", "mml:malignmark"):
            for odd in context.all(name)[:1]:
                message = f"an author manuscript has {tagged(odd)}, which PMC refuses there: remove it"
                yield Hit(message, odd, severity=severity)


def _is_withdrawn(el: Element, name: str) -> bool:
    if not str(el.tag).startswith(_MML) or _WITHDRAWN[name][1].search(el.attrib[name].strip()) is None:
        return False
    # An upright letter had no other form in MathML 1, and PMC lets it pass.
    return name != "fontstyle" or el.tag != expanded("mml:mi") or el.get(name) == "italic"
