"""Explains why bytes are not XML: one finding, at the parser's place, in plain words."""

from __future__ import annotations

import re

from jats.files.kinds import ARTICLE_SUFFIXES
from jats.findings import Finding, Place
from jats.messages.codes import Message
from jats.validation import file_codes
from jats.validation.syntax.closer_look import Look, closer_look, is_about_encoding
from jats.xmlio import MalformedXml

_DECLARED = re.compile(rb"""\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']""")
_FIELD = re.compile(rb"(?:\xef\xbb\xbf)?(?:#[^\n]*\n)*[a-z_]{3,40}:(?:[ \t\r]|\n)")
_PROLOG = 200_000

_REFUSED = ("refused", "never read", "is not read", "xcessive depth", "huge", "amplification")
_NOT_XML = (
    "the file is empty",
    "the file is not XML",
    "Document is empty",
    "the file does not begin",
    "the file must begin",
)

_FIRST_LINE = "the first line must be"

# libxml2's messages, in plain words
_WORDS = (
    (
        r"Sequence '\]\]>' not allowed in content",
        "remove ]]>, or write ]]&gt; for it if readers are to see these characters",
    ),
    (r"xmlParsePI : no target name", "write &lt; for the < before ?, or remove it"),
    (r"Failed to parse QName '(.+)'", r"the name \1 has a colon at a wrong place: remove the colon"),
    (r"Invalid PI name", "only the first line may begin with <?xml: remove this one"),
    (r"xmlns:(\S+): Empty XML namespace.*", r"xmlns:\1 is empty: write the namespace's address in it, or remove it"),
    (
        r"xmlParseCharRef: invalid xmlChar value 0",
        "&# must be followed by the number of a character: remove it",
    ),
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
        "there is something after the end of the document: remove what follows its last end tag",
    ),
    (r"AttValue: \" or ' expected", "put the attribute's value in quotation marks"),
    (r"Specification mandates? value for attribute (\S+)", r'the attribute \1 lacks its value: write \1="…"'),
    (r"Couldn't find end of Start Tag (\S+).*", r"the start tag <\1 is not closed by >"),
    (
        r"XML declaration allowed only at the start of the document",
        "<?xml …?> must be the very first thing in the file: remove what comes before it, or remove a second one",
    ),
    (r"DOCTYPE improperly terminated", "the DOCTYPE is not closed: write > at its end"),
    (
        r"Space required after (?:the Public Identifier|'PUBLIC')",
        "after PUBLIC, the DOCTYPE must have two identifiers in quotation marks, with a space between them",
    ),
    (r"Malformed declaration expecting version", 'the first line must begin with <?xml version="1.0"'),
    (r"String not started expecting.*", "put straight quotation marks around the value"),
    (r"Unsupported version '.*'", 'write version="1.0"'),
    (r"Invalid character: Char (0x\w+).*", r"a control character (\1) is not allowed in XML: remove it"),
    (r"CData section not finished", "the <![CDATA[ section is not closed: write ]]> at its end"),
    (r"Comment not terminated", "the comment is not closed: write --> at its end"),
    (r"ParsePI: PI \S+ never end", "the processing instruction is not closed: write ?> at its end"),
    (
        r"(?:SystemLiteral|PubidLiteral) .*expected",
        "put straight quotation marks around both identifiers of the DOCTYPE",
    ),
    (r"xmlParseCharRef: invalid xmlChar value (\d+)", r"the character number \1 is not allowed in XML: remove it"),
    (r"error parsing attribute name", "something that is not an attribute is in a start tag: remove it"),
    (r"attributes construct error", "write a space between two attributes"),
    (r"Double hyphen within comment.*", "two hyphens are not allowed inside a comment"),
    (r"Excessive depth in document.*", "its elements are nested too deeply for an article; such files are refused"),
)


def malformed_finding(error: MalformedXml, name: str, data: bytes) -> Finding:
    """The finding about a file that is not well-formed, is not XML, or is refused."""
    whole = _of_article_file(data, name) or _of_web_page(data) or _of_declared_encoding(data)
    look = (None if whole else closer_look(error, data)) or Look(error.message, error.line, error.column)
    said = whole or _said(look.words, encoding=is_about_encoding(error.message))
    return Finding(said.code, said.severity, said.text, Place(name, look.line, look.column), source="XML 1.0")


def _of_article_file(data: bytes, name: str) -> Message | None:
    """The message about an article file that was taken for XML: by its name, or by its first line."""
    if name.lower().endswith(ARTICLE_SUFFIXES):
        return file_codes.not_xml("this is an article file, not XML: use jats check, or jats build to make XML of it")
    if _FIELD.match(data):
        return file_codes.not_xml(
            "the file begins as an article file does: let its name end in .yaml, as in article.yaml"
        )
    return None


def _of_web_page(data: bytes) -> Message | None:
    """The message about a page of HTML, which a server sends in place of a file that it does not have."""
    begins = data[:_PROLOG].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html"))
    page = begins and b"<article-meta" not in data
    said = "the file is a web page (HTML), not JATS: jats import reads web pages, or get the article's XML"
    return file_codes.not_xml(said) if page else None


def _of_declared_encoding(data: bytes) -> Message | None:
    """The message about a file that says UTF-16 and has one byte for each letter of its declaration."""
    declared = _DECLARED.match(data)
    if declared is None or not declared[1].upper().startswith((b"UTF-16", b"UCS-2", b"UTF-32")):
        return None
    named = declared[1].decode("ascii", "replace")
    return file_codes.wrong_encoding(f'the first line says {named}, but the file is UTF-8: write encoding="UTF-8"')


def _said(message: str, *, encoding: bool) -> Message:
    plain = _plain(message)
    if message.startswith(_FIRST_LINE):
        return file_codes.not_well_formed(message)
    if any(word in message for word in _NOT_XML):
        return file_codes.not_xml(plain)
    if any(word in message for word in _REFUSED):
        return file_codes.refused(plain)
    if encoding:
        return file_codes.wrong_encoding(plain)
    return file_codes.not_well_formed(plain)


def _plain(message: str) -> str:
    for pattern, words in _WORDS:
        if match := re.match(pattern, message):
            return match.expand(words)
    return message.splitlines()[0].rstrip() if message else "not well-formed"
