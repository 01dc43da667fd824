"""What is reported about spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from jats.findings import Severity
from jats.messages.codes import finding_code
from jats.messages.words import all_of, quoted

ERRORS = frozenset(
    (
        "#REF!",
        "#N/A",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
        "#FIELD!",
    )
)
"""What a spreadsheet shows in a cell whose formula has failed."""


@finding_code("IMP101")
def cell_error(column: str, value: str) -> str:
    """A cell of the spreadsheet shows an error instead of a value.

    Why: the formula of the cell has failed, so the value is not known; the error would be printed in the article.
    Wrong: # tides.csv
        title,doi
        Tides,#REF!
    Right: # tides.csv
        title,doi
        Tides,10.5555/tides.1
    Source: ISO/IEC 29500-1, section 18.17.3, error values
    """
    return f"the cell in the column {quoted(column)} shows the error {value}: correct it in the spreadsheet"


@finding_code("IMP102")
def no_title_column(names: Sequence[str]) -> str:
    """No column of the spreadsheet has the title.

    Why: the first row must name the columns; otherwise nobody knows what the cells are.
    Wrong: # tides.csv, --from csv
        Tides,"Roe, Jane",10.5555/tides.1
    Right: # tides.csv
        title,authors,doi
        Tides,"Roe, Jane",10.5555/tides.1
    Source: this program, `jats init --sheet`
    """
    shown = f" (they are {all_of([quoted(name, 30) for name in names], 8)})" if names else ""
    return f"no column is named title{shown}: name the columns in the first row, or map their names in jats.toml"


@finding_code("IMP103", Severity.INFO)
def other_sheets(taken: str, others: Sequence[str]) -> str:
    """A workbook has several sheets, and one of them is read.

    Why: the first sheet with a column for the title has the articles; you should know that the others are not read.
    Wrong: # articles.xlsx, with the sheets Articles and Notes
    Right: # articles.xlsx, with the sheet Articles
    Source: this program, `jats import`
    """
    unread = f"{all_of([quoted(each) for each in others], 8)} {'is' if len(others) == 1 else 'are'} not"
    return f"the sheet {quoted(taken)} is read; {unread}"
