from __future__ import annotations

from typing import Any

import pytest

from jats.elements.affiliations import gather_institutions, write_institution
from jats.elements.build import Cursor
from jats.model.article import Article
from tests.elements.writing import lost, start, xml

FULL = {
    "id": "kyiv",
    "departments": "Soils",
    "institution": "Institute",
    "ror": "https://ror.org/02mhbdp94",
    "street": "1 Main St",
    "city": "Kyiv",
    "postal_code": "01001",
    "country": "Ukraine",
    "country_code": "UA",
}


def affiliations(data: dict[str, Any], at: Cursor) -> list[str]:
    rows = gather_institutions(Article.model_validate(data), at).rows
    return [xml(write_institution(row)) for row in rows]


def test_parts_stand_in_line_with_commas() -> None:
    assert affiliations({"affiliations": FULL}, start()) == [
        '<aff id="kyiv"><institution content-type="dept">Soils</institution>, <institution-wrap>'
        "<institution>Institute</institution>"
        '<institution-id institution-id-type="ror">https://ror.org/02mhbdp94</institution-id></institution-wrap>, '
        "<addr-line>1 Main St</addr-line>, <city>Kyiv</city>, <postal-code>01001</postal-code>, "
        '<country country="UA">Ukraine</country></aff>'
    ]


def test_jats_1_0_says_by_attributes_what_it_has_no_elements_for() -> None:
    at = start("publishing-1.0-mathml2")
    assert affiliations({"affiliations": FULL}, at) == [
        '<aff id="kyiv"><institution content-type="dept">Soils</institution>, '
        '<institution xlink:href="https://ror.org/02mhbdp94">Institute</institution>, <addr-line>1 Main St</addr-line>, '
        '<addr-line content-type="city">Kyiv</addr-line>, <addr-line content-type="postal-code">01001</addr-line>, '
        '<country country="UA">Ukraine</country></aff>'
    ]
    assert lost(at) == []


def test_other_identifiers_are_set_aside_in_jats_1_0() -> None:
    at = start("publishing-1.0-mathml2")
    made = affiliations({"affiliations": {"id": "a", "institution": "I", "ids": {"grid": "grid.1"}}}, at)
    assert made == ['<aff id="a"><institution>I</institution></aff>']
    assert at.context.aside == [(("affiliations", 0, "ids", "grid"), "grid.1")]


def test_each_language_has_its_own_version() -> None:
    given = {
        "id": "a",
        "institution": {"uk": "Інститут", "en": "Institute"},
        "city": {"en": "Kyiv"},
        "email": "a@b.example",
    }
    assert affiliations({"affiliations": given}, start(language="uk")) == [
        '<aff-alternatives id="a"><aff xml:lang="uk"><institution>Інститут</institution>, <email>a@b.example</email></aff>'
        '<aff xml:lang="en"><institution>Institute</institution>, <city>Kyiv</city></aff></aff-alternatives>'
    ]


def test_parts_are_tagged_in_the_text_as_printed_and_others_follow_it() -> None:
    given = {
        "text": "Institute of Kyiv, Kyiv (Ukraine)",
        "institution": "Institute of Kyiv",
        "city": "Kyiv",
        "state": "K",
    }
    assert affiliations({"affiliations": given}, start()) == [
        '<aff id="aff1"><institution>Institute of Kyiv</institution>, <city>Kyiv</city> (Ukraine), <state>K</state></aff>'
    ]


def test_code_of_a_country_stands_for_its_name() -> None:
    made = affiliations({"affiliations": {"institution": "I", "country_code": "UA"}}, start())
    assert made == ['<aff id="aff1"><institution>I</institution>, <country country="UA">UA</country></aff>']


def test_one_affiliation_needs_no_label_and_several_are_numbered_around_those_given() -> None:
    assert "<label>" not in affiliations({"affiliations": "Institute, Kyiv"}, start())[0]
    given = ["First, Kyiv", {"text": "Second, Kyiv", "label": "1"}, "Third, Kyiv"]
    labels = [
        made.partition("<label>")[2].partition("</label>")[0] for made in affiliations({"affiliations": given}, start())
    ]
    assert labels == ["2", "1", "3"]


def test_equal_affiliations_given_in_place_are_one() -> None:
    authors = [{"name": f"Author, {n}", "affiliations": [{"institution": "I", "city": "Kyiv"}]} for n in range(3)]
    assert affiliations({"authors": authors}, start()) == [
        '<aff id="aff1"><institution>I</institution>, <city>Kyiv</city></aff>'
    ]


def test_affiliation_in_place_that_equals_a_listed_one_is_that() -> None:
    data = {
        "affiliations": {"id": "kyiv", "institution": "I"},
        "authors": [{"name": "A, B", "affiliations": [{"institution": "I"}]}],
    }
    assert affiliations(data, start()) == ['<aff id="kyiv"><institution>I</institution></aff>']


