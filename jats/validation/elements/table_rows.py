"""Rows of a table that lost the element around them, where other rows have one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, islice

from lxml import etree

from jats.schema.content import Grammar
from jats.validation.elements.wrappers import has_text
from jats.validation.names import written_name
from jats.vocab.numbers import whole_number

_GROUPS = ("thead", "tbody", "tfoot")
_MOST = 1000
_NEAR = 200


def rows_without_group(
    parent: etree._Element, children: Sequence[etree._Element], grammar: Grammar
) -> tuple[etree._Element, str] | None:
    """The first of some rows beside `<thead>` or `<tbody>`, and the end of the message about them; `None` if there are none."""
    names = [written_name(each) for each in children]
    if written_name(parent) != "table" or "tr" not in names or len(names) > _MOST or not set(names) & set(_GROUPS):
        return None
    for first, number in _runs(names):
        if first and names[first - 1] == "tbody":  # they may belong into that one
            continue
        for group in _likely_groups(children[first], names[:first], names[first + number :]):
            if grammar.accepts("table", [*names[:first], group, *names[first + number :]]):
                what = "it" if number == 1 else f"these {number} <tr>"
                return children[first], f": put {what} into <{group}>"
    return None


def lacks_cell(row: etree._Element) -> bool:
    """Whether it is a row with text beside its cells, and has fewer columns than the other rows of its table."""
    return row.tag == "tr" and has_text(row) and missing_cells(row) > 0


def missing_cells(row: etree._Element) -> int:
    """How many columns a row has less than the longest other row of its table."""
    table = next(row.iterancestors("table"), None)
    rows = islice(table.iter("tr"), _NEAR) if table is not None else ()
    longest = max((_columns(each) for each in rows if each is not row), default=0)
    return longest - _columns(row) - _from_above(row)


def _from_above(row: etree._Element) -> int:
    """The number of columns of a row that cells of rows above it take."""
    taken = 0
    for far, above in enumerate(islice(row.itersiblings("tr", preceding=True), _NEAR), start=1):
        for cell in above.iterchildren("td", "th"):
            if (whole_number(cell.get("rowspan", "1")) or 1) > far:
                taken += whole_number(cell.get("colspan", "1")) or 1
    return taken


def _columns(row: etree._Element) -> int:
    """The number of columns that the cells of a row take."""
    spans = (each.get("colspan", "1") for each in row.iterchildren("td", "th"))
    return sum(whole_number(each) or 1 for each in spans)


def _runs(names: Sequence[str]) -> list[tuple[int, int]]:
    """The first number and the length of each run of rows."""
    runs, at = [], 0
    for name, group in groupby(names):
        length = len(list(group))
        if name == "tr":
            runs.append((at, length))
        at += length
    return runs


def _likely_groups(row: etree._Element, before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """What rows may be in, by what is before and after them and by their cells, the likeliest first."""
    has_headings = row.find("th") is not None
    if "thead" not in before and ("tbody" in after or has_headings):
        return ("thead", "tbody")
    return ("tbody", "tfoot")
