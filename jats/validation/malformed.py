"""Explains why bytes are not XML: one finding, at the parser's place, in plain words."""

from __future__ import annotations

import re

from jats.files.kinds import ARTICLE_SUFFIXES
from jats.findings import Finding, Place
from jats.messages.codes import Message
from jats.messages.words import did_you_mean, nearest
from jats.validation import file_codes
from jats.xmlio import MalformedXml, named_characters

_MISMATCH = re.compile(r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)")
_UNDEFINED = re.compile(r"Entity '(.+)' not defined")
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']""")
_FIELD = re.compile(rb"(?:\xef\xbb\xbf)?(?:#[^\n]*\n)*[a-z_]{3,40}:(?:[ \t\r]|\n)")
_PROLOG = 200_000

_REFUSED = ("refused", "never read", "is not read", "xcessive depth", "huge", "amplification")
_ENCODING = ("encoding", "not proper UTF-8", "Document labelled", "invalid byte")
_NOT_XML = ("the file is empty", "the file is not XML", "Document is empty", "Start tag expected")

# libxml2's messages, in plain words
_WORDS = (
    (
        r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)",
        r"</\3> comes before <\1> of line \2 is closed: write </\1> first",
    ),
    (r"Premature end of data in tag (\S+) line (\d+)", r"the file ends before <\1> of line \2 is closed"),
    (r"EndTag: '</' not found", "the file ends before all its elements are closed"),
    (r"xmlParseEntityRef: no name", "write &amp; for the character &"),
    (
        r"EntityRef: expecting ';'",
        "write &amp; for the character & (or add the ; after the name that follows it)",
    ),
    (r"StartTag: invalid element name", "write &lt; for the character <"),
    (r"Unescaped '<' not allowed in attributes values", "write &lt; for a < in an attribute"),
    (r"Entity '(.+)' not defined", r"&\1; is not a character that JATS or this file defines"),
    (r"Attribute (\S+) redefined", r"the attribute \1 is twice in one tag: remove one"),
    (
        r"Namespace prefix (\S+) (?:for (\S+) )?on (\S+) is not defined",
        r"the prefix \1 of <\3> is not bound to a namespace",
    ),
    (r"xmlns:(\S+): '(.*)' is not a valid URI", r'"\2" of xmlns:\1 is not a valid address'),
    (
        r"(?:PCDATA|CData section|Comment).*[iI]nvalid [Cc]har.* (\d+|0x\w+).*",
        r"a control character (\1) is not allowed in XML: remove it",
    ),
    (
        r"Extra content at the end of the document",
        "there is something after the end of the document: one element must hold everything",
    ),
    (r"AttValue: \" or ' expected", "put the attribute's value in quotation marks"),
    (r"Specification mandates? value for attribute (\S+)", r'the attribute \1 lacks its value: write \1="…"'),
    (r"Couldn't find end of Start Tag (\S+).*", r"the start tag <\1 is not closed by >"),
    (r"Double hyphen within comment.*", "two hyphens are not allowed inside a comment"),
    (r"Excessive depth in document.*", "its elements are nested too deeply for an article; such files are refused"),
)


def malformed_finding(error: MalformedXml, name: str, data: bytes) -> Finding:
    """The finding about a file that is not well-formed, is not XML, or is refused."""
    said = _of_article_file(data, name) or _of_declared_encoding(data) or _said(_better(error, data) or error.message)
    return Finding(said.code, said.severity, said.text, Place(name, error.line, error.column), source="XML 1.0")


def _of_article_file(data: bytes, name: str) -> Message | None:
    """The message about an article file that was taken for XML: by its name, or by its first line."""
    if name.lower().endswith(ARTICLE_SUFFIXES):
        return file_codes.not_xml("this is an article file, not XML: use jats check, or jats build to make XML of it")
    if _FIELD.match(data):
        return file_codes.not_xml(
            "the file begins as an article file does: let its name end in .yaml, as in article.yaml"
        )
    return None


def _of_declared_encoding(data: bytes) -> Message | None:
    """The message about a file that says UTF-16 and has one byte for each letter of its declaration."""
    declared = _DECLARED.match(data)
    if declared is None or not declared[1].upper().startswith((b"UTF-16", b"UCS-2", b"UTF-32")):
        return None
    named = declared[1].decode("ascii", "replace")
    return file_codes.wrong_encoding(f'the first line says {named}, but the file is UTF-8: write encoding="UTF-8"')


def _better(error: MalformedXml, data: bytes) -> str | None:
    """Words for the parser's message that need a look into the file; `None` if the message says it all."""
    if mismatch := _MISMATCH.match(error.message):
        return _of_end_tag(
            mismatch[1], int(mismatch[2]), mismatch[3], data.decode("utf-8", "replace").split("\n"), error
        )
    if undefined := _UNDEFINED.match(error.message):
        return _of_entity(undefined[1], has_doctype=b"<!DOCTYPE" in data[:_PROLOG])
    return None


def _of_end_tag(name: str, line: int, closed: str, lines: list[str], error: MalformedXml) -> str | None:
    """The place at which an end tag is probably missing, or the message that two elements cross."""
    here = lines[error.line - 1] if error.line and error.line <= len(lines) else ""
    if re.search(rf"</{re.escape(closed)}\s*>\s*</{re.escape(name)}\s*>", here):
        return f"<{closed}> and <{name}> cross: write </{name}></{closed}>"
    column = _column(name, lines[line - 1]) if line <= len(lines) else None
    if column is None:
        return None
    for number in range(line + 1, min(error.line or 0, len(lines)) + 1):
        if _column(name, lines[number - 1]) == column:
            return (
                f"<{name}> of line {line} is not closed when </{closed}> comes; the next <{name}> in its column begins on "
                f"line {number}: </{name}> is probably missing before it"
            )
    return None


def _column(name: str, line: str) -> int | None:
    """How far a line is indented that begins with the start tag of an element."""
    begun = line.lstrip()
    return len(line) - len(begun) if re.match(rf"<{re.escape(name)}[\s>]", begun) else None


def _of_entity(name: str, *, has_doctype: bool) -> str:
    known = named_characters()
    if name in known and not has_doctype:
        return f"the file has no DOCTYPE, so &{name}; has no meaning: write {known[name]} instead"
    close = did_you_mean([f"&{each};" for each in nearest(name, known)])
    return f"&{name}; is not a character that JATS or this file defines{close}"


def _said(message: str) -> Message:
    plain = _plain(message)
    if any(word in message for word in _NOT_XML):
        return file_codes.not_xml("the file does not begin with <" if "Start tag" in message else plain)
    if any(word in message for word in _REFUSED):
        return file_codes.refused(plain)
    if any(word in message for word in _ENCODING):
        return file_codes.wrong_encoding(plain)
    return file_codes.not_well_formed(plain)


def _plain(message: str) -> str:
    for pattern, words in _WORDS:
        if match := re.match(pattern, message):
            return match.expand(words)
    return message.splitlines()[0].rstrip() if message else "not well-formed"
