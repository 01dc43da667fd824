from __future__ import annotations

import pytest
from lxml import etree

from jats.rules.engine.reading import text_of


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<a>x <b>y</b> z</a>", "x y z"),
        ("<a><!-- c -->x</a>", "x"),
        ("<a>x<?p q?>y</a>", "xy"),
        ("<a>\n x\n  y </a>", "x y"),
        ("<a/>", ""),
    ],
)
def test_all_text_in_an_element_is_its_text(xml: str, text: str) -> None:
    assert text_of(etree.fromstring(f"<r>{xml}tail</r>")[0]) == text
