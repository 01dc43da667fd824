"""Messages about values written as a journal prints them: what was read, what was dropped, what can't be read."""

from __future__ import annotations

from collections.abc import Sequence

from jats.findings import Severity
from jats.messages.codes import finding_code
from jats.messages.words import quoted


def _because(notes: Sequence[str]) -> str:
    return "; ".join(notes)


def _taken(given: str, taken: str, notes: Sequence[str]) -> str:
    return f"{quoted(given)} is read as {quoted(taken)}: {_because(notes)}"


def _guessed(given: str, taken: str, notes: Sequence[str], write: str) -> str:
    return f"{quoted(given)} is read as {quoted(taken)} ({_because(notes)}); to make it certain, write {write}"


def _refused(notes: Sequence[str], write: str) -> str:
    return f"{_because(notes)}: {write}"


@finding_code("INP230", Severity.INFO)
def person_read(given: str, taken: str, notes: Sequence[str]) -> str:
    """A name was read, and something beside it was moved to its own field or dropped.

    Why: a degree, a role or an ORCID iD is not part of the name; services index the name alone.
    Wrong: # article.yaml
        authors: Roe, Jane, PhD
    Right: # article.yaml
        authors:
          - name: Roe, Jane
            degrees: PhD
    Source: JATS 1.3 Tag Library, name, degrees, contrib-id
    """
    return _taken(given, taken, notes)


@finding_code("INP231", Severity.WARNING)
def person_guessed(given: str, taken: str, notes: Sequence[str], write: str) -> str:
    """A name was read as one of several that it may be, or something typed beside it is lost.

    Why: in `Jane Roe` nothing says which word is the surname, and services index people by it.
    Wrong: # article.yaml
        authors: Jane Roe
    Right: # article.yaml
        authors: Roe, Jane
    Source: Crossref deposit schema 5.4.0, person_name; PMC Tagging Guidelines, name
    """
    return _guessed(given, taken, notes, write)


@finding_code("INP232")
def person_unreadable(notes: Sequence[str], write: str) -> str:
    """A name, or a line of people, can't be read.

    Why: it can be divided in several ways, and the wrong one credits a person who does not exist.
    Wrong: # article.yaml
        authors: Jane and John Roe
    Right: # article.yaml
        authors: Roe, Jane; Roe, John
    Source: this program's article file
    """
    return _refused(notes, write)


@finding_code("INP233", Severity.INFO)
def list_read(given: str, taken: str, notes: Sequence[str]) -> str:
    """A list in one text was read, and a label, a full stop or marks were dropped.

    Why: `Keywords:` is the heading of the list and not a keyword.
    Wrong: # article.yaml
        keywords: "Keywords: tides; salt."
    Right: # article.yaml
        keywords: tides; salt
    Source: this program's article file
    """
    return _taken(given, taken, notes)


@finding_code("INP234", Severity.WARNING)
def list_guessed(given: str, taken: str, notes: Sequence[str], write: str) -> str:
    """A list in one text was divided at signs that may belong to its items.

    Why: a dash or a full stop can be part of a keyword.
    Wrong: # article.yaml
        keywords: tides – salt – sea level
    Right: # article.yaml
        keywords: tides; salt; sea level
    Source: this program's article file
    """
    return _guessed(given, taken, notes, write)


@finding_code("INP235", Severity.WARNING)
def number_guessed(given: str, taken: str, notes: Sequence[str], write: str) -> str:
    """A number was read, and part of what was typed with it was moved or dropped.

    Why: volume, issue and pages each have a field of their own, and services look there.
    Wrong: # article.yaml
        volume: Vol. 13, no. 2
    Right: # article.yaml
        volume: 13
        issue: 2
    Source: this program's article file, `jats schema article`
    """
    return _guessed(given, taken, notes, write)


@finding_code("INP236")
def number_unreadable(notes: Sequence[str], write: str) -> str:
    """Pages or another number can't be read.

    Why: a last page before the first one is a slip, and only the editor knows which page is wrong.
    Wrong: # article.yaml
        pages: 49-41
    Right: # article.yaml
        pages: 41-49
    Source: this program's article file, `jats schema article`
    """
    return _refused(notes, write)


@finding_code("INP237", Severity.INFO)
def date_read(given: str, taken: str, notes: Sequence[str]) -> str:
    """A date was read, and words beside it were dropped or kept as printed.

    Why: `Received:` is the name of the date and not part of it.
    Wrong: # article.yaml
        history:
          received: "Received: 30 March 2024"
    Right: # article.yaml
        history:
          received: 2024-03-30
    Source: this program's article file
    """
    return _taken(given, taken, notes)


