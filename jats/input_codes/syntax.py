"""Messages about YAML that cannot be read, that is read otherwise than it was meant, or that uses what article files do not."""

from __future__ import annotations

from jats.findings import Severity
from jats.messages.codes import finding_code
from jats.messages.words import quoted


@finding_code("INP020")
def tab(lines: int) -> str:
    """A line is indented with a tab.

    Why: a tab is as wide as each program likes, so YAML cannot see which line belongs to which.
    Wrong: # article.yaml
        journal:
        <TAB>title: Journal of Tides
    Right: # article.yaml
        journal:
          title: Journal of Tides
    Source: YAML 1.2, section 6.1
    """
    more = f" (so are {lines - 1} more lines)" if lines > 2 else " (so is another line)" if lines == 2 else ""
    return f"this line is indented with a tab{more}: YAML allows only spaces there, so write two spaces for each tab"


@finding_code("INP021")
def colon_in_value(written: str) -> str:
    """A value without quotation marks contains a colon followed by a space.

    Why: to YAML a colon followed by a space ends a key, so the value would be a key of its own.
    Wrong: # article.yaml
        title: Tides: a survey
    Right: # article.yaml
        title: "Tides: a survey"
    Source: YAML 1.2, section 7.3.3
    """
    return f"the value contains a colon followed by a space, so it needs quotation marks: write {written}"


@finding_code("INP022")
def unclosed_quote(mark: str, written: str) -> str:
    """A quotation mark is opened and not closed.

    Why: everything after it belongs to the value, up to the next quotation mark in some other field.
    Wrong: # article.yaml
        title: "Tides in the North Sea
        volume: 3
    Right: # article.yaml
        title: "Tides in the North Sea"
        volume: 3
    Source: YAML 1.2, section 7.3
    """
    return f"the quotation mark {mark} is opened here and not closed: if the value ends on this line, write {written}"


@finding_code("INP023")
def no_blank_after_colon(written: str) -> str:
    """There is no space after the colon of a key.

    Why: `doi:10.5555/1` is one word to YAML, not a key and a value.
    Wrong: # article.yaml
        doi:10.5555/tides
        title: Tides
    Right: # article.yaml
        doi: 10.5555/tides
        title: Tides
    Source: YAML 1.2, section 7.4
    """
    return f"there is no space after the colon: write {written}"


@finding_code("INP024")
def no_colon(text: str, above: str = "", column: int = 0, written: str = "") -> str:
    """A line among fields has no key.

    Why: every line here is `key: value`; a value that continues over several lines is indented more than its key.
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
    if written:
        return f"there is no colon after {quoted(text)}: write {written}"
    if above:
        return f"{quoted(text)} has no key: if it continues {above}, begin it in column {column}"
    return f"{quoted(text)} has no key: write the name of its field, a colon and a space before it"


@finding_code("INP025")
def bad_indentation(name: str, column: int = 0, wanted: int = 0, like: str = "") -> str:
    """A line is not in line with the others that it belongs with.

    Why: in YAML the indentation says what belongs to what; the fields of one thing begin in one column.
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
    if wanted:
        return f"{quoted(name)} begins in column {column}, {like} in column {wanted}: begin it in column {wanted} too"
    return f"{quoted(name)} does not fit here: begin it in the same column as the fields, or the hyphens, that it belongs with"


@finding_code("INP026")
def indented_under_value(key: str, line: int, written: str, column: int = 0) -> str:
    """A field is indented below a key that already has a value.

    Why: a key has either a value on its line or fields below it, not both.
    Wrong: # article.yaml
        authors: Roe, Jane
          orcid: 0000-0002-1825-0097
    Right: # article.yaml
        authors:
          - name: Roe, Jane
            orcid: 0000-0002-1825-0097
    Source: YAML 1.2, section 8.2
    """
    problem = f"{quoted(key)} is a field below line {line}, which has a text already"
    if column:
        return f"{problem}: move that text to a line of its own above {quoted(key)}, in column {column}: {written}"
    return f"{problem}: give that text a field of its own: write - {written}"


@finding_code("INP027")
def unclosed_bracket(bracket: str, written: str, rest: str = "") -> str:
    """A list in square brackets, or fields in braces, are not closed.

    Why: YAML reads on to the closing bracket and takes the fields that follow as items.
    Wrong: # article.yaml
        keywords: [tides, sea
        volume: 3
    Right: # article.yaml
        keywords: [tides, sea]
        volume: 3
    Source: YAML 1.2, section 7.4
    """
    if rest:
        return f"inside {bracket} there is no comma before {quoted(rest)}: write {written}"
    return f"the bracket {bracket} is opened here and not closed: write {written}"


@finding_code("INP028")
def must_be_quoted(first: str, written: str) -> str:
    """A value begins with a character that means something else to YAML.

    Why: `@`, `` ` ``, `%`, `[`, `{`, `!`, `&`, `*`, `|`, `>` at the beginning of a value are signs of YAML.
    Wrong: # article.yaml
        title: [Tides] in the North Sea
    Right: # article.yaml
        title: "[Tides] in the North Sea"
    Source: YAML 1.2, section 5.3
    """
    return f"a text that begins with {first} needs quotation marks: write {written}"


