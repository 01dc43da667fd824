"""What the importers of platform exports can report besides the codes of all formats: IMP6nn."""

from __future__ import annotations

from jats.findings import Severity
from jats.messages.codes import finding_code
from jats.messages.words import quoted


@finding_code("IMP601", Severity.WARNING)
def kind_of_record(kind: str, registry: str) -> str:
    """The record is not of a journal article.

    Why: a data set, a book or a chapter has other fields; JATS holds journal articles.
    Wrong: # tides.json, an answer of Crossref
        {"DOI": "10.5555/tides.1", "type": "book-chapter", "member": "1", "prefix": "10.5555", "indexed": {}}
    Right: # tides.json, an answer of Crossref
        {"DOI": "10.5555/tides.1", "type": "journal-article", "member": "1", "prefix": "10.5555", "indexed": {}}
    Source: this program, `jats import`
    """
    return f"{registry} says that this is {quoted(kind)}, not a journal article: check that you want an article of it"