@finding_code("INP238", Severity.WARNING)
def date_guessed(given: str, taken: str, notes: Sequence[str], write: str) -> str:
    """A date was read as one of several that it may be.

    Why: 05/04/2024 is in April in most countries and in May in some.
    Wrong: # article.yaml
        history:
          received: 05/04/2024
    Right: # article.yaml
        history:
          received: 2024-04-05
    Source: ISO 8601
    """
    return _guessed(given, taken, notes, write)


@finding_code("INP239")
def date_unreadable(notes: Sequence[str], write: str) -> str:
    """A date seems to be of another calendar than the Gregorian one.

    Why: services sort articles by their dates, and take every year for one of the Gregorian calendar.
    Wrong: # article.yaml
        language: fa
        published: 1403-01-11
    Right: # article.yaml
        language: fa
        published: {year: 1403, month: 1, day: 11, calendar: Persian, gregorian: 2024-03-30}
    Source: ISO 8601
    """
    return _refused(notes, write)


@finding_code("INP240", Severity.INFO)
def html_read(taken: str, notes: Sequence[str]) -> str:
    """HTML was read: its paragraphs, lists, emphasis and entities are kept, what has no meaning is dropped.

    Why: platforms store titles and abstracts as HTML, and its tags are not text.
    Wrong: # article.yaml
        title: Salt &amp; sea
    Right: # article.yaml
        title: Salt & sea
    Source: HTML Living Standard, parsing
    """
    return f"{_because(notes)}: {quoted(taken)}"


@finding_code("INP241", Severity.WARNING)
def html_guessed(taken: str, notes: Sequence[str]) -> str:
    """Something in a text looks like HTML and is not, or could not be kept.

    Why: an unknown tag may be a slip, and a text can't contain an image.
    Wrong: # article.yaml
        abstract: We measured <slat> in the sea.
    Right: # article.yaml
        abstract: We measured \\<slat> in the sea.
    Source: HTML Living Standard, parsing
    """
    return f"{_because(notes)}; the text is read as {quoted(taken)}"


@finding_code("INP242")
def tag_unclosed(notes: Sequence[str], write: str) -> str:
    """A tag in a text is never closed.

    Why: only the editor knows which words it marks.
    Wrong: # article.yaml
        title: Growth of <i>E. coli in brine
    Right: # article.yaml
        title: Growth of <i>E. coli</i> in brine
    Source: this program's article file
    """
    return _refused(notes, write)


@finding_code("INP243", Severity.WARNING)
def marks_read(taken: str, notes: Sequence[str]) -> str:
    """Markdown or LaTeX in a text was read as emphasis, a link or a sign.

    Why: these are other notations; here, asterisks and backslashes are characters like any other. `--fix` rewrites them.
    Wrong: # article.yaml
        title: Growth of *E. coli* in brine
    Right: # article.yaml
        title: Growth of <i>E. coli</i> in brine
    Source: CommonMark 0.31; LaTeX
    """
    return f"{_because(notes)}: write {quoted(taken)}" if taken else _because(notes)


@finding_code("INP244", Severity.INFO)
def formulas_read(taken: str, notes: Sequence[str]) -> str:
    """Formulas were marked in another way than between single dollars.

    Why: `$$x$$`, `\\(x\\)` and `\\[x\\]` are TeX's own marks; here a formula is written between single dollars.
    Wrong: # article.yaml
        abstract: Energy is $$E=mc^2$$ here.
    Right: # article.yaml
        abstract: Energy is $E=mc^2$ here.
    Source: this program's article file
    """
    return f"{_because(notes)}: {quoted(taken)}"


@finding_code("INP245", Severity.WARNING)
def dollar_unclosed(notes: Sequence[str]) -> str:
    """A dollar sign seems to begin a formula that is never closed.

    Why: the letters after it are printed as text, and the sign too.
    Wrong: # article.yaml
        title: Values of $p = 0.002 in salt
    Right: # article.yaml
        title: Values of $p = 0.002$ in salt
    Source: this program's article file
    """
    return _because(notes)


