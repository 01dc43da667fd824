"""Messages about what the JATS asked for can't hold, or wants and the data doesn't give."""

from __future__ import annotations

from collections.abc import Sequence

from jats.findings import Severity
from jats.messages.codes import finding_code


@finding_code("INP601", Severity.WARNING)
def left_out(lack: str, fields: Sequence[str]) -> str:
    """The variant of JATS that was asked for has no place for a field, so it is left out.

    Why: a file that holds it somewhere else would be invalid or untrue; in another tag set or version it has its place.
    Wrong: # article.yaml, --tag-set authoring
        title: Tides in the North Sea
        volume: 3
    Right: # article.yaml, --tag-set archiving
        title: Tides in the North Sea
        volume: 3
    Source: the official DTD of that variant
    """
    return f"{lack}: {', '.join(fields)} left out"


@finding_code("INP602", Severity.WARNING)
def moved(lack: str, fields: Sequence[str], where: str) -> str:
    """The variant of JATS has no place of its own for a field, so it is written to the nearest place that it allows.

    Why: the value is kept, but programs that look for it in its usual element don't find it.
    Wrong: # article.yaml
        title: Tides in the North Sea
        pages: 8-14
        elocation_id: e3
    Right: # article.yaml
        title: Tides in the North Sea
        pages: 8-14
    Source: the official DTD of that variant; its content model of the parent
    """
    return f"{lack}: {', '.join(fields)} written {where}"


@finding_code("INP603", Severity.INFO)
def remark(words: str) -> str:
    """The variant of JATS demands an element for which there is no data, and allows it to be empty.

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
        authors: [{name: "Doe, John", orcid: 0000-0002-1825-0097}]
    Right: # jats build article.yaml --target scielo -o scielo
        authors: [{name: "Doe, John", orcid: 0000-0002-1825-0097}]
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


@finding_code("INP701")
def lacking(words: str) -> str:
    """A field is missing that the variant of JATS demands.

    Why: without it the official schema refuses the file, so none is written; no placeholder is ever made up.
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
