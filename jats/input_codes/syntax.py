"""Messages about YAML that can't be read, or that says more than an article file may."""

from __future__ import annotations

from jats.messages.codes import finding_code
from jats.messages.words import quoted


@finding_code("INP020")
def tab() -> str:
    """A tab stands where YAML wants blanks.

    Why: a tab is as wide as each program likes, so YAML can't see which line belongs to which.
    Wrong: # article.yaml
        journal:
        <TAB>title: Journal of Tides
    Right: # article.yaml
        journal:
          title: Journal of Tides
    Source: YAML 1.2, section 6.1
    """
    return "a tab can't indent YAML: put blanks in its place"


@finding_code("INP021")
def colon_in_value(value: str, quote: str) -> str:
    """A value without quotes holds a colon and a blank.

    Why: to YAML a colon with a blank after it ends a key, so the value would be a key of its own.
    Wrong: # article.yaml
        title: Tides: a survey
    Right: # article.yaml
        title: "Tides: a survey"
    Source: YAML 1.2, section 7.3.3
    """
    return f"a colon with a blank after it stands inside the value: put the value in quotes: {quote}{value}{quote}"


@finding_code("INP022")
def unclosed_quote(mark: str) -> str:
    """A quotation mark is opened and not closed.

    Why: all that follows belongs to the value, up to the next quotation mark in some other field.
    Wrong: # article.yaml
        title: "Tides in the North Sea
        volume: 3
    Right: # article.yaml
        title: "Tides in the North Sea"
        volume: 3
    Source: YAML 1.2, section 7.3
    """
    double = (
        '; inside double quotes write \\" for a quotation mark' if mark == '"' else "; write '' for an apostrophe in it"
    )
    return f"the quotation mark {mark} is opened here and not closed at the end of the value: close it{double}"


@finding_code("INP023")
def no_blank_after_colon(key: str, value: str) -> str:
    """No blank stands after the colon of a key.

    Why: `doi:10.5555/1` is one word to YAML, not a key and a value.
    Wrong: # article.yaml
        doi:10.5555/tides
        title: Tides
    Right: # article.yaml
        doi: 10.5555/tides
        title: Tides
    Source: YAML 1.2, section 7.4
    """
    return f"no blank stands after the colon: write {key}: {value}"


@finding_code("INP024")
def no_colon(text: str) -> str:
    """A line among fields has no key.

    Why: every line here is `key: value`; a value that goes on over several lines is indented more than its key.
    Wrong: # article.yaml
        title: Tides in
        the North Sea
        volume: 3
    Right: # article.yaml
        title: Tides in
          the North Sea
        volume: 3
    Source: YAML 1.2, section 8.2.2
    """
    return (
        f"{quoted(text)} is no key: value; if it goes on from the line above, indent it by two blanks more than its key"
    )


@finding_code("INP025")
def bad_indentation() -> str:
    """A line is indented unlike its neighbours.

    Why: in YAML the indentation says what belongs to what; fields of one thing start in one column.
    Wrong: # article.yaml
        journal:
            title: Journal of Tides
          abbreviation: J. Tides
    Right: # article.yaml
        journal:
          title: Journal of Tides
          abbreviation: J. Tides
    Source: YAML 1.2, section 6.1
    """
    return "this line does not fit: start it in the same column as the fields, or the hyphens, that it belongs with"


@finding_code("INP026")
def indented_under_value(key: str, line: int) -> str:
    """A field is indented under a key that has a value already.

    Why: a key has either a value on its line or fields under it, not both.
    Wrong: # article.yaml
        authors: Roe, Jane
          orcid: 0000-0002-1825-0097
    Right: # article.yaml
        authors:
          - name: Roe, Jane
            orcid: 0000-0002-1825-0097
    Source: YAML 1.2, section 8.2
    """
    return f"{quoted(key)} stands under line {line}, which has a value already: give that value a key of its own"


@finding_code("INP027")
def unclosed_bracket(bracket: str) -> str:
    """A list in square brackets, or fields in braces, are not closed.

    Why: YAML reads on for the closing bracket and takes the fields that follow for items.
    Wrong: # article.yaml
        keywords: [tides, sea
        volume: 3
    Right: # article.yaml
        keywords: [tides, sea]
        volume: 3
    Source: YAML 1.2, section 7.4
    """
    closing = {"[": "]", "{": "}"}[bracket]
    return (
        f"the bracket {bracket} is opened here and not closed by {closing}, or a comma is missing in it; "
        f"a text that begins with {bracket} stands in quotes"
    )


