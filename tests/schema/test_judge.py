from __future__ import annotations

from pathlib import Path

import pytest

from jats.schema import judge as judging
from jats.schema.choose import choose
from jats.schema.judge import Validator
from jats.schema.light import LightDtd
from jats.xmlio import parse
from tests.schema.specimen import ARTICLE, VARIANT

PARSED = parse(ARTICLE, "article.xml")
HEAVY = b"<mml:msubsup><mml:mi>y</mml:mi><mml:mn>1</mml:mn><mml:mn>2</mml:mn></mml:msubsup>"


def test_a_document_is_judged_by_the_chosen_variant() -> None:
    choice = choose(PARSED)
    assert choice.name == VARIANT
    assert Validator().judge(PARSED, choice).valid
    assert not Validator().judge(PARSED, choose(PARSED, "publishing-1.0-mathml2")).valid


@pytest.mark.parametrize(
    ("suffix", "schema"),
    [
        (".dtd", "<!ELEMENT a (b)><!ELEMENT b EMPTY>"),
        (
            ".rng",
            '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><element name="b"><empty/></element></element>',
        ),
        (
            ".xsd",
            '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>'
            '<xs:element name="b"/></xs:sequence></xs:complexType></xs:element></xs:schema>',
        ),
    ],
)
def test_a_persons_own_schema_judges(suffix: str, schema: str, tmp_path: Path) -> None:
    file = tmp_path / f"own{suffix}"
    file.write_text(schema)
    judge = Validator()
    for data, verdict in ((b"<a><b/></a>", True), (b"<a/>", False)):
        parsed = parse(data, "a.xml")
        assert judge.judge(parsed, choose(parsed, str(file))).valid is verdict


def test_nothing_is_judged_without_a_schema() -> None:
    parsed = parse(b"<html/>", "page.html")
    with pytest.raises(ValueError, match="no schema for this document"):
        Validator().judge(parsed, choose(parsed))


@pytest.mark.parametrize(
    "broken",
    [
        HEAVY.replace(b"<mml:mn>2</mml:mn>", b""),
        HEAVY.replace(b"<mml:mn>2</mml:mn>", b"<mml:mn>2</mml:mn><mml:mn>3</mml:mn>"),
        HEAVY.replace(b"</mml:mi>", b"</mml:mi>text"),
        HEAVY.replace(b"<mml:msubsup>", b"<mml:msubsup>text"),
        HEAVY.replace(b"mml:mi>", b"italic>"),
        HEAVY.replace(b"<mml:mi>", b"<mml:mi><![CDATA[ ]]>").replace(b"</mml:mi>", b"</mml:mi><![CDATA[ ]]>"),
    ],
)
def test_formulas_that_the_light_dtd_lets_pass_are_compared_beside_it(broken: bytes) -> None:
    parsed = parse(ARTICLE.replace(HEAVY, broken), "article.xml")
    assert not Validator().judge_as(parsed, VARIANT).valid
    spaced = parse(ARTICLE.replace(HEAVY, HEAVY.replace(b"</mml:mi>", b"</mml:mi>\n")), "a.xml")
    assert Validator().judge_as(spaced, VARIANT).valid


def test_the_light_dtd_holds_back_few_elements_and_says_which() -> None:
    light = LightDtd(VARIANT)
    assert "mml:msubsup" in light.heavy
    assert len(light.heavy) < 20
    assert LightDtd("publishing-1.1-mathml2").heavy == ()


def test_a_variant_with_many_formulas_goes_over_to_the_whole_dtd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "ENOUGH_CHECKED", 3)
    judge = Validator()
    verdicts = [judge.judge_as(PARSED, VARIANT).valid for _ in range(4)]
    assert verdicts == [True] * 4
    assert not judge.judge_as(parse(ARTICLE.replace(HEAVY, b"<mml:msubsup/>"), "a.xml"), VARIANT).valid


def test_two_acceptors_are_kept_at_most_and_their_no_has_no_weight() -> None:
    judge = Validator(acceptor_after=1)
    for name in ("publishing-1.0-mathml2", VARIANT, "publishing-1.1-mathml2"):
        verdicts = [judge.judge_as(document, name).valid for document in (PARSED, PARSED, PARSED)]
        assert verdicts == [name == VARIANT] * 3
    assert list(judge._acceptors) == ["publishing-1.0-mathml2", VARIANT]
