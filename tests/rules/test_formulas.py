"""Formulas, and alternatives of any kind."""

from __future__ import annotations

import pytest
from lxml import etree

from jats.rules.engine.context import RuleContext
from jats.rules.engine.targets import rules_for
from jats.rules.engine.walk import RuleFinding, judge
from tests.rules.examples import codes_in
from tests.rules.host import place

MATH = '<mml:math id="m1"><mml:mi>h</mml:mi></mml:math>'
TEX = r'<tex-math id="tx1">\documentclass{article}\begin{document}$h$\end{document}</tex-math>'
IMAGE = '<graphic id="g8" xlink:href="e1.jpg"><alt-text>h</alt-text></graphic>'
INLINE = '<inline-graphic id="g8" xlink:href="e1.jpg"><alt-text>h</alt-text></inline-graphic>'


def found(example: str, service: str) -> dict[str, list[str]]:
    return codes_in(place(example, service), service)


def judged_for(example: str, targets: tuple[str, ...], *codes: str) -> list[RuleFinding]:
    """What these rules find for these targets together."""
    return judge(RuleContext(etree.fromstring(place(example, targets[0]))), rules_for(targets, codes), targets)


def formula(inner: str) -> str:
    return f'<disp-formula id="e1"><label>(1)</label>{inner}</disp-formula>'


@pytest.mark.parametrize(
    ("inner", "pmc", "jats4r"),
    [
        (MATH, set(), set()),
        (MATH + TEX, {"COM802"}, {"COM802"}),
        (MATH + ", where", {"COM802"}, set()),
        (MATH + ",", set(), set()),
        (IMAGE + "h =", {"COM802"}, {"COM804"}),
        (f"<alternatives>{MATH}{IMAGE}</alternatives>", set(), set()),
        (f"<alternatives>{IMAGE}{IMAGE.replace('g8', 'g9')}</alternatives>", set(), {"COM803", "COM804"}),
    ],
)
def test_one_expression_as_each_service_counts_it(inner: str, pmc: set[str], jats4r: set[str]) -> None:
    assert set(found(formula(inner), "pmc")) == pmc
    assert set(found(formula(inner), "jats4r")) == jats4r


@pytest.mark.parametrize(
    ("inner", "severity"), [(IMAGE, "error"), (INLINE, "warning")], ids=["displayed image", "image in the line"]
)
def test_image_of_a_formula_weighs_as_jats4r_weighs_it(inner: str, severity: str) -> None:
    [judged] = judged_for(formula(inner), ("jats4r",), "COM804")
    assert judged.finding.severity.word == severity


@pytest.mark.parametrize(
    ("math", "codes"),
    [
        ("<mml:mtext> </mml:mtext><mml:mtext>a</mml:mtext>", {"PMC813"}),
        ("<mml:mn>1</mml:mn><mml:mn>2</mml:mn>", {"PMC812"}),
        ("<mml:mfrac><mml:mn>1</mml:mn><mml:mn>2</mml:mn></mml:mfrac>", set()),
        ('<mml:mi mathvariant="roman">h</mml:mi>', set()),
        ('<mml:mi fontfamily="serif">h</mml:mi>', set()),
        ('<mml:mi color="red">h</mml:mi>', {"PMC817"}),
        ('<mml:mfrac numalign="middle"><mml:mi>h</mml:mi><mml:mi>a</mml:mi></mml:mfrac>', {"PMC816"}),
        ("<mml:maligngroup/><mml:mi>h</mml:mi>", set()),
        ("<mml:msqrt><mml:maligngroup/><mml:mi>h</mml:mi></mml:msqrt>", {"PMC811"}),
        ("<mml:mrow><mml:malignmark/><mml:mi>h</mml:mi></mml:mrow>", set()),
    ],
)
def test_mathml_is_judged_by_the_tests_that_pmc_runs(math: str, codes: set[str]) -> None:
    told = set(found(formula(f'<mml:math id="m1">{math}</mml:math>'), "pmc")) - {"PMC814"}
    assert told == codes


@pytest.mark.parametrize(
    ("inner", "wanted"),
    [
        (f"<alternatives>{MATH}{TEX}</alternatives>", "keep <mml:math>, without <alternatives>"),
        (f"<alternatives>{MATH}{TEX}{IMAGE}</alternatives>", "keep <mml:math>"),
        (MATH + TEX, "keep <mml:math>"),
        (MATH + TEX + IMAGE, "keep <mml:math>, and put it into <alternatives> with <graphic>"),
    ],
)
def test_scielo_takes_a_formula_in_mathml_or_in_tex_and_not_in_both(inner: str, wanted: str) -> None:
    [judged] = [
        each for each in judged_for(formula(inner), ("scielo",), "SPS701") if each.finding.severity.word == "error"
    ]
    assert judged.finding.message.endswith(wanted)


@pytest.mark.parametrize("inner", [MATH, f"<alternatives>{MATH}{IMAGE}</alternatives>"])
def test_a_formula_that_is_coded_once_is_no_fault_for_scielo(inner: str) -> None:
    told = judged_for(formula(inner), ("scielo",), "SPS701", "COM804", "PMC702")
    assert not [each for each in told if each.finding.severity.word != "info"]


def test_forms_side_by_side_are_one_finding_for_both_services() -> None:
    [judged] = judged_for(formula(MATH + TEX), ("pmc", "scielo"), "COM802", "SPS701")
    assert (judged.finding.code, set(judged.finding.services)) == ("COM802", {"pmc", "scielo"})
