"""Messages on references that are a line of text: what of them is not certain, or wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jats.draft import Path
from jats.findings import Finding, Place, Severity
from jats.messages.codes import finding_code
from jats.messages.words import all_of, quoted

_SHOWN = 3
_ADVICE = "to have all parts tagged, write the fields beside 'text:' ('jats refs' prints them)"


@finding_code("INP260", Severity.INFO)
def doubtful(parts: Sequence[tuple[str, str]], *, some: bool) -> str:
    """Parts of a reference that is a line of text are not certain, so they are not tagged.

    Why: a wrong tag sends readers and services to another work; the text itself is kept as it is.
    Wrong: # article.yaml
        references:
          - See note 4 above.
    Right: # article.yaml
        references:
          - remark: See note 4 above.
    Source: this program's article file
    """
    if not some:
        return f"no parts are certain, so the reference stays plain text; {_ADVICE}"
    shown = all_of([f"{field} {quoted(value)}" for field, value in parts], _SHOWN)
    return f"not certain, so not tagged: {shown}; {_ADVICE}"


def many_doubtful(place: Place, path: Path, lines: Sequence[int | None]) -> Finding:
    """The same for many references of one list, by their lines."""
    known = sorted({line for line in lines if line is not None})
    where = f" (lines {all_of(map(str, known), 12)})" if len(known) > 1 else ""
    words = f"{len(lines)} references have parts that are not certain, so these are not tagged{where}"
    return replace(doubtful(place, path, (), some=False), message=f"{words}; {_ADVICE}")


@finding_code("INP261", Severity.WARNING)
def faulty(identifiers: Sequence[tuple[str, str, str]]) -> str:
    """An identifier in a reference that is a line of text is wrong, so it is not tagged.

    Why: with a wrong identifier a service links the reference to another work, or to nothing.
    Wrong: # article.yaml
        references:
          - "Roe, J. (2016). Tides of the sea. London: Harbour Press. ISBN 978-3-16-148410-1"
    Right: # article.yaml
        references:
          - "Roe, J. (2016). Tides of the sea. London: Harbour Press. ISBN 978-3-16-148410-0"
    Source: ISO 2108 (ISBN), ISO 3297 (ISSN), DOI Handbook
    """
    return "; ".join(f"{kind} {quoted(value)}: {fault}, so it is not tagged" for kind, value, fault in identifiers)


@finding_code("INP262", Severity.INFO)
def paired(number: int, title: str, other: str) -> str:
    """A list of references and the same list in Latin letters are written as one list.

    Why: it is one work in two scripts; a list that cites it twice counts it twice.
    Wrong: # article.yaml
        references:
          - title: Література
            references:
              - "Роу Д. М. Припливи моря. Журнал морів. 2019. Т. 3, № 1. С. 5–9."
              - "Доу А. Б. Сіль землі. Київ: Приклад, 2018. 240 с."
          - title: References
            references:
              - "Rou, D. M. (2019). Pryplyvy moria. Zhurnal moriv, 3(1), 5–9."
              - "Dou, A. B. (2018). Sil zemli. Kyiv: Pryklad, 240 p."
    Right: # article.yaml
        references:
          - text: "Роу Д. М. Припливи моря. Журнал морів. 2019. Т. 3, № 1. С. 5–9."
            alternatives: "Rou, D. M. (2019). Pryplyvy moria. Zhurnal moriv, 3(1), 5–9."
          - text: "Доу А. Б. Сіль землі. Київ: Приклад, 2018. 240 с."
            alternatives: "Dou, A. B. (2018). Sil zemli. Kyiv: Pryklad, 240 p."
    Source: JATS 1.3 Tag Library, citation-alternatives
    """
    lists = f"{quoted(title)} and {quoted(other)}" if title and other else "two lists"
    return f"{lists} are one list in two scripts: {number} references are written as two forms of one work"


@finding_code("INP263", Severity.WARNING)
def unpaired(text: str) -> str:
    """A reference of a list in two scripts has no counterpart in the other script.

    Why: readers of that script, and services that read it alone, do not see the work.
    Wrong: # article.yaml
        references:
          - title: Література
            references:
              - "Роу Д. М. Припливи моря. Журнал морів. 2019. Т. 3, № 1. С. 5–9."
              - "Доу А. Б. Сіль землі. Київ: Приклад, 2018. 240 с."
              - "Бойко П. І. Вітри узбережжя. Журнал морів. 2003. № 8. С. 9–13."
          - title: References
            references:
              - "Rou, D. M. (2019). Pryplyvy moria. Zhurnal moriv, 3(1), 5–9."
              - "Dou, A. B. (2018). Sil zemli. Kyiv: Pryklad, 240 p."
    Right: # article.yaml
        references:
          - text: "Роу Д. М. Припливи моря. Журнал морів. 2019. Т. 3, № 1. С. 5–9."
            alternatives: "Rou, D. M. (2019). Pryplyvy moria. Zhurnal moriv, 3(1), 5–9."
    Source: JATS 1.3 Tag Library, citation-alternatives
    """
    return f"this reference has no counterpart in the list of the other script: {quoted(text)}"


def many_unpaired(place: Place, path: Path, lines: Sequence[int | None]) -> Finding:
    """The same for many references, by their lines."""
    known = sorted({line for line in lines if line is not None})
    where = f" (lines {all_of(map(str, known), 12)})" if len(known) > 1 else ""
    words = f"{len(lines)} references have no counterpart in the list of the other script{where}"
    return replace(unpaired(place, path, ""), message=words)
