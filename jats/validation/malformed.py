"""What is said of bytes that are no XML that can be read: one finding, at the parser's place, in plain words."""

from __future__ import annotations

import re

from jats.findings import Finding, Place
from jats.messages.codes import Message
from jats.validation import file_codes
from jats.xmlio import MalformedXml

_REFUSED = ("refused", "never read", "is not read", "xcessive depth", "huge", "amplification")
_ENCODING = ("encoding", "not proper UTF-8", "Document labelled", "invalid byte")
_NOT_XML = ("the file is empty", "the file is not XML", "Document is empty", "Start tag expected")

# libxml2's messages and what they mean to a person
_WORDS = (
    (
        r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)",
        r"<\1> of line \2 is closed by </\3>: close <\1> first",
    ),
    (r"Premature end of data in tag (\S+) line (\d+)", r"the file ends before <\1> of line \2 is closed"),
    (r"EndTag: '</' not found", "the file ends before all its elements are closed"),
    (r"xmlParseEntityRef: no name", "an & that stands for itself must be written &amp;"),
    (
        r"EntityRef: expecting ';'",
        "an & that stands for itself must be written &amp; (or the name after it lacks its ;)",
    ),
    (r"StartTag: invalid element name", "a < that stands for itself must be written &lt;"),
    (r"Unescaped '<' not allowed in attributes values", "a < in an attribute must be written &lt;"),
    (r"Entity '(.+)' not defined", r"&\1; is no character that JATS or this file defines"),
    (r"Attribute (\S+) redefined", r"the attribute \1 stands twice in one tag"),
    (
        r"Namespace prefix (\S+) (?:for (\S+) )?on (\S+) is not defined",
        r"the prefix \1 of <\3> is bound to no namespace",
    ),
    (r"xmlns:(\S+): '(.*)' is not a valid URI", r'"\2" of xmlns:\1 is no valid address'),
    (
        r"(?:PCDATA|CData section|Comment).*[iI]nvalid [Cc]har.* (\d+|0x\w+).*",
        r"a control character (\1) may not stand in XML",
    ),
    (
        r"Extra content at the end of the document",
        "something stands behind the end of the document: one element must hold all",
    ),
    (r"AttValue: \" or ' expected", "an attribute's value must stand in quotation marks"),
    (r"Specification mandates? value for attribute (\S+)", r'the attribute \1 lacks its value: write \1="…"'),
    (r"Couldn't find end of Start Tag (\S+).*", r"the start tag <\1 is not closed by >"),
    (r"Double hyphen within comment.*", "two hyphens may not stand inside a comment"),
    (r"Excessive depth in document.*", "its elements are nested too deeply for an article; such files are refused"),
)


def malformed_finding(error: MalformedXml, name: str) -> Finding:
    """The finding about a file that isn't well-formed, isn't XML, or is refused."""
    said = _said(error.message)
    return Finding(said.code, said.severity, said.text, Place(name, error.line, error.column), source="XML 1.0")


def _said(message: str) -> Message:
    plain = _plain(message)
    if any(word in message for word in _NOT_XML):
        return file_codes.not_xml("the file begins with something else than a <" if "Start tag" in message else plain)
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
