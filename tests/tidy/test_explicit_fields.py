"""Fields that a person wrote out, whose text still holds several values."""

from __future__ import annotations

import pytest
from lxml import etree

from jats.library import build, read
from jats.model.article import Article
from jats.model.people import Contributor

HEAD = {"format": 1, "language": "en", "title": "Tides"}
ARTICLE = {
    **HEAD,
    "journal": {"title": "Journal of Tides", "ids": {"publisher-id": "jt"}, "issn": "1234-5679"},
    "published": "2024-03-30",
    "authors": "Roe, Jane",
}


def article(**fields: object) -> Article:
    result = read({**HEAD, **fields})
    assert result.article is not None
    return result.article


@pytest.mark.parametrize(
    ("credit", "roles"),
    [
        ("Formal analysis (lead)", [("Formal analysis", "lead")]),
        ("software, supporting", [("Software", "supporting")]),
        ("Software; Validation", [("Software", None), ("Validation", None)]),
        ("Software (equal), Validation (lead)", [("Software", "equal"), ("Validation", "lead")]),
        ("Software", [("Software", None)]),
        ("Design (lead)", [("Design (lead)", None)]),
    ],
)
def test_a_credit_field_is_read_into_terms_and_degrees(credit: str, roles: list[tuple[str, str | None]]) -> None:
    [author] = article(authors=[{"name": "Roe, Jane", "roles": {"credit": credit}}]).authors
    assert isinstance(author, Contributor)
    assert [(role.credit, role.degree) for role in author.roles] == roles


@pytest.mark.parametrize(
    ("date", "text", "until"),
    [
        ({"year": 2024, "until": 2025}, "2024/2025", "2025"),
        ({"year": 2024, "until": 2025, "season": "Winter"}, "Winter 2024/2025", None),
        ({"year": 2024, "month": 12, "until": "2025-01"}, None, "2025-01"),
        ({"year": 2024, "until": 2025, "text": "the winter"}, "the winter", "2025"),
    ],
)
def test_a_date_of_two_years_keeps_both_in_words(date: dict[str, object], text: str | None, until: str | None) -> None:
    [published] = article(published={"collection": date}).published
    assert (published.date.text, published.date.until) == (text, until)


@pytest.mark.parametrize("name", ["Roe et al. (2020)", "Roe 2020", "Ромен та ін. 2020"])
def test_a_link_to_an_id_of_several_words_leads_to_what_has_that_id(name: str) -> None:
    assert pointed_to(name, [name]) == [1]


def test_a_link_to_two_ids_leads_to_both() -> None:
    assert pointed_to("Roe Doe", ["Roe", "Doe"]) == [1, 2]


def test_a_link_to_no_id_is_an_error() -> None:
    assert build({**ARTICLE, "abstract": '<xref rid="Roe 2020">1</xref>'}).xml is None


def pointed_to(link: str, names: list[str]) -> list[int]:
    """The numbers of the references that a link leads to."""
    works = [{"id": name, "type": "book", "title": "Ebb"} for name in names]
    abstract = f'See <xref ref-type="bibr" rid="{link}">1</xref>.'
    xml = build({**ARTICLE, "references": works, "abstract": abstract}).xml
    assert xml is not None
    root = etree.fromstring(xml)
    ids = [ref.get("id") for ref in root.iter("ref")]
    [made] = root.iter("xref")
    return [ids.index(one) + 1 for one in made.attrib["rid"].split()]
