"""Messages about files that cannot be read as article files, and about the files that articles inherit from."""

from __future__ import annotations

from jats.findings import Severity
from jats.messages.codes import finding_code
from jats.messages.words import any_of, quoted


@finding_code("INP001")
def not_utf8(looks_like: str | None) -> str:
    """The file is not saved as UTF-8.

    Why: the same bytes are other letters in every other encoding; read with a wrong guess, names and titles are garbage.
    Wrong: # article.yaml, saved as windows-1251
        title: Каталог рукописних книг
    Right: # article.yaml, saved as UTF-8
        title: Каталог рукописних книг
    Source: YAML 1.2, section 5.2; JSON, RFC 8259, section 8.1; TOML 1.0
    """
    guess = f"it looks like {looks_like}; " if looks_like else ""
    return f"the file is not saved as UTF-8: {guess}open it in your editor and save it again as UTF-8"


@finding_code("INP002")
def damaged_character(shown: str) -> str:
    """A few bytes of a UTF-8 file are not valid.

    Why: the letter that was there is lost; only the author of the text knows it.
    Wrong: # article.yaml, damaged
        title: Каталог рукописних �ниг
    Right: # article.yaml
        title: Каталог рукописних книг
    Source: RFC 3629 (UTF-8)
    """
    return f"{shown} is not valid in UTF-8, though the rest of the file is: type this letter again"


@finding_code("INP003")
def forbidden_character(shown: str) -> str:
    """The file contains a control character.

    Why: it is invisible, means nothing in a text, and cannot be in an XML file; it comes from copying out of PDF.
    Wrong: # article.yaml
        title: Tides<U+0007>in the North Sea
    Right: # article.yaml
        title: Tides in the North Sea
    Source: XML 1.0, production 2 (Char); YAML 1.2, section 5.1
    """
    return f"contains the character {shown}, which is not allowed in a text: delete it"


@finding_code("INP004")
def empty_file() -> str:
    """The file is empty.

    Why: an article needs at least a title; an empty file is most often one that was not saved.
    Wrong: # article.yaml
    Right: # article.yaml
        title: Tides in the North Sea
    Source: this program's article file
    """
    return "the file is empty: write the article's fields, for example title: Tides in the North Sea"


@finding_code("INP005")
def other_format(kind: str, remedy: str) -> str:
    """The file has another format than its name says.

    Why: a program that reads on would report hundreds of faults in a file that has only one: its name.
    Wrong: # article.yaml
        <?xml version="1.0"?>
        <article/>
    Right: # article.yaml
        title: Tides in the North Sea
    Source: this program's article file
    """
    return f"the file is not an article file but {kind}: {remedy}"


@finding_code("INP006")
def too_large(what: str) -> str:
    """The file is too large, or has too many levels, for an article file.

    Why: an article's data takes some kilobytes; a file of many megabytes or of hundreds of levels is something else.
    Wrong: # article.json
        {"title": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["deep"
        ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}
    Right: # article.json
        {"title": "Tides in the North Sea"}
    Source: this program's article file
    """
    return what


@finding_code("INP007")
def not_fields(kind: str) -> str:
    """The file is not a set of fields.

    Why: an article file says `key: value` on each line; without keys nobody knows what the values are.
    Wrong: # article.yaml
        - Tides in the North Sea
    Right: # article.yaml
        title: Tides in the North Sea
    Source: this program's article file
    """
    return f"the file is {kind}, expected fields such as title: Tides in the North Sea"


@finding_code("INP008", Severity.WARNING)
def two_files(taken: str, other: str) -> str:
    """One folder has two files that its articles inherit from.

    Why: only one is used; a change in the other has no effect, and nobody sees why.
    Wrong: # journal.yaml and journal.json in one folder
        title: Journal of Tides
    Right: # journal.yaml
        title: Journal of Tides
    Source: this program's article file
    """
    return f"{taken} is read and {other} beside it is not: keep one of them"


@finding_code("INP009")
def bad_setting(key: str, step: str) -> str:
    """The key of --set leads nowhere.

    Why: list items are counted from 1 and must exist; a text has no fields below it.
    Wrong: # article.yaml, --set authors.2.orcid=0000-0002-1825-0097
        authors: [{name: "Roe, Jane"}]
    Right: # article.yaml, --set authors.1.orcid=0000-0002-1825-0097
        authors: [{name: "Roe, Jane"}]
    Source: this program's command line
    """
    return f"--set {key} leads nowhere: there is no {quoted(step)}; list items count from 1, as in authors.2.orcid"


@finding_code("INP010")
def bad_json(problem: str, remedy: str) -> str:
    """The file is not well-formed JSON.

    Why: JSON allows one notation only: double quotation marks, commas between items, none after the last, no comments.
    Wrong: # article.json
        {"title": "Tides in the North Sea",}
    Right: # article.json
        {"title": "Tides in the North Sea"}
    Source: RFC 8259
    """
    return f"{problem}: {remedy}"


@finding_code("INP011")
def bad_toml(problem: str, remedy: str) -> str:
    """The file is not well-formed TOML.

    Why: TOML needs quotation marks around every text, and every key only once.
    Wrong: # article.toml
        title = Tides in the North Sea
    Right: # article.toml
        title = "Tides in the North Sea"
    Source: TOML 1.0
    """
    return f"{problem}: {remedy}"


@finding_code("INP012")
def duplicate_key(key: str, first_line: int, entry: str = "") -> str:
    """A key is written twice in one place.

    Why: only one of the two values can be used, and nobody knows which one was meant.
    Wrong: # article.yaml
        title: Tides
        title: Tides in the North Sea
    Right: # article.yaml
        title: Tides in the North Sea
        subtitle: A survey
    Source: YAML 1.2, section 3.2.1.3; RFC 8259, section 4
    """
    if entry:
        again = f"a second {quoted(key)} in this entry, the first is on line {first_line}"
        return f"{again}: if another entry begins here, {entry}"
    return f"a second {quoted(key)}, the first is on line {first_line}: put everything under one of them"


@finding_code("INP013", Severity.WARNING)
def empty_item() -> str:
    """An item of a list is empty.

    Why: it is left out; most often a hyphen is left over, or a value was forgotten.
    Wrong: # article.yaml
        title: Tides
        keywords:
          -
          - sea
    Right: # article.yaml
        title: Tides
        keywords:
          - sea
    Source: this program's article file
    """
    return "this item of the list is empty and left out: write its value, or delete the line"


@finding_code("INP014")
def unknown_kind_of_file(name: str, known: tuple[str, ...]) -> str:
    """Files of this kind are not read.

    Why: the end of a file's name says how it is to be read.
    Wrong: # article.ini
        title = Tides
    Right: # article.toml
        title = "Tides"
    Source: this program's article file
    """
    return f"{quoted(name)} is not an article file: its name must end in {any_of(known)}"
