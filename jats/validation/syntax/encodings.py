"""Bytes that are not in the encoding that a file declares: which encoding they are in, and where the first of them is."""

from __future__ import annotations

import re

from jats.messages.words import quoted
from jats.validation.syntax.left_open import Words
from jats.vocab.legacy import NAMES, guess_encoding

_DECLARED = re.compile(rb"""\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"'>]*)["']""")
_AROUND = 12
_ENOUGH = 20
"""Letters beyond ASCII that tell the encodings of Europe's languages apart."""
_OFTEN_FIRST = frozenset((0xC2, 0xC3, 0xCE, 0xCF, 0xD0, 0xD1))
"""The bytes that begin Latin, Greek and Cyrillic characters in UTF-8."""

_LARGEST = 200_000
"""The number of bytes that are looked at to tell an encoding."""

_SAVE = "save the file as UTF-8, and let its first line say so"


def about_encoding(said: str, data: bytes) -> Words:
    """What to do about bytes that the parser can't read; `said` is its message."""
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    named = declared[1].decode("ascii", "replace") if declared else ""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)
    if declared and (named.lower() != "utf-8" or said.startswith("Unsupported")):
        return Words(f'the first line says {quoted(named)}, but the file is UTF-8: write encoding="UTF-8"', 0)
    return Words(f"{said}; {_SAVE}")


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Words:
    """About a file that is UTF-8 but for some bytes, or is in another encoding."""
    at = len(data[: error.start].decode("utf-8", "replace").removeprefix("\ufeff"))
    text = data.decode("utf-8", "replace")
    several = any(each > "\x7f" and each != "\ufffd" for each in text.removeprefix("\ufeff"))
    if not several:
        codec, title = _encoding_of(data[error.start : error.start + _LARGEST])
        word = _word(data, error.start, codec)
        return Words(
            f"the file is in {title}, not in UTF-8: open it in that encoding, which shows {quoted(word)} here, and {_SAVE}",
            at,
        )
    return Words(_single(data, error), at)


def _encoding_of(data: bytes) -> tuple[str, str]:
    """The codec and the name of an encoding; with few letters beyond ASCII, of two that have ASCII's the most frequent one."""
    letters = [each for each in data.decode("cp1252", "replace") if each.isalpha() and not each.isascii()]
    found = guess_encoding(data) if letters else None
    if found is None or (len(letters) < _ENOUGH and "European" in found[1]):
        return "cp1252", NAMES["cp1252"]
    return found


def _word(data: bytes, at: int, codec: str) -> str:
    """The word around a byte, in another encoding."""
    before = re.search(rb"[^\s<>\"'=;]*\Z", data[max(at - _AROUND, 0) : at])
    after = re.match(rb"[^\s<>\"'=&]*", data[at : at + _AROUND])
    return ((before[0] if before else b"") + (after[0] if after else b"")).decode(codec, "replace")


def _single(data: bytes, error: UnicodeDecodeError) -> str:
    """About one byte, or a few, that are not UTF-8 in a file that is: which character that may be."""
    wrong = data[error.start : error.end]
    shown = " ".join(f"0x{each:02X}" for each in wrong)
    if len(wrong) > 1:
        return f"part of a character is missing (there is only {shown}): write the whole character anew, in UTF-8"
    found = wrong.decode("cp1252", "replace")
    if wrong[0] in _OFTEN_FIRST:
        return (
            f"the byte {shown} is not UTF-8: write the whole character anew, in UTF-8, for part of one is missing, "
            f"or it is {found} in windows-1252"
        )
    return f"the byte {shown} is not UTF-8, but {found} in windows-1252: write {found} in UTF-8"
