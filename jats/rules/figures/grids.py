"""Tables: that they are coded, and that their cells make a grid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jats.findings import Severity
from jats.messages.words import quoted
from jats.rules.engine.context import RuleContext
from jats.rules.engine.reading import Element, elements_of, tagged
from jats.rules.engine.registry import Hit, rule
from jats.vocab.namespaces import expanded
from jats.vocab.numbers import whole_number

_SPANS = ("colspan", "rowspan", "span")
_OASIS = (expanded("oasis:table"), "{http://docs.oasis-open.org/ns/oasis-exchange/table}table")
"""Tables in the model of OASIS (CALS), as JATS and as NLM 2.x and 3.0 name them."""


@rule("COM730", on="table-wrap", services=("jats4r", "scielo"))
def table_is_coded(el: Element) -> Iterator[str]:
    """A table must be coded as a table, not given as an image or as text alone.

    Why: the numbers in an image cannot be read aloud, copied or found.
    Wrong: <table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption>
        <graphic id="g2" xlink:href="jts-15-gt01.jpg"><alt-text>Levels at two places.</alt-text></graphic></table-wrap>
    Right: <table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption><table><thead><tr>
        <th>Place</th>
        </tr></thead><tbody><tr><td>Mouth</td></tr></tbody></table></table-wrap>
    Source: JATS4R Schematron 1.0, accessibility-errors; SciELO Publishing Schema 1.10, tablewrap_rules
    """
    if el.find("table") is None and el.find("alternatives/table") is None:
        # J4R720 reports a table in the model of OASIS.
        if next(_oasis_tables(el), None) is not None:
            return
        image = next(el.iter("graphic", "media"), None) is not None
        yield (
            "the table is only an image: code it in <table>"
            if image
            else "<table-wrap> holds no <table>: code the table"
        )


@rule("COM731", on="/", services=("pmc",))
def spans_are_numbers(el: Element, context: RuleContext) -> Iterator[Hit]:
    """The number of columns or rows that a cell spans must be in digits.

    Why: with another value the rows cannot be laid out, or the cell vanishes.
    Wrong: <table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption><table><thead><tr>
        <th colspan="two">Place</th></tr></thead><tbody><tr><td>Mouth</td></tr></tbody></table></table-wrap>
    Right: <table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption><table><thead><tr>
        <th colspan="1">Place</th></tr></thead><tbody><tr><td>Mouth</td></tr></tbody></table></table-wrap>
    Source: PMC Style Checker 5.31, table-span-check
    """
    for name in _SPANS:
        for cell in context.attributes.get(name, ()):
            value = cell.attrib[name].strip()
            if value != "1" and not (value.isascii() and value.isdecimal()):
                yield Hit(f"{name} of {tagged(cell)} is {quoted(value)}: write a number in digits", cell, name)


@rule("COM732", on="table", services=("common",), severity=Severity.WARNING)
def rows_are_of_one_width(el: Element, context: RuleContext) -> Iterator[Hit]:
    """All rows of a table must have the same number of cells, spans included.

    Why: in a row with too few or too many cells, values are below the wrong headers.
    Wrong: <table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption><table><thead><tr>
        <th>Place</th>
        <th>Level</th></tr></thead><tbody><tr><td>Mouth</td><td>2.1</td><td>2.2</td></tr></tbody></table></table-wrap>
    Right: <table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption><table><thead><tr>
        <th>Place</th>
        <th colspan="2">Level</th></tr></thead><tbody><tr><td>Mouth</td><td>2.1</td><td>2.2</td></tr></tbody></table>
        </table-wrap>
    Source: HTML, table model: forming a table
    """
    if el not in context.once("tables with spans", lambda: _with_spans(context)):
        lengths = {len(row) for part in el.iterchildren("thead", "tbody", "tfoot") for row in part}
        if len(lengths) < 2 and el.find("tr") is None:
            return  # most tables, and counting their cells one by one would be most of the cost
    rows = [row_width for group in groups_of_rows(el) for row_width in widths(group)]
    counts = Counter(width for _, width in rows)
    if len(counts) > 1:
        usual = counts.most_common(1)[0][0]
        odd = [(row, width) for row, width in rows if width != usual]
        row, width = odd[0]
        more = f"; {len(odd)} rows differ" if len(odd) > 1 else ""
        yield Hit(
            f"the row has {width} cells, but most rows of this table have {usual}: check its cells and spans{more}", row
        )


def _with_spans(context: RuleContext) -> set[Element | None]:
    cells = [
        cell for name in ("colspan", "rowspan") for cell in context.attributes.get(name, ()) if cell.get(name) != "1"
    ]
    return {next(cell.iterancestors("table"), None) for cell in cells}


def groups_of_rows(table: Element) -> Iterator[list[Element]]:
    """The rows of each part of a table; a cell spans rows of its own part only."""
    loose = list(table.iterchildren("tr"))
    if loose:
        yield loose
    for part in table.iterchildren("thead", "tbody", "tfoot"):
        yield list(part.iterchildren("tr"))


def widths(rows: list[Element]) -> Iterator[tuple[Element, int]]:
    """Each row with the number of columns that its cells and those from above fill; a row without cells is left out."""
    ending: Counter[int] = Counter()
    open_before = 0
    for number, row in enumerate(rows):
        open_before -= ending.pop(number, 0)
        cells = [(_span(cell, "colspan"), _span(cell, "rowspan")) for cell in elements_of(row)]
        if cells or open_before:
            yield row, open_before + sum(columns for columns, _ in cells)
        for columns, down in cells:
            if down > 1:
                ending[number + down] += columns
                open_before += columns


def _span(cell: Element, name: str) -> int:
    """How far a cell reaches; 1 if it does not say or is wrong; 0 rows, to the end of the part, is as good as 999."""
    value = cell.get(name)
    if value is None:
        return 1
    value = value.strip()
    if name == "rowspan" and value == "0":
        return 999
    return min(whole_number(value) or 1, 999) if value.isascii() else 1


@rule("COM733", on=("thead//td", "tbody//th", "table/tr"), services=("scielo",))
def cells_are_of_their_part(el: Element) -> Iterator[Hit]:
    """Cells of the head must be th, cells of the body td, and rows must be in the head or the body.

    Why: SciELO makes the headers of the columns from the head alone.
    Wrong: <table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption><table><thead><tr>
        <th>Place</th>
        </tr></thead><tbody><tr><th>Mouth</th></tr></tbody></table></table-wrap>
    Right: <table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption><table><thead><tr>
        <th>Place</th>
        </tr></thead><tbody><tr><td>Mouth</td></tr></tbody></table></table-wrap>
    Source: SciELO Publishing Schema 1.10, tablewrap_rules
    """
    if el.tag == "tr":
        before = el.getprevious()
        if before is None or before.tag != "tr":  # one finding for rows that are side by side
            yield Hit("rows are outside of <thead> and <tbody>: put them into <tbody>")
    elif el.tag == "th":
        yield Hit("the cell of the body is <th>: write <td>")
    else:
        yield Hit("the cell of the head is <td>: write <th>")


@rule("J4R720", on="table-wrap", services=("jats4r",))
def table_is_as_in_xhtml(el: Element) -> Iterator[Hit]:
    """A table must be written as in XHTML, not in the model of CALS (OASIS).

    Why: browsers and screen readers know only the cells and headers of XHTML tables.
    Wrong: <table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption><oasis:table>
        <oasis:tgroup cols="1"><oasis:tbody><oasis:row><oasis:entry>Mouth</oasis:entry></oasis:row></oasis:tbody>
        </oasis:tgroup>
        </oasis:table></table-wrap>
    Right: <table-wrap id="t1"><label>Table 1</label><caption><title>Levels</title></caption><table><thead><tr>
        <th>Place</th>
        </tr></thead><tbody><tr><td>Mouth</td></tr></tbody></table></table-wrap>
    Source: JATS4R Schematron 1.0, accessibility-errors
    """
    for table in _oasis_tables(el):
        yield Hit("the table is in the OASIS model: write an XHTML <table>", table)


def _oasis_tables(wrap: Element) -> Iterator[Element]:
    for around in (wrap, *wrap.iterchildren("alternatives")):
        yield from around.iterchildren(*_OASIS)
