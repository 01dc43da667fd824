"""Messages about files of references: BibTeX, RIS, CSL-JSON and MEDLINE, alone or named in an article file."""

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
    """A part of a file of references cannot be read, or is not what it should be.

    Why: the reference is missing, or lacks what the rest of the file should give it.
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
