from __future__ import annotations

import pytest

from jats.elements.funding import write_funding
from jats.model.article import Article

from .writing import VARIANTS, lost, refused, start, xml

FUNDER = {
    "name": "Example Fund",
    "doi": "10.13039/501100000780",
    "ror": "https://ror.org/02mhbdp94",
    "country_code": "UA",
}


def test_grant_with_its_funder_numbers_and_recipient() -> None:
    article = Article(
        funding=[
            {"funder": FUNDER, "numbers": ["A-1", "A-2"], "recipients": ["Melnyk, Olena", {"full": "Lab of Soils"}]}
        ],
        funding_statement="Supported by the <i>Example Fund</i>.",
    )
    assert xml(write_funding(article, start())) == (
        '<funding-group><award-group><funding-source country="UA"><institution-wrap><institution>Example Fund</institution>'
        '<institution-id institution-id-type="doi" vocab="open-funder-registry" '
        'vocab-identifier="10.13039/open_funder_registry">10.13039/501100000780</institution-id>'
        '<institution-id institution-id-type="ror">https://ror.org/02mhbdp94</institution-id></institution-wrap></funding-source>'
        "<award-id>A-1</award-id><award-id>A-2</award-id>"
        "<principal-award-recipient><name><surname>Melnyk</surname><given-names>Olena</given-names></name>"
        "</principal-award-recipient><principal-award-recipient><string-name>Lab of Soils</string-name>"
        "</principal-award-recipient></award-group>"
        "<funding-statement>Supported by the <italic>Example Fund</italic>.</funding-statement></funding-group>"
    )


def test_funder_known_by_name_alone() -> None:
    made = write_funding(Article(funding={"funder": "Example Fund"}), start())
    assert xml(made) == (
        "<funding-group><award-group><funding-source>Example Fund</funding-source></award-group></funding-group>"
    )


def test_no_funding_no_element() -> None:
    assert write_funding(Article(), start()) is None


def test_jats_1_0_holds_one_identifier_as_a_link_and_reports_the_others() -> None:
    at = start("publishing-1.0-mathml2")
    made = write_funding(Article(funding={"funder": FUNDER}), at)
    assert xml(made) == (
        '<funding-group><award-group><funding-source country="UA" xlink:href="https://doi.org/10.13039/501100000780">'
        "Example Fund</funding-source></award-group></funding-group>"
    )
    assert [(loss.path, loss.tag, loss.moved) for loss in at.writing.losses] == [
        (("funding", 0, "funder", "ror"), "institution-wrap", "as custom-meta")
    ]


def test_before_1_2_there_is_no_word_for_the_registry() -> None:
    at = start("publishing-1.1-mathml3")
    made = xml(write_funding(Article(funding={"funder": FUNDER}), at))
    assert '<institution-id institution-id-type="doi">10.13039/501100000780</institution-id>' in made
    assert lost(at) == []


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_accepts_funding(variant: str) -> None:
    given = {"funder": FUNDER | {"ids": {"isni": "0000000121032683"}}, "numbers": "1", "recipients": "Melnyk"}
    made = write_funding(
        Article(funding=[given, {"numbers": "2"}], funding_statement="H<sub>2</sub>O $x$"), start(variant)
    )
    assert refused(made, variant) == []
