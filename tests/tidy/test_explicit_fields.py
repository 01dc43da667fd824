"""Fields that a person wrote out, whose text still holds several values."""

from __future__ import annotations

import pytest

from jats.library import read
from jats.model.article import Article
from jats.model.people import Contributor

HEAD = {"format": 1, "language": "en", "title": "Tides"}


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