@finding_code("INP029")
def bad_escape(escape: str, written: str) -> str:
    r"""A backslash in double quotation marks begins an escape that YAML does not know.

    Why: in double quotation marks `\n` or `\u00e9` are other characters, so a backslash as such has to be doubled.
    Wrong: # article.yaml
        title: "The $\delta$ of the Nile"
    Right: # article.yaml
        title: 'The $\delta$ of the Nile'
    Source: YAML 1.2, section 5.7
    """
    return f"{escape} means nothing in double quotation marks: write {written}"


@finding_code("INP030")
def text_after_quote(rest: str, written: str, sign: str = "quotation mark") -> str:
    """Something follows the closing quotation mark or bracket of a value.

    Why: the value ends at its quotation mark or bracket; quotation marks belong around the whole value or inside it.
    Wrong: # article.yaml
        title: "Tides" in the North Sea
    Right: # article.yaml
        title: '"Tides" in the North Sea'
    Source: YAML 1.2, section 7.3
    """
    return f"the value ends at its closing {sign}, but {quoted(rest)} follows: write {written}"


@finding_code("INP031")
def reference_mark(mark: str, written: str = "") -> str:
    """The file uses an anchor, an alias or a merge key of YAML.

    Why: a value that is written in one place and used in another cannot be shown, corrected or inherited at its place.
    Wrong: # article.yaml
        authors: &people [{name: "Roe, Jane"}]
        contributors: *people
    Right: # article.yaml
        authors: [{name: "Roe, Jane"}]
    Source: YAML 1.2, section 3.2.2.2; YAML merge keys, working draft 2005-01-18
    """
    text = f", or, if it is text, write {written}" if written else ""
    return f"{mark} is a reference of YAML, which is not read: write the value out{text}"


@finding_code("INP032")
def tag(shown: str, written: str = "") -> str:
    """A value has a tag of YAML.

    Why: tags make values of a program's own types; here every value is text until its field says more.
    Wrong: # article.yaml
        volume: !!str 13
    Right: # article.yaml
        volume: 13
    Source: YAML 1.2, section 6.8.2
    """
    text = f", or, if it is text, write {written}" if written else ""
    return f"{shown} is a tag of YAML, and tags are not read: delete it{text}"


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
    return (
        "a second document begins here, but a file is one article: put it in a file of its own, or delete the line ---"
    )


@finding_code("INP034")
def bad_key() -> str:
    """A key is not a text.

    Why: keys are the names of fields; a list or fields cannot be one.
    Wrong: # article.yaml
        {title: Tides}: Waves
    Right: # article.yaml
        title: Tides
    Source: this program's article file
    """
    return "this key is a list or has fields of its own: write one word, then a colon and a space"


@finding_code("INP035")
def hyphen(why: str, written: str) -> str:
    """An item of a list does not begin with a hyphen and a space.

    Why: the hyphen says where one item ends and the next begins; without it two items become one.
    Wrong: # article.yaml
        keywords:
          - tides
          salt of the sea
          - harbours
    Right: # article.yaml
        keywords:
          - tides
          - salt of the sea
          - harbours
    Source: YAML 1.2, section 8.2.1
    """
    return f"{why}: write {written}"


@finding_code("INP036")
def typographic_quotes(written: str) -> str:
    """A value is in typographic quotation marks, which mean nothing to YAML.

    Why: only straight quotation marks enclose a value; others are part of it, and are printed.
    Wrong: # article.yaml
        title: “Tides: a survey”
    Right: # article.yaml
        title: "Tides: a survey"
    Source: YAML 1.2, section 7.3
    """
    return f"typographic quotation marks do not enclose a value, straight ones do: write {written}"


@finding_code("INP037")
def comma_in_brackets(brackets: str, what: str, written: str) -> str:
    """A value inside brackets or braces contains a comma.

    Why: to YAML the comma ends the value, and what follows it is another item or another field.
    Wrong: # article.yaml
        authors:
          - {name: Roe, Jane, email: jane@example.org}
    Right: # article.yaml
        authors:
          - {name: "Roe, Jane", email: jane@example.org}
    Source: YAML 1.2, section 7.4
    """
    return f"a comma inside {brackets} begins the next {what}, so a value with a comma needs quotation marks: write {written}"


@finding_code("INP038", Severity.WARNING)
def cut_at_hash(lost: str, written: str) -> str:
    """A value without quotation marks contains a space and a number sign.

    Why: YAML takes what follows as a comment, so the rest of the value is lost. A comment has a space after its sign.
    Wrong: # article.yaml
        keywords:
          - issue #3
    Right: # article.yaml
        keywords:
          - "issue #3"
    Source: YAML 1.2, section 6.6
    """
    return f"{quoted(lost)} is read as a comment and left out: if it belongs to the value, write {written}"


@finding_code("INP039")
def bad_yaml(problem: str) -> str:
    """The file is not well-formed YAML.

    Why: what YAML cannot read has no meaning that could be guessed.
    Wrong: # article.yaml
        title: Tides
        keywords: - sea
    Right: # article.yaml
        title: Tides
        keywords:
          - sea
    Source: YAML 1.2
    """
    return f"not YAML: {problem}"
