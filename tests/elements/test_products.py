from __future__ import annotations

from typing import Any

import pytest

from jats.elements.products import write_products
from jats.model.article import Article
from tests.elements.writing import VARIANTS, refused, start, xml


def products(given: Any) -> str:
    return xml(write_products(Article(products=given), start()))


def test_work_by_its_fields_with_prices_by_currency() -> None:
    given = {
        "type": "book", "id": "b", "url": "https://a.example", "title": "Page", "price": {"EUR": 20, "UAH": 900},
        "reference": {"authors": "Roe, J.", "source": "Rivers", "language": "uk", "total_pages": 300},
    }  # fmt: skip
    assert products(given) == (
        '<product product-type="book" id="b" xlink:href="https://a.example" xlink:title="Page" xml:lang="uk">'
        '<person-group person-group-type="author"><name><surname>Roe</surname><given-names>J.</given-names></name>'
        '</person-group><source>Rivers</source><size units="pages">300</size>'
        '<price currency="EUR">20</price><price currency="UAH">900</price></product>'
    )


def test_work_as_printed() -> None:
    assert products("Roe J. <i>Rivers</i>. 2023.") == "<product>Roe J. <italic>Rivers</italic>. 2023.</product>"
    given = {"type": "film", "reference": "Tides.", "size": {"text": 90, "units": "minutes"}, "price": "free"}
    assert products(given) == (
        '<product product-type="film">Tides. <price>free</price> <size units="minutes">90</size></product>'
    )


def test_people_of_whom_the_text_lacks_some_are_said_behind_it() -> None:
    given = {"reference": {"text": "Roe J, et al. Rivers.", "authors": ["Roe, J", "Doe, K"], "source": "Rivers"}}
    assert products(given) == (
        '<product><person-group person-group-type="author"><string-name><surname>Roe</surname> <given-names>J</given-names>'
        "</string-name></person-group>, et al. <source>Rivers</source>. "
        '<person-group person-group-type="author"><name><surname>Roe</surname><given-names>J</given-names></name>'
        "<name><surname>Doe</surname><given-names>K</given-names></name></person-group></product>"
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [({"type": "book"}, "is empty"), ({"reference": {"label": "1", "text": "a"}}, "only for a reference")],
)
def test_product_that_names_no_work_is_refused(given: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Article(products=given)


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_accepts_products(variant: str) -> None:
    work = {"text": "a $x$ <i>b</i>", "title": "b", "source": "c", "date": {"text": "Spring"}, "version": 2}
    article = Article(products=[{"type": "book", "reference": work, "price": {"EUR": "<i>5</i>"}}, "<fn><p>a</p></fn>"])
    assert [refused(one, variant) for one in write_products(article, start(variant))] == [[], []]
