from __future__ import annotations

import pytest

from jats.elements.inline import write_inline
from jats.model.inline import Inline, Math
from jats.model.markup import parse_markup
from tests.elements.writing import lost, start, xml

SQUARE = "<math><msup><mi>x</mi><mn>2</mn></msup></math>"
PREFIXED = "<mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>"


def test_tex_stays_as_written() -> None:
    assert xml(write_inline(parse_markup(r"$a < b \& c$"), start(), "p")) == (
        r"<inline-formula><tex-math>a &lt; b \&amp; c</tex-math></inline-formula>"
    )


@pytest.mark.parametrize("variant", ["publishing-1.3-mathml3", "publishing-1.0-mathml2", "authoring-1.2-mathml3"])
@pytest.mark.parametrize(
    "given", [SQUARE, SQUARE.replace("<math>", '<math xmlns="http://www.w3.org/1998/Math/MathML">')]
)
def test_mathml_takes_the_prefix_of_jats(variant: str, given: str) -> None:
    at = start(variant)
    assert xml(write_inline(parse_markup(given), at, "p")) == f"<inline-formula>{PREFIXED}</inline-formula>"
    assert lost(at) == []


def test_both_forms_are_alternatives() -> None:
    made = xml(write_inline(Inline((Math("x^2", SQUARE),)), start(), "p"))
    assert made == f"<inline-formula><alternatives><tex-math>x^2</tex-math>{PREFIXED}</alternatives></inline-formula>"


def test_attributes_that_mathml_does_not_have_are_reported() -> None:
    at = start()
    given = '<math display="block" id="e1" data-x="1"><mi mathvariant="green">x</mi></math>'
    assert xml(write_inline(Inline((Math(mathml=given),)), at, "p")) == (
        '<inline-formula><mml:math display="block"><mml:mi>x</mml:mi></mml:math></inline-formula>'
    )
    assert [tag for tag, _, _ in lost(at)] == ["@id", "@data-x", "@mathvariant"]


@pytest.mark.parametrize(
    "given", ["<math><mfrac><mi>x</mi></mfrac><blink>y</blink></math>", "<math><mrow>x<mi>y</mi></mrow></math>"]
)
def test_mathml_that_the_schema_refuses_is_its_characters(given: str) -> None:
    at = start()
    assert xml(write_inline(Inline((Math(mathml=given),)), at, "p")) == "<inline-formula>xy</inline-formula>"
    assert lost(at) == [("mml:math", "inline-formula", "as plain text")]


def test_white_space_between_the_elements_of_a_formula_is_not_kept() -> None:
    given = "<math>\n <mmultiscripts><mi>x</mi><mprescripts> </mprescripts></mmultiscripts>\n</math>"
    assert xml(write_inline(Inline((Math(mathml=given),)), start(), "p")) == (
        "<inline-formula><mml:math><mml:mmultiscripts><mml:mi>x</mml:mi><mml:mprescripts/></mml:mmultiscripts></mml:math>"
        "</inline-formula>"
    )


def test_authoring_holds_tex_as_plain_text_in_a_formula() -> None:
    at = start("authoring-1.3-mathml3")
    assert xml(write_inline(parse_markup("$x$"), at, "p")) == "<inline-formula>x</inline-formula>"
    assert lost(at) == [("tex-math", "inline-formula", "as plain text")]
