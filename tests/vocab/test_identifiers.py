"""Identifiers: the official examples, what copying does to them, and every single wrong digit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jats.vocab.identifiers import KINDS, doi_url, mod_11_2, orcid_url

RIGHT = [
    ("doi", "10.1000/182", "10.1000/182"),  # the DOI Handbook
    ("doi", "https://doi.org/10.1000/182", "10.1000/182"),
    ("doi", "http://dx.doi.org/10.1000/182", "10.1000/182"),
    ("doi", "https://www.doi.org/10.1000/182", "10.1000/182"),
    ("doi", "https://doi.org/https://doi.org/10.1000/182", "10.1000/182"),
    ("doi", "https://doi.org/doi:10.1000/182", "10.1000/182"),
    ("doi", "https//doi.org/10.1000/182", "10.1000/182"),
    ("doi", "doi.org/10.1000/182", "10.1000/182"),
    ("doi", "DOI: 10.1000/182.", "10.1000/182"),
    ("doi", "doi10.1000/182", "10.1000/182"),
    ("doi", "info:doi/10.1000/182", "10.1000/182"),
    ("doi", "urn:doi:10.1000/182", "10.1000/182"),
    ("doi", "(doi: 10.1000/182),", "10.1000/182"),
    ("doi", "<https://doi.org/10.1000/182>", "10.1000/182"),
    ("doi", "10.1000 / 182", "10.1000/182"),
    ("doi", "\ufeff10.35668/2520\u20116524\u20132023\u200b-1-02 ", "10.35668/2520-6524-2023-1-02"),
    ("doi", "https://doi.org/10.1002%2Fabc%3C1", "10.1002/abc<1"),
    ("doi", "10.1002/(SICI)1097-4571(1998)49:8<693::AID-ASI4>3.0.CO;2-O", None),
    ("doi", "10.1016/S0140-6736(05)12345-6", None),
    ("doi", "10.1000.10/123456", None),  # a prefix with a subdivision, DOI Handbook 2.2.2
    ("orcid", "0000-0002-1825-0097", "0000-0002-1825-0097"),  # ORCID, "Structure of the ORCID Identifier"
    ("orcid", "https://orcid.org/0000-0001-5109-3700", "0000-0001-5109-3700"),
    ("orcid", "http://www.orcid.org/0000-0002-1694-233X", "0000-0002-1694-233X"),
    ("orcid", "orcid.org/0000-0002-1694-233x/", "0000-0002-1694-233X"),
    ("orcid", "https://orcid.org/0000-0002-1694-233\u0445", "0000-0002-1694-233X"),  # a Cyrillic letter
    ("orcid", "https://orcid.org/my-orcid?orcid=0000-0002-1825-0097", "0000-0002-1825-0097"),
    ("orcid", "https://orcid.org/0000-0002-1825-0097/print?lang=uk", "0000-0002-1825-0097"),
    ("orcid", "ORCID iD: 0000 0002 1825 0097", "0000-0002-1825-0097"),
    ("orcid", "0000\u20130002\u20131825\u20130097.", "0000-0002-1825-0097"),
    ("orcid", "0000000218250097", "0000-0002-1825-0097"),
    ("orcid", "0009-0000-0000-0009", None),
    ("issn", "0317-8471", "0317-8471"),  # ISSN Manual
    ("issn", "ISSN 1050-124X", "1050-124X"),
    ("issn", "e-ISSN: 2520\u20136524", "2520-6524"),
    ("issn", "25206524", "2520-6524"),
    ("issn", "1050-124\u0425", "1050-124X"),
    ("issn", "https://portal.issn.org/resource/ISSN/2049-3630", "2049-3630"),
    ("isbn", "978-3-16-148410-0", "978-3-16-148410-0"),  # ISBN Users' Manual
    ("isbn", "ISBN-13: 978 3 16\u00a0148410 0", "978 3 16 148410 0"),
    ("isbn", "ISBN 0\u2013306\u201340615\u20132.", "0-306-40615-2"),
    ("isbn", "080442957x", "080442957X"),
    ("isbn", "urn:isbn:9780306406157", "9780306406157"),
    ("isbn", "979-10-90636-07-1", None),
    ("ror", "https://ror.org/03yrm5c26", "https://ror.org/03yrm5c26"),  # ROR's documentation
    ("ror", "02twcfp32", "https://ror.org/02twcfp32"),
    ("ror", "http://ror.org/04WXNSJ81/", "https://ror.org/04wxnsj81"),
    ("ror", "ROR: 05dxps055", "https://ror.org/05dxps055"),
    ("isni", "0000 0001 2103 2683", "0000000121032683"),
    ("isni", "https://isni.org/isni/0000000121032683", "0000000121032683"),
    ("isni", "ISNI: 0000-0001-2103-2683", "0000000121032683"),
    ("pmid", "PMID: 23193287", "23193287"),
    ("pmid", "https://pubmed.ncbi.nlm.nih.gov/23193287/", "23193287"),
    ("pmcid", "PMCID: PMC13900", "PMC13900"),
    ("pmcid", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC13900/", "PMC13900"),
    ("pmcid", "13900", "PMC13900"),
    ("arxiv", "arXiv:2101.00001v2", "2101.00001v2"),
    ("arxiv", "https://arxiv.org/pdf/hep-th/9901001.pdf", "hep-th/9901001"),
    ("arxiv", "math.GT/0309136", "math.GT/0309136"),
]

WRONG = [
    ("doi", "", "is empty"),
    ("doi", "DOI:", "is empty"),
    ("doi", "https://doi.org/", "is empty"),
    ("doi", "11.1000/182", "does not start with 10. but with '11.1000/182'"),
    ("doi", "10.1000", "has no slash and no suffix after the prefix '10.1000'"),
    ("doi", "10.1234/", "has no suffix after the slash"),
    ("doi", "10.12/a", "prefix 10.12 has 2 digits after 10., expected 4 to 9"),
    ("doi", "10.12345678901/a", "prefix 10.12345678901 has 11 digits after 10., expected 4 to 9"),
    ("doi", "10.12O4/a", "prefix '10.12O4' is not 10. and digits"),
    ("doi", "10.1000/a b", "has a blank inside, at character 10"),
    ("doi", "10.1000/a; 10.1000/b", "holds more than one identifier"),
    ("doi", "10.1000/a, https://example.org", "holds more than one identifier"),
    ("doi", "10.1000/\u0430b", "has the letter \u0430 of another alphabet at character 9, probably the Latin a"),
    ("doi", "10.1000/a\ufffdb", "has '\ufffd' at character 10, which no DOI holds"),
    ("orcid", "0000-0002-1825-0098", "check digit is 8, expected 7"),
    ("orcid", "0000-0002-1694-2330", "check digit is 0, expected X"),
    ("orcid", "0000-0002-1825-009", "has 15 characters, an ORCID has 16"),
    ("orcid", "0000-0002-1825-00977", "has 17 characters, an ORCID has 16"),
    ("orcid", "0000-000O-1825-0097", "has 'O' as character 8, an ORCID has only digits (and X at the end)"),
    ("orcid", "https://orcid.org/", "is empty"),
    ("orcid", "0000-0000-0000-0001", "is lower than 0000-0001-5000-0007, the first ORCID given out"),
    ("orcid", "0000-0001-2345-6789", "is lower than 0000-0001-5000-0007, the first ORCID given out"),
    ("issn", "0317-8472", "check digit is 2, expected 1"),
    ("issn", "9594388", "has 7 characters, an ISSN has 8"),
    ("issn", "2520-6524 (Online)", "has '(' as character 9, an ISSN has only digits (and X at the end)"),
    ("issn", "1X50-1241", "has 'X' as character 2, an ISSN has only digits (and X at the end)"),
    ("isbn", "978-3-16-148410-1", "check digit is 1, expected 0"),
    ("isbn", "0-306-40615-3", "check digit is 3, expected 2"),
    ("isbn", "978-3-16-14841-0", "has 12 digits, an ISBN has 10 or 13"),
    ("isbn", "978-3-16-148410-0 0-306-40615-2", "holds more than one ISBN"),
    ("isbn", "123-3-16-148410-0", "starts with 123, an ISBN of 13 digits starts with 978 or 979"),
    ("isbn", "979-0-2600-0043-8", "starts with 979-0, the mark of printed music (ISMN), not of a book"),
    ("isbn", "978-3-16-14841O-0", "has 'O' as character 12, an ISBN of 13 digits has only digits"),
    ("ror", "https://ror.org/03yrm5c27", "checksum is 27, expected 26"),
    ("ror", "https://ror.org/03yrm5c2", "has 8 characters, a ROR identifier has 9"),
    ("ror", "https://ror.org/13yrm5c26", "starts with 1, a ROR identifier starts with 0"),
    ("ror", "https://ror.org/0oyrm5c26", "has the letter o, which ROR never uses (is it 0?)"),
    ("ror", "https://ror.org/03yrm5cab", "ends with ab, expected two digits"),
    ("ror", "Kyiv", "'Kyiv' is not a ROR identifier, which looks like https://ror.org/03yrm5c26"),
    ("isni", "0000000121032684", "check digit is 4, expected 3"),
    ("isni", "000000012103268", "has 15 characters, an ISNI has 16"),
    ("pmid", "PMC13900", "is a PMCID, not a PubMed number"),
    ("pmid", "0123", "starts with 0"),
    ("pmid", "123456789", "has 9 digits, a PubMed number has at most 8"),
    ("pmcid", "PMC", "is empty"),
    ("pmcid", "PMCabc", "'abc' is not a PMCID after PMC, which has digits only"),
    ("arxiv", "2113.00001", "'2113.00001' is not an arXiv identifier such as 2101.00001 or hep-th/9901001"),
]


@pytest.mark.parametrize(("kind", "text", "tidied"), RIGHT)
def test_a_right_identifier_is_brought_to_its_normal_form_and_has_no_fault(
    kind: str, text: str, tidied: str | None
) -> None:
    assert KINDS[kind].tidy(text) == (tidied or text)
    assert KINDS[kind].fault(text) is None


@pytest.mark.parametrize(("kind", "text", "fault"), WRONG)
def test_a_wrong_identifier_is_told_what_is_wrong(kind: str, text: str, fault: str) -> None:
    assert KINDS[kind].fault(text) == fault


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(text=st.text(alphabet="0123456789Xx-–./: \u200b\u0445abdoirhtpsnc()<>;%2F"))
def test_tidying_twice_is_tidying_once(kind: str, text: str) -> None:
    tidied = KINDS[kind].tidy(text)
    assert KINDS[kind].tidy(tidied) == tidied


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(text=st.text())
def test_any_text_at_all_gets_an_answer(kind: str, text: str) -> None:
    fault = KINDS[kind].fault(text)
    assert fault is None or fault.isprintable()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("orcid", "0000-0002-1825-0097"),
        ("orcid", "0000-0002-1694-233X"),
        ("isni", "0000000121032683"),
        ("issn", "0317-8471"),
        ("issn", "1050-124X"),
        ("isbn", "978-3-16-148410-0"),
        ("isbn", "0-306-40615-2"),
        ("ror", "https://ror.org/03yrm5c26"),
    ],
)
@given(data=st.data())
def test_any_single_changed_digit_is_caught(kind: str, value: str, data: st.DataObject) -> None:
    places = [place for place, character in enumerate(value) if character.isdigit()]
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != value[place]]))
    assert KINDS[kind].fault(value[:place] + digit + value[place + 1 :]) is not None


@given(st.integers(min_value=15_000_001, max_value=99_999_999_999_999))
def test_every_number_with_its_check_digit_is_right(number: int) -> None:
    digits = f"{number:015}"
    assert KINDS["isni"].fault(digits + mod_11_2(digits)) is None


def test_addresses_hold_only_what_addresses_may_hold() -> None:
    assert doi_url("doi:10.1002/a<b>c#d") == "https://doi.org/10.1002/a%3Cb%3Ec%23d"
    assert orcid_url("0000 0002 1825 0097") == "https://orcid.org/0000-0002-1825-0097"
