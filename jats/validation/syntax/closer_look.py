"""Explains what is not well-formed by a look at the place in the file, where the parser's message alone does not say it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from jats.schema.catalog import WIDEST, WITH_OASIS
from jats.schema.content import grammar
from jats.validation.syntax import left_open
from jats.validation.syntax.ampersands import bare_ampersand, undefined_name, wrong_number
from jats.validation.syntax.control_characters import CONTROL
from jats.validation.syntax.encodings import about_encoding
from jats.validation.syntax.left_open import Words
from jats.validation.syntax.leftovers import after_the_root, leftover_of_word
from jats.validation.syntax.parser_spots import ParserSpot, line_and_column
from jats.validation.syntax.slips import (
    attribute_prefix,
    before_the_root,
    first_line,
    slip_after_less_than,
    whole_doctype,
)
from jats.validation.syntax.start_tags import (
    about_lost_value,
    about_quotation_marks,
    about_start_tag,
    control_character,
)
from jats.validation.syntax.swallowed import swallowing_sections
from jats.validation.syntax.unclosed import tags_of
from jats.vocab.namespaces import NAMESPACES
from jats.xmlio import MalformedXml

_PROLOG = 200_000
_ENCODING = ("encoding", "not proper UTF-8", "Document labelled", "invalid byte")
_LINES_OF_A_TAG = 20
_WHOLE_DOCTYPE = re.compile(rb"<!DOCTYPE\s+[\w:-]+\s+PUBLIC\s+(?:\"[^\"]*\"|'[^']*')\s+(?:\"[^\"<>]*\"|'[^'<>]*')")
_DECLARATION = re.compile(r"<!(DOCTYPE)\b", re.IGNORECASE)


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
    return Look(found.said, *line_and_column(text, found.at))


def _spot(said: re.Match[str], error: MalformedXml, data: bytes, text: str) -> ParserSpot:
    lines = text.split("\n")[: error.line or 0]
    if not lines or error.column is None:
        return ParserSpot(said, data, text, error.line or 0, "", "", 0)
    before = "\n".join([*lines[-_LINES_OF_A_TAG:-1], lines[-1][: error.column - 1]])
    start = max(before.rfind("<"), 0)
    at = sum(len(line) + 1 for line in lines[:-1]) + error.column - 1 - (len(before) - start)
    return ParserSpot(said, data, text, error.line or 0, before[start:], lines[-1][error.column - 1 :], at)


_BROKEN_OFF = "the file breaks off here: part of it is lost, so get it again, whole"


def _breaks_off(error: MalformedXml, data: bytes) -> bool:
    """Whether the file ends inside a tag or a text, and the error is there."""
    end = data.rstrip()
    return b"<" in end and not end.endswith(b">") and (error.line or 0) > end.count(b"\n")


def _as_it_is(_spot: ParserSpot) -> None:
    """Nothing to add."""


def _of_tags(spot: ParserSpot) -> str | Words | None:
    for start, said in swallowing_sections(spot.text):
        return Words(said.text, start)
    tags = tags_of(spot.text)
    return None if tags is None else tags.explained() or tags.cut_off()


def _of_entity(spot: ParserSpot) -> str:
    return undefined_name(spot.said[1], b"<!DOCTYPE" in spot.data[:_PROLOG])


def _of_bare_ampersand(spot: ParserSpot) -> str:
    return bare_ampersand(spot.before, spot.after)


def _of_character_number(spot: ParserSpot) -> str:
    return wrong_number(spot.before, spot.after, spot.text)


def _of_attribute_prefix(spot: ParserSpot) -> str:
    prefix, name, owner = spot.said.groups()
    return attribute_prefix(prefix, name, owner, grammar(WIDEST))


def _of_prefix(spot: ParserSpot) -> str | None:
    """An element with a prefix that is not declared."""
    prefix, name = spot.said.groups()
    if leftover := leftover_of_word(prefix, name, spot.text, spot.at):
        return leftover
    if prefix in NAMESPACES and f"{prefix}:{name}" in grammar(WITH_OASIS).elements:
        said = f"the prefix {prefix} of <{prefix}:{name}> is not declared"
        return f'{said}: write xmlns:{prefix}="{NAMESPACES[prefix]}" in the first start tag, <article'
    if f"oasis:{name}" in grammar(WITH_OASIS).elements and b"xmlns:oasis" in spot.data[:_PROLOG]:
        return f"the prefix {prefix} of <{prefix}:{name}> is not declared: write <oasis:{name}>"
    name = name if name in grammar(WIDEST).elements else name.lower()
    known, said = grammar(WIDEST).elements, f"the prefix {prefix} of <{prefix}:{name}> is not declared"
    if name in known:
        return f"{said}: write <{name}>, without a prefix"
    right = next((each for each in NAMESPACES if f"{each}:{name}" in known), None)
    return f"{said}: write <{right}:{name}>, and {right}: for each {prefix}:" if right else None


def _of_declaration(spot: ParserSpot) -> str | None:
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


def _of_less_than(spot: ParserSpot) -> str | None:
    if re.match(r"<\s?!\s?DOCT\w*\s+\w+\s+(?:PUBLIC|SYSTEM)", spot.text[spot.at :][:_PROLOG], re.IGNORECASE):
        return whole_doctype(spot.data)
    after = spot.after[1:] if spot.after.startswith("<") and not spot.before.endswith("<") else spot.after
    if re.match(r"\s?!\s?DOCTYPE\b", after, re.IGNORECASE):
        return whole_doctype(spot.data)
    return slip_after_less_than(after)


def _of_comment(spot: ParserSpot) -> Words | None:
    return left_open.comment(spot.text)


def _of_cdata(spot: ParserSpot) -> Words:
    return left_open.cdata(spot.text)


def _of_instruction(spot: ParserSpot) -> Words:
    return left_open.instruction(spot.text)


def _of_stray_end(spot: ParserSpot) -> Words | None:
    return left_open.stray_end(spot.before + spot.after)


def _of_control_character(spot: ParserSpot) -> str | None:
    """A character that XML does not allow, in a text, a value or a tag."""
    near = CONTROL.search(spot.after[:2]) or CONTROL.search(spot.before[-2:])
    found = near or CONTROL.search(spot.before + spot.after)
    return found and control_character(found[0], spot)


def _of_declaration_line(spot: ParserSpot) -> str | Words | None:
    """An XML declaration, or another processing instruction, that is not one."""
    line = first_line(spot.data)
    if line and ("XML declaration" in spot.said.string or not spot.text[: spot.at].strip()):
        return Words(line, 0)
    return None


def _of_second_declaration(spot: ParserSpot) -> str:
    if re.search(r"^\s*<\?xml\s|<!DOCTYPE|<article", spot.text[: spot.at]):
        return "<?xml …?> is allowed only at the start of the file: remove this one"
    return "<?xml …?> must be the very first thing in the file: remove what comes before it"


def _of_doctype(spot: ParserSpot) -> str | None:
    """A DOCTYPE of another form; only its `>` is missing if both identifiers are there."""
    whole = _WHOLE_DOCTYPE.search(spot.data[:_PROLOG])
    return None if whole else whole_doctype(spot.data)


def _of_quotes_in_doctype(spot: ParserSpot) -> str:
    whole = whole_doctype(spot.data)
    return whole or "put the same straight quotation mark before and after each identifier of the DOCTYPE"


def _of_subset(_spot: ParserSpot) -> str:
    return 'a declaration between [ and ] of the DOCTYPE is wrong: write it as <!ENTITY name "text">, or remove it'


def _of_standalone(_spot: ParserSpot) -> Words:
    return Words('standalone="yes" in the first line is not true, for the file needs its DTD: remove it', 0)


def _of_something_before(spot: ParserSpot) -> str:
    return before_the_root(spot.data)


def _of_something_after(spot: ParserSpot) -> str | None:
    return after_the_root(spot.text, spot.at + len(spot.before))


def _of_end_tag(spot: ParserSpot) -> str | None:
    name = re.match(r"</\s*([^\s<>]+)(?=(\s+[\w:.-]+\s?=)?)", spot.before + spot.after)
    if name is None:
        return None
    if name[2] and _is_open(name[1], spot.text[: spot.at]):
        return f"an end tag has no attributes: write </{name[1]}>"
    if name[2]:
        return f"an end tag has no attributes: write <{name[1]} for </{name[1]}, or remove the attributes"
    return f"write the end tag without a space and with its >, as </{_known_beginning(name[1])}>"


def _is_open(name: str, before: str) -> bool:
    """Whether an element of that name is open at the end of a text."""
    starts = len(re.findall(rf"<{re.escape(name)}(?=[\s>])[^<>]*(?<!/)>", before))
    return starts > before.count(f"</{name}>")


def _known_beginning(name: str) -> str:
    """The element that a name begins with, for what follows it may be text: `year.` for `</year. 12`."""
    known = grammar(WITH_OASIS).elements
    ends = (name[:end] for end in range(len(name), 0, -1))
    return next((each for each in ends if each in known), name)


_EXPLAINED: tuple[tuple[str, Callable[[ParserSpot], str | Words | None], bool], ...] = (
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
        about_start_tag,
        False,
    ),
    (r"Specification mandates? value for attribute (\S+)", about_lost_value, False),
    (r"Failed to parse QName", about_start_tag, False),
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
    (r"Entity\(\S+\) document marked standalone", _of_standalone, True),
    (r"XML declaration allowed only", _of_second_declaration, True),
    (r"expected '>'", _of_end_tag, False),
    (r"Unescaped '<'", about_quotation_marks, False),
    (r"xmlns:\S+: '.*[='].*' is not a valid URI", about_start_tag, False),
)
"""The beginnings of the parser's messages (libxml2), what explains each, and whether it does so for a file that breaks off."""
