"""Messages about data that has no place in the chosen JATS, and about data that JATS requires and the file lacks."""

from __future__ import annotations

from collections.abc import Sequence

from jats.findings import Severity
from jats.messages.codes import finding_code


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
    return f"{lack}: {', '.join(fields)} left out"


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
    return f"{lack}: {', '.join(fields)} written {where}"


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
