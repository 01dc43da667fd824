"""Contributors and affiliations: what is their name, their text, and what only looks like a fault."""

from __future__ import annotations

import pytest
from lxml import etree

from jats.rules.affiliations.parts import running_text
from jats.rules.engine.reading import Element
from jats.rules.people.contributors import in_collab
from jats.rules.people.names import own_text
from tests.rules.examples import codes_in
from tests.rules.host import place


def found(example: str, service: str = "crossref") -> set[str]:
    return set(codes_in(place(example, service), service))


def test_name_of_a_group_is_without_its_members() -> None:
    collab = etree.fromstring(
        "<collab>Harbour <italic>Study</italic> Group<contrib-group><contrib><name><surname>Osei</surname></name></contrib>"
        "</contrib-group> of Bergen<xref>*</xref></collab>"
    )
    assert own_text(collab) == "Harbour Study Group of Bergen"


def test_text_of_an_affiliation_is_without_label_address_and_identifier() -> None:
    aff = etree.fromstring(
        "<aff><label>1</label><institution-wrap><institution-id>https://ror.org/03yrm5c26</institution-id>"
        "<institution>Institute of Marine Research</institution></institution-wrap>, Bergen; <email>d@imr.no</email></aff>"
    )
    assert running_text(aff) == "Institute of Marine Research, Bergen;"


@pytest.mark.parametrize(
    ("xml", "path", "member"),
    [
        ("<contrib><collab><contrib-group><contrib/></contrib-group></collab></contrib>", "collab//contrib", True),
        ('<g><contrib-group content-type="collab-list"><contrib/></contrib-group></g>', ".//contrib", True),
        ("<g><contrib-group><contrib/></contrib-group></g>", ".//contrib", False),
    ],
)
def test_members_of_groups_are_known(xml: str, path: str, member: bool) -> None:
    contrib: Element | None = etree.fromstring(xml).find(path)
    assert contrib is not None
    assert in_collab(contrib) is member


@pytest.mark.parametrize(
    "name",
    [
        "<surname>Li</surname><given-names>Drew</given-names>",
        "<surname>O'Brien-McDonald</surname><given-names>Md. Profir</given-names>",
        "<surname>III</surname><given-names>Anna-Maria</given-names>",
        "<surname>Nolan</surname><given-names>M. D.</given-names>",
    ],
)
def test_unusual_names_are_no_fault(name: str) -> None:
    assert not found(f"<name>{name}</name>") - {"CRF103", "COM110"}


def test_two_people_of_one_name_have_two_orcids() -> None:
    again = (
        '<contrib contrib-type="author">{}<name><surname>Lindqvist</surname><given-names>Marcus</given-names></name>'
        '<xref ref-type="aff" rid="aff1">1</xref></contrib>'
    )
    orcid = '<contrib-id contrib-id-type="orcid">https://orcid.org/0000-0001-5000-0007</contrib-id>'
    group = "<contrib-group>… <!-- new -->{}</contrib-group>"
    assert "COM113" in found(group.format(again.format("")))
    assert "COM113" not in found(group.format(again.format(orcid)))


def test_institute_may_bear_the_name_of_an_author() -> None:
    text = '<aff id="aff1"><label>1</label><institution>{}</institution>, <city>Bergen</city></aff>'
    assert "COM140" not in found(text.format("Marcus Lindqvist Institute"))
    assert "COM140" in found(text.format("Institute of Marine Research (Marcus Lindqvist)"))


@pytest.mark.parametrize(
    ("code", "name", "wrong"),
    [
        ("CN", "Hong Kong", False),
        ("FR", "Réunion", False),
        ("GB", "Scotland", False),
        ("SE", "Norway", True),
        ("no", "Norway", True),
    ],
)
def test_places_with_two_codes_are_no_contradiction(code: str, name: str, wrong: bool) -> None:
    assert ("COM132" in found(f'<country country="{code}">{name}</country>', "jats4r")) is wrong
