"""What to write for an `&` that begins no character's name or number, or begins one with a slip."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Mapping

from jats.messages.words import did_you_mean, is_one_slip, nearest
from jats.xmlio import named_characters

_SHORTEST = 4
"""Letters of a character's name that are looked for at the beginning of a word: `&ocircmico`."""
_ALIKE = 0.85
_PREDEFINED = frozenset(("amp", "apos", "gt", "lt", "quot"))


def undefined_name(name: str, has_doctype: bool) -> str:
    """A name of a character that the document does not know."""
    known = named_characters()
    if name in known:
        seen = unicodedata.category(known[name][0])[0] not in "ZCM"
        sign = known[name] if seen else "".join(f"&#{ord(each)};" for each in known[name])
        why = "the DOCTYPE is not one of JATS" if has_doctype else "the file has no DOCTYPE"
        return f"{why}, so &{name}; has no meaning: write {sign} instead"
    close = did_you_mean([f"&{each};" for each in _alike(name, known)])
    remedy = close or ": write &amp; for the & if a text is meant"
    return f"&{name}; is not a character that JATS or this file defines{remedy}"


def _alike(name: str, known: Mapping[str, str]) -> list[str]:
    """The names of characters that a name may be a slip of, those of its case and of HTML first."""
    from html.entities import name2codepoint

    long_enough = len(name) >= _SHORTEST or name.islower()
    one_slip = [each for each in known if long_enough and len(name) >= _SHORTEST - 1 and is_one_slip(name, each)]
    one_slip = [each for each in one_slip if sorted(each) == sorted(name)] or one_slip
    close = one_slip or nearest(name, known, cutoff=_ALIKE)
    return sorted(close, key=lambda each: (each[:1] != name[:1], each not in name2codepoint))[:3]


def bare_ampersand(before: str, after: str) -> str:
    """An `&` that may begin the name of a character without its `;`."""
    written = re.search(r"&([\w.:-]{1,40})$", before)
    name = written[1] if written else ""
    known = named_characters()
    found = name if name in known or name in _PREDEFINED else _beginning(name, known)
    if not found:
        return "write &amp; for the character &"
    if after.startswith("=") or (found != name and after[:1] in "=;"):  # as in an address: ?a=1&copy=2
        return f"write &amp; for the character &, or &{found}; with a ; at its end if that character is meant"
    return f"write &{found}; with a ; at its end, or &amp; if the character & is meant"


def _beginning(name: str, known: Container[str]) -> str | None:
    """The longest name of a character that a word begins with."""
    ends = range(len(name), _SHORTEST - 1, -1)
    predefined = (each for each in _PREDEFINED if re.match(rf"{each}[^a-z]", name))
    return next((name[:end] for end in ends if name[:end] in known), None) or next(predefined, None)


def wrong_number(before: str, after: str, text: str) -> str:
    """A number of a character, `&#233;`, that is not well-formed or is of no character."""
    around = before[max(before.rfind("&"), 0) :] + after
    number = re.match(r"&#\s?([xX]?)([0-9A-Fa-f]*)(\s?;?)", around)
    if number is None or not number[2] or not (number[1] or re.search(r"\d", number[2])):
        return "write a number between &# and ;, as in &#233;, or &amp; for the character &"
    hexadecimal = number[1] or re.search("(?=.*[0-9]).*[A-Fa-f]", number[2])
    closed = ";" in number[3]
    digits = number[2] if closed or not number[1] else _as_others(number[2], text)
    value = int(digits, 16 if hexadecimal else 10)
    if not _is_allowed(value):
        return f"the character number {number[1]}{digits} is not allowed in XML: remove &#{number[1]}{digits};"
    right = f"&#{'x' if hexadecimal else ''}{digits};"
    if closed or number[1] == "X" or (hexadecimal and not number[1]):
        return f"write {right} for {number[0].strip()}"
    return f"write {right} with a ; at its end"


def _as_others(digits: str, text: str) -> str:
    """The digits of a character's number that are followed by letters that may be digits: as many as most others have."""
    lengths = Counter(len(each) for each in re.findall(r"&#x([0-9A-Fa-f]+);", text))
    usual = lengths.most_common(1)[0][0] if lengths else len(digits)
    return digits[:usual]


def _is_allowed(number: int) -> bool:
    """Whether XML allows a character of this number."""
    return (
        number in (9, 10, 13) or 0x20 <= number <= 0xD7FF or 0xE000 <= number <= 0xFFFD or 0x10000 <= number <= 0x10FFFF
    )
