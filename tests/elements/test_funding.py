from __future__ import annotations

import pytest
from pydantic import ValidationError

from jats.elements.build import Cursor, Element
from jats.elements.funding import write_funding
from jats.elements.pointers import resolve_pointers
from jats.model.article import Article
from tests.elements.writing import VARIANTS, lost, refused, start, xml

FUNDER = {
    "name": "Example Fund",
    "doi": "10.13039/501100000780",
    "ror": "https://ror.org/02mhbdp94",
    "country_code": "UA",
}


def written(article: Article, at: Cursor) -> Element | None:
    """The `<funding-group>`."""
    group, support = write_funding(article, at)
    assert support is None
    return group


def test_grant_with_its_funder_numbers_and_recipient() -> None:
    article = Article(
        funding=[
            {"funder": FUNDER, "numbers": ["A-1", "A-2"], "recipients": ["Melnyk, Olena", {"full": "Lab of Soils"}]}
        ],
        funding_statement="Supported by the <i>Example Fund</i>.",
    )
    assert xml(written(article, start())) == (
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
    made = written(Article(funding={"funder": "Example Fund"}), start())
    assert xml(made) == (
        "<funding-group><award-group><funding-source>Example Fund</funding-source></award-group></funding-group>"
    )


def test_no_funding_no_element() -> None:
    assert write_funding(Article(), start()) == [None, None]


def test_jats_1_0_holds_one_identifier_as_a_link_and_reports_the_others() -> None:
    at = start("publishing-1.0-mathml2")
    made = written(Article(funding={"funder": FUNDER}), at)
    assert xml(made) == (
        '<funding-group><award-group><funding-source country="UA" xlink:href="https://doi.org/10.13039/501100000780">'
        "Example Fund</funding-source></award-group></funding-group>"
    )
    assert [(loss.path, loss.tag, loss.moved) for loss in at.context.losses] == [
        (("funding", 0, "funder", 0, "ror"), "institution-wrap", "as custom-meta")
    ]


def test_before_1_2_there_is_no_word_for_the_registry() -> None:
    at = start("publishing-1.1-mathml3")
    made = xml(written(Article(funding={"funder": FUNDER}), at))
    assert '<institution-id institution-id-type="doi">10.13039/501100000780</institution-id>' in made
    assert lost(at) == []


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_accepts_funding(variant: str) -> None:
    given = {"funder": FUNDER | {"ids": {"isni": "0000000121032683"}}, "numbers": "1", "recipients": "Melnyk"}
    made = written(Article(funding=[given, {"numbers": "2"}], funding_statement="H<sub>2</sub>O $x$"), start(variant))
    assert refused(made, variant) == []


def test_award_in_full() -> None:
    award = {
        "id": "g1",
        "type": "grant",
        "url": "https://example.org/g1",
        "name": "Salt",
        "description": {"text": "For a year.", "type": "grant", "url": "https://example.org/about"},
        "funder": {"name": "Example Fund", "type": "foundation", "url": "https://example.org"},
        "numbers": {"number": "A-1", "type": "internal", "authority": "Registry", "url": "https://example.org/a1"},
        "investigators": {"name": "Roe, Jane", "orcid": "0000-0002-1825-0097"},
    }
    assert xml(written(Article(funding=award), start("publishing-1.4-mathml3"))) == (
        '<funding-group><award-group award-type="grant" xlink:href="https://example.org/g1" id="g1">'
        '<funding-source source-type="foundation" xlink:href="https://example.org">Example Fund</funding-source>'
        '<award-id award-id-type="internal" assigning-authority="Registry" xlink:href="https://example.org/a1">A-1</award-id>'
        "<award-name>Salt</award-name>"
        '<award-desc award-type="grant" xlink:href="https://example.org/about">For a year.</award-desc>'
        '<principal-investigator><contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>'
        "<name><surname>Roe</surname><given-names>Jane</given-names></name></principal-investigator>"
        "</award-group></funding-group>"
    )


def test_institution_that_received_a_grant_is_known_by_its_identifiers() -> None:
    recipient = {"institution": {"name": "Lab", "ror": "02mhbdp94"}}
    made = xml(written(Article(funding={"numbers": "1", "recipients": recipient}), start()))
    assert (
        "<principal-award-recipient><institution-wrap><institution>Lab</institution>"
        '<institution-id institution-id-type="ror">https://ror.org/02mhbdp94</institution-id></institution-wrap>'
    ) in made


def test_award_of_something_else_than_money_has_support_sources_since_1_2() -> None:
    article = Article(funding={"funder": {"name": "Fund", "type": "boats"}, "in_kind": "yes"})
    new, old = start(), start("publishing-1.1-mathml3")
    assert '<support-source support-type="boats">Fund</support-source>' in xml(written(article, new))
    assert '<funding-source source-type="boats">Fund</funding-source>' in xml(written(article, old))
    assert [(loss.path, loss.moved) for loss in old.context.losses] == [
        (("funding", 0, "in_kind"), "as funding-source")
    ]


def test_jats_1_3_takes_one_name_of_an_award_and_sets_the_others_aside() -> None:
    at = start()
    made = written(Article(funding={"funder": "Fund", "name": ["Salt", "Tide"]}), at)
    assert "<award-name>Salt</award-name></award-group>" in xml(made)
    assert at.context.aside == [(("funding", 0, "name", 1, "text"), "Tide")]


def test_statement_in_each_language_and_the_one_on_open_access() -> None:
    article = Article(
        language="en",
        funding_statement={"en": "The Fund paid.", "uk": "Оплатив Фонд."},
        open_access_statement="The Fund paid for open access.",
    )
    assert xml(written(article, start(language="en"))) == (
        "<funding-group><funding-statement>The Fund paid.</funding-statement>"
        '<funding-statement xml:lang="uk">Оплатив Фонд.</funding-statement>'
        "<open-access><p>The Fund paid for open access.</p></open-access></funding-group>"
    )


SUPPORT = {
    "type": "equipment",
    "awards": {"funder": "Harbour", "numbers": "7"},
    "description": "It lent us a gauge.",
    "resources": {"name": "Gauge", "ids": {"rrid": "RRID:1"}},
}


def test_support_with_what_was_given() -> None:
    group, support = write_funding(Article(support=SUPPORT), start())
    assert group is None
    assert xml(support) == (
        '<support-group><contributed-resource-group resource-type="equipment"><award-group>'
        "<funding-source>Harbour</funding-source><award-id>7</award-id></award-group>"
        "<support-description><p>It lent us a gauge.</p></support-description><resource-group><resource-wrap>"
        '<resource-name>Gauge</resource-name><resource-id resource-id-type="rrid">RRID:1</resource-id>'
        "</resource-wrap></resource-group></contributed-resource-group></support-group>"
    )


def test_before_1_2_the_awards_of_support_are_awards_and_the_rest_is_set_aside() -> None:
    at = start("publishing-1.1-mathml3")
    made = written(Article(support=SUPPORT), at)
    assert xml(made) == (
        "<funding-group><award-group><funding-source>Harbour</funding-source><award-id>7</award-id></award-group>"
        "</funding-group>"
    )
    assert [text for _, text in at.context.aside] == ["equipment", "It lent us a gauge.", "Gauge", "RRID:1"]
    assert (("support", 0, "awards", 0), "in funding-group") in [(loss.path, loss.moved) for loss in at.context.losses]


def test_pointers_to_what_is_there_stay_and_those_to_nothing_are_refused() -> None:
    award = {"funder": {"name": "Fund", "refers_to": "g1"}, "id": "g1", "refers_to": "nothing"}
    at = start()
    root = written(Article(funding=award), at)
    assert root is not None
    resolve_pointers(root, at)
    assert '<award-group id="g1"><funding-source rid="g1">Fund' in xml(root)
    assert [message for _, message in at.context.faults] == ["points to 'nothing', but nothing has that id"]


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"funding": {"type": "grant"}}, "is empty"),
        ({"funding": {"numbers": "1", "in_kind": True}}, "gives no funder"),
        ({"funding": {"numbers": "1", "investigators": {"orcid": "0000-0002-1825-0097"}}}, "needs a name"),
        ({"support": {"type": "equipment"}}, "is empty"),
        ({"support": {"resources": {"name": "Boat", "vocabulary": "RRID"}}}, "gives none"),
        ({"support": {"resources": "Boat", "refers_to": "a"}}, "gives no description"),
    ],
)
def test_what_says_nothing_is_refused(given: dict[str, object], wrong: str) -> None:
    with pytest.raises(ValidationError, match=wrong):
        Article.model_validate(given)


def test_funder_and_award_are_named_in_several_languages() -> None:
    given = {"funder": ["Fund", {"name": "Фонд", "language": "uk"}], "name": [{"text": "Нагорода", "language": "uk"}]}
    article = Article.model_validate({"funding": [given]})
    assert "".join(xml(one) for one in write_funding(article, start("publishing-1.4-mathml3")) if one is not None) == (
        '<funding-group><award-group><funding-source>Fund</funding-source><funding-source xml:lang="uk">Фонд</funding-source>'
        '<award-name xml:lang="uk">Нагорода</award-name></award-group></funding-group>'
    )
