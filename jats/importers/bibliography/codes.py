"""What the importers of bibliographic records can report besides the codes of all formats: IMP5nn."""

from __future__ import annotations

from jats.findings import Severity
from jats.messages.codes import finding_code


@finding_code("IMP501", Severity.WARNING)
def part_unreadable(words: str) -> str:
    """A part of a bibliographic file cannot be read or understood.

    Why: the article is missing, or lacks the value that was not understood.
    Wrong: # tides.bib
        @article{roe, author = {Roe, Jane}, title = {Tides}, journal = js, year = 2019}
    Right: # tides.bib
        @string{js = {Journal of Seas}}
        @article{roe, author = {Roe, Jane}, title = {Tides}, journal = js, year = 2019}
    Source: BibTeXing (Patashnik, 1988), section 2; RIS specification; CSL-JSON schema 1.0.2
    """
    return words
