"""Short forms mean what their long forms say, and what hypothesis draws passes the gate without a word."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from jats.model.article import Article
from tests.drafts import draft_of, gated
from tests.examples import examples
from tests.strategies import article_data


@examples(25)
@given(article_data())
def test_drawn_articles_pass_the_gate_without_a_finding(data: dict[str, Any]) -> None:
    article, findings = gated(draft_of(data))
    assert findings == []
    assert article == Article.model_validate(data)
