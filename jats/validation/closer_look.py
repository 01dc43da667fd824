"""Explains what is not well-formed by a look at the place in the file, where the parser's message alone does not say it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from jats.messages.words import did_you_mean, nearest
from jats.schema.content import grammar
from jats.validation.slips import (
    attribute_prefix,
    attribute_without_value,
    before_the_root,
    first_line,
    slip_after_less_than,
    slip_in_start_tag,
    whole_doctype,
)
from jats.validation.unclosed import WIDEST, tags_of
from jats.xmlio import MalformedXml, named_characters

_PROLOG = 200_000
_SHORTEST = 4
"""Letters of a character's name that are looked for at the beginning of a word: `&ocircmico`."""
_LINES_OF_A_TAG = 20
_WITH_OASIS = "archiving-1.3-mathml3-oasis"
_CURLY = "“”„‟«»‘’"
_LOST_END = re.compile(r"""([\w:-]+)\s*=\s*(["'])[^"'=<>]*\s([\w:-]+)\s*=\s*\2$""")
_WHOLE_DOCTYPE = re.compile(rb"<!DOCTYPE\s+[\w:-]+\s+PUBLIC\s+(?:\"[^\"]*\"|'[^']*')\s+(?:\"[^\"<>]*\"|'[^'<>]*')")
_UNCLOSED_VALUE = re.compile(
    r"""^<[^"'<>]*?(?:\s[\w:.-]+\s?=\s?(?:"[^"]*"|'[^']*'))*\s([\w:.-]+)\s?=\s?(["'])[^"'>]*>"""
)
_DECLARATION = re.compile(r"<!(DOCTYPE)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Spot:
    """The place of an error: what the parser said, the text from the last `<` before it, and the rest of its line."""

    said: re.Match[str]
    data: bytes
    line: int
    before: str
    after: str


def closer_look(error: MalformedXml, data: bytes) -> str | None:
    """Words for the parser's message that take the file into account; `None` if the message says it all."""
    cut = _BROKEN_OFF if _breaks_off(error, data) else None
    for start, explain, in_cut_files in _EXPLAINED:
        if said := re.match(start, error.message):
            return (None if in_cut_files else cut) or explain(_spot(said, error, data))
    return cut


def _spot(said: re.Match[str], error: MalformedXml, data: bytes) -> _Spot:
    lines = data.decode("utf-8", "replace").split("\n")[: error.line or 0]
    if not lines or error.column is None:
        return _Spot(said, data, error.line or 0, "", "")
    before = "\n".join([*lines[-_LINES_OF_A_TAG:-1], lines[-1][: error.column - 1]])
    return _Spot(said, data, error.line or 0, before[max(before.rfind("<"), 0) :], lines[-1][error.column - 1 :])


_BROKEN_OFF = "the file breaks off here: part of it is lost, so get it again, whole"


def _breaks_off(error: MalformedXml, data: bytes) -> bool:
    """Whether the file ends inside a tag or a text, and the error is there."""
    end = data.rstrip()
    return b"<" in end and not end.endswith(b">") and (error.line or 0) > end.count(b"\n")


def _as_it_is(_spot: _Spot) -> None:
    """Nothing to add."""


def _of_tags(spot: _Spot) -> str | None:
    tags = tags_of(spot.data.decode("utf-8", "replace"))
    return None if tags is None else tags.explained() or tags.cut_off()


def _of_entity(spot: _Spot) -> str:
    known, name = named_characters(), spot.said[1]
    if name in known and b"<!DOCTYPE" not in spot.data[:_PROLOG]:
        seen = unicodedata.category(known[name][0])[0] not in "ZCM"
        sign = known[name] if seen else "".join(f"&#{ord(each)};" for each in known[name])
        return f"the file has no DOCTYPE, so &{name}; has no meaning: write {sign} instead"
    close = did_you_mean([f"&{each};" for each in nearest(name, known)])
    return f"&{name}; is not a character that JATS or this file defines{close}"


def _of_bare_ampersand(spot: _Spot) -> str:
    """An `&` that may begin the name of a character without its `;`."""
    name = re.search(r"&(\w{1,40})$", spot.before)
    known = named_characters()
    ends = range(len(name[1]), _SHORTEST - 1, -1) if name else ()
    found = next((name[1][:end] for end in ends if name and name[1][:end] in known), None)
    if found:
        return f"write &{found}; with a ; at its end, or &amp; if the character & is meant"
    return "write &amp; for the character &"


def _of_attribute_prefix(spot: _Spot) -> str:
    prefix, name, owner = spot.said.groups()
    return attribute_prefix(prefix, name, owner, grammar(WIDEST))


def _of_prefix(spot: _Spot) -> str | None:
    """An element with a prefix that is not declared."""
    prefix, name = spot.said.groups()
    if f"oasis:{name}" in grammar(_WITH_OASIS).elements and b"xmlns:oasis" in spot.data[:_PROLOG]:
        return f"the prefix {prefix} of <{prefix}:{name}> is not declared: write <oasis:{name}>"
    known, said = grammar(WIDEST).elements, f"the prefix {prefix} of <{prefix}:{name}> is not declared"
    if name in known:
        return f"{said}: write <{name}>, without a prefix"
    return f"{said}: write <mml:{name}>, and mml: for each {prefix}:" if f"mml:{name}" in known else None


def _of_declaration(spot: _Spot) -> str | None:
    """A DOCTYPE in small letters, or a second one; a space before an element's name."""
    spaced = re.match(r"<?\s+([\w-]+)(?=[\s>/])", (spot.before[-1:] if spot.before[-1:] == "<" else "") + spot.after)
    if spaced and spaced[1] in grammar(WIDEST).elements and ">" in spot.after:
        return f"write <{spaced[1]}, without a space after the <"
    declared = _DECLARATION.search(spot.before + spot.after)
    if declared is None:
        return _of_less_than(spot)
    if declared[1] != "DOCTYPE":
        return "write <!DOCTYPE in capital letters"
    return "there may be one DOCTYPE, before the first element: remove this one"


def _of_less_than(spot: _Spot) -> str | None:
    after = spot.after[1:] if spot.after.startswith("<") and not spot.before.endswith("<") else spot.after
    if re.match(r"\s?!\s?DOCTYPE\b", after, re.IGNORECASE):
        return whole_doctype(spot.data)
    return slip_after_less_than(after)


def _of_character_number(spot: _Spot) -> str | None:
    number = re.search(r"&#\s?(x?[0-9A-Fa-f]+)$", spot.before)
    if number is None:
        return "write a number between &# and ;, as in &#233;"
    return f"write &#{number[1]}; with a ; at its end"


def _of_declaration_line(spot: _Spot) -> str | None:
    """An XML declaration, or another processing instruction, that is not one."""
    return first_line(spot.data) if spot.line == 1 else None


def _of_doctype(spot: _Spot) -> str | None:
    """A DOCTYPE of another form; only its `>` is missing if both identifiers are there."""
    whole = _WHOLE_DOCTYPE.search(spot.data[:_PROLOG])
    return None if whole else whole_doctype(spot.data)


def _of_something_before(spot: _Spot) -> str:
    return before_the_root(spot.data)


def _of_start_tag(spot: _Spot) -> str | None:
    """A start tag with a curly quotation mark, a quotation mark too many or too few, or no `>`."""
    tag, rest = spot.before, spot.after
    if re.match(r"<DOCTYPE\b", tag):
        return whole_doctype(spot.data)
    if re.match(r"<xml\b", tag):
        return first_line(spot.data)
    if not _may_be_a_tag(tag):
        return "write &lt; for the character <"
    if lost := _LOST_END.search(tag):
        return f"the quotation mark at the end of the value of {lost[1]} is missing, before {lost[3]}="
    if any(mark in (rest[:1], tag[-1:]) for mark in _CURLY):
        return "“ and ” have no meaning in XML: put straight quotation marks around the attribute's value"
    if slip := slip_in_start_tag(tag, rest, grammar(WIDEST)):
        return slip
    if rest.startswith("<!--"):
        return "there is a comment inside a start tag: move it after the tag's >"
    if rest.startswith("<"):
        return _no_end_of_tag(spot)
    if re.match(r"[\w:-]+\s*=", rest):
        return "write a space between two attributes"
    if re.search(r"""=\s*(["'])[^"']*\1$""", tag):
        return "there is a quotation mark inside the attribute's value, or after its end: write &quot; for it, or remove it"
    return None


def _may_be_a_tag(tag: str) -> bool:
    """Whether a `<` begins an element, though its `>` may be missing before a word: `<pWe`."""
    name = re.match(r"<([^\s<>/=]+)", tag)
    known = grammar(WIDEST).elements
    return name is None or any(name[1][:end] in known for end in range(len(name[1]), 0, -1)) or ":" in name[1]


def _no_end_of_tag(spot: _Spot) -> str | None:
    name = re.match(r"<([^\s<>/=]+)", spot.before)
    if not _may_be_a_tag(spot.before):
        return "write &lt; for the character <"
    return name and f"the start tag <{name[1]} lacks its >: write it after the tag's name and attributes"


def _of_lost_value(spot: _Spot) -> str | None:
    """Words of the text that are taken for attributes, because the start tag is not closed; or an attribute without a value."""
    if re.match(r"<DOCTYPE\b", spot.before):
        return whole_doctype(spot.data)
    if 0 <= spot.after.find("<") < spot.after.find(">"):
        return _no_end_of_tag(spot)
    if slip := slip_in_start_tag(spot.before, spot.after, grammar(WIDEST)):
        return slip
    owner = re.match(r"<([\w:-]+)", spot.before)
    return attribute_without_value(spot.said[1], owner[1] if owner else "", grammar(WIDEST))


def _of_end_tag(spot: _Spot) -> str | None:
    name = re.match(r"</\s*([^\s<>]+)(?=(\s+[\w:]+=)?)", spot.before + spot.after)
    if name and name[2]:
        return f"an end tag has no attributes: write <{name[1]} for </{name[1]}, or remove the attributes"
    return name and f"write the end tag without a space and with its >, as </{name[1]}>"


def _of_lost_quotation_mark(spot: _Spot) -> str | None:
    if unclosed := _UNCLOSED_VALUE.search(spot.before):
        return f"the quotation mark at the end of the value of {unclosed[1]} is missing, before the >: write {unclosed[2]} there"
    lost = "before this place, the quotation mark at the end of a value is missing, or is another than at its beginning"
    return lost if ">" in spot.before else None


_EXPLAINED: tuple[tuple[str, Callable[[_Spot], str | None], bool], ...] = (
    (r"Start tag expected", _of_something_before, True),
    (r"Extra content|.*(?:the file is (?:empty|not XML)|Document is empty)", _as_it_is, True),
    (r"Opening and ending tag mismatch|Premature end of data|EndTag: '</' not found", _of_tags, True),
    (r"Entity '(.+)' not defined", _of_entity, True),
    (r"EntityRef: expecting ';'", _of_bare_ampersand, False),
    (r"Namespace prefix (\S+) for (\S+) on (\S+) is not defined", _of_attribute_prefix, True),
    (r"Namespace prefix (\S+) on (\S+) is not defined", _of_prefix, True),
    (r"StartTag: invalid element name", _of_declaration, False),
    (
        r"(?:error parsing attribute name|attributes construct error|AttValue: |Couldn't find end of)",
        _of_start_tag,
        False,
    ),
    (r"Specification mandates? value for attribute (\S+)", _of_lost_value, False),
    (r"Failed to parse QName", _of_start_tag, False),
    (r"CharRef: invalid", _of_character_number, False),
    (r"Space required|SystemLiteral|PubidLiteral|DOCTYPE improperly", _of_doctype, False),
    (
        r"Blank needed here|parsing XML declaration|Invalid PI name|xmlParsePI|String not closed|standalone accepts",
        _of_declaration_line,
        False,
    ),
    (r"expected '>'", _of_end_tag, False),
    (r"Unescaped '<'", _of_lost_quotation_mark, False),
)
"""The beginnings of the parser's messages (libxml2), what explains each, and whether it does so for a file that breaks off."""
