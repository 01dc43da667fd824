"""Formulas in TeX, and characters that belong in formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, tagged, text_of
from jats.rules.engine.registry import Hit, rule
from jats.vocab.namespaces import NAMESPACES

_MML = f"{{{NAMESPACES['mml']}}}"
_LYING = "\ufe35\ufe36\ufe37\ufe38"
_REFERENCE = re.compile(r"&#\w+;?")


@rule("PMC801", on="tex-math", services=("pmc",))
def tex_is_a_whole_document(el: Element) -> Iterator[str]:
    r"""TeX is a complete LaTeX document, with its preamble.

    Why: PMC runs each expression through LaTeX by itself; a piece of one gives no image.
    Wrong: <inline-formula><tex-math id="tx1">$h = a$</tex-math></inline-formula>
    Right: <inline-formula><tex-math id="tx1">\documentclass{article} \begin{document} $h = a$ \end{document}</tex-math>
        </inline-formula>
    Source: PMC Style Checker 5.31, tex-math-content-check
    """
    text = text_of(el)
    if text and not ("begin{document}" in text and "end{document}" in text):
        yield r"the TeX is no complete document: it lacks \begin{document} or \end{document}"


@rule("PMC802", on="tex-math", services=("pmc",))
def tex_has_commands_for_characters(el: Element) -> Iterator[str]:
    r"""Characters in TeX are TeX commands, not numeric references of XML.

    Why: to TeX `&#945;` is a column mark, a parameter and a number.
    Wrong: <inline-formula>
        <tex-math id="tx1">\documentclass{article} \begin{document} $&amp;#945;$ \end{document}</tex-math>
        </inline-formula>
    Right: <inline-formula>
        <tex-math id="tx1">\documentclass{article} \begin{document} $\alpha$ \end{document}</tex-math>
        </inline-formula>
    Source: PMC Style Checker 5.31, tex-math-content-check
    """
    if found := _REFERENCE.search(el.text or ""):
        yield f"the TeX holds the character reference {quoted(found[0])}: write the TeX command"


@rule("PMC803", on=("mml:math", "tex-math"), services=("pmc",))
def expression_is_not_empty(el: Element) -> Iterator[str]:
    """An expression is not empty.

    Why: a hole is printed where the formula should be.
    Wrong: <inline-formula><mml:math id="m2"><mml:mi/></mml:math></inline-formula>
    Right: <inline-formula><mml:math id="m2"><mml:mi>h</mml:mi></mml:math></inline-formula>
    Source: PMC Style Checker 5.31, mathml-desc-text-check, empty-element-check
    """
    if not any(map(str.strip, el.itertext(etree.Element))):
        yield f"{tagged(el)} is empty"


@rule("PMC818", on="/", services=("pmc",))
def braces_belong_in_formulas(el: Element, context: RuleContext) -> Iterator[Hit]:
    """Lying brackets and braces (U+FE35 to U+FE38) stand in formulas only.

    Why: they are meant to lie above or below an expression; in text they are printed beside it.
    Wrong: <italic>a ︷ b</italic>
    Right: <italic>a b</italic>
    Source: PMC Style Checker 5.31, check-prohibited-math-characters
    """
    for letter in _LYING:
        if letter not in context.text:  # quicker than a pattern, and hardly ever true
            continue
        for _, piece, owner in context.pieces:
            if letter in piece and owner.tag != "tex-math" and not str(owner.tag).startswith(_MML):
                yield Hit(f"the text holds a lying bracket, U+{ord(letter):04X}: write a formula", owner)
