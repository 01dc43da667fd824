"""CRediT roles: terms, addresses, other words."""

from __future__ import annotations

import pytest

from jats.vocab.credit import find_role, roles, split_degree

# NISO, https://credit.niso.org/: terms and the last parts of their addresses
ROLES = {
    "Conceptualization": "conceptualization",
    "Data curation": "data-curation",
    "Formal analysis": "formal-analysis",
    "Funding acquisition": "funding-acquisition",
    "Investigation": "investigation",
    "Methodology": "methodology",
    "Project administration": "project-administration",
    "Resources": "resources",
    "Software": "software",
    "Supervision": "supervision",
    "Validation": "validation",
    "Visualization": "visualization",
    "Writing – original draft": "writing-original-draft",
    "Writing – review & editing": "writing-review-editing",
}


def test_there_are_the_fourteen_roles_of_the_standard() -> None:
    assert {role.term: role.slug for role in roles()} == ROLES
    assert [role.url for role in roles()][-1] == "https://credit.niso.org/contributor-roles/writing-review-editing/"


@pytest.mark.parametrize(("term", "slug"), ROLES.items())
def test_a_role_is_found_by_its_term_and_by_its_address(term: str, slug: str) -> None:
    for text in (
        term,
        term.upper(),
        f"https://credit.niso.org/contributor-roles/{slug}/",
        f"http://credit.niso.org/contributor-roles/{slug}",
        f"https://casrai.org/credit/#{slug}",
        slug,
    ):
        role = find_role(text)
        assert role is not None, text
        assert role.term == term


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Writing - Original Draft", "Writing – original draft"),
        ("Writing—original draft preparation", "Writing – original draft"),
        ("Writing - review and editing", "Writing – review & editing"),
        ("writing: review & editing", "Writing – review & editing"),
        ("Conceptualisation", "Conceptualization"),
        ("Концептуалізація", "Conceptualization"),
        ("Написання – рецензування та редагування", "Writing – review & editing"),
        ("Análisis formal", "Formal analysis"),
        ("Curadoria de dados", "Data curation"),
    ],
)
def test_a_role_is_found_by_the_usual_variants(text: str, term: str) -> None:
    role = find_role(text)
    assert role is not None
    assert role.term == term


@pytest.mark.parametrize(
    "text", ["", "Translator", "Author", "https://credit.niso.org/", "https://example.org/software/"]
)
def test_other_words_are_no_role(text: str) -> None:
    assert find_role(text) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Software (lead)", ("Software", "lead")),
        ("Writing – review & editing [Equal]", ("Writing – review & editing", "equal")),
        ("Supervision, supporting", ("Supervision", "supporting")),
        ("Supervisão (igual)", ("Supervisão", "equal")),
        ("Software", ("Software", None)),
        ("Editor (Kyiv)", ("Editor (Kyiv)", None)),
        ("lead", ("lead", None)),
    ],
)
def test_a_degree_of_contribution_is_parted_from_its_role(text: str, parts: tuple[str, str | None]) -> None:
    assert split_degree(text) == parts
