"""Messages about fields of the wrong shape: unknown ones, missing ones, a list instead of a text."""

from __future__ import annotations

from collections.abc import Sequence

from jats.messages.codes import finding_code
from jats.messages.words import all_of, any_of, quoted


@finding_code("INP101")
def unknown_key(keys: Sequence[str], near: str | None, hint: str) -> str:
    """No field has this name here.

    Why: a misspelt key would be overlooked, and its value would be lost.
    Wrong: # article.yaml
        title: Tides
        abstrct: The sea rises and falls.
    Right: # article.yaml
        title: Tides
        abstract: The sea rises and falls.
    Source: this program's article file, `jats schema article`
    """
    names = all_of([quoted(key) for key in keys])
    problem = f"{names} is not a field here" if len(keys) == 1 else f"{names} are not fields here"
    return problem + (f"; did you mean {quoted(near)}?" if near else hint)


@finding_code("INP102")
def missing_key(key: str, says: str) -> str:
    """A field is missing without which the others say nothing.

    Why: an event without its date, or keywords without terms, say nothing.
    Wrong: # article.yaml
        history:
          - type: received
    Right: # article.yaml
        history:
          - type: received
            date: 2023-01-30
    Source: this program's article file, `jats schema article`
    """
    return f"{quoted(key)} is missing: write {key}: …{f' ({says})' if says else ''}"


@finding_code("INP103")
def text_wanted(kind: str, printed: str = "") -> str:
    """A field has a list or fields instead of one text.

    Why: the field holds one text; a program cannot choose an item of a list.
    Wrong: # article.yaml
        volume: [13, 14]
    Right: # article.yaml
        volume: 13-14
    Source: this program's article file, `jats schema article`
    """
    if printed:
        return f'is {kind}, expected one text: write it after the colon; if brackets are printed around it, write "{printed}"'
    return f"is {kind}, expected one text: write it after the colon"


@finding_code("INP104")
def fields_wanted(kind: str, fields: Sequence[str], printed: str = "", written: str = "") -> str:
    """A field has a text or a list instead of fields.

    Why: without keys nobody knows what the value is.
    Wrong: # article.yaml
        journal: Journal of Tides
    Right: # article.yaml
        journal:
          title: Journal of Tides
    Source: this program's article file, `jats schema article`
    """
    if written:
        return f"is {kind}, expected fields: write {written}"
    names = f": {any_of(fields)}" if fields else ", each a key with its value"
    text = f'; if it is a text with brackets printed around it, write "{printed}"' if printed else ""
    return f"is {kind}, expected fields{names}{text}"


@finding_code("INP105")
def list_wanted(kind: str) -> str:
    """A field has something else instead of a list.

    Why: only a list says where one item ends and the next begins.
    Wrong: # article.yaml
        subjects:
          type: heading
          subjects: Seas
          groups: Tides
    Right: # article.yaml
        subjects:
          type: heading
          subjects: Seas
          groups:
            - subjects: Tides
    Source: this program's article file, `jats schema article`
    """
    return f"is {kind}, expected a list: begin each item on its own line with a hyphen and a space"


@finding_code("INP106")
def not_one_of(value: str, allowed: Sequence[str]) -> str:
    """The field takes one of a few values, and this is not one of them.

    Why: each of them has a meaning of its own to programs, and any other has none.
    Wrong: # article.yaml
        authors:
          - name: {surname: Mao, given: Zedong, style: estern}
    Right: # article.yaml
        authors:
          - name: {surname: Mao, given: Zedong, style: eastern}
    Source: this program's article file, `jats schema article`
    """
    return f"is {quoted(value)}, expected {any_of(allowed)}"


@finding_code("INP107")
def empty_value() -> str:
    """A value is empty.

    Why: an empty value says that something is known, and does not say what.
    Wrong: # article.yaml
        title: Tides
        volume: ""
    Right: # article.yaml
        title: Tides
    Source: this program's article file
    """
    return "is empty: write a value, or leave the key out"


@finding_code("INP108")
def forbidden_in_value(shown: str) -> str:
    """A value contains a character that is not allowed in XML.

    Why: it cannot be written to XML in any way; it comes from copying out of PDF, or from an escape such as `\\uffff`.
    Wrong: # article.json
        {"title": "Tides\\uffff in the North Sea"}
    Right: # article.json
        {"title": "Tides in the North Sea"}
    Source: XML 1.0, production 2 (Char)
    """
    return f"contains the character {shown}, which is not allowed in XML: delete it"


@finding_code("INP109")
def yes_or_no(value: str) -> str:
    """The field takes yes or no.

    Why: it is a statement that is true or not.
    Wrong: # article.yaml
        authors:
          - name: Roe, Jane
            corresponding: main
    Right: # article.yaml
        authors:
          - name: Roe, Jane
            corresponding: yes
    Source: this program's article file
    """
    return f"is {quoted(value)}, expected yes or no"


@finding_code("INP110")
def not_language(key: str, near: str | None) -> str:
    """A key among versions in several languages is not a language tag.

    Why: versions are distinguished by their tags; another word does not say the language.
    Wrong: # article.yaml
        title:
          english: Tides
    Right: # article.yaml
        title:
          en: Tides
    Source: BCP 47
    """
    return (
        f"{quoted(key)} is not a language tag{f'; did you mean {quoted(near)}?' if near else ': write en, uk, pt-BR …'}"
    )


@finding_code("INP111")
def does_not_fit(words: str) -> str:
    """The fields of one thing do not fit together.

    Why: a contributor is one person, one group, or anonymous; a name has few commas; a last page needs a first one.
    Wrong: # article.yaml
        authors:
          - name: Roe, Jane
            collaboration: Tide Group
    Right: # article.yaml
        authors:
          - name: Roe, Jane
          - collaboration: Tide Group
    Source: this program's article file
    """
    return words


@finding_code("INP112")
def quoted_yaml(value: str) -> str:
    """Fields or a list of YAML are in quotation marks.

    Why: in quotation marks everything is text, so braces and keys would be printed.
    Wrong: # article.yaml
        copyright: "{year: 2024, holder: Tides Press}"
    Right: # article.yaml
        copyright: {year: 2024, holder: Tides Press}
    Source: YAML 1.2, section 7.3
    """
    kind = "fields" if value.strip().startswith("{") else "a list"
    rest = "; then each value with a comma in it needs quotation marks of its own" if "," in value else ""
    return f"these are {kind} in quotation marks, which make a text of them: delete the quotation marks{rest}"
