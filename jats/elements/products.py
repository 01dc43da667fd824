"""Reviewed works: `<product>`."""

from __future__ import annotations

from jats.elements.build import Attributes, Child, Cursor, Element, element
from jats.elements.ids import id_attribute
from jats.elements.inline import write_inline
from jats.elements.languages import foreign
from jats.elements.references.within import write_work
from jats.model.article import Article
from jats.model.products import Product

_TAG = "product"


def write_products(article: Article, at: Cursor) -> list[Element | None]:
    """One `<product>` each."""
    return [_write(one, at / "products" / index) for index, one in enumerate(article.products)]


def _write(given: Product, at: Cursor) -> Element | None:
    work = given.reference
    language = foreign(work.language, at.context.language) if work else None
    attributes: Attributes = {
        "product-type": (given.type, at / "type"),
        **id_attribute(given.id, _TAG, at / "id"),
        "xlink:href": (given.url, at / "url"),
        "xlink:title": (given.title, at / "title"),
        "xml:lang": (language, at / "reference" / "language"),
    }
    children = write_work(work, _TAG, at / "reference") if work else []
    printed = bool(work and work.text)
    for one in (*_prices(given, at), *_sizes(given, at)):
        children += [" ", one] if printed else [one]
    return element(_TAG, at, attributes, children)


def _prices(given: Product, at: Cursor) -> list[Child]:
    return [
        element(
            "price",
            at / "price" / index,
            {"currency": (one.currency, at / "price" / index / "currency")},
            write_inline(one.text, at / "price" / index, "price"),
        )
        for index, one in enumerate(given.price)
    ]


def _sizes(given: Product, at: Cursor) -> list[Child]:
    return [
        element("size", here, {"units": (one.units, here / "units")}, one.text)
        for index, one in enumerate(given.size)
        for here in [at / "size" / index]
    ]
