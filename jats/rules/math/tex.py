"""Formulas in TeX, and characters that belong in formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jats.messages.words import all_of, quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, tagged, text_of, within
from jats.rules.engine.registry import Hit, rule
from jats.vocab.namespaces import NAMESPACES

_MML = f"{{{NAMESPACES['mml']}}}"
_BRACE = "\ufe37"
_FORMULAS = ("disp-formula", "inline-formula", "tex-math", f"{_MML}math")
_REFERENCE = re.compile(r"&#\w+;?")


@rule("PMC801", on="tex-math", services=("pmc",))
def tex_is_a_whole_document(el: Element) -> Iterator[str]:
    r"""TeX must be a complete LaTeX document, with its preamble.

    Why: PMC runs each expression through LaTeX by itself; a fragment gives no image.
    Wrong: <inline-formula><tex-math id="tx1">$h = a$</tex-math></inline-formula>
    Right: <inline-formula><tex-math id="tx1">\documentclass{article} \begin{document} $h = a$ \end{document}</tex-math>
        </inline-formula>
    Source: PMC Style Checker 5.31, tex-math-content-check
    """
    text = text_of(el)
    lacking = [command for command in (r"\begin{document}", r"\end{document}") if command[1:] not in text]
    if text and lacking:
        yield f"the TeX has no {all_of(lacking)}: write a complete LaTeX document"


@rule("PMC802", on="tex-math", services=("pmc",))
def tex_has_commands_for_characters(el: Element) -> Iterator[str]:
    r"""Characters in TeX must be TeX commands, not numeric references of XML.

    Why: for TeX, `&#945;` is a column mark, a parameter and a number.
    Wrong: <inline-formula>
        <tex-math id="tx1">\documentclass{article} \begin{document} $&amp;#945;$ \end{document}</tex-math>
        </inline-formula>
    Right: <inline-formula>
        <tex-math id="tx1">\documentclass{article} \begin{document} $\alpha$ \end{document}</tex-math>
        </inline-formula>
    Source: PMC Style Checker 5.31, tex-math-content-check
    """
    if found := _REFERENCE.search(el.text or ""):
        yield f"the TeX holds the character reference {quoted(found[0])}: write the TeX command for the character"


@rule("PMC803", on=("mml:math", "tex-math"), services=("pmc",))
def expression_is_not_empty(el: Element) -> Iterator[str]:
    """An expression must not be empty.

    Why: readers see a gap instead of the formula.
    Wrong: <inline-formula><mml:math id="m2"><mml:mi/></mml:math></inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:mi>h</mml:mi></mml:math></inline-formula>
    Source: PMC Style Checker 5.31, mathml-desc-text-check, empty-element-check
    """
    if not any(map(str.strip, el.itertext(etree.Element))):
        yield f"{tagged(el)} is empty: write the formula or remove the element"


@rule("PMC818", on="/", services=("pmc",))
def braces_belong_in_formulas(el: Element, context: RuleContext) -> Iterator[Hit]:
    """A brace that lies on its side (U+FE37) must be in a formula.

    Why: it is meant to be above an expression; in text it is printed beside it.
    Wrong: <italic>a ︷ b</italic>
    Right: <italic>a b</italic>
    Source: PMC Style Checker 5.31, check-prohibited-math-characters
    """
    if _BRACE not in context.text:  # quicker than a look at each piece, and hardly ever true
        return
    for piece, owner in context.pieces:
        if _BRACE in piece and owner.tag not in _FORMULAS and not within(owner, *_FORMULAS):
            yield Hit("the text holds a brace on its side, U+FE37: write the expression as a formula", owner)
