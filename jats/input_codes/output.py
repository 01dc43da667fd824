"""Messages about data that has no place in the chosen JATS, and about data that JATS requires and the file lacks."""

from __future__ import annotations

from collections.abc import Sequence

from jats.findings import Severity
from jats.messages.codes import finding_code
from jats.messages.words import quoted

_MOST = 30
"""Fields that a message names, of all those that have the same fault."""


def _named(fields: Sequence[str]) -> str:
    more = len(fields) - _MOST
    return ", ".join(fields[:_MOST]) + (f" and {more} more" if more > 0 else "")


@finding_code("INP601", Severity.WARNING)
def left_out(lack: str, fields: Sequence[str], attribute: str = "") -> str:
    """The chosen version and tag set of JATS has no place for a field, so it is left out.

    Why: the file would be invalid or untrue with the value somewhere else; another tag set or version has a place for it.
    Wrong: # article.yaml, --tag-set authoring
        title: Tides in the North Sea
        volume: 3
    Right: # article.yaml, --tag-set archiving
        title: Tides in the North Sea
        volume: 3
    Source: the official DTD of that variant
    """
    if attribute:
        return f"{lack}, so {attribute} is left out there"
    return f"{lack}: {_named(fields)} left out"


@finding_code("INP602", Severity.WARNING)
def moved(lack: str, fields: Sequence[str], where: str) -> str:
    """The chosen version and tag set of JATS has no place of its own for a field, so it is written to the nearest place.

    Why: the value is kept, but programs that look in its usual element do not find it.
    Wrong: # article.yaml
        title: Tides in the North Sea
        pages: 8-14
        elocation_id: e3
    Right: # article.yaml
        title: Tides in the North Sea
        pages: 8-14
    Source: the official DTD of that variant; its content model of the parent
    """
    return f"{lack}: {_named(fields)} written {where}"


@finding_code("INP603", Severity.INFO)
def remark(words: str) -> str:
    """The chosen version and tag set of JATS requires an element for which there is no data, and allows it to be empty.

    Why: nothing is invented to fill it; whoever reads the file should know that the text is not missing by mistake.
    Wrong: # article.yaml, --tag-set authoring
        title: Tides in the North Sea
    Right: # article.yaml, --tag-set publishing
        title: Tides in the North Sea
    Source: JATS Article Authoring DTD, `<article>`: `<front>`, `<body>`
    """
    return words


@finding_code("INP604", Severity.WARNING)
def targets_differ(service: str, other: str, wanted: str) -> str:
    """Two targets ask for different forms of the same thing, and one file can have only one of them.

    Why: the file is written for the target that is named first; the other one may refuse it or report it.
    Wrong: # jats build article.yaml --target crossref --target scielo
        authors:
          - name: Doe, John
            orcid: 0000-0002-1825-0097
    Right: # jats build article.yaml --target scielo -o scielo
        authors:
          - name: Doe, John
            orcid: 0000-0002-1825-0097
    Source: this program, `--target` and `targets`
    """
    return f"the file is written for {service}, but {other} asks for {wanted}: build a file for each with --target"


@finding_code("INP605", Severity.INFO)
def composed(number: int) -> str:
    """A service asks for the printed text of a reference, and it was made of the reference's fields.

    Why: SciELO shows the printed text to readers; the one that is made may not follow the journal's style.
    Wrong: # article.yaml, --target scielo
        references:
          - type: book
            authors: Doe, J.
            date: 2020
            source: Tides
    Right: # article.yaml, --target scielo
        references:
          - text: "Doe J. Tides. 2020."
            type: book
            authors: Doe, J.
            date: 2020
            source: Tides
    Source: SciELO Publishing Schema 1.10, ref
    """
    many = f" of {number} references" if number > 1 else ""
    return f"the printed text{many} is made of the fields: to have it in the journal's style, write it as 'text:'"


@finding_code("INP606", Severity.WARNING)
def words_left_out(words: str, number: int) -> str:
    """A reference is written as fields alone, and its printed text has words that are in no field.

    Why: `--citation element` writes the fields without the text, so these words are lost.
    Wrong: # article.yaml, --citation element
        references:
          - text: "Roe J. Tides of the sea. London: Harbour Press; 2016. Manuscript."
            authors: Roe J
            source: Tides of the sea
            place: London
            publisher: Harbour Press
            date: 2016
    Right: # article.yaml, --citation alternatives
        references:
          - text: "Roe J. Tides of the sea. London: Harbour Press; 2016. Manuscript."
            authors: Roe J
            source: Tides of the sea
            place: London
            publisher: Harbour Press
            date: 2016
    Source: JATS 1.3 Tag Library, element-citation
    """
    more = f", and in {number - 1} more" if number > 1 else ""
    return f"words of the printed text are in no field, so they are left out in this reference{more}: {quoted(words)}"


@finding_code("INP607", Severity.INFO)
def stays_printed(number: int) -> str:
    """A reference is written as printed, because too little of it is known in fields.

    Why: `--citation element` asks for fields, and without a title and a source there would be nothing to find the work by.
    Wrong: # article.yaml, --citation element
        references:
          - {text: See note 4 above., note: See note 4 above.}
    Right: # article.yaml, --citation mixed
        references:
          - {text: See note 4 above., note: See note 4 above.}
    Source: JATS 1.3 Tag Library, element-citation
    """
    many = f"this reference and {number - 1} more stay" if number > 1 else "this reference stays"
    return f"{many} as printed: neither title nor source is known; write them as fields"


@finding_code("INP701")
def lacking(words: str) -> str:
    """A field is missing that the chosen version and tag set of JATS requires.

    Why: without it the file would be invalid, so none is written; no placeholder is ever invented.
    Wrong: # article.yaml
        title: Tides in the North Sea
        journal:
          title: Journal of Tides
          ids: {publisher-id: tides}
    Right: # article.yaml
        title: Tides in the North Sea
        journal:
          title: Journal of Tides
          ids: {publisher-id: tides}
          issn: 2520-6524
    Source: JATS Journal Publishing DTD, `<journal-meta>`: `<journal-id>`, `<issn>`
    """
    return words
