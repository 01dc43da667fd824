"""Characters that XML does not allow: what was in their place, by the program that wrote them and by the words around."""

from __future__ import annotations

import re
from itertools import islice

from jats.messages.words import quoted

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FORMER_SPACES = {
    "\x07": "the end of a table's cell in Word",
    "\x0b": "the line break of Word",
    "\x0c": "a page break",
    "\x1c": "a separator of old data files",
    "\x1d": "a separator of old data files",
}
"""Characters that were between words, and where they come from."""

_HYPHEN, _OPTIONAL_HYPHEN = "\x1e", "\x1f"
_LIGATURES = {"\x0b": "ff", "\x0c": "fi", "\x0e": "ffi", "\x0f": "ffl", "\x1b": "ff", "\x1c": "fi", "\x1d": "fl"}
"""What such a character is in the text of a PDF that TeX made."""

_LETTERS_BEFORE, _LETTERS_AFTER = re.compile(r"[^\W\d_]*\Z"), re.compile(r"[^\W\d_]*")
_FAR = 60
_MOST = 200_000


def about_control(character: str, text: str, at: int | None) -> str:
    """What to do about a control character at an offset of a text; without the offset, that it must go."""
    said = f"a control character (U+{ord(character):04X}) is not allowed in XML"
    return f"{said}: {'remove it' if at is None else _remedy(character, text, at)}"


def _remedy(character: str, text: str, at: int) -> str:
    before, after = text[max(at - _FAR, 0) : at], text[at + 1 : at + 1 + _FAR]
    ends, begins = _LETTERS_BEFORE.search(before), _LETTERS_AFTER.match(after)
    one, other = ends[0] if ends else "", begins[0] if begins else ""
    in_tag = text.rfind("<", 0, at) > text.rfind(">", 0, at)
    if in_tag or not before[-1:].strip(" \t\r\n<>") or not after[:1].strip(" \t\r\n<>"):
        return "remove it"
    known = _words(text) if one and other else set[str]()
    ligature = _LIGATURES.get(character)
    if ligature and f"{one}{ligature}{other}".lower() in known:
        return f"write {ligature} in its place, as in {quoted(f'{one}{ligature}{other}')}"
    if f"{one}{other}".lower() in known or character == _OPTIONAL_HYPHEN:
        return "remove it"
    if character == _HYPHEN:
        return "write a hyphen in its place, for it is the hyphen of Word that breaks no line"
    if origin := _FORMER_SPACES.get(character):
        return f"write a space in its place, for it is {origin}"
    if {one.lower(), other.lower()} <= known and one and other:
        return "write a space in its place, for it is between two words"
    return "remove it, or write the character in its place that was meant"


def _words(text: str) -> set[str]:
    """The words of a text, in small letters."""
    found = re.finditer(r"(?<![^\W\d_])[^\W\d_]+(?![^\W\d_])", text)
    # A word beside a control character may be a part of one.
    whole = (
        each[0].lower()
        for each in found
        if not (CONTROL.match(text, each.end()) or (each.start() and CONTROL.match(text, each.start() - 1)))
    )
    return set(islice(whole, _MOST))
