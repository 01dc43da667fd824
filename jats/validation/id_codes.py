"""Messages about ids and the references to them, one function a code; its docstring is the code's page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from jats.messages.codes import Message, message_code
from jats.messages.words import all_of, attribute, count, quoted, spaces_around, tag
from jats.vocab.languages import name_of, words_to_language

_FEW = 5
_ID = re.compile(r"[^\W\d][\w.\-]*")


def _language(value: str) -> str:
    """What to write as the language: the code of its name, or of the same letters without a space."""
    joined = "".join(value.split())
    found = words_to_language(joined) or (joined if value.strip() and name_of(joined) else None)
    return f"write {attribute('xml:lang', found)}" if found else 'write the code of the language, such as xml:lang="en"'


_WANTED: dict[str, Callable[[str], str]] = {
    "count": lambda _: "write the number",
    "xml:lang": _language,
}
"""What to write as the value of an attribute that has one meaning only."""


@message_code("SCH018")
def bad_token(name: str, owner: str, value: str, kind: str, meant: str | None = None) -> str:
    """The attribute's value is not a valid name.

    Why: identifiers and references are XML names: a letter or underscore, then letters, digits, `.`, `-`, `_`; no space.
    Wrong: <sec id="1 of 2"><title>Methods</title><p>We counted.</p></sec>
    Right: <sec id="sec1of2"><title>Methods</title><p>We counted.</p></sec>
    Source: XML 1.0, validity constraints "ID", "IDREF", "Name Token"
    """
    if kind != "IDREFS" and _ID.fullmatch(bare := value.strip()) and bare != value:
        return spaces_around(name, owner, bare)
    if kind == "IDREFS":
        return f"{attribute(name, value)} of {tag(owner)}: {_faults_of_ids(value, name, meant)}"
    want = {"NMTOKEN": "one word of letters, digits and . : - _", "NMTOKENS": "words of letters, digits and . : - _"}
    if kind in want:
        if name in _WANTED:
            return f"{attribute(name, value)} of {tag(owner)} must be {want[kind]}: {_WANTED[name](value)}"
        right = re.sub(r"[^\w.:-]+", "-", value.strip()).strip("-")
        hint = f": write {attribute(name, right)}" if kind == "NMTOKEN" and right else ""
        return f"{attribute(name, value)} of {tag(owner)} must be {want[kind]}{hint}"
    said = f"{attribute(name, value)} of {tag(owner)} must be a letter or _, then letters, digits and . - _, no space"
    if meant:
        return f"{said}: write {attribute(name, meant)}, as the references to it do"
    plain = re.sub(r"[^\w.\-]+", "-", value.strip()).strip("-")
    right = plain if _ID.fullmatch(plain) else f"{owner.rpartition(':')[2]}{plain}"
    return (
        f"{said}: write {attribute(name, right)}, here and in each reference to it" if plain else f"{said}: remove it"
    )


def of_both_ends(name: str, owner: str, value: str, wrong: str, remedy: str) -> Message:
    """The message of `bad_token` about a reference whose target has the same malformed id."""
    said = bad_token(name, owner, value, "IDREFS")
    return replace(said, text=f"{attribute(name, value)} of {tag(owner)}: {quoted(wrong)} is not a valid id: {remedy}")


def _faults_of_ids(value: str, name: str, meant: str | None) -> str:
    """What is wrong with a list of ids, and what to write."""
    words = [word for word in re.split(r"[,;\s]+", value) if word]
    if re.search(r"[,;]", value) and all(_ID.fullmatch(word) for word in words):
        return f"separate ids with spaces, not with commas: write {attribute(name, ' '.join(words))}"
    bare = [word.strip("#.()[]") for word in words]
    if bare and bare != words and all(_ID.fullmatch(word) for word in bare):
        return f"an id has no # or brackets: write {attribute(name, ' '.join(bare))}"
    if meant and meant != f"write {attribute(name, ' '.join(words))}":
        return meant
    wrong = [word for word in value.split() if not _ID.fullmatch(word)]
    if wrong:
        noun = "is not a valid id" if len(wrong) == 1 else "are not valid ids"
        return (
            f"{all_of(map(quoted, wrong))} {noun}: an id must begin with a letter or _, then letters, digits and . - _"
        )
    if words:
        return f"write the ids with single spaces between them: {attribute(name, ' '.join(words))}"
    return "it is empty: write the id that it leads to, or remove the attribute"


@message_code("SCH019")
def dangling_reference(name: str, owner: str, value: str, hint: str, others: int) -> str:
    """A reference names an id that no element has.

    Why: the link leads nowhere: a citation without reference, an author without affiliation.
    Wrong: <p>As shown before <xref ref-type="bibr" rid="r99">99</xref>.</p>
    Right: <p>As shown before <xref ref-type="bibr" rid="r1">1</xref>.</p>
    Source: XML 1.0, validity constraint "IDREF"
    """
    more = f" (and {count(others, 'more reference')} to it)" if others else ""
    return f"{attribute(name, value)} of {tag(owner)}: nothing here has this id{more}{hint}"


@message_code("SCH029")
def dangling_type(kind: str, ids: Sequence[str], target: str, home: str) -> str:
    """References of a type lead nowhere, because the document has no element of the kind that they point to.

    Why: the list that they point to was left out, so every citation or affiliation is a dead link.
    Wrong: <p>As shown <xref ref-type="table" rid="t1">1</xref> and <xref ref-type="table" rid="t2">2</xref>.</p>
    Right: <p>As shown <xref ref-type="bibr" rid="r1">1</xref>.</p>
    Source: XML 1.0, validity constraint "IDREF"
    """
    what = f"the reference {attribute('rid', ids[0])} of ref-type {quoted(kind)} leads"
    those = "one with this id"
    if len(ids) > 1:
        what = f"the {len(ids)} references of ref-type {quoted(kind)} lead"
        those = f"those with the ids {all_of(map(quoted, dict.fromkeys(ids)), _FEW)}"
    return f"{what} nowhere: the document has no {tag(target)}; add {those} in {tag(home)}, or remove the references"


@message_code("SCH020")
def duplicate_id(name: str, owner: str, value: str, first: str, others: int, meant: str = "") -> str:
    """Two elements have the same identifier.

    Why: a reference to it leads to either of them, depending on the program.
    Wrong: <sec id="s1"><title>Tides</title><p id="p1">High.</p><p id="p1">Low.</p></sec>
    Right: <sec id="s1"><title>Tides</title><p id="p1">High.</p><p id="p2">Low.</p></sec>
    Source: XML 1.0, validity constraint "ID"
    """
    more = f"; {count(others, 'more id')} inside it repeated too" if others else ""
    what = meant or "another id here, or there if the references to it mean this one"
    return f"{attribute(name, value)} of {tag(owner)}: write {what}{more}; this one belongs to {first}"


@message_code("SCH028")
def copied_element(name: str, value: str, others: int) -> str:
    """An element is repeated word for word, with all ids in it.

    Why: it was pasted twice, or the copy needs ids of its own.
    Wrong: <body><disp-quote><p id="p8">High.</p></disp-quote><disp-quote><p id="p8">High.</p></disp-quote></body>
    Right: <body><disp-quote><p id="p8">High.</p></disp-quote><disp-quote><p id="p9">Low.</p></disp-quote></body>
    Source: XML 1.0, validity constraint "ID"
    """
    more = f" and {count(others, 'more identifier')}" if others else ""
    return f"{tag(name)} is repeated word for word, with the id {quoted(value)}{more}: remove it, or give it new ids"