@finding_code("INP028")
def must_be_quoted(first: str) -> str:
    """A value begins with a character that means something else to YAML.

    Why: `@`, `` ` ``, `%`, `[`, `{`, `!`, `&`, `*`, `|`, `>` at the beginning of a value are signs of YAML's own.
    Wrong: # article.yaml
        title: [Tides] in the North Sea
    Right: # article.yaml
        title: "[Tides] in the North Sea"
    Source: YAML 1.2, section 5.3
    """
    return f"a value that begins with {first} stands in quotes: put quotation marks around the whole value"


@finding_code("INP029")
def bad_escape(shown: str) -> str:
    r"""A backslash in double quotes begins an escape that YAML doesn't know.

    Why: in double quotes `\n` or `\u00e9` stand for other characters, so a backslash of one's own has to be doubled.
    Wrong: # article.yaml
        title: "The $\delta$ of the Nile"
    Right: # article.yaml
        title: 'The $\delta$ of the Nile'
    Source: YAML 1.2, section 5.7
    """
    return f"{shown} means nothing in double quotes: write \\\\ for a backslash, or put the value in single quotes"


@finding_code("INP030")
def text_after_quote(rest: str, mark: str) -> str:
    """Something stands after the closing quotation mark.

    Why: the value ends at its quotation mark; quotation marks belong around the whole value or into it.
    Wrong: # article.yaml
        title: "Tides" in the North Sea
    Right: # article.yaml
        title: '"Tides" in the North Sea'
    Source: YAML 1.2, section 7.3
    """
    remedy = "put other quotation marks around all of it" if mark == '"' else "write '' for an apostrophe inside it"
    return f"the value ended at its quotation mark, but {quoted(rest)} follows: {remedy}"


@finding_code("INP031")
def reference_mark(mark: str) -> str:
    """The file uses an anchor, an alias or a merge key of YAML.

    Why: what stands elsewhere than it is used can't be shown, corrected or inherited with its place.
    Wrong: # article.yaml
        authors: &people [{name: "Roe, Jane"}]
        contributors: *people
    Right: # article.yaml
        authors: [{name: "Roe, Jane"}]
    Source: YAML 1.2, section 3.2.2.2; YAML merge keys, working draft 2005-01-18
    """
    return f"{mark} is a reference inside YAML, which is not read: write the value out; a text that begins so stands in quotes"


@finding_code("INP032")
def tag(shown: str) -> str:
    """A value has a tag of YAML.

    Why: tags make values of a program's own types; here every value is text until its field says more.
    Wrong: # article.yaml
        volume: !!str 13
    Right: # article.yaml
        volume: 13
    Source: YAML 1.2, section 6.8.2
    """
    return f"{shown} is a tag, and tags are not read: write the value alone; a text that begins with ! stands in quotes"


@finding_code("INP033")
def several_documents() -> str:
    """The file holds several documents.

    Why: one file is one article; what follows the line of hyphens would be lost.
    Wrong: # article.yaml
        title: Tides
        ---
        title: Waves
    Right: # article.yaml
        title: Tides
    Source: YAML 1.2, section 9.2
    """
    return "a second document begins here, but a file is one article: put it into a file of its own, or delete the line ---"


@finding_code("INP034")
def bad_key() -> str:
    """A key is not a text.

    Why: keys are the names of fields; a list or fields can't be one.
    Wrong: # article.yaml
        {title: Tides}: Waves
    Right: # article.yaml
        title: Tides
    Source: this program's article file
    """
    return "this key is a list or has fields of its own: write one word, then a colon and a blank"


@finding_code("INP039")
def bad_yaml(problem: str) -> str:
    """The file is not well-formed YAML.

    Why: what YAML can't read has no meaning that could be guessed.
    Wrong: # article.yaml
        title: Tides
        keywords: - sea
    Right: # article.yaml
        title: Tides
        keywords:
          - sea
    Source: YAML 1.2
    """
    return f"not YAML: {problem}; values with special characters stand in quotes"
