"""Slips of the pen in one tag, in the first line and in the DOCTYPE: what is written there, and what to write."""

from __future__ import annotations

import re

from jats.messages.words import nearest, quoted
from jats.schema.catalog import by_public_id
from jats.schema.content import Grammar
from jats.vocab.namespaces import NAMESPACES

_PROLOG = 20_000
_WHOLE_ATTRIBUTE = re.compile(r"""\s[A-Za-z_][\w:.-]*\s?=\s?(?:"[^"<]*"|'[^'<]*')""")
_LONGEST = 4000

_IN_START_TAG = (
    (re.compile(r"""=\s?\\["']"""), r"remove the \ before each quotation mark"),
    (re.compile(r"==+"), "write one = between the attribute's name and its value"),
    (re.compile(r"=\s?&quot;"), 'write " for each &quot; around the value'),
    (re.compile(r"""\s([A-Za-z][\w:-]*):\s?["']"""), r"write \1= for \1:"),
    (re.compile(r"""[\s<]=\s?["']"""), "the name of the attribute is missing before the ="),
    (re.compile(r"""\s([A-Za-z][\w-]*)\s:([\w-]+)\s?="""), r"write \1:\2= without a space"),
    (re.compile(r"""\s([A-Za-z][\w-]*):\s([\w-]+)\s?="""), r"write \1:\2= without a space"),
    (re.compile(r"""\s([A-Za-z_][\w:-]*)\s?["']"""), r"write = after \1"),
    (re.compile(r"^<[\w:-]+[,;]|[,;]\s?/?>?$"), "remove the comma or semicolon after the value"),
    (re.compile(r"/\s>$"), "write /> without a space between"),
)
"""What may be left of a start tag without its whole attributes, and the words about it."""

_AFTER_LESS_THAN = (
    (re.compile(r"\s+/\s?([\w:-]+)\s?>"), r"write the end tag without a space, as </\1>"),
    (re.compile(r"<(?=/|\s)"), "write &lt; for the character <"),
    (re.compile(r"<"), "there are two < side by side: remove one"),
    (re.compile(r"\\([\w:-]+)>"), r"write </\1>, with a / and not a \\"),
    (re.compile(r"!?--|!-|!\s?[^\[>]*-->"), "a comment begins with <!-- and ends with -->: write both"),
    (
        re.compile(r"!?\[?c\w{2,4}\[|!\[c\w{2,4}", re.IGNORECASE),
        "write <![CDATA[ at its beginning, in capital letters, and ]]> at its end",
    ),
    (re.compile(r"!\["), "it means nothing in XML: remove it, from <![ to ]>"),
    (re.compile(r"!(?:ELEMENT|ATTLIST|ENTITY)\b"), "a declaration is not allowed here: remove it, from <! to >"),
)
"""What follows a `<` that begins no tag, and the words about it."""


def slip_in_start_tag(before: str, after: str, grammar: Grammar) -> str | None:
    """What to write in a start tag that an error stopped in, given its text before and after the place; `None` if unclear."""
    if re.match(r"/\s*(?:<|$)", after):
        return "write /> at the end of the tag: its > is missing"
    tag = (before + after.partition(">")[0] + ">")[:_LONGEST]
    name = re.match(r"<([\w:-]+)(/?)", tag)
    if name and name[2] and "=" in tag:
        return f"remove the / after <{name[1]}"
    rest = _WHOLE_ATTRIBUTE.sub("", tag)
    if found := next(
        (match.expand(words) for pattern, words in _IN_START_TAG if (match := pattern.search(rest))), None
    ):
        return found
    apart = re.match(r"<([\w:-]+)\s([\w-]+)", rest)
    if apart and apart[1] + apart[2] in grammar.elements and apart[1] not in grammar.elements:
        return f"write <{apart[1]}{apart[2]}, without a space in it"
    return None


def slip_after_less_than(after: str) -> str | None:
    """What to write if a `<` begins neither a tag nor text; `None` if it seems to be text."""
    for pattern, words in _AFTER_LESS_THAN:
        if match := pattern.match(after):
            return match.expand(words)
    return None


def attribute_prefix(prefix: str, name: str, owner: str, grammar: Grammar) -> str:
    """What to do about an attribute whose prefix is not declared."""
    said = f"the prefix {prefix} of the attribute {prefix}:{name} is not declared"
    if prefix in NAMESPACES:
        return f'{said}: write xmlns:{prefix}="{NAMESPACES[prefix]}" in the first start tag, <article'
    right = [f"{each}:{name}" for each in NAMESPACES if grammar.attribute(owner, f"{each}:{name}")]
    right = right or [f"{each}:{name}" for each in nearest(prefix, NAMESPACES)]
    return f"{said}: write {right[0]}" if right else f"{said}: remove the attribute"


def attribute_without_value(name: str, owner: str, grammar: Grammar) -> str:
    """What to do about an attribute that has no value."""
    if owner in grammar.elements and grammar.attribute(owner, name) is None:
        return f"{name} is not an attribute of <{owner}>: remove it"
    return f'the attribute {name} lacks its value: write {name}="…"'


def first_line(data: bytes) -> str | None:
    """How to write the XML declaration, if the file begins with something like it."""
    start = re.match(rb"\s*<\??\s?xml\b[^<]*", data[:_PROLOG], re.IGNORECASE)
    if start is None:
        return None
    encoding = re.search(rb"(?i)(?:utf-?8|utf-?16|iso-8859-\d+|windows-125\d|us-ascii)", start[0])
    named = encoding[0].decode() if encoding else "UTF-8"
    return f'the first line must be <?xml version="1.0" encoding="{named}"?>: write it so'


def whole_doctype(data: bytes) -> str | None:
    """How to write the DOCTYPE, if the file gives an official public identifier."""
    found = re.search(rb"-//NLM//DTD[^\"'<>\[]{1,200}?//EN", data[:_PROLOG])
    declared = by_public_id(" ".join(found[0].decode("ascii", "replace").split())) if found else None
    if declared is None:
        return None
    return f'write the DOCTYPE as <!DOCTYPE article PUBLIC "{declared.public_id}" "{declared.system_id}">'


def before_the_root(data: bytes) -> str:
    """What is in the file before its first element, where text is not allowed."""
    text = data[:_PROLOG].decode("utf-8", "replace").removeprefix("\ufeff")
    if text.startswith("\ufeff"):
        return "an invisible character (U+FEFF) comes before the first element: remove it"
    prolog = re.match(r"(?:\s|<\?[^>]*>|<!DOCTYPE[^\[<>]*>|<!--[^>]*-->)*", text)
    junk = text[prolog.end() if prolog else 0 :].partition("<")[0].strip()
    if junk.startswith("!DOCTYPE") and (right := whole_doctype(data)):
        return f"the file must begin with <: {right}"
    if not junk or "<" not in text:
        return "the file does not begin with <"
    return f"the file must begin with <, but here {quoted(junk)} comes before the first element: remove it"
