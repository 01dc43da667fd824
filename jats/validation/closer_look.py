"""Explains what is not well-formed by a look at the place in the file, where the parser's message alone does not say it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from jats.schema.content import grammar
from jats.validation import left_open
from jats.validation.ampersands import bare_ampersand, undefined_name, wrong_number
from jats.validation.control_characters import CONTROL, about_control
from jats.validation.encodings import about_encoding
from jats.validation.left_open import Words
from jats.validation.leftovers import after_the_root, leftover_of_word
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
from jats.vocab.namespaces import NAMESPACES
from jats.xmlio import MalformedXml

_PROLOG = 200_000
_ENCODING = ("encoding", "not proper UTF-8", "Document labelled", "invalid byte")
_LINES_OF_A_TAG = 20
_WITH_OASIS = "archiving-1.3-mathml3-oasis"
_CURLY = "“”„‟«»‘’"
_LOST_END = re.compile(r"""([\w:-]+)\s*=\s*(["'])[^"'=<>]*\s([\w:-]+)\s*=\s*\2$""")
_WHOLE_DOCTYPE = re.compile(rb"<!DOCTYPE\s+[\w:-]+\s+PUBLIC\s+(?:\"[^\"]*\"|'[^']*')\s+(?:\"[^\"<>]*\"|'[^'<>]*')")
_OTHER_MARK = re.compile(r"""\s([\w:.-]+)\s*=\s*(["'])(?:(?!\2)[^<>=])*?(?!\2)(["'”“’])(?=\s*/?>|\s+[\w:.-]+\s*=)""")
_UNCLOSED_VALUE = re.compile(
    r"""^<[^"'<>]*?(?:\s[\w:.-]+\s?=\s?(?:"[^"]*"|'[^']*'))*\s([\w:.-]+)\s?=\s?(["'])[^"'>]*>"""
)
_ADDRESS = re.compile(r"<(?:(?:https?|ftp|mailto):|www\.|[\w.+-]+@)")
_NO_TAG = "write &lt; for the character <"
_DECLARATION = re.compile(r"<!(DOCTYPE)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Spot:
    """The place of an error: what the parser said, the text from the last `<` before it, and the rest of its line.

    `at` is the offset of that `<`.
    """

    said: re.Match[str]
    data: bytes
    text: str
    line: int
    before: str
    after: str
    at: int


@dataclass(frozen=True, slots=True)
class Look:
    """Words about what is not well-formed, and its line and column."""

    words: str
    line: int | None
    column: int | None


def is_about_encoding(message: str) -> bool:
    """Whether the parser's message is about the bytes, not about what they say."""
    return any(words in message for words in _ENCODING)


def closer_look(error: MalformedXml, data: bytes) -> Look | None:
    """Words for the parser's message that take the file into account; `None` if the message says it all."""
    cut: str | Words | None = _BROKEN_OFF if _breaks_off(error, data) else None
    if is_about_encoding(error.message):
        cut = about_encoding(error.message, data)
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    found: str | Words | None = cut
    for start, explain, in_cut_files in _EXPLAINED:
        if said := re.match(start, error.message):
            found = (None if in_cut_files else cut) or explain(_spot(said, error, data, text))
            break
    if not found:
        return None
    if isinstance(found, str):
        return Look(found, error.line, error.column)
    if found.at is None:
        return Look(found.said, error.line, error.column)
    return Look(found.said, text.count("\n", 0, found.at) + 1, found.at - text.rfind("\n", 0, found.at))


def _spot(said: re.Match[str], error: MalformedXml, data: bytes, text: str) -> _Spot:
    lines = text.split("\n")[: error.line or 0]
    if not lines or error.column is None:
        return _Spot(said, data, text, error.line or 0, "", "", 0)
    before = "\n".join([*lines[-_LINES_OF_A_TAG:-1], lines[-1][: error.column - 1]])
    start = max(before.rfind("<"), 0)
    at = sum(len(line) + 1 for line in lines[:-1]) + error.column - 1 - (len(before) - start)
    return _Spot(said, data, text, error.line or 0, before[start:], lines[-1][error.column - 1 :], at)


_BROKEN_OFF = "the file breaks off here: part of it is lost, so get it again, whole"


def _breaks_off(error: MalformedXml, data: bytes) -> bool:
    """Whether the file ends inside a tag or a text, and the error is there."""
    end = data.rstrip()
    return b"<" in end and not end.endswith(b">") and (error.line or 0) > end.count(b"\n")


def _as_it_is(_spot: _Spot) -> None:
    """Nothing to add."""


def _of_tags(spot: _Spot) -> str | None:
    tags = tags_of(spot.text)
    return None if tags is None else tags.explained() or tags.cut_off()


def _of_entity(spot: _Spot) -> str:
    return undefined_name(spot.said[1], b"<!DOCTYPE" in spot.data[:_PROLOG])


def _of_bare_ampersand(spot: _Spot) -> str:
    return bare_ampersand(spot.before, spot.after)


def _of_character_number(spot: _Spot) -> str:
    return wrong_number(spot.before, spot.after, spot.text)


def _of_attribute_prefix(spot: _Spot) -> str:
    prefix, name, owner = spot.said.groups()
    return attribute_prefix(prefix, name, owner, grammar(WIDEST))


def _of_prefix(spot: _Spot) -> str | None:
    """An element with a prefix that is not declared."""
    prefix, name = spot.said.groups()
    if leftover := leftover_of_word(prefix, name, spot.text, spot.at):
        return leftover
    if prefix in NAMESPACES and f"{prefix}:{name}" in grammar(_WITH_OASIS).elements:
        said = f"the prefix {prefix} of <{prefix}:{name}> is not declared"
        return f'{said}: write xmlns:{prefix}="{NAMESPACES[prefix]}" in the first start tag, <article'
    if f"oasis:{name}" in grammar(_WITH_OASIS).elements and b"xmlns:oasis" in spot.data[:_PROLOG]:
        return f"the prefix {prefix} of <{prefix}:{name}> is not declared: write <oasis:{name}>"
    name = name if name in grammar(WIDEST).elements else name.lower()
    known, said = grammar(WIDEST).elements, f"the prefix {prefix} of <{prefix}:{name}> is not declared"
    if name in known:
        return f"{said}: write <{name}>, without a prefix"
    right = next((each for each in NAMESPACES if f"{each}:{name}" in known), None)
    return f"{said}: write <{right}:{name}>, and {right}: for each {prefix}:" if right else None


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
    if re.match(r"<\s?!\s?DOCT\w*\s+\w+\s+(?:PUBLIC|SYSTEM)", spot.text[spot.at :][:_PROLOG], re.IGNORECASE):
        return whole_doctype(spot.data)
    after = spot.after[1:] if spot.after.startswith("<") and not spot.before.endswith("<") else spot.after
    if re.match(r"\s?!\s?DOCTYPE\b", after, re.IGNORECASE):
        return whole_doctype(spot.data)
    return slip_after_less_than(after)


def _of_comment(spot: _Spot) -> Words | None:
    return left_open.comment(spot.text)


def _of_cdata(spot: _Spot) -> Words:
    return left_open.cdata(spot.text)


def _of_instruction(spot: _Spot) -> Words:
    return left_open.instruction(spot.text)


def _of_stray_end(spot: _Spot) -> Words | None:
    return left_open.stray_end(spot.before + spot.after)


def _of_control_character(spot: _Spot) -> str | None:
    """A character that XML does not allow, in a text, a value or a tag."""
    near = CONTROL.search(spot.after[:2]) or CONTROL.search(spot.before[-2:])
    found = near or CONTROL.search(spot.before + spot.after)
    return found and _control(found[0], spot)


def _control(character: str, spot: _Spot) -> str:
    at = spot.text.find(character, spot.at)
    return about_control(character, spot.text, None if at < 0 else at)


def _of_declaration_line(spot: _Spot) -> str | Words | None:
    """An XML declaration, or another processing instruction, that is not one."""
    line = first_line(spot.data)
    if line and ("XML declaration" in spot.said.string or not spot.text[: spot.at].strip()):
        return Words(line, 0)
    return None


def _of_second_declaration(spot: _Spot) -> str:
    if re.search(r"^\s*<\?xml\s|<!DOCTYPE|<article", spot.text[: spot.at]):
        return "<?xml …?> is allowed only at the start of the file: remove this one"
    return "<?xml …?> must be the very first thing in the file: remove what comes before it"


def _of_doctype(spot: _Spot) -> str | None:
    """A DOCTYPE of another form; only its `>` is missing if both identifiers are there."""
    whole = _WHOLE_DOCTYPE.search(spot.data[:_PROLOG])
    return None if whole else whole_doctype(spot.data)


def _of_quotes_in_doctype(spot: _Spot) -> str:
    whole = whole_doctype(spot.data)
    return whole or "put the same straight quotation mark before and after each identifier of the DOCTYPE"


def _of_subset(_spot: _Spot) -> str:
    return 'a declaration between [ and ] of the DOCTYPE is wrong: write it as <!ENTITY name "text">, or remove it'


def _of_something_before(spot: _Spot) -> str:
    return before_the_root(spot.data)


def _of_something_after(spot: _Spot) -> str | None:
    return after_the_root(spot.text, spot.at + len(spot.before))


def _of_start_tag(spot: _Spot) -> str | Words | None:
    """A start tag with a curly quotation mark, a quotation mark too many or too few, or no `>`."""
    tag, rest = spot.before, spot.after
    if re.match(r"<DOCTYPE\b", tag):
        return whole_doctype(spot.data)
    if re.match(r"<xml\b", tag):
        return first_line(spot.data)
    if control := CONTROL.match(rest):
        return _control(control[0], spot)
    if not _may_be_a_tag(tag):
        return Words(_NO_TAG, spot.at)
    if (
        not tag.endswith("/")
        and re.match(r"[^<>]*<(?!!)", rest[1:])
        and rest[:1] != "/"
        and tag.count('"') % 2 == tag.count("'") % 2 == 0
    ):
        return _no_end_of_tag(spot)
    if lost := _LOST_END.search(tag):
        return f"the quotation mark at the end of the value of {lost[1]} is missing, before {lost[3]}="
    if end := re.search(r"(?:\\|//+)\s*>", (tag[-1:] + rest)[:6]):
        return f"write /> for {end[0]}"
    if glued := _glued(tag + rest):
        return glued
    if wrong := _OTHER_MARK.search(tag + rest.partition(">")[0] + ">"):
        return _other_mark(wrong)
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


def _other_mark(found: re.Match[str]) -> str:
    """About a value that begins with one quotation mark and ends with another."""
    return f"the value of {found[1]} begins with {found[2]} and ends with {found[3]}: write {found[2]} at both ends"


def _glued(tag: str) -> str | None:
    """About an element's name and an attribute with no space between: `<xrefref-type="bibr"`."""
    found = re.match(r"<([\w:.-]+)=", tag)
    if found is None:
        return None
    known = grammar(_WITH_OASIS)
    for end in range(len(found[1]) - 1, 0, -1):
        owner, name = found[1][:end], found[1][end:]
        if owner in known.elements and known.attribute(owner, name):
            return f"write a space between <{owner} and {name}"
    return None


def _may_be_a_tag(tag: str) -> bool:
    """Whether a `<` begins an element, though its `>` may be missing before a word: `<pWe`."""
    if _ADDRESS.match(tag):
        return False
    name = re.match(r"<([^\s<>/=]+)", tag)
    known = grammar(WIDEST).elements
    return name is None or any(name[1][:end] in known for end in range(len(name[1]), 0, -1)) or ":" in name[1]


def _no_end_of_tag(spot: _Spot) -> str | Words | None:
    name = re.match(r"<([^\s<>/=]+)", spot.before)
    if not _may_be_a_tag(spot.before):
        return Words(_NO_TAG, spot.at)
    return name and f"the start tag <{name[1]} lacks its >: write it after the tag's name and attributes"


def _of_lost_value(spot: _Spot) -> str | Words | None:
    """Words of the text that are taken for attributes, because the start tag is not closed; or an attribute without a value."""
    if re.match(r"<DOCTYPE\b", spot.before):
        return whole_doctype(spot.data)
    if 0 <= spot.after.find("<") < spot.after.find(">"):
        return _no_end_of_tag(spot)
    if slip := slip_in_start_tag(spot.before, spot.after, grammar(WIDEST)):
        return slip
    owner = re.match(r"<([\w:-]+)", spot.before)
    if owner and owner[1] not in grammar(_WITH_OASIS).elements:
        return Words(_NO_TAG, spot.at)
    return attribute_without_value(spot.said[1], owner[1] if owner else "", grammar(WIDEST))


def _of_end_tag(spot: _Spot) -> str | None:
    name = re.match(r"</\s*([^\s<>]+)(?=(\s+[\w:]+=)?)", spot.before + spot.after)
    if name is None:
        return None
    if name[2]:
        return f"an end tag has no attributes: write <{name[1]} for </{name[1]}, or remove the attributes"
    return f"write the end tag without a space and with its >, as </{_known_beginning(name[1])}>"


def _known_beginning(name: str) -> str:
    """The element that a name begins with, for what follows it may be text: `year.` for `</year. 12`."""
    known = grammar(_WITH_OASIS).elements
    ends = (name[:end] for end in range(len(name), 0, -1))
    return next((each for each in ends if each in known), name)


def _of_lost_quotation_mark(spot: _Spot) -> str | None:
    if wrong := _OTHER_MARK.search(spot.before + spot.after.partition(">")[0] + ">"):
        return _other_mark(wrong)
    if unclosed := _UNCLOSED_VALUE.search(spot.before):
        return f"the quotation mark at the end of the value of {unclosed[1]} is missing, before the >: write {unclosed[2]} there"
    lost = "before this place, the quotation mark at the end of a value is missing, or is another than at its beginning"
    return lost if ">" in spot.before else None


_EXPLAINED: tuple[tuple[str, Callable[[_Spot], str | Words | None], bool], ...] = (
    (r"Start tag expected", _of_something_before, True),
    (r"Extra content", _of_something_after, True),
    (r".*(?:the file is (?:empty|not XML)|Document is empty)", _as_it_is, True),
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
    (r"(?:xmlParse)?CharRef: |xmlParseCharRef", _of_character_number, False),
    (r"Comment (?:not terminated|must not)|Double hyphen", _of_comment, True),
    (r"CData section not finished", _of_cdata, True),
    (r"ParsePI: PI \S+ never end", _of_instruction, True),
    (r"Sequence '\]\]>'", _of_stray_end, True),
    (r"(?:PCDATA|.*[Ii]nvalid [Cc]har|invalid character)", _of_control_character, True),
    (r"Space required|SystemLiteral|PubidLiteral|DOCTYPE improperly", _of_doctype, False),
    (
        r"Blank needed here|parsing XML declaration|Malformed declaration|Invalid PI name|xmlParsePI|String not closed"
        r"|standalone accepts",
        _of_declaration_line,
        False,
    ),
    (r"Unfinished System or Public ID", _of_quotes_in_doctype, True),
    (r"(?:Entity value required|.*internal subset|EntityValue|xmlParseEntityDecl)", _of_subset, True),
    (r"XML declaration allowed only", _of_second_declaration, True),
    (r"expected '>'", _of_end_tag, False),
    (r"Unescaped '<'", _of_lost_quotation_mark, False),
    (r"xmlns:\S+: '.*[='].*' is not a valid URI", _of_start_tag, False),
)
"""The beginnings of the parser's messages (libxml2), what explains each, and whether it does so for a file that breaks off."""
