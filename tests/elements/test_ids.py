from __future__ import annotations

import pytest

from jats.elements.ids import write_article_ids
from jats.model.article import Article
from tests.elements.writing import lost, start, xml


def test_the_doi_comes_first() -> None:
    article = Article.model_validate({"ids": {"publisher-id": "a1"}, "doi": "10.5555/a1"})
    assert xml(write_article_ids(article.doi, article.ids, start())) == (
        '<article-id pub-id-type="doi">10.5555/a1</article-id><article-id pub-id-type="publisher-id">a1</article-id>'
    )


@pytest.mark.parametrize(
    ("variant", "attributes"),
    [
        ("publishing-1.0-mathml2", 'pub-id-type="other" specific-use="catalogue"'),
        ("publishing-1.2-mathml3", 'pub-id-type="other" specific-use="catalogue"'),
        ("publishing-1.3-mathml3", 'pub-id-type="custom" custom-type="catalogue"'),
        ("archiving-1.0-mathml2", 'pub-id-type="catalogue"'),
    ],
)
def test_a_type_that_the_schema_does_not_list_keeps_its_name(variant: str, attributes: str) -> None:
    at = start(variant)
    made = write_article_ids(None, {"catalogue": "7"}, at)
    assert xml(made) == f"<article-id {attributes}>7</article-id>"
    assert lost(at) == []
