"""A place in a document that was built leads to the field that made it."""

from __future__ import annotations

import pytest
from lxml import etree

from jats.document import Document
from jats.draft import Path


@pytest.mark.parametrize(
    ("xpath", "field"),
    [
        ("/article/front/title", ("title",)),
        ("/article/front/title/italic", ("title",)),
        ("/article/front/title/@xlink:href", ("link",)),
        ("/article/front/title/@id", ("title",)),
        ("/article/front/title/italic/@toggle", ("title",)),
        ("/article/front", ()),
        ("/article/nowhere", ()),
    ],
)
def test_an_xpath_leads_to_the_field_of_its_element_or_attribute_or_of_the_nearest_around_it(
    xpath: str, field: tuple[str, ...]
) -> None:
    root = etree.fromstring(
        '<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><title xlink:href="a"><italic/></title></front></article>'
    )
    title = root[0][0]
    origins: dict[etree._Element, Path] = {root: (), title: ("title",)}
    attribute_origins: dict[etree._Element, dict[str, Path]] = {title: {"xlink:href": ("link",)}}
    document = Document(root, "publishing-1.3-mathml3", origins, "", "", attribute_origins)
    assert document.field_at(xpath) == field
