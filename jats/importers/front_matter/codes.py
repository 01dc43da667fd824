"""What the reading of papers in Markdown can report: the codes IMP35n."""

from __future__ import annotations

from jats.findings import Severity
from jats.messages.codes import finding_code
from jats.messages.words import quoted


@finding_code("IMP351", Severity.INFO)
def body(first: str, lines: int) -> str:
    """The text of the paper is left out.

    Why: an article file holds the data of an article, not its text.
    Wrong: # paper.md
        # Summary
    Right: # paper.md
        ---
        title: Tides
        ---
    Source: this program, `jats import`
    """
    number = "a line" if lines == 1 else f"{lines:,} lines"
    return (
        f"not placed: the text of the paper, {number} from {quoted(first, 60)} on: an article file has no field for it"
    )


@finding_code("IMP352", Severity.WARNING)
def no_bibliography(name: str) -> str:
    """The list of references that the paper names is not there.

    Why: the paper cites works by keys; without the file, none of them has an entry.
    Wrong: # paper.md, without paper.bib beside it
        bibliography: paper.bib
    Right: # paper.md, with paper.bib beside it
        bibliography: paper.bib
    Source: this program, `jats import`
    """
    return (
        f"{quoted(name)} is not in the folder of the paper: put it there, or write the references into the article file"
    )
