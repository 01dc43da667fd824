"""A place in a document that was built leads to the field that made it."""

from __future__ import annotations

import pytest
from lxml import etree

from jats.document import Document
from jats.draft import Path


@pytest.mark.parametrize(
    ("xpath", "field"),
    [
        ("/article/front/title[1]", ("title",)),
        ("/article/front/title/italic", ("title",)),
        ("/article/front/title/@xlink:href", ("title",)),
        ("/article/front", ()),
        ("/article/nowhere", ()),
    ],
)
def test_an_xpath_leads_to_the_field_of_its_element_or_of_the_nearest_around_it(
    xpath: str, field: tuple[str, ...]
) -> None:
    root = etree.fromstring(
        '<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><title xlink:href="a"><italic/></title></front></article>'
    )
    origins: dict[etree._Element, Path] = {root: (), root[0][0]: ("title",)}
    assert Document(root, "publishing-1.3-mathml3", origins, "", "").field_at(xpath) == field
