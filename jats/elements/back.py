"""What stands behind the text."""

from __future__ import annotations

from jats.elements.build import At, Element, element
from jats.elements.references import write_ref_list
from jats.model.article import Article


def write_back(article: Article, at: At) -> Element | None:
    """`<back>`; `None` where there is nothing to stand in it."""
    return element("back", at, None, write_ref_list(article, at))
