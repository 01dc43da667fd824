"""Widths of a table's rows: spans across and down, of one part and of the next."""

from __future__ import annotations

import pytest
from lxml import etree

from jats.rules.figures.grids import groups_of_rows, widths


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tbody><tr><td/><td/></tr><tr><td/></tr></tbody>", [2, 1]),
        ('<tbody><tr><td colspan="3"/><td/></tr></tbody>', [4]),
        ('<tbody><tr><td rowspan="2"/><td/></tr><tr><td/></tr><tr><td/></tr></tbody>', [2, 2, 1]),
        ('<tbody><tr><td rowspan="3" colspan="2"/><td/></tr><tr><td/></tr><tr/></tbody>', [3, 3, 2]),
        ('<thead><tr><td rowspan="9"/><td/></tr></thead><tbody><tr><td/></tr></tbody>', [2, 1]),
        ('<tbody><tr><td rowspan="0"/><td/></tr><tr><td/></tr><tr><td/></tr></tbody>', [2, 2, 2]),
        ('<tbody><tr><td colspan="two"/></tr><tr/></tbody>', [1]),
        ("<tr><td/></tr><tbody><tr><td/><td/></tr></tbody>", [1, 2]),
    ],
)
def test_rows_are_as_wide_as_their_cells_and_those_from_above(rows: str, expected: list[int]) -> None:
    table = etree.fromstring(f"<table>{rows}</table>")
    assert [width for group in groups_of_rows(table) for _, width in widths(group)] == expected
