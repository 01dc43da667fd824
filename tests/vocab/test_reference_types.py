from __future__ import annotations

import pytest

from jats.vocab.reference_types import find_type
from jats.vocab.tables import rows


@pytest.mark.parametrize(
    ("name", "publication_type", "alone", "beside"),
    [
        ("journal", "journal", "article-title", "article-title"),
        ("book", "book", "source", "chapter-title"),
        ("Chapter", "book", "chapter-title", "chapter-title"),
        ("paper-conference", "confproc", "article-title", "article-title"),
        ("Thesis", "thesis", "source", "article-title"),
        ("dataset", "data", "data-title", "data-title"),
        ("web page", "webpage", "source", "article-title"),
        ("hologram", "hologram", "article-title", "article-title"),
        (None, None, "article-title", "article-title"),
    ],
)
def test_kind_says_its_jats_name_and_where_the_title_stands(
    name: str | None, publication_type: str | None, alone: str, beside: str
) -> None:
    found = find_type(name)
    assert found.publication_type == publication_type
    assert found.title_element(has_source=False) == alone
    assert found.title_element(has_source=True) == beside


def test_no_name_stands_for_two_kinds() -> None:
    names = [name for row in rows("reference_types") for name in (row[0], *row[1].split())]
    assert len(names) == len(set(names))