@pytest.mark.parametrize(("given", "written"), [("2 x", "aff2_x"), ("кафедра", "кафедра"), ("a:b", "a_b")])
def test_name_that_is_no_xml_name_is_changed_and_reported(given: str, written: str) -> None:
    at = start()
    made = affiliations({"affiliations": {"id": given, "institution": "I"}}, at)
    assert made == [f'<aff id="{written}"><institution>I</institution></aff>']
    assert lost(at) == ([] if given == written else [("@id", "aff", f"as {written}")])


def test_affiliation_that_says_nothing_is_left_out() -> None:
    at = start()
    assert affiliations({"affiliations": {"id": "a"}}, at) == [""]
    assert lost(at) == [("aff", "article-meta", None)]


def test_affiliation_says_where_its_identifiers_come_from_and_what_it_is_a_part_of() -> None:
    at = start()
    given = [
        {
            "id": "seas",
            "institution": "Institute",
            "link": "https://example.org/seas",
            "ids": {"grid": {"value": "grid.5", "authority": "Digital Science", "vocabulary": {"name": "GRID"}}},
            "phone": "+380 48 1",
            "fax": "+380 48 2",
            "part_of": "academy",
        },
        {"id": "academy", "institution": "Academy"},
    ]
    assert affiliations({"affiliations": given}, at)[0] == (
        '<aff id="seas" rid="academy"><label>1</label><institution-wrap>'
        '<institution xlink:href="https://example.org/seas">Institute</institution>'
        '<institution-id institution-id-type="grid" assigning-authority="Digital Science" vocab="GRID">grid.5</institution-id>'
        "</institution-wrap>, <phone>+380 48 1</phone>, <fax>+380 48 2</fax></aff>"
    )


DEPARTMENT = {
    "institution": "Institute",
    "departments": [
        {"name": {"en": "Tides", "uk": "Припливи"}, "type": "laboratory", "ror": "https://ror.org/02mhbdp94"}
    ],
}


def test_department_has_identifiers_of_its_own() -> None:
    assert affiliations({"affiliations": DEPARTMENT}, start())[0].startswith(
        '<aff-alternatives id="aff1"><aff xml:lang="en"><institution-wrap><institution content-type="laboratory">Tides'
        '</institution><institution-id institution-id-type="ror">https://ror.org/02mhbdp94</institution-id></institution-wrap>, '
        "<institution>Institute</institution></aff>"
    )


def test_jats_1_0_points_to_the_entry_of_a_department() -> None:
    at = start("publishing-1.0-mathml2")
    assert (
        '<institution content-type="laboratory" xlink:href="https://ror.org/02mhbdp94">Tides</institution>'
        in (affiliations({"affiliations": DEPARTMENT}, at)[0])
    )
    assert lost(at) == []


def test_link_of_an_institution_keeps_its_ror_entry_out_of_the_way_in_jats_1_0() -> None:
    at = start("publishing-1.0-mathml2")
    given = {"institution": "I", "ror": "https://ror.org/02mhbdp94", "link": "https://example.org"}
    assert affiliations({"affiliations": given}, at) == [
        '<aff id="aff1"><institution xlink:href="https://example.org">I</institution></aff>'
    ]
    assert at.context.aside == [(("affiliations", 0, "ror"), "https://ror.org/02mhbdp94")]


def test_further_forms_of_the_name_stand_before_it_with_their_kinds() -> None:
    given = {
        "institution": {"en": "Institute", "uk": "Інститут"},
        "institution_type": "orgname",
        "other_names": {"original": "Institute, Kyiv", "normalized": {"uk": "Інститут морів"}},
    }
    assert affiliations({"affiliations": given}, start())[0] == (
        '<aff-alternatives id="aff1"><aff xml:lang="en"><institution content-type="original">Institute, Kyiv</institution>'
        '<institution content-type="orgname">Institute</institution></aff>'
        '<aff xml:lang="uk"><institution content-type="normalized">Інститут морів</institution>'
        '<institution content-type="orgname">Інститут</institution></aff></aff-alternatives>'
    )


def test_affiliations_that_differ_in_what_is_known_of_an_identifier_are_two() -> None:
    ids = (
        {"grid": "grid.5"},
        {"grid": {"value": "grid.5", "authority": "A"}},
        {"grid": {"value": "grid.5", "vocabulary": "G"}},
    )
    people = [
        {
            "name": f"A, {kind}",
            "affiliations": [{"institution": "I", "ids": one, "other_names": {"original": {"en": "I"}}}],
        }
        for kind, one in zip("abc", ids, strict=True)
    ]
    assert len(affiliations({"authors": [*people, {**people[0], "name": "B, C"}]}, start())) == 3
