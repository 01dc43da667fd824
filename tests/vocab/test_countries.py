"""Countries: names as they stand in affiliations, and codes that are none."""

from __future__ import annotations

import pytest

from jats.vocab.countries import country_code, country_fault, country_name
from jats.vocab.tables import rows


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ukraine", "UA"),
        ("UKRAINE", "UA"),
        (" ukraine. ", "UA"),
        ("Україна", "UA"),
        ("Украина", "UA"),
        ("UA", "UA"),
        ("UKR", "UA"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("U. S. A.", "US"),
        ("United States", "US"),
        ("United States of America", "US"),
        ("the United States of America", "US"),
        ("UK", "GB"),
        ("U.K.", "GB"),
        ("England", "GB"),
        ("Great Britain", "GB"),
        ("Northern Ireland", "GB"),
        ("Republic of Korea", "KR"),
        ("Korea, Republic of", "KR"),
        ("South Korea", "KR"),
        ("Korea", "KR"),
        ("Türkiye", "TR"),
        ("Turkiye", "TR"),
        ("Turkey", "TR"),
        ("Czechia", "CZ"),
        ("Czech Republic", "CZ"),
        ("P. R. China", "CN"),
        ("P.R. China", "CN"),
        ("People's Republic of China", "CN"),
        ("People’s Republic of China", "CN"),
        ("The Netherlands", "NL"),
        ("Cote d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Bosnia & Herzegovina", "BA"),
        ("St. Lucia", "LC"),
        ("Viet Nam", "VN"),
        ("Brasil", "BR"),
        ("España", "ES"),
        ("Росія", "RU"),
        ("Російська Федерація", "RU"),
        ("Deutschland", "DE"),
        ("中国", "CN"),
        ("Estados Unidos", "US"),
        ("Guinea", "GN"),
        ("Guinea-Bissau", "GW"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Dominica", "DM"),
        ("Kyiv", None),
        ("", None),
        ("Ruritania", None),
    ],
)
def test_a_country_is_known_by_the_names_that_affiliations_use(name: str, code: str | None) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("UA", None),
        ("", "is empty"),
        ("ua", "is in small letters"),
        ("UK", "is not a two-letter code of ISO 3166"),
        ("UKR", "is not a two-letter code of ISO 3166"),
        ("Ukraine", "is not a two-letter code of ISO 3166"),
        ("XX", "is not a country's code in ISO 3166"),
    ],
)
def test_a_wrong_code_has_its_fault(code: str, fault: str | None) -> None:
    assert country_fault(code) == fault


def test_every_country_is_found_again_by_each_of_its_english_names() -> None:
    table = rows("countries")
    assert len(table) == 249
    for two, three, name, others in table:
        assert country_name(two) == country_name(three) == name
        for alias in (two, three, name, *filter(None, others.split(";"))):
            assert country_code(alias) == two, alias


def test_names_in_other_languages_lead_to_their_country_or_to_a_namesake_in_english() -> None:
    for code, names in rows("country_names"):
        assert all(country_code(name) for name in names.split(";")), code
    assert {code for code, _ in rows("country_names")} == {row[0] for row in rows("countries")}


def test_what_is_no_code_has_no_name() -> None:
    assert country_name("XX") is None
    assert country_name("ua") == "Ukraine"