@finding_code("INP246", Severity.INFO)
def several_read(what: str, notes: Sequence[str]) -> str:
    """One text has several values that belong in a list.

    Why: each of them is an entry of its own in the XML.
    Wrong: # article.yaml
        references: |
          1. Roe J. Tides of the sea. J Seas. 2019;3:5-9.
          2. Doe K. Salt of the sea. London: Harbour Press; 2018.
    Right: # article.yaml
        references:
          - "Roe J. Tides of the sea. J Seas. 2019;3:5-9."
          - "Doe K. Salt of the sea. London: Harbour Press; 2018."
    Source: this program's article file
    """
    return f"{_because(notes)}: {quoted(what)}"


@finding_code("INP247", Severity.WARNING)
def particle_as_prefix(prefix: str, surname: str) -> str:
    """A particle such as van der is in `prefix`, which is for titles.

    Why: Crossref and PubMed leave the prefix out, so the person is indexed under another name.
    Wrong: # article.yaml
        authors:
          - {prefix: van der, surname: Berg, given: Jan}
    Right: # article.yaml
        authors:
          - {surname: van der Berg, given: Jan}
    Source: JATS 1.3 Tag Library, prefix: honorifics such as Dr.
    """
    whole = f"{prefix} {surname}".strip()
    return f"the particle {quoted(prefix)} belongs to the surname: write surname: {whole}; prefix is for titles such as Dr."


@finding_code("INP248", Severity.INFO)
def title_in_capitals() -> str:
    """A title is in capitals.

    Why: search engines and citation styles can't turn it into small letters again: they don't know names and abbreviations.
    Wrong: # article.yaml
        title: TIDES AND SALT OF THE BLACK SEA
    Right: # article.yaml
        title: Tides and salt of the Black Sea
    Source: Crossref, metadata best practices for titles
    """
    return "the title is in capitals, and is kept as it is; write it with small letters, as a sentence"


@finding_code("INP249", Severity.INFO)
def full_stop_of_title(taken: str) -> str:
    """The full stop after a title was dropped.

    Why: citation styles put their own sign after a title.
    Wrong: # article.yaml
        title: Tides and salt of the sea.
    Right: # article.yaml
        title: Tides and salt of the sea
    Source: PMC Tagging Guidelines, article-title
    """
    return f"the full stop after the title is dropped: {quoted(taken)}"


@finding_code("INP250", Severity.WARNING)
def mark_after_title(mark: str) -> str:
    """A footnote mark is printed after a title.

    Why: the note that it leads to is not in the title; with the mark, no search finds the exact title.
    Wrong: # article.yaml
        title: Tides and salt*
    Right: # article.yaml
        title: Tides and salt
        title_notes: Presented at a meeting.
    Source: PMC Tagging Guidelines, article-title
    """
    return f"the mark {quoted(mark)} after the title is kept as text: delete it, and put its note into title_notes"


@finding_code("INP251", Severity.INFO)
def language_of_title(taken: str, language: str) -> str:
    """The words that name the language of a cited work were read.

    Why: `(in Ukrainian)` is not part of the title; the language has a field of its own.
    Wrong: # article.yaml
        references:
          - {title: "Припливи (in Ukrainian)", source: Sea, date: 2019}
    Right: # article.yaml
        references:
          - {title: Припливи, language: uk, source: Sea, date: 2019}
    Source: JATS 1.3 Tag Library, @xml:lang
    """
    return f"the title is read as {quoted(taken)}, its language as {language}"


@finding_code("INP252", Severity.INFO)
def blank_before_comma(taken: str) -> str:
    """A blank before a comma was dropped.

    Why: it is a slip, and breaks the line before the comma.
    Wrong: # article.yaml
        title: Tides , salt and sea
    Right: # article.yaml
        title: Tides, salt and sea
    Source: editors' practice
    """
    return f"blanks before commas are dropped: {quoted(taken)}"


@finding_code("INP253", Severity.INFO)
def value_left_out(given: str) -> str:
    """A value says that there is none, so the field is left out.

    Why: `n/a` or `~` would be printed as the number of an issue.
    Wrong: # article.yaml
        issue: n/a
    Right: # article.yaml
        volume: 13
    Source: this program's article file
    """
    return f"{quoted(given)} says that there is none: the field is left out"


@finding_code("INP254", Severity.WARNING)
def not_all_authors() -> str:
    """The list of the article's own authors says et al.

    Why: services credit only the authors who are named.
    Wrong: # article.yaml
        authors: Roe, Jane et al.
    Right: # article.yaml
        authors: Roe, Jane; Doe, John
    Source: PMC Tagging Guidelines, contrib-group
    """
    return "'et al.' is dropped: write all authors"
