"""Messages about files of references, alone or named in an article file, and about lists of references as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from jats.findings import Severity
from jats.messages.codes import finding_code
from jats.messages.words import all_of, quoted


@finding_code("INP270")
def file_unusable(name: str, why: str) -> str:
    """The file that holds the references cannot be used.

    Why: the article would have no references, and nobody would see it.
    Wrong: # article.yaml
        references: tides.bib
    Right: # article.yaml, with tides.bib
        references: tides.bib
        # tides.bib
        @article{roe, author = {Roe, Jane}, title = {Tides}, journal = {Journal of Seas}, year = 2019}
    Source: this program's article file
    """
    return f"{quoted(name)} {why}"


@finding_code("INP271", Severity.WARNING)
def file_doubt(words: str) -> str:
    """A part of a file of references cannot be read or understood.

    Why: the reference is missing, or lacks the value that was not understood.
    Wrong: # article.yaml, with tides.bib
        references: tides.bib
        # tides.bib
        @article{roe, author = {Roe, Jane}, title = {Tides}, journal = js, year = 2019}
    Right: # article.yaml, with tides.bib
        references: tides.bib
        # tides.bib
        @string{js = {Journal of Seas}}
        @article{roe, author = {Roe, Jane}, title = {Tides}, journal = js, year = 2019}
    Source: BibTeXing (Patashnik, 1988), section 2; RIS specification; CSL-JSON schema 1.0.2
    """
    return words


@finding_code("INP272", Severity.INFO)
def fields_left_out(names: Sequence[str]) -> str:
    """A file of references has fields that a reference does not.

    Why: an abstract, keywords and a program's own notes are not printed in a list of references; each kind is named once.
    Wrong: # article.yaml, with tides.bib
        references: tides.bib
        # tides.bib
        @book{roe, author = {Roe, Jane}, title = {Tides}, year = 2019, abstract = {All of them.}}
    Right: # article.yaml, with tides.bib
        references: tides.bib
        # tides.bib
        @book{roe, author = {Roe, Jane}, title = {Tides}, year = 2019}
    Source: this program's article file
    """
    return f"left out, because a reference has no such field: {all_of(list(names), 40)}"


@finding_code("INP273", Severity.WARNING)
def work_twice(number: int, line: int | None) -> str:
    """A work is in the list of references twice.

    Why: it is counted as cited twice, and readers take it for two works.
    Wrong: # article.yaml
        references:
          - {type: journal, title: Ebb, source: Seas, doi: 10.5555/tides.1}
          - {type: journal, title: Ebb, source: Seas, doi: 10.5555/tides.1}
    Right: # article.yaml
        references:
          - {type: journal, title: Ebb, source: Seas, doi: 10.5555/tides.1}
          - {type: journal, title: Flow, source: Seas, doi: 10.5555/tides.2}
    Source: editors' practice
    """
    where = f", line {line}" if line is not None else ""
    return f"this work is in the list already, as reference {number}{where}: keep one of the two"


@finding_code("INP274", Severity.WARNING)
def year_to_come(year: str, latest: int) -> str:
    """A reference is of a year that has not come.

    Why: a digit is wrong, and services do not find the work.
    Wrong: # article.yaml
        published: 2024-03-30
        references:
          - {type: journal, title: Ebb, source: Seas, date: 2042}
    Right: # article.yaml
        published: 2024-03-30
        references:
          - {type: journal, title: Ebb, source: Seas, date: 2024}
    Source: editors' practice
    """
    return f"the year is {year}, later than {latest}: correct it"
